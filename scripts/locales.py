"""Keeps the catalogue fresh: sentences without dates, places or wrapping, so that a diff is a sentence.

python scripts/locales.py update [language ...]   extract, merge, and begin catalogues for new languages
python scripts/locales.py check                   fail when an extraction would change something
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.pofile import read_po, write_po
from babel.plural import to_gettext

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "locales"
TEMPLATE = LOCALES / "icc_consult.pot"
KEYWORDS = ("_", "N_", "ngettext:1,2", "pgettext:1c,2", "npgettext:1c,2,3", "qsTr:1,1t", "qsTr:1,2c,2t")
DISTRACTIONS = re.compile(
    rb'^"(Project-Id-Version|POT-Creation-Date|PO-Revision-Date|Generated-By'
    rb"|Last-Translator|Language-Team|Report-Msgid-Bugs-To):.*\n",
    re.MULTILINE,
)
PLURAL_FORMS = re.compile(r'^"Plural-Forms:.*"$', re.MULTILINE)
HEADER = """\
# ICC Consult
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: \\n"
"""
COMPACT_EXPONENT = re.compile(r"\b[ce]\b")
CLDR_NAMES = {"kmr": "ku"}
WITHOUT_CLDR = {"rom": "nplurals=2; plural=(n != 1);"}


def main(arguments: list[str]) -> int:
    """Return 0 when the catalogues are fresh, or were made so; 1 when they are stale."""
    match arguments:
        case ["update", *languages]:
            for path, content in fresh(languages):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            return 0
        case ["check"]:
            stale = [path for path, content in fresh() if not path.exists() or path.read_bytes() != content]
            for path in stale:
                print(f"{path.relative_to(ROOT)} is stale: run `make locales`")
            return 1 if stale else 0
        case _:
            print(__doc__)
            return 2


def fresh(languages: list[str] | None = None) -> Iterator[tuple[Path, bytes]]:
    """Every catalogue with what it should hold now; `languages` are begun if they are new."""
    template = _extract()
    yield TEMPLATE, _written(template)
    known = {path.parent.parent.name for path in LOCALES.glob("*/LC_MESSAGES/*.po")}
    for language in sorted(known | set(languages or [])):
        path = LOCALES / language / "LC_MESSAGES" / "icc_consult.po"
        yield path, _merged(path, language, template)


def plural_forms(language: str) -> str:
    """The gettext plural rule of a language, from CLDR: Babel's own table is old and has gaps."""
    if rule := WITHOUT_CLDR.get(language):
        return rule
    rule = to_gettext(Locale.parse(CLDR_NAMES.get(language, language)).plural_form)
    return COMPACT_EXPONENT.sub("0", rule)


def _extract() -> Catalog:
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    catalogue = Catalog(project="ICC Consult", charset="utf-8", fuzzy=False, header_comment="# ICC Consult")
    found = extract_from_dir(
        ROOT, methods, options, parse_keywords(KEYWORDS), ("Translators:",), directory_filter=_is_ours
    )
    for _file, _line, message, comments, context in found:
        catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def _is_ours(folder: str) -> bool:
    return Path(folder).relative_to(ROOT).parts[0] in {"icc_consult", "ui"}


def _merged(path: Path, language: str, template: Catalog) -> bytes:
    old = path.read_text("utf-8") if path.exists() else HEADER.format(language=language)
    rule = f'"Plural-Forms: {plural_forms(language)}\\n"'
    catalogue = read_po(BytesIO(PLURAL_FORMS.sub(lambda _: rule, old).encode()), locale=language)
    catalogue.update(template)
    catalogue.obsolete.clear()
    return _written(catalogue)


def _written(catalogue: Catalog) -> bytes:
    file = BytesIO()
    write_po(file, catalogue, width=0, no_location=True, include_previous=True)
    return DISTRACTIONS.sub(b"", file.getvalue())


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
