"""Fonts and sizes for every language: the largest type, up to the wished one, in which a text fits its place."""

import math
from functools import lru_cache

from PySide6.QtCore import QObject, QPointF, Slot
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtQml import QmlElement, QmlSingleton

from icc_consult.languages import UnknownLanguage, language, native_digits

QML_IMPORT_NAME = "ui.theme"
QML_IMPORT_MAJOR_VERSION = 1

_CAPITAL_HEIGHT = 0.714
_SMALLEST = 9
_ENDLESS = 100_000
_STEPS = (1.0, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.54, 0.48, 0.42, 0.36, 0.3, 0.25, 0.2)
_PLAIN = ("Noto Sans", "Noto Sans Arabic")


@lru_cache(maxsize=256)
def _families(tag: str) -> tuple[str, ...]:
    try:
        return (*language(tag).font_families, *_PLAIN)
    except UnknownLanguage:
        return _PLAIN


@lru_cache(maxsize=2048)
def _font(tag: str, pixels: int, strong: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(_families(tag)))
    font.setPixelSize(max(pixels, _SMALLEST))
    font.setWeight(QFont.Weight.Bold if strong else QFont.Weight.Normal)
    return font


def _size(text: str, font: QFont, width: float) -> tuple[float, float]:
    widest = height = 0.0
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    option.setUseDesignMetrics(True)  # as Qt Quick lays text out
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
    return widest, height


@lru_cache(maxsize=4096)
def _fitted(text: str, tag: str, pixels: int, strong: bool, width: int, height: int) -> tuple[int, float]:
    for step in _STEPS:
        size = max(int(pixels * step), _SMALLEST)
        wide, high = _size(text, _font(tag, size, strong), width)
        if wide <= width and high <= height:
            break
    return size, high


def _pixels(capitals: float, millimetre: float) -> int:
    return round(capitals * millimetre / _CAPITAL_HEIGHT)


@QmlElement
@QmlSingleton
class Typesetter(QObject):
    """Measures for QML. Capitals are heights of a capital letter in millimetres; the rest is in pixels."""

    @Slot(str, float, float, bool, result=QFont)
    def font(self, tag: str, capitals: float, millimetre: float, strong: bool) -> QFont:
        return _font(tag, _pixels(capitals, millimetre), strong)

    @Slot(str, str, float, float, bool, float, float, result=QFont)
    def fitted(
        self, text: str, tag: str, capitals: float, millimetre: float, strong: bool, width: float, room: float
    ) -> QFont:
        wished = _pixels(capitals, millimetre)
        if width <= 0 or not text:
            return _font(tag, wished, strong)
        return _font(tag, _fitted(text, tag, wished, strong, int(width), int(room))[0], strong)

    @Slot(str, str, float, float, bool, float, float, result=float)
    def tall(
        self, text: str, tag: str, capitals: float, millimetre: float, strong: bool, width: float, room: float
    ) -> float:
        if width <= 0 or not text:
            return 0.0
        wished = _pixels(capitals, millimetre)
        return math.ceil(_fitted(text, tag, wished, strong, int(width), int(room))[1])

    @Slot(str, str, float, float, bool, result=float)
    def wide(self, text: str, tag: str, capitals: float, millimetre: float, strong: bool) -> float:
        font = _font(tag, _pixels(capitals, millimetre), strong)
        return math.ceil(_size(text, font, _ENDLESS)[0]) + 1

    @Slot(str, result=bool)
    def rightToLeft(self, tag: str) -> bool:
        try:
            return language(tag).direction == "rtl"
        except UnknownLanguage:
            return False

    @Slot(str, str, result=str)
    def digits(self, text: str, tag: str) -> str:
        return native_digits(text, tag)
