"""Fonts and sizes for every language: the largest type, up to the wished one, that fits its place."""

import math
from bisect import bisect_left
from functools import lru_cache
from typing import ClassVar, NamedTuple

from icc_consult.languages import UnknownLanguage, language, native_digits

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QFont, QRawFont, QTextLayout, QTextOption
from PySide6.QtQml import QmlElement, QmlSingleton

QML_IMPORT_NAME = "ui.theme"
QML_IMPORT_MAJOR_VERSION = 1

_CAPITAL_HEIGHT = 0.714
_SMALLEST = 9
_ENDLESS = 100_000
_STEPS = (1.0, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.54, 0.48, 0.42, 0.36, 0.3, 0.25, 0.2)
_PLAIN = ("Noto Sans", "Noto Sans Arabic")
# These faces keep room between their lines for marks that everyday text does not carry; and letters of
# Nastaliq reach further down than its face says.
_LEADING = {"Noto Sans Arabic": 0.76, "Noto Nastaliq Urdu": 0.9}
_UNSPACED = ("Noto Sans SC",)
_RISE = {"Noto Nastaliq Urdu": 0.16}
# The rules of this face take long to read; for a language's own name there is one with the few it needs.
_NAMES = {"Noto Nastaliq Urdu": "Noto Nastaliq Urdu Names"}


class _Wish(NamedTuple):
    """A text as it should be set: `pixels` is the size of its font, `leading` a share of the font's own."""

    text: str
    tag: str
    pixels: int
    strong: bool

    @property
    def leading(self) -> float:
        return _LEADING.get(_families(self.tag)[0], 1.0)

    def font(self, share: float = 1.0) -> QFont:
        pixels = max(int(self.pixels * share), _SMALLEST)
        return _font(self.tag, pixels, self.strong, is_name=self.text != "" and self.text == _name(self.tag))


class _Measured(NamedTuple):
    widest: float
    tall: float
    lines: int


@lru_cache(maxsize=256)
def _families(tag: str) -> tuple[str, ...]:
    try:
        return (*language(tag).font_families, *_PLAIN)
    except UnknownLanguage:
        return _PLAIN


@lru_cache(maxsize=256)
def _name(tag: str) -> str:
    """What a language calls itself, where there is a face for names in it."""
    return language(tag).endonym if _families(tag)[0] in _NAMES else ""


@lru_cache(maxsize=2048)
def _font(tag: str, pixels: int, strong: bool, *, is_name: bool = False) -> QFont:
    families = _families(tag)
    font = QFont()
    font.setFamilies([_NAMES[families[0]], *families] if is_name else list(families))
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold if strong else QFont.Weight.Normal)
    return font


@lru_cache(maxsize=8192)
def _measured(wish: _Wish, share: float, width: int) -> _Measured:
    widest = tall = 0.0
    lines = 0
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    option.setUseDesignMetrics(True)  # as Qt Quick lays text out
    for paragraph in wish.text.split("\n"):
        layout = QTextLayout(paragraph, wish.font(share))
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            tall += line.height() * wish.leading
            widest = max(widest, line.naturalTextWidth())
            lines += 1
        layout.endLayout()
    return _Measured(widest, tall, lines)


@lru_cache(maxsize=8192)
def _share(wish: _Wish, width: int, room: int) -> float:
    """The first step at which the text fits; what fits at one fits at all that are smaller."""

    def fits(share: float) -> bool:
        found = _measured(wish, share, width)
        return found.widest <= width and found.tall <= room

    if fits(_STEPS[0]):
        return _STEPS[0]
    return _STEPS[min(bisect_left(_STEPS, x=True, lo=1, key=fits), len(_STEPS) - 1)]


@lru_cache(maxsize=2048)
def _balanced(wish: _Wish, share: float, width: int) -> int:
    """About the narrowest width that breaks the text into no more lines, so that they are equally long."""
    lines = _measured(wish, share, width).lines
    low, high = width // 2, width
    while lines > 1 and high - low > width // 32:
        middle = (low + high) // 2
        found = _measured(wish, share, middle)
        if found.lines > lines or found.widest > middle:
            low = middle
        else:
            high = middle
    return min(width, high + int(0.75 * wish.pixels * share))


