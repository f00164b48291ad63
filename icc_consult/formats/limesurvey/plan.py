"""The entries of a document in the order in which LimeSurvey asks them: groups flat, rounds written out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from icc_consult.formats.limesurvey.changes import Change, Notes
from icc_consult.formats.limesurvey.words import Words
from icc_consult.i18n import N_

Document = Mapping[str, Any]
_ANOTHER = N_("Is there another one?")
_YES, _NO = N_("Yes"), N_("No")
_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Condition:
    """An expression, and the names of the round that it stands in."""

    expression: str
    nearer: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Planned:
    """One question. `key` is its name, with the number of the round where there is one."""

    entry: Document
    key: str
    nearer: Mapping[str, str] = field(default_factory=dict)
    conditions: tuple[Condition, ...] = ()
    shuffled_with: str = ""
    other: str = ""


@dataclass(slots=True)
class PlannedSection:
    """One group of LimeSurvey."""

    name: str
    text: Mapping[str, str] | None
    conditions: tuple[Condition, ...] = ()
    questions: list[Planned] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Around:
    nearer: Mapping[str, str] = field(default_factory=dict)
    conditions: tuple[Condition, ...] = ()
    shuffled_with: str = ""
    suffix: str = ""

    def within(self, entry: Document) -> tuple[Condition, ...]:
        relevant = entry.get("relevant")
        return (*self.conditions, Condition(relevant, self.nearer)) if relevant else self.conditions


def planned(part: Document, title: Mapping[str, str], words: Words, notes: Notes) -> Iterator[PlannedSection]:
    """The groups of a part of kind survey; what stands outside of groups makes groups of its own."""
    planner = _Planner(words, notes)
    loose = PlannedSection(part["id"], part.get("text") or title)
    for entry, other in _with_others(part["questions"]):
        if entry["kind"] not in {"group", "repeat"}:
            loose.questions += planner.question(entry, other, _Around())
            continue
        if loose.questions:
            yield loose
        is_group = entry["kind"] == "group"
        text = entry.get("text") or part.get("text") or title
        section = PlannedSection(entry["id"], text, _Around().within(entry) if is_group else ())
        inside = {**entry, "relevant": ""} if is_group else entry
        section.questions += planner.group(inside, _Around())
        yield section
        loose = PlannedSection(part["id"], part.get("text") or title)
    if loose.questions:
        yield loose


def _with_others(entries: Sequence[Document]) -> Iterator[tuple[Document, str]]:
    """Entries, each with the code of the choice whose text LimeSurvey asks for by itself."""
    passed = ""
    for entry, after in zip(entries, [*entries[1:], {}], strict=True):
        if entry["id"] == passed:
            continue
        other = _other(entry, after)
        passed = after["id"] if other else ""
        yield entry, other


def _other(entry: Document, after: Document) -> str:
    choices = entry.get("choices") or [{"code": ""}]
    code = choices[-1]["code"]
    is_fit = (
        entry["kind"] in {"single_choice", "multiple_choice"}
        and after.get("kind") == "open_text"
        and after.get("id") == f"{entry['id']}_other"
        and after.get("relevant") == f"selected(${{{entry['id']}}}, '{code}')"
    )
    return code if is_fit else ""


class _Planner:
    def __init__(self, words: Words, notes: Notes) -> None:
        self._words = words
        self._notes = notes

    def entries(self, entries: Sequence[Document], around: _Around) -> Iterator[Planned]:
        for entry, other in _with_others(entries):
            if entry["kind"] == "group":
                self._notes.tell(Change.NESTED, name=entry["id"])
                yield from self.group(entry, around)
            elif entry["kind"] == "repeat":
                yield from self.group(entry, around)
            else:
                yield from self.question(entry, other, around)

    def question(self, entry: Document, other: str, around: _Around) -> Iterator[Planned]:
        key = f"{entry['id']}{around.suffix}"
        yield Planned(entry, key, around.nearer, around.within(entry), around.shuffled_with, other)

    def group(self, entry: Document, around: _Around) -> Iterator[Planned]:
        if entry["kind"] == "repeat":
            yield from self._rounds(entry, around)
            return
        if entry.get("draw"):
            self._notes.tell(Change.DRAW, name=entry["id"])
        order = f"{entry['id']}{around.suffix}" if entry.get("shuffled") else around.shuffled_with
        inside = _Around(around.nearer, around.within(entry), order, around.suffix)
        yield from self.entries(entry["questions"], inside)

    # -- rounds -------------------------------------------------------------------------------

    def _rounds(self, entry: Document, around: _Around) -> Iterator[Planned]:
        names = list(_names(entry["questions"]))
        count = str(entry.get("repeat_count", "")).strip()
        most = int(entry.get("most_rounds", _ROUNDS))
        rounds = min(most, int(count)) if count.isdecimal() else most
        self._notes.tell(Change.ROUNDS, name=entry["id"], count=str(rounds))
        conditions = around.within(entry)
        for number in range(1, rounds + 1):
            suffix = f"{around.suffix}r{number}"
            if count and not count.isdecimal():
                asked = Condition(f"({count}) >= {number}", around.nearer)
                inner = (*conditions, asked)
            elif not count and number > 1:
                more = self._another(entry["id"], suffix, conditions, around.nearer)
                yield more
                conditions = inner = (*conditions, Condition(f"${{{more.key}}} = 'yes'", around.nearer))
            else:
                inner = conditions
            nearer = {**around.nearer, **{name: f"{name}{suffix}" for name in names}}
            yield from self.entries(entry["questions"], _Around(nearer, inner, around.shuffled_with, suffix))

    def _another(
        self, name: str, suffix: str, conditions: tuple[Condition, ...], nearer: Mapping[str, str]
    ) -> Planned:
        texts = {"yes": self._words.said(_YES), "no": self._words.said(_NO)}
        entry = {
            "id": name,
            "kind": "single_choice",
            "text": self._words.said(_ANOTHER),
            "choices": [{"code": code, "text": text} for code, text in texts.items()],
        }
        return Planned(entry, f"{name}-more{suffix}", nearer, conditions)


def _names(entries: Sequence[Document]) -> Iterator[str]:
    for entry in entries:
        if "questions" in entry:
            yield from _names(entry["questions"])
        else:
            yield entry["id"]
