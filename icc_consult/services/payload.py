"""The bytes that are sealed: a response as canonical JSON, and how large the largest one can be."""

import json
from typing import Any, assert_never

from icc_consult.domain.ballot import ApprovalPaper, StatementPaper, TopicId, Vote
from icc_consult.domain.consultation import Consultation, Fingerprint
from icc_consult.domain.response import (
    Answer,
    Answered,
    Approved,
    Chosen,
    ChosenMany,
    Ended,
    Refused,
    Response,
    Sitting,
    Skipped,
    Value,
    Voted,
    Written,
)
from icc_consult.domain.survey import ChoiceCode, MultipleChoice, OpenText, Scale, Survey
from icc_consult.domain.wording import LanguageTag

VERSION = 1
_STEP = 512
_ENVELOPE = 768
_PER_ITEM = 72
_BYTES_PER_LETTER = 6  # what JSON takes for a control character; four is the most for any other


def encode(response: Response) -> bytes:
    """The response as UTF-8 JSON with sorted keys."""
    document = {
        "version": VERSION,
        "fingerprint": response.fingerprint,
        "language": response.language,
        "ended": response.ended.value,
        "route": response.route,
        "offered": sorted(response.offered),
        "drawn": list(response.drawn),
        "turned": list(response.turned_scales),
        "answers": {item: _plain(answer) for item, answer in response.answers.items()},
        "sitting": {
            "switches": response.sitting.language_switches,
            "size": response.sitting.text_size,
            "contrast": response.sitting.contrast,
            "heard": response.sitting.heard,
        },
    }
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def decode(payload: bytes) -> Response:
    """The response that `encode` wrote; raises `ValueError` on anything else."""
    try:
        return _response(json.loads(payload))
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(str(error)) from error


def _response(document: dict[str, Any]) -> Response:
    if document["version"] != VERSION:
        raise ValueError(f"payload version {document['version']}")
    sitting = document["sitting"]
    return Response(
        fingerprint=Fingerprint(document["fingerprint"]),
        language=LanguageTag(document["language"]),
        ended=Ended(document["ended"]),
        answers={item: _answer(plain) for item, plain in document["answers"].items()},
        offered=frozenset(document["offered"]),
        drawn=tuple(document["drawn"]),
        turned_scales=tuple(document["turned"]),
        route=document["route"],
        sitting=Sitting(sitting["switches"], sitting["size"], sitting["contrast"], sitting["heard"]),
    )


def _plain(answer: Answer) -> dict[str, Any]:
    match answer:
        case Answered(value, language):
            kind, plain = _plain_value(value)
            return {kind: plain, "l": language}
        case Skipped():
            return {"s": "skipped"}
        case Refused():
            return {"s": "refused"}
        case _:
            assert_never(answer)


def _plain_value(value: Value) -> tuple[str, str | list[str]]:
    match value:
        case Chosen(code):
            return "one", code
        case ChosenMany(codes):
            return "many", list(codes)
        case Written(text):
            return "text", text
        case Voted(vote):
            return "vote", vote.value
        case Approved(topics):
            return "topics", list(topics)
        case _:
            assert_never(value)


def _answer(plain: dict[str, Any]) -> Answer:
    match plain:
        case {"s": "skipped"}:
            return Skipped()
        case {"s": "refused"}:
            return Refused()
        case {"l": language, **rest}:
            return Answered(_value(rest), LanguageTag(language))
        case _:
            raise ValueError("an answer of no known kind")


def _value(plain: dict[str, Any]) -> Value:
    match plain:
        case {"one": str(code)}:
            return Chosen(ChoiceCode(code))
        case {"many": list(codes)}:
            return ChosenMany(tuple(ChoiceCode(code) for code in codes))
        case {"text": str(text)}:
            text.encode()
            return Written(text)
        case {"vote": str(vote)}:
            return Voted(Vote(vote))
        case {"topics": list(topics)}:
            return Approved(tuple(TopicId(topic) for topic in topics))
        case _:
            raise ValueError("a value of no known kind")


def sealed_size(consultation: Consultation) -> int:
    """Bytes that the fullest response can take, rounded up: the one size every payload is padded to."""
    size = _ENVELOPE
    for item in consultation.items():
        size += 2 * len(item.encode()) + _PER_ITEM
    for part in consultation.parts:
        match part:
            case Survey():
                size += sum(_fullest(question) for question in part.asked)
            case StatementPaper():
                size += sum(len(statement.id.encode()) + 3 for statement in part.statements)
            case ApprovalPaper():
                size += sum(len(topic.id.encode()) + 3 for topic in part.topics)
    return -(-size // _STEP) * _STEP


def _fullest(question: object) -> int:
    match question:
        case OpenText(max_length=letters):
            return letters * _BYTES_PER_LETTER
        case MultipleChoice(choices=choices):
            return sum(len(choice.code.encode()) + 3 for choice in choices)
        case Scale(id=name, choices=choices):
            return len(name.encode()) + 3 + max(len(choice.code.encode()) for choice in choices)
        case _:
            return max((len(choice.code.encode()) for choice in getattr(question, "choices", ())), default=0)
