"""scripts/locales.py on a small tree: what it finds, how it merges, and when it complains."""

import ast
from collections.abc import Callable
from gettext import c2py
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Message

from icc_consult.catalogues import Catalogue, plural_header, read_catalogue
from icc_consult.languages import known_languages, language

from scripts import locales

PYTHON = """
# Translators: shown at the door
hello = say("Hello {name}", name=name)
count = self._say.counted("{n} answer", "{n} answers", n)
verb = say.sense("verb", "Open")
later = N_("See you")
shown = say(later)
"""
QML = """
Text {
    // Translators: on the largest button
    text: qsTr("Start")
    property string state: qsTr("Open", "adjective")
    property string inside: `${qsTr("In a template")}`
    // qsTr("in a comment")
}
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for folder in ("icc_consult", "ui/kiosk", "tests", "locales"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "babel.cfg").write_text((locales.ROOT / "babel.cfg").read_text("utf-8"), "utf-8")
    (tmp_path / "icc_consult" / "door.py").write_text(PYTHON, "utf-8")
    (tmp_path / "ui" / "kiosk" / "Door.qml").write_text(QML, "utf-8")
    (tmp_path / "tests" / "door.py").write_text('say("Only in a test")', "utf-8")
    return tmp_path


@pytest.fixture
def french(tree: Path) -> Path:
    assert locales.main(["update"], tree) == 0
    return tree / "locales" / "fr" / "LC_MESSAGES" / "icc_consult.po"


def edit(path: Path, change: Callable[[str], str]) -> None:
    before = path.read_text("utf-8")
    assert change(before) != before
    path.write_text(change(before), "utf-8")


def translate(path: Path, source: str, translation: str) -> None:
    empty = f'msgid "{source}"\nmsgstr ""'
    edit(path, lambda text: text.replace(empty, f'msgid "{source}"\nmsgstr "{translation}"'))


def found(catalogue: Catalogue, source: str, context: str | None = None) -> Message:
    message = catalogue.get(source, context)
    assert message is not None
    return message


def test_the_template_holds_the_sentences_of_python_and_qml(tree: Path) -> None:
    template = locales.template(tree)
    assert {(message.id, message.context) for message in template if message.id} == {
        ("Hello {name}", None),
        (("{n} answer", "{n} answers"), None),
        ("Open", "verb"),
        ("Open", "adjective"),
        ("See you", None),
        ("Start", None),
        ("In a template", None),
    }
    assert found(template, "Start").auto_comments == ["Translators: on the largest button"]
    assert found(template, "Hello {name}").auto_comments == ["Translators: shown at the door"]


def test_an_update_begins_every_language_of_the_interface(french: Path) -> None:
    begun = {path.parent.parent.name for path in french.parents[2].glob("*/LC_MESSAGES/*.po")}
    assert begun == {tag.replace("-", "_") for tag in locales.INTERFACE}
    header = french.read_text("utf-8").partition("\n\n")[0]
    assert plural_header("fr") in header
    assert "X-State: draft" in header
    assert not {word for word in ("Date", "Babel", "YEAR", "EMAIL", "fuzzy") if word in header}


def test_an_update_may_begin_one_more_language(tree: Path) -> None:
    assert locales.main(["update", "ps"], tree) == 0
    assert (tree / "locales" / "ps" / "LC_MESSAGES" / "icc_consult.po").exists()


def test_a_fresh_tree_passes_and_a_second_update_changes_nothing(french: Path, tree: Path) -> None:
    assert locales.main(["check"], tree) == 0
    before = {path: path.read_bytes() for path in tree.glob("locales/**/*.po*")}
    locales.main(["update"], tree)
    assert before == {path: path.read_bytes() for path in tree.glob("locales/**/*.po*")}


def test_a_new_sentence_makes_the_catalogues_stale(
    french: Path, tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(tree / "ui" / "kiosk" / "Door.qml", lambda text: text.replace('"Start"', '"Begin here"'))
    assert locales.main(["check"], tree) == 1
    assert '+msgid "Begin here"' in capsys.readouterr().out


def test_a_missing_catalogue_makes_the_tree_stale(french: Path, tree: Path) -> None:
    french.unlink()
    assert locales.main(["check"], tree) == 1


def test_a_changed_sentence_keeps_its_translation_as_doubtful(french: Path, tree: Path) -> None:
    translate(french, "Start", "Commencer")
    translate(french, "See you", "À bientôt")
    edit(tree / "ui" / "kiosk" / "Door.qml", lambda text: text.replace('"Start"', '"Start now"'))
    locales.main(["update"], tree)
    catalogue = read_catalogue(french, "fr")
    assert found(catalogue, "Start now").fuzzy
    assert found(catalogue, "Start now").string == "Commencer"
    assert not found(catalogue, "See you").fuzzy
    assert locales.main(["check"], tree) == 0


def test_an_update_keeps_what_the_translator_said_of_the_work(french: Path, tree: Path) -> None:
    edit(
        french,
        lambda text: text.replace('"X-State: draft', '"Last-Translator: Nobody\\n"\n"X-State: reviewed'),
    )
    edit(french, lambda text: text.replace('msgid "Start"', '# formal\nmsgid "Start"'))
    edit(french, lambda text: text.replace(plural_header("fr"), "nplurals=2; plural=(n > 1);"))
    locales.main(["update"], tree)
    text = french.read_text("utf-8")
    assert "X-State: reviewed" in text
    assert "Last-Translator: Nobody" in text
    assert "# formal" in text
    assert plural_header("fr") in text


def test_a_translation_with_other_placeholders_fails_the_check(
    french: Path, tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    translate(french, "Hello {name}", "Bonjour {nom}")
    assert locales.main(["check"], tree) == 1
    assert "placeholders differ in fr: Hello {name}" in capsys.readouterr().out


def test_a_counted_form_may_lack_its_number_only_where_it_is_the_only_one(tree: Path) -> None:
    locales.main(["update"], tree)
    shelf = tree / "locales"
    for tag in ("de", "fr"):
        path = shelf / tag / "LC_MESSAGES" / "icc_consult.po"
        edit(path, lambda text: text.replace('msgstr[0] ""', 'msgstr[0] "one answer"'))
    assert list(locales.faults(shelf / "de" / "LC_MESSAGES" / "icc_consult.po", "de")) == []
    assert list(locales.faults(shelf / "fr" / "LC_MESSAGES" / "icc_consult.po", "fr")) == ["fr: {n} answer"]


def test_compiling_puts_a_catalogue_beside_each_source(french: Path, tree: Path) -> None:
    assert locales.main(["compile"], tree) == 0
    assert french.with_suffix(".mo").read_bytes()[:4] in (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde")


def test_an_unknown_command_explains_itself(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert locales.main(["translate"], tree) == 2
    assert "locales.py check" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("tag", "forms"), [("ar", 6), ("pl", 3), ("ru", 3), ("uk", 3), ("fr", 3), ("zh-Hans", 1)]
)
def test_whole_numbers_need_so_many_forms(tag: str, forms: int) -> None:
    assert Catalogue(tag).num_plurals == forms


@pytest.mark.parametrize("tag", [one.tag for one in known_languages()])
def test_gettext_reads_our_plural_rule_and_agrees_with_cldr(tag: str) -> None:
    rule = c2py(plural_header(tag).partition("plural=")[2].rstrip(";"))
    cldr = Locale.parse(language(tag).plural_locale).plural_form
    numbers = (*range(1000), 1_000_000, 2_000_000)
    groups = {(rule(n), cldr(n)) for n in numbers}
    assert len(groups) == len({form for form, _ in groups}) == Catalogue(tag).num_plurals


def test_no_sentence_hides_in_an_f_string_where_nobody_finds_it() -> None:
    sources = [path for part in ("icc_consult", "ui") for path in (locales.ROOT / part).rglob("*.py")]
    assert sources
    assert [f"{path.name}: {text}" for path in sources for text in hidden(path)] == []


def hidden(path: Path) -> list[str]:
    """Sentences that are said inside an f-string, which the search for sentences does not read."""
    texts = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.JoinedStr)]
    calls = [call for text in texts for call in ast.walk(text) if isinstance(call, ast.Call) and call.args]
    return [
        ast.unparse(call)
        for call in calls
        if ast.unparse(call.func).split(".")[-1] in ("say", "sense", "counted", "N_")
        and isinstance(call.args[0], ast.Constant)
    ]
