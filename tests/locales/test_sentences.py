"""`Say` beside small catalogues drawn where they are tested."""

import os
import subprocess
import sys
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from struct import pack, unpack_from

import pytest

from icc_consult import i18n
from icc_consult.catalogues import Catalogue, compiled, read_catalogue, written
from icc_consult.i18n import MISSING, N_, Say, fits, placeholders, state
from icc_consult.languages import FSI, PDI, UnknownLanguage, known_languages

PO = {
    "fr": """
msgid "Hello {name}"
msgstr "Bonjour {name}"

msgid "Bye {name}"
msgstr "Au revoir {nom}"

msgid "Open"
msgstr "Ouvert"

msgctxt "verb"
msgid "Open"
msgstr "Ouvrir"

#, fuzzy
msgid "Stop"
msgstr "Halte"

msgid "{n} answer from {city}"
msgid_plural "{n} answers from {city}"
msgstr[0] "une réponse de {city}"
msgstr[1] "{n} de réponses de {city}"
msgstr[2] "{n} réponses de {city}"
""",
    "ar": """
msgid "Hello {name}"
msgstr "مرحبا {name}"

msgid "Page {page}"
msgstr "صفحة {page}"

msgid "{n} answer"
msgid_plural "{n} answers"
msgstr[0] "لا إجابات"
msgstr[1] "إجابة واحدة"
msgstr[2] "إجابتان"
msgstr[3] "{n} إجابات"
msgstr[4] "{n} إجابة"
msgstr[5] "{n} إجابة أخرى"
""",
    "fa": 'msgid "Page {page}"\nmsgstr "صفحهٔ {page}"\n',
    "fa-AF": 'msgid "Start"\nmsgstr "آغاز"\n',
    "pl": """
msgid "{n} answer"
msgid_plural "{n} answers"
msgstr[0] "{n} odpowiedź"
msgstr[1] "{n} odpowiedzi"
msgstr[2] ""
""",
}


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for tag, body in PO.items():
        write_catalogue(tmp_path, tag, body)
    monkeypatch.setattr(i18n, "locales", lambda: tmp_path)
    return tmp_path


def write_catalogue(shelf: Path, tag: str, body: str, state: str = "draft") -> Path:
    header = written(Catalogue(tag)).replace("X-State: draft", f"X-State: {state}")
    path = shelf / tag.replace("-", "_") / "LC_MESSAGES" / "icc_consult.po"
    path.parent.mkdir(parents=True)
    path.write_text(header + body, encoding="utf-8")
    return path


def test_a_sentence_is_translated_and_then_filled(shelf: Path) -> None:
    assert Say("fr")("Hello {name}", name="Zoé") == "Bonjour Zoé"
    assert Say("fr").unfilled("Hello {name}") == "Bonjour {name}"


def test_a_translation_with_other_placeholders_is_refused(shelf: Path) -> None:
    assert Say("fr")("Bye {name}", name="Zoé") == "Bye Zoé"
    assert Say("fr").spoken_in("Bye {name}") == "en"


def test_a_doubtful_translation_is_not_shown(shelf: Path) -> None:
    assert Say("fr")("Stop") == "Stop"


def test_one_word_has_two_senses(shelf: Path) -> None:
    assert Say("fr").sense("verb", "Open") == "Ouvrir"
    assert Say("fr")("Open") == "Ouvert"
    assert Say("fr").sense("noun", "Open") == "Open"


def test_what_is_counted_takes_the_form_of_the_number(shelf: Path) -> None:
    say = Say("ar")
    spoken = [say.counted("{n} answer", "{n} answers", n) for n in (0, 1, 2, 3, 11, 100)]
    assert spoken == ["لا إجابات", "إجابة واحدة", "إجابتان", "3 إجابات", "11 إجابة", "100 إجابة أخرى"]


def test_a_form_for_several_numbers_may_not_hide_the_number(shelf: Path) -> None:
    say = Say("fr")
    sentence = ("{n} answer from {city}", "{n} answers from {city}")
    assert say.counted(*sentence, 0, city="Lyon") == "0 answers from Lyon"
    assert say.counted(*sentence, 2, city="Lyon") == "2 réponses de Lyon"


def test_a_counted_sentence_that_lacks_a_form_is_not_translated_at_all(shelf: Path) -> None:
    assert [Say("pl").counted("{n} answer", "{n} answers", n) for n in (1, 3, 5)] == [
        "1 answer",
        "3 answers",
        "5 answers",
    ]


def test_numbers_are_written_in_the_digits_of_the_language(shelf: Path) -> None:
    assert Say("fa")("Page {page}", page=12) == "صفحهٔ ۱۲"
    assert Say("ar")("Page {page}", page=12) == "صفحة 12"
    assert Say("de")("{n} tiles", n=12345.5) == "12.345,5 tiles"


def test_a_name_is_isolated_where_directions_could_mix(shelf: Path) -> None:
    assert Say("ar")("Hello {name}", name="Zoé") == f"مرحبا {FSI}Zoé{PDI}"
    assert Say("fr")("Hello {name}", name="زهرة") == f"Bonjour {FSI}زهرة{PDI}"


