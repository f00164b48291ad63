"""The parts of a document: surveys with their questions, statements, topics."""

from collections.abc import Callable
from typing import Any

from icc_consult.domain.ballot import ApprovalPaper, Statement, StatementId, StatementPaper, Topic, TopicId
from icc_consult.domain.consultation import Part
from icc_consult.domain.survey import (
    MultipleChoice,
    OpenText,
    Question,
    QuestionId,
    Scale,
    SingleChoice,
    Survey,
)
from icc_consult.packs.place import Place
from icc_consult.packs.refusals import Reason
from icc_consult.packs.wordings import (
    RESERVED_CODES,
    card_or_none,
    choices_of,
    name_of,
    wording_of,
    wording_or_none,
)

_LONGEST_TEXT = 10_000


def part_of(place: Place) -> Part:
    """One part; raises `PackRefused` for a kind this version does not know."""
    kind = place.at("kind")
    if kind.text() not in PARTS:
        raise kind.refused(Reason.UNKNOWN_PART, kind.text())
    return PARTS[kind.text()](place)


def _survey(place: Place) -> Survey:
    questions = tuple(question_of(entry) for entry in place.at("questions").each())
    text = wording_or_none(place, "text")
    return Survey(name_of(place.at("id")), questions, text, place.flag("optional"))


def _statements(place: Place) -> StatementPaper:
    statements = tuple(_statement(entry) for entry in place.at("statements").each())
    if not statements:
        raise place.at("statements").refused(Reason.WRONG_VALUE, "[]")
    draw = place.count("draw", 0, least=0, most=len(statements))
    return StatementPaper(name_of(place.at("id")), statements, wording_or_none(place, "text"), draw)


def _statement(place: Place) -> Statement:
    direction = place.at("direction").text() if place.has("direction") else ""
    return Statement(StatementId(name_of(place.at("id"))), wording_of(place.at("text")), direction)


def _approval(place: Place) -> ApprovalPaper:
    topics: dict[str, Topic] = {}
    for entry in place.at("topics").each():
        topic = _topic(entry)
        if topic.id in topics or topic.id in RESERVED_CODES:
            raise entry.at("id").refused(Reason.DUPLICATE_ID, topic.id)
        topics[topic.id] = topic
    if not topics:
        raise place.at("topics").refused(Reason.WRONG_VALUE, "[]")
    return ApprovalPaper(name_of(place.at("id")), tuple(topics.values()), wording_or_none(place, "text"))


def _topic(place: Place) -> Topic:
    return Topic(
        TopicId(name_of(place.at("id"))),
        wording_of(place.at("text")),
        card_or_none(place, "learn_more"),
        tuple(wording_of(entry) for entry in place.listed("arguments_for")),
        tuple(wording_of(entry) for entry in place.listed("arguments_against")),
    )


PARTS: dict[str, Callable[[Place], Part]] = {
    "survey": _survey,
    "statements": _statements,
    "approval": _approval,
}


def question_of(place: Place) -> Question:
    """One question; raises `PackRefused` for a kind this version does not know."""
    kind = place.at("kind")
    if kind.text() not in QUESTIONS:
        raise kind.refused(Reason.UNKNOWN_QUESTION, kind.text())
    return QUESTIONS[kind.text()](place)


def _single(place: Place) -> SingleChoice:
    return SingleChoice(**_asked(place), choices=choices_of(place))


def _scale(place: Place) -> Scale:
    return Scale(**_asked(place), choices=choices_of(place))


def _multiple(place: Place) -> MultipleChoice:
    choices = choices_of(place)
    for choice in choices:
        if choice.code in RESERVED_CODES:
            raise place.at("choices").refused(Reason.BAD_NAME, choice.code)
    most = place.count("max_choices", 0, least=1, most=len(choices)) or None
    return MultipleChoice(**_asked(place), choices=choices, maximum=most)


def _text(place: Place) -> OpenText:
    return OpenText(**_asked(place), max_length=place.count("max_length", 300, least=1, most=_LONGEST_TEXT))


QUESTIONS: dict[str, Callable[[Place], Question]] = {
    "single_choice": _single,
    "scale": _scale,
    "multiple_choice": _multiple,
    "open_text": _text,
}


def _asked(place: Place) -> dict[str, Any]:
    return {
        "id": QuestionId(name_of(place.at("id"))),
        "text": wording_of(place.at("text")),
        "hint": wording_or_none(place, "hint"),
        "help_card": card_or_none(place, "help"),
        "learn_more": card_or_none(place, "learn_more"),
        "is_sensitive": place.flag("sensitive"),
        "is_hidden": place.flag("hidden"),
    }