class _Label(NamedTuple):
    """What a button of a row may say; `beside` are the pixels that its words cannot have."""

    wishes: tuple[_Wish, ...]
    beside: int
    usual: int

    def needs(self, share: float, room: int) -> int:
        widths = [_narrowest(wish, share, room) + self.beside for wish in self.wishes if wish.text]
        return max(widths, default=0)


@lru_cache(maxsize=4096)
def _narrowest(wish: _Wish, share: float, room: int) -> int:
    """About the narrowest width in which a text of this size is no higher than its room."""
    line = _measured(wish, share, _ENDLESS)
    lines = int(room / line.tall)
    high = math.ceil(line.widest) if lines else _ENDLESS
    low = high // max(lines, 1)
    while lines > 1 and high - low > 3:
        middle = (low + high) // 2
        found = _measured(wish, share, middle)
        if found.tall > room or found.widest > middle:
            low = middle
        else:
            high = middle
    return high


@lru_cache(maxsize=256)
def _row(labels: tuple[_Label, ...], room: int) -> tuple[float, ...]:
    """The one share at which all fit beside each other, and how wide each button is then."""
    across = sum(label.usual for label in labels)

    def fits(share: float) -> bool:
        return sum(label.needs(share, room) for label in labels) <= across

    share = _STEPS[min(bisect_left(_STEPS, x=True, key=fits), len(_STEPS) - 1)]
    if not fits(share):
        return share, *(label.usual for label in labels)
    spare = [label.usual - label.needs(share, room) for label in labels]
    lacking = -sum(one for one in spare if one < 0)
    given = min(1.0, lacking / max(1, sum(one for one in spare if one > 0)))
    widths = (label.usual - one * (given if one > 0 else 1) for label, one in zip(labels, spare, strict=True))
    return share, *widths


def _wish(text: str, tag: str, capitals: float, millimetre: float, strong: bool) -> _Wish:
    return _Wish(text, tag, round(capitals * millimetre / _CAPITAL_HEIGHT), strong)


@lru_cache(maxsize=8192)
def _set(
    text: str, tag: str, capitals: float, millimetre: float, strong: bool, width: float, room: float
) -> tuple[QFont, float, float]:
    """The font in which a text fits, how high it is then, and its share of the wished size."""
    wish = _wish(text, tag, capitals, millimetre, strong)
    if width <= 0 or room <= 0 or not text:
        return wish.font(), 0.0, 1.0
    share = _share(wish, int(width), int(room))
    return wish.font(share), math.ceil(_measured(wish, share, int(width)).tall), share


@lru_cache(maxsize=256)
def warm(tag: str) -> tuple[QRawFont, ...]:
    """Bring the faces of a language in before they are needed. They stay: Qt lets go of what nobody holds."""
    words = f"{language(tag).endonym} …"  # more than a name, which may have a face of its own
    for strong in (False, True):
        _measured(_Wish(words, tag, _SMALLEST, strong), 1.0, _ENDLESS)
    return tuple(QRawFont.fromFont(_font(tag, _SMALLEST, strong)) for strong in (False, True))


