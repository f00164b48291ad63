import gettext
import json
from pathlib import Path

import pytest
from babel import Locale

from scripts import locales
from tests.rules.tree import name_of

LANGUAGES = [
    tag.replace("-", "_") for tag in json.loads(Path(__file__).with_name("exemplars.json").read_text("utf-8"))
]
FORMS = ("zero", "one", "two", "few", "many", "other")


def test_every_catalogue_is_what_an_extraction_would_write_now() -> None:
    fresh = dict(locales.fresh())
    assert len(fresh) > 1
    assert [name_of(path) for path, content in fresh.items() if path.read_bytes() != content] == []


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "rom"])
def test_a_catalogue_counts_as_cldr_does(language: str) -> None:
    rule = Locale.parse(locales.CLDR_NAMES.get(language, language)).plural_form
    choose = gettext.c2py(locales.plural_forms(language).partition("plural=")[2].rstrip(";"))
    forms = [form for form in FORMS if form in rule.tags or form == "other"]
    numbers = [*range(250), 1000, 1_000_000]
    assert [forms[choose(number)] for number in numbers] == [rule(number) for number in numbers]


def test_a_new_catalogue_holds_every_sentence_untranslated(
    monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    monkeypatch.setattr(locales, "LOCALES", place)
    begun = dict(locales.fresh(["ar"]))[place / "ar" / "LC_MESSAGES" / "icc_consult.po"].decode()
    assert begun.count('msgid "') > 1
    assert "nplurals=6" in begun
    assert "Date" not in begun
