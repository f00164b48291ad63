"""A word in the glossary is a word of the program."""

import re

from tests.rules.tree import ROOT, sources

TERM = re.compile(r"^(?:[-*] |\| *|#+ )?\*\*([^*]+)\*\*", re.MULTILINE)


def _terms() -> list[str]:
    return [
        term.strip(" :.")
        for line in TERM.findall((ROOT / "GLOSSARY.md").read_text("utf-8"))
        for term in re.split(r", | / ", line)
    ]


def test_every_word_of_the_glossary_is_used_by_the_program() -> None:
    code = "\n".join(path.read_text("utf-8") for path in sources(".py", ".qml") if "tests" not in path.parts)
    spoken = re.sub(r"[_\s]+", "", code).lower()
    terms = _terms()
    assert len(terms) > 10
    assert [term for term in terms if re.sub(r"[\s-]+", "", term).lower() not in spoken] == []


def test_no_word_is_explained_twice() -> None:
    terms = [term.lower() for term in _terms()]
    assert sorted(terms) == sorted(set(terms))
