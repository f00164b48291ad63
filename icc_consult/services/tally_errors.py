"""Rules that can be broken when somebody asks for a count."""

from dataclasses import dataclass

from icc_consult.domain.errors import BrokenRule


@dataclass(eq=False)
class RuleDoesNotFit(BrokenRule):
    """The ballots say other things than the rule counts; `fitting` are the rules that can count them."""

    rule: str
    fitting: tuple[str, ...]


@dataclass(eq=False)
class SeatsMissing(BrokenRule):
    """The rule shares out seats, and nobody said how many."""

    rule: str


@dataclass(eq=False)
class SeatsNotForRule(BrokenRule):
    """Seats were asked for under a rule that has one winner, or spends money."""

    rule: str


@dataclass(eq=False)
class BudgetMissing(BrokenRule):
    """The rule spends money, and nobody said how much."""

    rule: str


@dataclass(eq=False)
class BudgetNotForRule(BrokenRule):
    """A budget was given to a rule that spends nothing."""

    rule: str


@dataclass(eq=False)
class GroupsNotForRule(BrokenRule):
    """Groups were given to a rule that knows none."""

    rule: str


@dataclass(eq=False)
class UnknownQuestion(BrokenRule):
    """There is no question of this name among the ballots."""

    question: str
    questions: tuple[str, ...]


@dataclass(eq=False)
class SeveralQuestions(BrokenRule):
    """The ballots answer several questions, and nobody said which one to count."""

    questions: tuple[str, ...]


@dataclass(eq=False)
class TooMuchToCount(BrokenRule):
    """Different ballots times options exceed what is sure to fit into memory."""

    ballots: int
    options: int
