"""The consultation in a drawn form, without the way through its document.

Whoever reads a pack distrusts every member of it. What was drawn a moment ago needs no second look, and where
it may (`Drawing.is_plain`) the document is asked instead. Both ways come to the same consultation.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from icc_consult.domain.consultation import (
    Consultation,
    ConsultationId,
    Fingerprint,
    Policy,
    TranslationState,
)
from icc_consult.domain.rules import FREE, Rules
from icc_consult.domain.survey import (
    Calculated,
    Card,
    Choice,
    Date,
    Entry,
    Group,
    MultipleChoice,
    Note,
    Number,
    OpenText,
    Precision,
    Question,
    Ranking,
    Repeat,
    Scale,
    SingleChoice,
    Survey,
    Time,
)
from icc_consult.domain.wording import UNWORDED, LanguageTag, Wording
from icc_consult.formats.forms.drawing import Drawing, Drawn, Members
from icc_consult.formats.xlsform.tongues import UNDETERMINED

_MESSAGES = frozenset({"constraint_message", "required_message"})
_QUESTIONS: Mapping[str, type[Question]] = {
    "single_choice": SingleChoice,
    "scale": Scale,
    "multiple_choice": MultipleChoice,
    "ranking": Ranking,
    "open_text": OpenText,
    "number": Number,
    "date": Date,
    "time": Time,
    "note": Note,
    "calculated": Calculated,
}


def consultation_of(drawing: Drawing, naming: Callable[[], Fingerprint]) -> Consultation:
    """The consultation that the document of the drawing describes."""
    spoken, title = drawing.spoken, _wording(drawing.title)
    entries = _Seer().entries(drawing.entries)
    return Consultation(
        id=ConsultationId(drawing.id),
        naming=naming,
        title=title,
        languages=spoken.tags,
        source_language=spoken.source,
        fallback_language=spoken.source,
        policy=Policy.KEEP,
        consent=Card(title, ()),
        finish=(),
        parts=(Survey(drawing.part, entries, may_refer=drawing.form.may_refer),),
        minutes=drawing.minutes,
        translation_states={tag: TranslationState.DRAFT for tag in spoken.tags if tag != spoken.source},
        tables={name: [dict(row) for row in rows] for name, rows in drawing.tables.items()},
    )


class _Seer:
    """Makes entries of what was drawn; questions that offer the same share one list."""

    def __init__(self) -> None:
        self._lists: dict[int, tuple[Choice, ...]] = {}

    def entries(self, drawn: tuple[Drawn, ...]) -> tuple[Entry, ...]:
        return tuple([self._group(one) if one.inner else self._question(one) for one in drawn])

    def _group(self, drawn: Drawn) -> Group | Repeat:
        members, rules, inner = drawn.members, _rules(drawn.rules), self.entries(drawn.inner)
        text = _wording(members["text"]) if "text" in members else UNWORDED
        if drawn.kind == "repeat":
            return Repeat(members["id"], inner, text, rules, members["most_rounds"])
        return Group(members["id"], inner, text, rules)

    def _question(self, drawn: Drawn) -> Question:
        parts: Members = {"rules": _rules(drawn.rules)} if drawn.rules else {}
        for name, value in drawn.members.items():
            if (known := _READ.get(name)) is None:
                parts[name] = value
            else:
                field, read = known
                parts[field] = read(value)
        if "choices" in parts:
            parts["choices"] = self._choices(parts["choices"])
        if drawn.kind == "calculated":
            parts["text"] = UNWORDED
        return _QUESTIONS[drawn.kind].said(parts)

    def _choices(self, members: list[Members]) -> tuple[Choice, ...]:
        if id(members) not in self._lists:
            self._lists[id(members)] = tuple(map(_choice, members))
        return self._lists[id(members)]


def _choice(members: Members) -> Choice:
    return Choice(
        members["code"],
        _wording(members["text"]),
        is_exclusive="exclusive" in members,
        is_aside="aside" in members,
        columns=tuple(members.get("columns", {}).items()),
        picture=_wording(members["picture"]) if "picture" in members else UNWORDED,
        sound=_wording(members["sound"]) if "sound" in members else UNWORDED,
    )


def _rules(written: Mapping[str, Any]) -> Rules:
    if not written:
        return FREE
    if _MESSAGES.isdisjoint(written):
        return Rules.said(written)
    return Rules.said({name: _wording(said) if name in _MESSAGES else said for name, said in written.items()})


def _wording(texts: Mapping[LanguageTag, str]) -> Wording:
    if UNDETERMINED in texts:
        texts = {tag: text for tag, text in texts.items() if tag != UNDETERMINED}
    return Wording.over(texts)


def _card(members: Members) -> Card:
    return Card(_wording(members["title"]), tuple(map(_wording, members["lines"])))


_READ: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "text": ("text", _wording),
    "hint": ("hint", _wording),
    "learn_more": ("learn_more", _card),
    "picture": ("picture", _wording),
    "sound": ("sound", _wording),
    "looks": ("looks", frozenset),
    "hidden": ("is_hidden", bool),
    "read_only": ("is_read_only", bool),
    "shuffled": ("is_shuffled", bool),
    "masked": ("is_masked", bool),
    "whole": ("is_whole", bool),
    "max_choices": ("maximum", int),
    "least": ("least", Decimal),
    "most": ("most", Decimal),
    "step": ("step", Decimal),
    "precision": ("precision", Precision),
}
