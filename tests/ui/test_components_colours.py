"""The colours keep their distance in every contrast, also without colour."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlComponent, QQmlEngine

from ui.shell import ROOT

TEXT, PART = 7.0, 3.0
TEXTS = [
    ("ink", "paper"),
    ("ink", "tile"),
    ("ink", "tint"),
    ("inkSoft", "paper"),
    ("inkSoft", "tile"),
    ("azulejo", "paper"),
    ("azulejo", "tile"),
    ("azulejoInk", "azulejo"),
    ("clay", "paper"),
    ("clay", "tile"),
]
PARTS = [
    ("grout", "paper"),
    ("grout", "tile"),
    ("azulejo", "tint"),
    ("azulejo", "paper"),
    ("azulejo", "tile"),
]
GREY = [("tile", "azulejo"), ("tint", "azulejo"), ("glaze", "azulejo"), ("ink", "tile")]
SCHEMES = ("light", "dark", "strong")


@pytest.fixture(scope="module")
def theme(qapp: object) -> Iterator[QObject]:
    """The one place where colours are written."""
    engine = QQmlEngine()
    engine.addImportPath(str(ROOT))
    component = QQmlComponent(engine)
    component.setData(b"import QtQml\nimport ui.theme\nQtObject { property QtObject theme: Theme }", "")
    holder = component.create()
    yield holder.property("theme")
    holder.deleteLater()


def luminance(colour: QColor) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of the lighter to the darker, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def too_near(theme: QObject, pairs: list[tuple[str, str]], least: float) -> dict[str, float]:
    """The pairs that fall short, and their ratios."""
    ratios = {
        f"{one} on {other}": contrast(theme.property(one), theme.property(other)) for one, other in pairs
    }
    return {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_stands_out_seven_times_and_parts_three_times(theme: QObject, scheme: str) -> None:
    theme.setProperty("scheme", scheme)
    assert too_near(theme, TEXTS, TEXT) == {}
    assert too_near(theme, PARTS, PART) == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_is_told_apart_by_colour_is_told_apart_in_grey(theme: QObject, scheme: str) -> None:
    theme.setProperty("scheme", scheme)
    near = {pair for pair in GREY if contrast(*map(theme.property, pair)) < 1.5}
    assert near <= ({("glaze", "azulejo")} if scheme != "light" else set())


def test_the_schemes_are_three_different_papers(theme: QObject) -> None:
    papers = []
    for scheme in SCHEMES:
        theme.setProperty("scheme", scheme)
        papers.append(theme.property("paper"))
    assert all(one != other for one, other in combinations(papers, 2))


def test_a_measure_of_contrast_agrees_with_the_textbook() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)
