"""One visit to the kiosk: finding random valid answers, and remembering what was tapped."""

import random
from collections.abc import Mapping, Sequence

from icc_consult.domain.ballot import (
    ApprovalPaper,
    BudgetPaper,
    DotsPaper,
    GradePaper,
    PairwisePaper,
    RankingPaper,
    Statement,
    Vote,
)
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.items import Asked, items_of
from icc_consult.domain.response import (
    Answer,
    Answered,
    Approved,
    Chosen,
    ChosenMany,
    Refused,
    Skipped,
    Value,
    Voted,
    Written,
)
from icc_consult.domain.survey import (
    Choice,
    Date,
    MultipleChoice,
    Number,
    OpenText,
    Ranking,
    Scale,
    SingleChoice,
    Time,
)
from icc_consult.domain.wording import LanguageTag

from ui.demo import ballots, forms
from ui.demo.account import Account, told
from ui.demo.hands import Hands
from ui.demo.spelling import words_in

_CHANCE_TO_SKIP = 0.08
_CHANCE_TO_REFUSE = 0.06
_CHANCE_TO_HESITATE = 0.25


def asked_by_page(consultation: Consultation) -> Mapping[str, Asked]:
    """What every page that can be answered asks, by the name of the page."""
    return {item.name: item.asked for item in items_of(consultation)}