def test_a_line_of_values_alone_runs_as_its_language_does(shelf: Path) -> None:
    assert Say("ar")("{number}. {text}", number=1, text="حديقة") == f"\u200f1. {FSI}حديقة{PDI}"
    assert Say("fr")("{number}. {text}", number=1, text="حديقة") == f"1. {FSI}حديقة{PDI}"
    assert Say("ar")("Wholly new {text}", text="حديقة") == f"Wholly new {FSI}حديقة{PDI}"
    assert Say("ar")("{number} / {total}", number=1, total=4) == "1 / 4"


def test_a_sentence_comes_in_the_fallback_before_it_comes_in_english(shelf: Path) -> None:
    assert Say("fa")("Start") == "آغاز"
    assert Say("fa").spoken_in("Start") == "fa-AF"
    assert Say("fa").spoken_in("Page {page}") == "fa"


def test_a_marked_sentence_is_translated_where_it_is_shown(shelf: Path) -> None:
    later = N_("Open")
    assert later == "Open"
    assert Say("fr")(later) == "Ouvert"


def test_a_forgotten_value_is_an_error_and_not_a_brace_on_the_screen(shelf: Path) -> None:
    with pytest.raises(KeyError):
        Say("fr")("Hello {name}")


def test_nothing_stays_nothing(shelf: Path) -> None:
    assert Say("fr")("") == ""


def test_two_voices_of_one_language_are_equal_and_an_unknown_one_is_refused() -> None:
    assert Say("pt") == Say("pt-PT")
    with pytest.raises(UnknownLanguage):
        Say("tlh")


def test_a_stale_compilation_yields_to_its_newer_source(shelf: Path) -> None:
    source = shelf / "fr" / "LC_MESSAGES" / "icc_consult.po"
    ready = source.with_suffix(".mo")
    ready.write_bytes(compiled(read_catalogue(source, "fr")))
    source.write_text(source.read_text("utf-8").replace("Ouvert", "Libre"), encoding="utf-8")
    newer = ready.stat().st_mtime + 10
    os.utime(source, (newer, newer))
    assert Say("fr")("Open") == "Libre"


def test_a_compilation_is_read_without_babel(shelf: Path) -> None:
    source = shelf / "fr" / "LC_MESSAGES" / "icc_consult.po"
    source.with_suffix(".mo").write_bytes(compiled(read_catalogue(source, "fr")))
    source.unlink()
    program = (
        "import sys, pathlib\n"
        "from icc_consult import i18n\n"
        f"i18n.locales = lambda: pathlib.Path({str(shelf)!r})\n"
        "print(i18n.Say('fr')('Open'), i18n.state('fr'), 'babel' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["Ouvert", "draft", "False"]


def test_one_sentence_is_found_in_every_compilation_as_if_all_had_been_read(shelf: Path) -> None:
    for tag in PO:
        content = compiled(
            read_catalogue(shelf / tag.replace("-", "_") / "LC_MESSAGES" / "icc_consult.po", tag)
        )
        whole = GNUTranslations(BytesIO(content))
        sources = [message for message in whole._catalog if isinstance(message, str) and message]
        found = [i18n._looked_up(content, source.encode()) for source in sources]
        assert found == [whole.gettext(source) for source in sources]
        assert [
            i18n._looked_up(content, absent) for absent in (b"\0", b"Hello", b"Zzz", "\U0010ffff".encode())
        ] == [""] * 4


def test_a_compilation_in_another_order_of_bytes_is_read_as_a_whole(shelf: Path) -> None:
    source = shelf / "fr" / "LC_MESSAGES" / "icc_consult.po"
    little = compiled(read_catalogue(source, "fr"))
    count, start = unpack_from("<2I", little, 8)
    words = unpack_from(f"<{7 + 4 * count}I", little)
    assert start == 28
    source.with_suffix(".mo").write_bytes(pack(f">{len(words)}I", *words) + little[4 * len(words) :])
    source.unlink()
    assert (Say("fr")("Open"), Say("fr").sense("verb", "Open")) == ("Ouvert", "Ouvrir")


def test_the_state_of_a_catalogue_is_its_own_word(shelf: Path) -> None:
    write_catalogue(shelf, "de", "", state="reviewed")
    assert [state(tag) for tag in ("en", "fr", "de", "ka")] == ["reviewed", "draft", "reviewed", MISSING]


@pytest.mark.parametrize("text", ["{", "}", "{0}", "{a.b}", "{a!r}", "{a:>4}", "{}"])
def test_a_placeholder_is_a_plain_name_or_it_is_broken(text: str) -> None:
    assert placeholders(text) is None
    assert not fits("{a}", text)


def test_the_accented_pseudo_language_is_longer_and_keeps_placeholders() -> None:
    say = Say("en-XA")
    source = "Send what I answered to {city}"
    assert fits(source, say.unfilled(source))
    assert 1.4 * len(source) <= len(say.unfilled(source)) <= 1.4 * len(source) + 8
    assert "Šéñđ" in say(source, city="Porto")
    assert "Porto" in say(source, city="Porto")


def test_the_mirrored_pseudo_language_forces_each_word_to_the_right() -> None:
    say = Say("ar-XB")
    assert say.counted("{n} day", "{n} days", 2) == "2 \u202edays\u202c"
    assert "ar-XB" not in [one.tag for one in known_languages()]
