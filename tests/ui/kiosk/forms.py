"""A small made-up form with every kind of question, in the words of the consultation that comes along."""

from functools import cache
from hashlib import sha256
from typing import Any

from icc_consult.packs import MediaFile, Pack, pack_of

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from tests.builders import OGG, sample

Document = dict[str, Any]
PICTURES = ("house.png", "school.png", "bus.png")


@cache
def form_pack() -> Pack:
    """Every kind and look, a group, a repeat, rules, routes, a picture and a sound."""
    return pack_of(form_document(), media())


def media() -> dict[str, MediaFile]:
    """Three plain pictures and a sound."""
    drawn = {f"media/{name}": _picture(40 * number) for number, name in enumerate(PICTURES, 1)}
    return {name: _file(content) for name, content in {**drawn, "media/word.ogg": OGG}.items()}


def _file(content: bytes) -> MediaFile:
    return MediaFile(len(content), sha256(content).hexdigest(), content[:512], lambda: content)


def _picture(hue: int) -> bytes:
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(QColor.fromHsv(hue, 120, 220))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())


def form_document() -> Document:
    """The document of the form."""
    borrowed = dict(sample().document)
    survey = {"id": "form", "kind": "survey", "questions": _questions(borrowed)}
    routes = [
        {"id": "short", "text": _text(borrowed, "q12"), "minutes": 2, "leaves_out": ["household", "trips"]},
        {"id": "long", "text": _text(borrowed, "q11"), "minutes": 12},
    ]
    return {**borrowed, "id": "forms", "parts": [survey], "routes": routes}


def _questions(borrowed: Document) -> list[Document]:
    return [*_entered(borrowed), *_chosen(borrowed), *_ruled(borrowed), _trips(borrowed)]


def _entered(borrowed: Document) -> list[Document]:
    """A note, a group of numbers, dates and a time."""
    in_group = [
        _asked(borrowed, "rooms", "number", "q04", least=1, most=20, hint=_text(borrowed, "q07")),
        _asked(borrowed, "income", "number", "q03", whole=False),
    ]
    bus = _every(borrowed, "media/bus.png")
    return [
        _asked(borrowed, "note", "note", "q05", hint=_text(borrowed, "q08"), picture=bus),
        {"id": "household", "kind": "group", "text": _text(borrowed, "q11"), "questions": in_group},
        _asked(borrowed, "rating", "number", "q01", least=1, most=5, step=1, looks=["rating"]),
        _asked(borrowed, "degree", "number", "q07", least=0, most=10, step=1),
        _asked(borrowed, "born", "date", "p2"),
        _asked(borrowed, "came", "date", "p1", precision="month"),
        _asked(borrowed, "year", "date", "p1", precision="year"),
        _asked(borrowed, "feast", "date", "q09", calendar="islamic"),
        _asked(borrowed, "leaves", "time", "q05"),
    ]


def _chosen(borrowed: Document) -> list[Document]:
    """Choices in a row, in a short list, with pictures, with sounds."""

    def choosing(name: str, kind: str, of: str, **members: Any) -> Document:
        return _asked(borrowed, name, kind, of, **{"choices": _choices(borrowed, of), **members})

    sound = _every(borrowed, "media/word.ogg")
    pictured = [
        {**choice, "picture": _every(borrowed, f"media/{name}"), "sound": sound}
        for choice, name in zip(_choices(borrowed, "q06"), PICTURES, strict=False)
    ]
    house = _every(borrowed, "media/house.png")
    return [
        choosing("likert", "scale", "q01", looks=["likert"]),
        choosing("short-list", "single_choice", "q08", looks=["minimal"]),
        choosing("pictures", "multiple_choice", "q06", choices=pictured, picture=house),
        choosing("heard", "single_choice", "q10", sound=sound),
        choosing("must", "single_choice", "q11", required="true()", looks=["quick"]),
    ]


def _ruled(borrowed: Document) -> list[Document]:
    """An answer that must fit, one that is hidden, one that the form gives."""
    even = {"constraint": ". mod 2 = 0", "constraint_message": _text(borrowed, "q06")}
    return [
        _asked(borrowed, "even", "number", "q12", **even),
        _asked(borrowed, "secret", "open_text", "q12", masked=True),
        _asked(borrowed, "filled", "number", "p5", read_only=True, default="7"),
    ]


def _trips(borrowed: Document) -> Document:
    """Two questions for every round."""
    children = [
        _asked(borrowed, "age", "number", "p2", least=0, most=120),
        _asked(borrowed, "child-school", "single_choice", "q10", choices=_choices(borrowed, "q10")),
    ]
    about = _text(borrowed, "q09")
    return {"id": "trips", "kind": "repeat", "text": about, "questions": children, "most_rounds": 3}


def _asked(borrowed: Document, name: str, kind: str, text: str, **members: Any) -> Document:
    return {"id": name, "kind": kind, "text": _text(borrowed, text), **members}


def _choices(borrowed: Document, of: str) -> list[Document]:
    return [dict(choice) for choice in _question(borrowed, of)["choices"]]


def _question(borrowed: Document, name: str) -> Document:
    every = [question for part in borrowed["parts"] for question in part.get("questions", [])]
    return next(question for question in every if question["id"] == name)


def _text(borrowed: Document, name: str) -> dict[str, str]:
    return dict(_question(borrowed, name)["text"])


def _every(borrowed: Document, name: str) -> dict[str, str]:
    return dict.fromkeys(borrowed["languages"], name)
