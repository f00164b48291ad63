"""The bytes that are sealed: a response as canonical JSON."""

import json
from collections.abc import Callable
from typing import Any, assert_never

from icc_consult.domain.ballot import TopicId, Vote
from icc_consult.domain.consultation import Fingerprint
from icc_consult.domain.response import (
    Answer,
    Answered,
    Approved,
    Chosen,
    ChosenMany,
    Compared,
    Dated,
    Dotted,
    Duel,
    Ended,
    Graded,
    Numbered,
    Ranked,
    Refused,
    Response,
    Sitting,
    Skipped,
    Timed,
    Value,
    Voted,
    Worked,
    Written,
)
from icc_consult.domain.survey import ChoiceCode
from icc_consult.domain.wording import LanguageTag

VERSION = 1


_TextValue = Written | Numbered | Dated | Timed | Worked
_TEXT_VALUES: dict[str, Callable[[str], _TextValue]] = {
    "text": Written,
    "number": Numbered,
    "date": Dated,
    "time": Timed,
    "worked": Worked,
}


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
        **({"seed": response.seed} if response.seed else {}),
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
        seed=document.get("seed", 0),
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


def _plain_value(value: Value) -> tuple[str, Any]:
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
        case Ranked(codes):
            return "rank", list(codes)
        case _:
            return _plain_measure(value)


def _plain_measure(value: Numbered | Dated | Timed | Graded | Dotted | Compared | Worked) -> tuple[str, Any]:
    match value:
        case Numbered(numeral):
            return "number", numeral
        case Dated(text):
            return "date", text
        case Timed(text):
            return "time", text
        case Worked(text):
            return "worked", text
        case Graded(grades):
            return "grades", [list(pair) for pair in grades]
        case Dotted(dots):
            return "dots", [list(pair) for pair in dots]
        case Compared(duels):
            return "duels", [[duel.first, duel.second, duel.preferred or ""] for duel in duels]
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
        case {"vote": str(vote)}:
            return Voted(Vote(vote))
        case {"topics": list(topics)}:
            return Approved(tuple(TopicId(topic) for topic in topics))
        case {"rank": list(codes)}:
            return Ranked(tuple(codes))
        case {"grades": list()} | {"dots": list()} | {"duels": list()}:
            return _marks(plain)
        case _:
            return _text_value(plain)


def _marks(plain: dict[str, Any]) -> Graded | Dotted | Compared:
    match plain:
        case {"grades": list(grades)}:
            return Graded(tuple((TopicId(topic), ChoiceCode(grade)) for topic, grade in grades))
        case {"dots": list(dots)}:
            return Dotted(tuple((TopicId(topic), int(count)) for topic, count in dots))
        case _:
            return Compared(tuple(_duel(*duel) for duel in plain["duels"]))


def _text_value(plain: dict[str, Any]) -> _TextValue:
    for name, kind in _TEXT_VALUES.items():
        if isinstance(text := plain.get(name), str):
            text.encode()
            return kind(text)
    raise ValueError("a value of no known kind")


def _duel(first: str, second: str, preferred: str) -> Duel:
    return Duel(TopicId(first), TopicId(second), TopicId(preferred) if preferred else None)
