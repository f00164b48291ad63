"""What is told when ballots cannot be counted, or are odd: where, what, and what to do. One sentence each."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from icc_consult.domain.errors import BrokenRule
from icc_consult.formats.ballots.faults import BallotsRefused, Fault, Oddity, Remark
from icc_consult.services import tally_errors as errors

if TYPE_CHECKING:
    from icc_consult.counting.errors import Uncountable

FAULTS: Final[Mapping[Fault, str]] = {
    Fault.NOT_FOUND: "there is no such file; check the name",
    Fault.UNREADABLE: "it cannot be read ({detail}); check its permissions or the stick it is on",
    Fault.NO_BALLOT_FILES: "there are neither answers.csv and codebook.csv of an export here nor the "
    "participants-votes.csv or votes.csv of Polis; choose the directory that holds them",
    Fault.UNKNOWN_FORMAT: "this is no kind of ballots that this program knows; give it a .pb, .soc, .soi, "
    ".toc, .toi, .cat or .blt file",
    Fault.OTHER_FORMAT: 'a file of this kind begins with "{detail}"; check that it is what its name says',
    Fault.EMPTY: "the file is empty; ask for it again",
    Fault.BINARY: "this is no text; check that it is the right file",
    Fault.NOT_UTF8: "the text is not in UTF-8; save it again in that encoding",
    Fault.TOO_LARGE: "the file is larger than 500 MB; split it",
    Fault.TOO_MANY_COLUMNS: "there are more than {detail} columns; check that it is the right file",
    Fault.CELL_TOO_LONG: "a cell is longer than 131072 characters; look for a quotation mark that is missing",
    Fault.OPEN_QUOTE: "a quotation mark opens here and never closes; add the closing one",
    Fault.NO_SECTION: "the section {detail} is missing; add it",
    Fault.SECTION_TWICE: "the section {detail} begins a second time; put the two together",
    Fault.NO_KEY: "META does not say what {detail} is; add it",
    Fault.KEY_TWICE: "{detail} stands here a second time with another value; delete one of the two",
    Fault.NO_COLUMN: "the column {detail} is missing; add it",
    Fault.COLUMN_TWICE: "there are two columns {detail}; rename one",
    Fault.CELL_MISSING: "{detail} is empty; fill it in",
    Fault.CELL_EXTRA: 'there are more cells than columns, from "{detail}" on; look for a lost quotation mark',
    Fault.NOT_A_NUMBER: '"{detail}" is no number; correct it',
    Fault.NOT_WHOLE: "{detail} is not a whole number; correct it",
    Fault.OUT_OF_RANGE: "{detail} is outside what is possible here; correct it",
    Fault.COST_NOT_POSITIVE: "a project costs {detail}; a cost must be more than 0",
    Fault.BUDGET_NOT_POSITIVE: "the budget is {detail}; it must be more than 0",
    Fault.COUNT_NEGATIVE: "a ballot cannot stand for {detail} people; correct the number",
    Fault.UNKNOWN_VOTE_TYPE: '"{detail}" is no vote_type; choose from approval, ordinal, cumulative, scoring '
    "and choose-1",
    Fault.NOT_A_VOTE: '"{detail}" is no vote that may stand here; correct it',
    Fault.NOT_A_BALLOT: 'this cannot be read as a ballot, from "{detail}" on; correct it',
    Fault.NO_OPTIONS: "there is nothing to vote on; add at least one option",
    Fault.NO_BALLOTS: "there are no ballots; check that it is the right file",
    Fault.OPTION_REPEATED: "the option {detail} is listed a second time; rename one of the two",
    Fault.OPTION_TWICE: "this ballot names the option {detail} twice; correct it or take the ballot out",
    Fault.UNKNOWN_OPTION: "this ballot names {detail}, which is not among the options; correct one of them",
    Fault.POINTS_DO_NOT_MATCH: "this ballot names {stated} projects and gives {found} points; correct it",
    Fault.TOO_MANY_POINTS: "this ballot gives {found} points and may give {stated}; correct one of them",
    Fault.TOO_MANY_CATEGORIES: "this ballot has {found} categories, the header {stated}; correct one of them",
    Fault.ENDS_EARLY: "the file ends before the ballots do; ask for it again",
    Fault.NO_ZERO: "a ballot ends with 0, and this one does not; add it",
    Fault.PERSON_TWICE: "the participant {detail} stands here a second time; take one row out",
    Fault.NOBODY_KNOWN: "nobody in this file has voted in the other; check that the two belong together",
}

ODDITIES: Final[Mapping[Oddity, str]] = {
    Oddity.OTHER_NUMBER: "{detail} says {stated}, but there are {found}; what is there was counted",
    Oddity.MARKED_TWICE: "this ballot marks {detail} twice; it was counted once",
    Oddity.NO_VOTE: "this ballot is blank; it was counted as a participant",
    Oddity.COUNTS_NOBODY: "this line stands for 0 people; it was left out",
    Oddity.ONE_OPTION: "there is only one option, {detail}, so that nothing else could come out",
    Oddity.WITHDRAWN: "candidate {detail} withdrew and was taken off all ballots",
    Oddity.NAMELESS: "not every option has a name; its number stands for it",
    Oddity.VOTER_TWICE: "the voter {detail} has voted before; both ballots were counted",
    Oddity.KEY_TWICE: "{detail} stands here a second time; the first one was taken",
    Oddity.SKIPPED_RANK: "this ballot skips a preference; the next one moved up",
    Oddity.OTHER_KIND: "this is a .{stated} file, but its ballots are those of a .{found} file; they were "
    "counted as such",
    Oddity.COLUMN_IGNORED: "the column {detail} is unknown and was not read",
    Oddity.UTF16: "the text is in UTF-16; it was read as such",
    Oddity.STRANGER: "{detail} has not voted; the row was left out",
    Oddity.NOT_APPLIED: "{detail} is a rule of that vote which is not applied here; the outcome may differ",
}

_CALLS: Final[Mapping[type[BrokenRule], str]] = {
    errors.RuleDoesNotFit: "The rule {rule} does not fit these ballots; choose from {fitting}.",
    errors.SeatsMissing: "The rule {rule} shares out seats; say how many with --seats.",
    errors.SeatsNotForRule: "The rule {rule} does not share out seats; leave out --seats.",
    errors.BudgetMissing: "The rule {rule} spends money; say how much with --budget.",
    errors.BudgetNotForRule: "The rule {rule} spends no money; leave out --budget.",
    errors.GroupsNotForRule: "The rule {rule} knows no groups; leave out --groups.",
    errors.UnknownQuestion: "There is no question {question}; choose from {questions}.",
    errors.SeveralQuestions: "There are several questions; choose one with --question: {questions}.",
    errors.TooMuchToCount: "{ballots} different ballots on {options} options do not fit into memory; "
    "count them in parts.",
}

_UNCOUNTABLE: Final[Mapping[str, str]] = {
    "NoOptions": "there is nothing to vote on",
    "NoBallots": "there are no ballots on this question",
    "TooManyOptions": "there are {found} options, and this rule can count {most} at most",
    "TooManyPeople": "there are {found} people, and {most} at most can be counted exactly",
    "SeatsOutOfRange": "there are {seats} seats for {options} options; choose a number from 1 to {options}",
    "BudgetNotPositive": "the budget is {budget}; it must be more than 0",
    "UnknownParticipant": "{participant} is in a group and has not voted",
}


def refusal(error: BallotsRefused) -> str:
    """Why a file cannot be used."""
    return _placed(error, FAULTS[error.fault])


def remark(oddity: Remark) -> str:
    """What was odd, and how often it was met."""
    again = f" (and {oddity.times - 1} more like this)" if oddity.times > 1 else ""
    return f"{_placed(oddity, ODDITIES[oddity.oddity])[:-1]}{again}."


def objection(error: BrokenRule) -> str:
    """Why a call for a count cannot be carried out."""
    if isinstance(error, errors.UnknownQuestion) and not error.questions:
        return "There is one question only, and it has no name; leave out --question."
    facts = {
        name: ", ".join(map(shown, fact)) if isinstance(fact, tuple) else shown(str(fact))
        for name, fact in vars(error).items()
    }
    return _CALLS[type(error)].format(**facts)


def uncountable(error: "Uncountable") -> str:
    """Why a rule cannot count what was read."""
    facts = {name: shown(str(value)) for name, value in vars(error).items()}
    known = _UNCOUNTABLE.get(type(error).__name__)
    return f"{(known or 'the ballots contradict themselves').format(**facts)}."


def shown(text: str, most: int = 200) -> str:
    """A text from a file, fit for one line of a terminal."""
    plain = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"


def _placed(at: BallotsRefused | Remark, what: str) -> str:
    place = f", line {at.line}" if at.line else ""
    place += f", column {at.column}" if at.column else ""
    facts = {"detail": at.detail, "stated": at.stated, "found": at.found}
    plain = {name: shown(fact, 60) for name, fact in facts.items()}
    return f"{shown(at.file)}{place}: {what.format(**plain)}."