class Visit:
    """Answers page after page. `answers` is what was tapped, known from the taps alone."""

    def __init__(
        self, hands: Hands, consultation: Consultation, language: str, chance: random.Random
    ) -> None:
        """Nothing is touched yet."""
        self.hands, self.chance = hands, chance
        self.consultation = consultation
        self.language = LanguageTag(language)
        self.answers: dict[str, Answer] = {}
        self._asked = asked_by_page(consultation)

    def account(self, ended: str) -> Account:
        """What this resident says happened."""
        return Account(ended, self.language, told(self.answers))

    # -- going --------------------------------------------------------------------------------

    def arrive(self) -> None:
        """From the welcome to the wall of languages."""
        self.hands.expect("welcome")
        self.hands.tap("start")
        self.hands.expect("languages")

    def pick_language(self) -> None:
        """From the wall of languages to the promise."""
        self.hands.tap(f"language-{self.language}")
        self.hands.expect("promise")

    def consent(self) -> None:
        """Yes: to the first question, along a way through where there are several."""
        self.hands.tap("consent")
        if self.hands.page == "route":
            self.hands.tap(f"way-{self.chance.choice(self._ways)}")

    @property
    def _ways(self) -> list[str]:
        return [route.id for route in self.consultation.routes]

    def switch(self, language: str) -> None:
        """Read on in another language."""
        self.hands.tap("switchLanguage")
        self.hands.expect("switch")
        self.hands.tap(f"language-{language}")
        self.language = LanguageTag(language)

    @property
    def stands_on_choices(self) -> bool:
        """Whether this page is a question of which one choice is taken."""
        return isinstance(self._asked.get(self.hands.page), SingleChoice | Scale)

    def go_on(self, pages: int) -> None:
        """Pass so many pages, and more until there are choices again, or the answers are checked."""
        while self.hands.page != "review" and (pages > 0 or not self.stands_on_choices):
            pages -= 1
            self.pass_page()

    def go_to_review(self) -> None:
        """Pass every page."""
        while self.hands.page != "review":
            self.pass_page()

    def send(self) -> None:
        """Send what was checked; returns once the kiosk has said thank you."""
        self.hands.expect("review")
        self.hands.tap("next")
        self.hands.expect("thanks")

    def pass_page(self) -> None:
        """Answer this page, skip it or refuse it, and come to the next."""
        asked = self._asked.get(self._item)
        fate = self.chance.random()
        if asked is None or getattr(asked, "is_read_only", False):
            self._read(asked)
        elif fate < _CHANCE_TO_SKIP:
            self._leave_by("next", asked, Skipped())
        elif fate < _CHANCE_TO_SKIP + _CHANCE_TO_REFUSE and self.hands.sees("preferNot"):
            self._leave_by("preferNot", asked, Refused())
        else:
            self.answer(asked)
            if not isinstance(asked, Statement | PairwisePaper):
                self._leave_by("next", asked, self.answers.get(asked.id, Skipped()))

    def _read(self, asked: Asked | None) -> None:
        """A note, an answer that the form gives, or the question whether there is another round."""
        more = self.chance.choice(("more", "enough"))
        self.hands.tap(f"way-{more}" if self.hands.sees(f"way-{more}") else "next")
        filled = self.hands.answer_to(asked.id) if asked else None
        if asked and filled:
            self.answers[asked.id] = filled

    def answer_here(self) -> None:
        """Answer this page and stay on it; a statement goes on by itself."""
        self.answer(self._asked[self._item])

    @property
    def _item(self) -> str:
        """What this page asks; a ballot paper may show it step by step."""
        return self.hands.page.partition("#")[0]

    def _leave_by(self, button: str, asked: Asked, answer: Answer) -> None:
        while self._item == asked.id:
            before = self.hands.page
            self.hands.tap(button)
            if self.hands.page == before:  # the form wants an answer, or another one
                button, answer = "preferNot", Refused()
        self.answers[asked.id] = answer

    # -- answering ----------------------------------------------------------------------------

    def answer(self, asked: Asked) -> None:
        """Tap a valid answer."""
        match asked:
            case MultipleChoice():
                self._choose_many(asked)
            case SingleChoice() | Scale():
                self.choose_one(asked.id, asked.choices, is_quick="quick" in asked.looks)
            case OpenText():
                self._write(asked)
            case Statement():
                self._vote(asked)
            case ApprovalPaper():
                self._mark(asked)
            case _:
                self._cast(asked)

    def _cast(self, asked: Asked) -> None:
        """Enter, rank, grade, lay dots, buy or prefer."""
        hands, chance = self.hands, self.chance
        match asked:
            case Number() | Date() | Time():
                value: Value = forms.enter(hands, chance, asked, self.language)
            case Ranking() | RankingPaper():
                value = ballots.rank(hands, chance, asked)
            case GradePaper():
                value = ballots.grade(hands, chance, asked)
            case DotsPaper():
                value = ballots.lay_dots(hands, chance, asked)
            case BudgetPaper():
                value = ballots.buy(hands, chance, asked)
            case PairwisePaper():
                value = ballots.prefer(hands, chance, asked)
            case _:
                return
        self.answers[asked.id] = Answered(value, self.language)

    def choose_one(self, item: str, choices: Sequence[Choice], *, is_quick: bool = False) -> None:
        """Tap one choice, now and then another one before; a quick question goes on after the first."""
        count = 2 if not is_quick and self.chance.random() < _CHANCE_TO_HESITATE else 1
        taps = self.chance.sample(choices, min(count, len(choices)))
        for choice in taps:
            self.hands.tap(f"choice-{choice.code}")
        self.answers[item] = Answered(Chosen(taps[-1].code), self.language)

    def _choose_many(self, question: MultipleChoice) -> None:
        """Some that stand together, or one that stands alone; one kind takes the other away."""
        together = [choice for choice in question.choices if not choice.is_exclusive]
        alone = [choice for choice in question.choices if choice.is_exclusive]
        most = question.maximum or len(together)
        taps = self.chance.sample(together, self.chance.randint(1, most))
        kept = taps
        if alone and self.chance.random() < _CHANCE_TO_HESITATE:
            kept = [self.chance.choice(alone)]
            taps = [*taps, *kept]
        elif alone and self.chance.random() < _CHANCE_TO_HESITATE:
            taps = [self.chance.choice(alone), *taps]
        for choice in [*taps, *self._one_too_many(question, kept)]:
            self.hands.tap(f"choice-{choice.code}")
        codes = tuple(choice.code for choice in question.choices if choice in kept)
        self.answers[question.id] = Answered(ChosenMany(codes), self.language)

    def _one_too_many(self, question: MultipleChoice, kept: Sequence[Choice]) -> list[Choice]:
        """Beyond the maximum a tap changes nothing."""
        others = [choice for choice in question.choices if choice not in kept and not choice.is_exclusive]
        is_full = len(kept) == question.maximum and not any(choice.is_exclusive for choice in kept)
        return others[:1] if is_full and self.chance.random() < _CHANCE_TO_HESITATE else []

    def _write(self, question: OpenText) -> None:
        text = self.chance.choice(words_in(self.consultation, self.language))
        self.hands.write(text)
        self.answers[question.id] = Answered(Written(text), self.language)

    def _vote(self, statement: Statement) -> None:
        vote = self.chance.choice(list(Vote))
        self.hands.tap(f"vote-{vote.value}")
        self.answers[statement.id] = Answered(Voted(vote), self.language)

    def _mark(self, paper: ApprovalPaper) -> None:
        """Some topics; one is read about before."""
        marked = self.chance.sample(paper.topics, self.chance.randint(1, len(paper.topics)))
        read = [topic for topic in paper.topics if topic.learn_more or topic.arguments_for]
        if read:
            self.hands.tap(f"more-{self.chance.choice(read).id}")
            self.hands.expect("learn")
            self.hands.tap("close")
        for topic in marked:
            self.hands.tap(f"topic-{topic.id}")
        topics = tuple(topic.id for topic in paper.topics if topic in marked)
        self.answers[paper.id] = Answered(Approved(topics), self.language)
