"""The catalogues and the sources of this very tree."""

import ast
from collections.abc import Iterator
from pathlib import Path

from icc_consult.catalogues import plural_header
from icc_consult.i18n import state
from icc_consult.languages import known_languages

from scripts import locales

STATES = {"draft", "needs_review", "reviewed", "pretested"}
MARKS = {"say": (0,), "_say": (0,), "N_": (0,), "counted": (0, 1), "sense": (0, 1)}


def catalogues() -> list[tuple[Path, str]]:
    folders = {one.catalogue: one.tag for one in known_languages()}
    found = sorted((locales.ROOT / "locales").glob("*/LC_MESSAGES/icc_consult.po"))
    return [(path, folders[path.parent.parent.name]) for path in found]


def test_every_catalogue_is_of_a_known_language_and_says_its_state() -> None:
    wrong = {tag: state(tag) for _, tag in catalogues() if state(tag) not in STATES}
    assert wrong == {}


def test_every_catalogue_counts_by_cldr() -> None:
    assert [tag for path, tag in catalogues() if plural_header(tag) not in path.read_text("utf-8")] == []


def test_no_translation_has_other_placeholders_than_its_source() -> None:
    assert [fault for path, tag in catalogues() for fault in locales.faults(path, tag)] == []


def test_no_sentence_is_built_before_it_is_translated() -> None:
    assert built_sentences(locales.ROOT) == []


def test_a_built_sentence_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "a.py").write_text(
        'say(f"a {b}")\nself.say("a" + b)\nsay.counted("a", "b".format(1), n)\nsay("good")\nsay(later)\n',
        "utf-8",
    )
    assert built_sentences(tmp_path) == ["a.py:1", "a.py:2", "a.py:3"]


def built_sentences(root: Path) -> list[str]:
    sources = sorted(path for folder in locales.SOURCES for path in (root / folder).rglob("*.py"))
    return [f"{path.name}:{line}" for path in sources for line in _built(ast.parse(path.read_text("utf-8")))]


def _built(tree: ast.Module) -> Iterator[int]:
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        texts = [call.args[place] for place in MARKS.get(name, ()) if place < len(call.args)]
        if any(map(_is_built, texts)):
            yield call.lineno


def _is_built(text: ast.expr) -> bool:
    if isinstance(text, ast.Call):
        return isinstance(text.func, ast.Attribute) and text.func.attr in ("format", "join", "replace")
    return isinstance(text, ast.JoinedStr | ast.BinOp)
