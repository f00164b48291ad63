"""Statements and ballot papers as the nearest questions of LimeSurvey."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from icc_consult.domain.ballot import Vote
from icc_consult.formats.limesurvey.asking import NOWHERE, Asking, everywhere
from icc_consult.formats.limesurvey.changes import Change, Notes
from icc_consult.formats.limesurvey.coding import ANSWER, SUBQUESTION
from icc_consult.formats.limesurvey.structure import Asked, Item, Texts
from icc_consult.formats.limesurvey.words import Words
from icc_consult.i18n import N_

Document = Mapping[str, Any]
_VOTES = {
    Vote.AGREE: N_("I agree"),
    Vote.DISAGREE: N_("I disagree"),
    Vote.UNSURE: N_("I am not sure"),
}
_PROPOSAL = N_("Is there anything else you would like to say?")
_READ = ("learn_more", "arguments_for", "arguments_against")


class Papers:
    """Makes the questions of a part that is no survey."""

    def __init__(self, asking: Asking, words: Words, notes: Notes) -> None:
        self._asking = asking
        self._words = words
        self._notes = notes

    def questions(self, part: Document, title: Mapping[str, str]) -> tuple[Asked, ...]:
        """The questions of one part, told that they are only the nearest ones."""
        self._notes.tell(Change.PAPER, name=part["id"], kind=part["kind"])
        entries = part.get("topics") or part.get("statements") or []
        if any(name in entry for entry in entries for name in _READ):
            self._notes.tell(Change.ARGUMENTS, name=part["id"])
        if any("picture" in entry or "sound" in entry for entry in entries):
            self._notes.tell(Change.MEDIA, name=part["id"])
        if (part.get("draw") or part.get("pairs") or 0) > 0:
            self._notes.tell(Change.DRAW, name=part["id"])
        text = self._words.plain(part.get("text") or title)
        make = {"statements": self._statements, "pairwise": self._pairs}.get(part["kind"], self._paper)
        return tuple(make(part, text))

    def _paper(self, part: Document, text: Texts) -> Iterator[Asked]:
        name, kind = part["id"], part["kind"]
        code = self._asking.name(name)
        if kind == "ranking":
            most = everywhere({"max_answers": str(part.get("most", ""))})
            answers = self._items(name, part["topics"], ANSWER)
            yield Asked(code, "R", text, NOWHERE, answers=answers, attributes=most)
        elif kind in {"judgment", "score"}:
            yield self._grades(part, code, text)
        elif kind == "dots":
            topics = self._items(name, part["topics"], SUBQUESTION)
            yield Asked(code, "K", text, NOWHERE, subquestions=topics, attributes=_dots(part))
        else:
            yield self._marks(part, code, text)

    def _items(self, name: str, entries: Sequence[Document], most: int) -> tuple[Item, ...]:
        codes = self._asking.items(name, [entry["id"] for entry in entries], most)
        return tuple(Item(codes[one["id"]], self._words.plain(one["text"]), NOWHERE) for one in entries)

    def _grades(self, part: Document, code: str, text: Texts) -> Asked:
        grades = [{"id": grade["code"], "text": grade["text"]} for grade in part["grades"]]
        rows = self._items(part["id"], part["topics"], SUBQUESTION)
        answers = self._items(part["id"], grades, ANSWER)
        return Asked(code, "F", text, NOWHERE, subquestions=rows, answers=answers)

    def _marks(self, part: Document, code: str, text: Texts) -> Asked:
        """Approval, and a budget whose costs stand in the texts and in an equation."""
        topics = self._items(part["id"], part["topics"], SUBQUESTION)
        if part["kind"] != "budget":
            return Asked(code, "M", text, NOWHERE, subquestions=topics)
        costs = [topic["cost"] for topic in part["topics"]]
        currency = part.get("currency", "EUR")
        told = tuple(
            Item(one.code, {tag: f"{name} ({cost} {currency})" for tag, name in one.texts.items()}, NOWHERE)
            for one, cost in zip(topics, costs, strict=True)
        )
        spent = ", ".join(
            f'if({code}_{one.code}.NAOK == "Y", {cost}, 0)' for one, cost in zip(topics, costs, strict=True)
        )
        check = everywhere({"em_validation_q": f"sum({spent}) <= {part['purse']}"})
        purse = {tag: f"{name} ({part['purse']} {currency})" for tag, name in text.items()}
        return Asked(code, "M", purse, NOWHERE, subquestions=told, attributes=check)

    def _statements(self, part: Document, text: Texts) -> Iterator[Asked]:
        votes = [{"id": vote.value, "text": self._words.said(said)} for vote, said in _VOTES.items()]
        rows = self._items(part["id"], part["statements"], SUBQUESTION)
        answers = self._items(part["id"], votes, ANSWER)
        yield Asked(self._asking.name(part["id"]), "F", text, NOWHERE, subquestions=rows, answers=answers)
        if part.get("proposals"):
            asked = self._words.plain(self._words.said(_PROPOSAL))
            yield Asked(self._asking.name(f"{part['id']}-own"), "T", asked, NOWHERE)

    def _pairs(self, part: Document, text: Texts) -> Iterator[Asked]:
        for left, right in combinations(part["topics"], 2):
            code = self._asking.name(f"{part['id']}-{left['id']}-{right['id']}")
            answers = self._items(part["id"], (left, right), ANSWER)
            yield Asked(code, "L", text, NOWHERE, answers=answers)


def _dots(part: Document) -> dict[str, Texts]:
    most = part.get("dots", 10)
    values = {
        "num_value_int_only": "1",
        "min_num_value_n": "0",
        "max_num_value_n": str(part.get("most_each", most)),
        "max_num_value": str(most),
    }
    return everywhere(values)
