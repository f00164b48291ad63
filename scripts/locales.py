"""Keeps the catalogues fresh: one template from Python and QML, merged into every language.

python scripts/locales.py extract                 write the template
python scripts/locales.py update [language ...]   extract, merge, and begin what is new
python scripts/locales.py check                   fail, with a diff, when an update would change something
python scripts/locales.py compile                 turn every .po into the .mo beside it
"""

import difflib
import os
import sys
from collections.abc import Iterator
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg

from icc_consult.catalogues import DOMAIN, Catalogue, plural_header, read_catalogue, written
from icc_consult.i18n import PluralRule, fits, fits_counted
from icc_consult.languages import known_languages, language

from scripts.compile_locales import compile_all

ROOT = Path(__file__).resolve().parent.parent
INTERFACE = (
    *("am", "ar", "bn", "de", "es", "fa", "fa-AF", "fr", "it", "pl", "pt-PT", "ro", "ru", "so", "tr", "uk"),
    *("ur", "zh-Hans"),
)
KEYWORDS = ("N_", "say", "_say", "counted:1,2", "sense:1c,2", "qsTr:1,1t", "qsTr:1,2c,2t")
SOURCES = ("icc_consult", "ui")


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Return 0 when the catalogues are fresh or were made so, 1 when they are stale or broken, else 2."""
    match arguments:
        case ["extract"]:
            _write(root / "locales" / f"{DOMAIN}.pot", written(template(root)))
        case ["update", *tags]:
            for path, text in fresh(root, tags):
                _write(path, text)
        case ["check"]:
            return _check(root)
        case ["compile"]:
            print(f"{len(list(compile_all(root)))} catalogues compiled")
        case _:
            print(__doc__)
            return 2
    return 0


def template(root: Path) -> Catalogue:
    """Every sentence of the program: of Python's `say` and of QML's `qsTr`."""
    with (root / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    catalogue = Catalogue()
    found = extract_from_dir(
        root,
        methods,
        options,
        parse_keywords(KEYWORDS),
        ("Translators:",),
        directory_filter=lambda folder: Path(folder).relative_to(root).parts[0] in SOURCES,
    )
    for _file, _line, message, comments, context in found:
        catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def fresh(root: Path, tags: list[str] | None = None) -> Iterator[tuple[Path, str]]:
    """Every file with the text that it should hold now; `tags` are begun if they are new."""
    sentences = template(root)
    yield root / "locales" / f"{DOMAIN}.pot", written(sentences)
    wanted = {tag: _place(root, tag) for tag in (*INTERFACE, *(language(tag).tag for tag in tags or ()))}
    for path, tag in sorted({*_catalogues(root), *((path, tag) for tag, path in wanted.items())}):
        catalogue = read_catalogue(path, tag) if path.exists() else Catalogue(tag)
        catalogue.update(sentences)
        catalogue.obsolete.clear()
        yield path, written(catalogue)


def faults(path: Path, tag: str) -> Iterator[str]:
    """The translations whose placeholders are not those of their source, as `file: sentence`."""
    rule = c2py(plural_header(tag).partition("plural=")[2].rstrip(";"))
    for message in read_catalogue(path, tag):
        if message.id and not message.fuzzy and not _fits(message, rule):
            yield f"{path.parent.parent.name}: {message.id if isinstance(message.id, str) else message.id[0]}"


def _fits(message: Message, rule: PluralRule) -> bool:
    if isinstance(message.id, str):
        return not message.string or fits(message.id, str(message.string))
    numbers = {rule(n): n for n in (1_000_000, *reversed(range(200)))}
    forms = dict(enumerate(message.string or ()))
    return all(
        fits_counted(message.id[1], form, numbers[index], rule) for index, form in forms.items() if form
    )


def _check(root: Path) -> int:
    differences = [line for path, text in fresh(root) for line in _difference(path, text)]
    broken = [fault for path, tag in _catalogues(root) for fault in faults(path, tag)]
    sys.stdout.writelines(f"{line}\n" for line in differences)
    sys.stdout.writelines(f"placeholders differ in {fault}\n" for fault in broken)
    if differences:
        print("The catalogues are stale: run `make locales`.")
    return 1 if differences or broken else 0


def _difference(path: Path, text: str) -> list[str]:
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    name = os.fspath(path)
    return list(difflib.unified_diff(old.splitlines(), text.splitlines(), name, name, lineterm="", n=1))


def _catalogues(root: Path) -> list[tuple[Path, str]]:
    places = [(_place(root, one.tag), one.tag) for one in known_languages()]
    return [(path, tag) for path, tag in places if path.exists()]


def _place(root: Path, tag: str) -> Path:
    return root / "locales" / language(tag).catalogue / "LC_MESSAGES" / f"{DOMAIN}.po"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
