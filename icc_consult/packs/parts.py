"""The parts of a document: surveys, statements, and ballot papers of topics."""

from collections.abc import Callable

from icc_consult.domain.ballot import (
    ApprovalPaper,
    BudgetPaper,
    DotsPaper,
    GradePaper,
    PairwisePaper,
    RankingPaper,
    Statement,
    StatementId,
    StatementPaper,
    Topic,
    TopicId,
)
from icc_consult.domain.consultation import Part
from icc_consult.domain.survey import Survey
from icc_consult.packs.entries import entry_of
from icc_consult.packs.place import Place
from icc_consult.packs.refusals import Reason
from icc_consult.packs.wordings import (
    RESERVED_CODES,
    card_or_none,
    choices_of,
    id_of,
    wording_of,
    wording_or_none,
)

_MOST_DOTS = 100
_MOST_MONEY = 10**12


def part_of(place: Place) -> Part:
    """One part; raises `PackRefused` for a kind this version does not know."""
    kind = place.at("kind")
    if kind.text() not in PARTS:
        raise kind.refused(Reason.UNKNOWN_PART, kind.text())
    return PARTS[kind.text()](place)


def _survey(place: Place) -> Survey:
    questions = tuple(entry_of(entry) for entry in place.at("questions").each())
    text = wording_or_none(place, "text")
    return Survey(id_of(place), questions, text, place.flag("optional"))


def _statements(place: Place) -> StatementPaper:
    statements = tuple(_statement(entry) for entry in place.at("statements").each())
    if not statements:
        raise place.at("statements").refused(Reason.WRONG_VALUE, "[]")
    draw = place.count("draw", 0, least=0, most=len(statements))
    text = wording_or_none(place, "text")
    return StatementPaper(id_of(place), statements, text, draw, place.flag("proposals"))


def _statement(place: Place) -> Statement:
    direction = place.at("direction").text() if place.has("direction") else ""
    return Statement(StatementId(id_of(place)), wording_of(place.at("text")), direction)


def _topics(place: Place, *, least: int = 1) -> tuple[str, tuple[Topic, ...]]:
    topics: dict[str, Topic] = {}
    for entry in place.at("topics").each():
        topic = _topic(entry)
        if topic.id in topics or topic.id in RESERVED_CODES:
            raise entry.at("id").refused(Reason.DUPLICATE_ID, topic.id)
        topics[topic.id] = topic
    if len(topics) < least:
        raise place.at("topics").refused(Reason.WRONG_VALUE, str(sorted(topics)))
    return id_of(place), tuple(topics.values())


def _topic(place: Place) -> Topic:
    return Topic(
        TopicId(id_of(place)),
        wording_of(place.at("text")),
        card_or_none(place, "learn_more"),
        tuple(wording_of(entry) for entry in place.listed("arguments_for")),
        tuple(wording_of(entry) for entry in place.listed("arguments_against")),
        place.count("cost", 0, least=1, most=_MOST_MONEY),
        wording_or_none(place, "picture"),
        wording_or_none(place, "sound"),
    )


def _approval(place: Place) -> ApprovalPaper:
    return ApprovalPaper(*_topics(place), wording_or_none(place, "text"))


def _ranking(place: Place) -> RankingPaper:
    name, topics = _topics(place, least=2)
    most = place.count("most", 0, least=1, most=len(topics))
    return RankingPaper(name, topics, wording_or_none(place, "text"), most)


def _judgment(place: Place) -> GradePaper:
    return GradePaper(*_topics(place), wording_or_none(place, "text"), choices_of(place, "grades"))


def _score(place: Place) -> GradePaper:
    grades = choices_of(place, "grades")
    for grade in grades:
        if not grade.code.removeprefix("-").isdecimal():
            raise place.at("grades").refused(Reason.BAD_NAME, grade.code)
    return GradePaper(*_topics(place), wording_or_none(place, "text"), grades, are_scores=True)


def _dots(place: Place) -> DotsPaper:
    dots = place.count("dots", 10, least=1, most=_MOST_DOTS)
    each = place.count("most_each", 0, least=1, most=dots)
    return DotsPaper(*_topics(place), wording_or_none(place, "text"), dots, each)


def _budget(place: Place) -> BudgetPaper:
    name, topics = _topics(place)
    for entry in place.at("topics").each():
        entry.at("cost")
    place.at("purse")
    purse = place.count("purse", 0, least=1, most=_MOST_MONEY)
    currency = place.at("currency").text() if place.has("currency") else "EUR"
    return BudgetPaper(name, topics, wording_or_none(place, "text"), purse, currency)


def _pairwise(place: Place) -> PairwisePaper:
    name, topics = _topics(place, least=2)
    every = len(topics) * (len(topics) - 1) // 2
    pairs = place.count("pairs", 0, least=1, most=every)
    return PairwisePaper(name, topics, wording_or_none(place, "text"), pairs)


PARTS: dict[str, Callable[[Place], Part]] = {
    "survey": _survey,
    "statements": _statements,
    "approval": _approval,
    "ranking": _ranking,
    "judgment": _judgment,
    "score": _score,
    "dots": _dots,
    "budget": _budget,
    "pairwise": _pairwise,
}
