"""Keyboards as data, and typing as a pure function: `press(typed, key)` is the text after a tap."""

from icc_consult.keyboards.layout import (
    Erase,
    Key,
    Keyboard,
    Layer,
    Pick,
    Row,
    Space,
    Turn,
    Types,
    digits,
    keyboard,
)
from icc_consult.keyboards.typed import Typed, finished, press, start, typable

__all__ = [
    "Erase",
    "Key",
    "Keyboard",
    "Layer",
    "Pick",
    "Row",
    "Space",
    "Turn",
    "Typed",
    "Types",
    "digits",
    "finished",
    "keyboard",
    "press",
    "start",
    "typable",
]
