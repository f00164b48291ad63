"""Type as large as wished, and never larger than its place."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from icc_consult.languages import known_languages

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem

from ui.shell import ROOT, application
from ui.theme.fonts import register_fonts
from ui.theme.typesetter import Typesetter

MM = 3.78
WIDE, ROOMY = 900.0, 100_000.0
SENTENCES = {
    "de": "Welche Angebote sind für Sie schwer zu nutzen? Wählen Sie bis zu drei.",
    "uk": "Якими послугами Вам важко користуватися? Виберіть не більше трьох.",
    "ar": "ما الخدمات التي يصعب عليك استخدامها؟ يمكنك اختيار ثلاث على الأكثر.",
    "ur": "کون سی خدمات استعمال کرنا آپ کے لیے مشکل ہے؟ زیادہ سے زیادہ تین چنیں۔",
    "bn": "কোন সেবাগুলো ব্যবহার করা আপনার জন্য কঠিন? সর্বোচ্চ তিনটি বেছে নিন।",
    "am": "ለመጠቀም የሚከብዱዎት አገልግሎቶች የትኞቹ ናቸው? እስከ ሦስት ይምረጡ።",
    "zh-Hans": "您觉得哪些服务很难使用？最多选三个。",
}
Words = Callable[..., QQuickItem]


@pytest.fixture(scope="module")
def typesetter(qapp: object) -> Typesetter:
    """Measures with the program's own fonts."""
    application()
    register_fonts()
    return Typesetter()


@pytest.fixture(scope="module")
def words(typesetter: Typesetter) -> Iterator[Words]:
    """Makes a `Words` of QML with these properties."""
    engine = QQmlEngine()
    engine.addImportPath(str(ROOT))
    component = QQmlComponent(engine, QUrl.fromLocalFile(str(Path(ROOT, "ui/components/Words.qml"))))
    made: list[QQuickItem] = []

    def make(**properties: object) -> QQuickItem:
        item = component.createWithInitialProperties(properties)
        assert isinstance(item, QQuickItem), component.errorString()
        made.append(item)
        return item

    yield make
    for item in made:
        item.deleteLater()


def drawn(text: str, font: QFont) -> QImage:
    """A text as this font paints it."""
    image = QImage(600, 300, QImage.Format.Format_Grayscale8)
    image.fill(255)
    with QPainter(image) as painter:
        painter.setFont(font)
        painter.drawText(image.rect(), int(Qt.AlignmentFlag.AlignCenter), text)
    return image


def capitals_of(font: QFont) -> float:
    """Millimetres of a capital letter."""
    return font.pixelSize() * 0.714 / MM


def test_a_wish_is_a_height_of_capital_letters_on_the_real_screen(typesetter: Typesetter) -> None:
    font = typesetter.fitted("Hello", "en", 9.0, MM, True, WIDE, ROOMY)
    assert capitals_of(font) == pytest.approx(9, abs=0.1)
    assert font.bold()


@pytest.mark.parametrize("language", SENTENCES)
def test_a_text_that_fits_is_as_large_as_wished(typesetter: Typesetter, language: str) -> None:
    assert typesetter.share(SENTENCES[language], language, 9.0, MM, True, WIDE, ROOMY) == 1


@pytest.mark.parametrize("language", SENTENCES)
def test_a_text_shrinks_until_it_fits_its_room(typesetter: Typesetter, language: str) -> None:
    given = (SENTENCES[language], language, 9.0, MM, True, WIDE)
    natural = typesetter.tall(*given, ROOMY)
    assert typesetter.tall(*given, natural / 2) <= natural / 2
    assert 0 < typesetter.share(*given, natural / 2) < 1


def test_a_word_longer_than_the_line_shrinks_and_is_never_broken(typesetter: Typesetter) -> None:
    word = "Donaudampfschifffahrtsgesellschaft"
    font = typesetter.fitted(word, "de", 9.0, MM, True, 300.0, ROOMY)
    assert capitals_of(font) < 9
    assert typesetter.wide(word, "de", capitals_of(font), MM, True) <= 300 + 8


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("width", [300.0, 620.0, 1100.0])
def test_qt_quick_sets_a_text_as_high_as_was_computed(words: Words, language: str, width: float) -> None:
    item = words(text=SENTENCES[language], language=language, capitals=9.0, strong=True, width=width)
    inside = item.property("contentHeight") + item.property("topPadding") + item.property("bottomPadding")
    assert inside <= item.height() + 1
    assert inside >= item.height() * 0.9
    assert not item.property("truncated")