@QmlElement
@QmlSingleton
class Typesetter(QObject):
    """Measures for QML: capitals in millimetres, `lift` and `rise` in ems, everything else in pixels.

    `first_millimetre` is that of the window that is about to be shown, so that nothing is laid out twice.
    """

    first_millimetre: ClassVar[float] = 3.78

    @Slot(result=float)
    def millimetre(self) -> float:
        return Typesetter.first_millimetre

    @Slot(str, str, float, float, bool, float, float, result=QFont)
    def fitted(
        self, text: str, tag: str, capitals: float, millimetre: float, strong: bool, width: float, room: float
    ) -> QFont:
        return _set(text, tag, capitals, millimetre, strong, width, room)[0]

    @Slot(str, str, float, float, bool, float, float, result=float)
    def tall(
        self, text: str, tag: str, capitals: float, millimetre: float, strong: bool, width: float, room: float
    ) -> float:
        return _set(text, tag, capitals, millimetre, strong, width, room)[1]

    @Slot(str, str, float, float, bool, float, float, result=float)
    def share(
        self, text: str, tag: str, capitals: float, millimetre: float, strong: bool, width: float, room: float
    ) -> float:
        return _set(text, tag, capitals, millimetre, strong, width, room)[2]

    @Slot(str, bool, result=QFont)
    def smallest(self, tag: str, strong: bool) -> QFont:
        """What stands nowhere yet needs a font too: of two faces the one that comes in faster."""
        return _font(tag, _SMALLEST, strong, is_name=_name(tag) != "")

    @Slot(str, str, float, float, bool, result=float)
    def wide(self, text: str, tag: str, capitals: float, millimetre: float, strong: bool) -> float:
        if not text:
            return 0.0
        wish = _wish(text, tag, capitals, millimetre, strong)
        return math.ceil(_measured(wish, 1.0, _ENDLESS).widest) + 1

    @Slot(list, str, float, float, float, list, list, result=list)
    def row(
        self,
        labels: list[list[str]],
        tag: str,
        capitals: float,
        millimetre: float,
        room: float,
        beside: list[float],
        usual: list[float],
    ) -> list[float]:
        """Capitals in millimetres in which all buttons of a row speak equally loud, then their widths."""
        buttons = tuple(
            _Label(
                tuple(_wish(text, tag, capitals, millimetre, strong=True) for text in said),
                beside=int(less) + 1,
                usual=int(wide),
            )
            for said, less, wide in zip(labels, beside, usual, strict=True)
        )
        share, *widths = _row(buttons, int(room))
        return [self.shrunk(tag, capitals, millimetre, share), *widths]

    @Slot(list, list, float, float, bool, float, float, result=float)
    def shared(
        self,
        texts: list[str],
        tags: list[str],
        capitals: float,
        millimetre: float,
        strong: bool,
        width: float,
        room: float,
    ) -> float:
        """Capitals in millimetres in which each of these texts fits a place of this size."""
        shares = (
            self.share(text, tag, capitals, millimetre, strong, width, room)
            for text, tag in zip(texts, tags, strict=True)
        )
        return self.shrunk("", capitals, millimetre, min(shares, default=1.0))

    @Slot(str, float, float, float, result=float)
    def shrunk(self, tag: str, capitals: float, millimetre: float, share: float) -> float:
        wish = _wish("", tag, capitals, millimetre, strong=True)
        return wish.font(share).pixelSize() * _CAPITAL_HEIGHT / millimetre

    @Slot(str, str, float, float, bool, float, float, result=float)
    def balanced(
        self, text: str, tag: str, capitals: float, millimetre: float, strong: bool, width: float, room: float
    ) -> float:
        if width <= 0 or not text or _families(tag)[0] in _UNSPACED:
            return max(width, 0.0)
        wish = _wish(text, tag, capitals, millimetre, strong)
        return _balanced(wish, self.share(text, tag, capitals, millimetre, strong, width, room), int(width))

    @Slot(str, result=float)
    def leading(self, tag: str) -> float:
        return _Wish("", tag, 0, strong=False).leading

    @Slot(str, result=float)
    def lift(self, tag: str) -> float:
        try:
            return (1 - self.leading(tag)) * language(tag).line_height / 2
        except UnknownLanguage:
            return 0.0

    @Slot(str, result=float)
    def rise(self, tag: str) -> float:
        return _RISE.get(_families(tag)[0], 0.0)

    @Slot(str, result=bool)
    def rightToLeft(self, tag: str) -> bool:
        try:
            return language(tag).is_rtl
        except UnknownLanguage:
            return False

    @Slot(str, str, result=str)
    def digits(self, text: str, tag: str) -> str:
        return native_digits(text, tag)
