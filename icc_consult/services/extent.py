"""How large the largest response can be: every payload of a consultation is padded to that size."""

from collections.abc import Iterator

from icc_consult.domain.ballot import (
    DotsPaper,
    GradePaper,
    PairwisePaper,
    Statement,
    TopicPaper,
)
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.items import Asked, items_of
from icc_consult.domain.survey import (
    Calculated,
    Date,
    Group,
    MultipleChoice,
    Number,
    OpenText,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    Survey,
    Time,
)

_LISTING = frozenset({SingleChoice, MultipleChoice, Ranking})
_STEP = 512
_ENVELOPE = 768
_PER_ITEM = 72
_BYTES_PER_LETTER = 6  # what JSON takes for a control character; four is the most for any other
_ROUTE = 64
_NUMERAL = 32
_WORKED = 200 * _BYTES_PER_LETTER


def sealed_size(consultation: Consultation) -> int:
    """Bytes that the fullest response can take, rounded up: the one size every payload is padded to."""
    items = list(items_of(consultation))
    names = "".join([name for name, _, _ in items])
    size = _ENVELOPE + (_ROUTE if consultation.routes else 0) + sum(_drawn(consultation))
    size += len(items) * _PER_ITEM + 2 * len(names.encode()) + sum(_each([asked for _, asked, _ in items]))
    return -(-size // _STEP) * _STEP


def _each(items: list[Asked]) -> Iterator[int]:
    """What the fullest answer to each takes; many questions may share one list."""
    listed: dict[tuple[type, int], int] = {}
    for asked in items:
        kind = type(asked)
        if kind in _LISTING:
            key = (kind, id(asked.choices))  # type: ignore[union-attr]
            if key not in listed:
                listed[key] = _fullest(asked)
            yield listed[key]
        else:
            yield _fullest(asked)


def _drawn(consultation: Consultation) -> list[int]:
    """What the record takes of groups that chance draws from or shuffles."""
    return [
        _listed(*(entry.id for entry in standing.entry.questions))
        for part in consultation.parts
        if isinstance(part, Survey)
        for standing in part.entries()
        if isinstance(standing.entry, Group) and (standing.entry.draw or standing.entry.is_shuffled)
    ]


def _listed(*names: str) -> int:
    return sum(len(name.encode()) + 3 for name in names)


def _fullest(asked: Asked) -> int:
    match asked:
        case OpenText(max_length=letters):
            return letters * _BYTES_PER_LETTER
        case Number() | Date() | Time():
            return _NUMERAL
        case MultipleChoice() | Ranking():
            return _listed(*(choice.code for choice in asked.choices))
        case Scale(id=name):
            return _listed(name) + max(len(choice.code.encode()) for choice in asked.choices)
        case SingleChoice():
            return max((len(choice.code.encode()) for choice in asked.choices), default=0)
        case Calculated():
            return _WORKED
        case Statement():
            return _listed(asked.id)
    return _fullest_paper(asked)


def _fullest_paper(asked: TopicPaper | Question) -> int:
    match asked:
        case GradePaper():
            longest = max((len(grade.code.encode()) for grade in asked.grades), default=0)
            return _listed(*asked.topic_ids) + len(asked.topics) * (longest + 6)
        case DotsPaper():
            return _listed(*asked.topic_ids) + len(asked.topics) * _NUMERAL
        case PairwisePaper():
            return _pairs(asked) * (3 * max(len(name.encode()) for name in asked.topic_ids) + 12)
        case _ if hasattr(asked, "topic_ids"):
            return _listed(*asked.topic_ids)
    return _NUMERAL


def _pairs(paper: PairwisePaper) -> int:
    every = len(paper.topics) * (len(paper.topics) - 1) // 2
    return min(paper.pairs or every, every)