@pytest.mark.parametrize("language", ["de", "uk", "ar", "bn", "am"])
def test_balanced_lines_are_no_more_and_no_wider(words: Words, language: str) -> None:
    given = {"text": SENTENCES[language], "language": language, "capitals": 9.0, "width": 700.0}
    plain, balanced = words(**given), words(balanced=True, **given)
    assert plain.property("lineCount") == balanced.property("lineCount") > 1
    assert 0 <= balanced.property("slack") < 350


def test_a_script_without_spaces_is_not_balanced(words: Words) -> None:
    item = words(text=SENTENCES["zh-Hans"], language="zh-Hans", capitals=9.0, width=500.0, balanced=True)
    assert item.property("slack") == 0


@pytest.mark.parametrize("language", [one.tag for one in known_languages()])
def test_every_language_is_set_in_its_own_face_first(typesetter: Typesetter, language: str) -> None:
    wanted = next(one for one in known_languages() if one.tag == language).font_families
    font = typesetter.fitted("", language, 5.0, MM, False, WIDE, ROOMY)
    assert tuple(font.families()[: len(wanted)]) == wanted


@pytest.mark.parametrize("tag", ["ur", "pa-Arab"])
def test_a_name_looks_the_same_in_the_face_that_was_carved_for_it(typesetter: Typesetter, tag: str) -> None:
    name = next(one for one in known_languages() if one.tag == tag).endonym
    carved = typesetter.fitted(name, tag, 9.0, MM, True, WIDE, ROOMY)
    assert carved.families()[0] == f"{carved.families()[1]} Names"
    whole = QFont(carved)
    whole.setFamilies(carved.families()[1:])
    assert drawn(name, carved) == drawn(name, whole)
    assert drawn(name, carved) != drawn(name[:-1], carved)


def test_sentences_and_other_scripts_never_use_a_face_for_names(typesetter: Typesetter) -> None:
    texts = {"ur": (SENTENCES["ur"], "", "اردو زبان"), "ar": ("العربية",), "de": ("Deutsch", "")}
    for tag, each in texts.items():
        fonts = [typesetter.fitted(text, tag, 9.0, MM, True, WIDE, ROOMY) for text in each]
        assert not any("Names" in family for font in fonts for family in font.families())


@pytest.mark.parametrize(
    ("language", "is_closer", "rises"),
    [
        ("de", False, False),
        ("am", False, False),
        ("ar", True, False),
        ("fa", True, False),
        ("ur", True, True),
    ],
)
def test_lines_of_arabic_script_stand_closer_and_nastaliq_a_little_higher(
    typesetter: Typesetter, language: str, is_closer: bool, rises: bool
) -> None:
    assert (typesetter.leading(language) < 1) is is_closer
    assert (typesetter.lift(language) > 0) is is_closer
    assert (typesetter.rise(language) > 0) is rises


@pytest.mark.parametrize(("language", "is_rtl"), [("ur", True), ("ckb", True), ("de", False), ("xx", False)])
def test_direction_comes_from_the_registry(typesetter: Typesetter, language: str, is_rtl: bool) -> None:
    assert typesetter.rightToLeft(language) is is_rtl


def test_digits_are_those_of_the_language(typesetter: Typesetter) -> None:
    assert typesetter.digits("3 / 12", "bn") == "৩ / ১২"
    assert typesetter.digits("3 / 12", "de") == "3 / 12"


def test_nothing_has_no_height(typesetter: Typesetter) -> None:
    assert typesetter.tall("", "de", 9.0, MM, True, WIDE, ROOMY) == 0
    assert typesetter.tall("Hello", "de", 9.0, MM, True, 0.0, ROOMY) == 0
    assert typesetter.balanced("", "de", 9.0, MM, True, WIDE, ROOMY) == WIDE
