"""Translation catalogues as files: read, written without dates, and compiled. Needs Babel, so the kiosk's
start does without it: `i18n` reads what was compiled before.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileParser, write_po
from babel.plural import PluralRule, to_gettext

from icc_consult.languages import language

DOMAIN = "icc_consult"
DRAFT = "draft"
_OURS = {
    "project-id-version",
    "report-msgid-bugs-to",
    "pot-creation-date",
    "po-revision-date",
    "language",
    "plural-forms",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "generated-by",
    "x-state",
}
_PLURALS = re.compile(r"nplurals=(\d+);")


class Catalogue(Catalog):
    """Babel's catalogue with a header of our own: no dates, CLDR's plural rule, and the translation's state.

    Without a tag it is the template. Other headers, such as `Last-Translator`, are kept as they were read.
    """

    def __init__(self, tag: str | None = None) -> None:
        super().__init__(domain=DOMAIN, fuzzy=False)
        self.tag = tag
        self.state = DRAFT
        self._kept: list[tuple[str, str]] = []
        name = "Template" if tag is None else language(tag).english
        self.header_comment = f"# {name}: the words of ICC Consult's screens, reports and command line."

    @property
    def num_plurals(self) -> int:
        """How many plural forms the language has."""
        found = _PLURALS.match(plural_header(self.tag or "en"))
        return int(found[1]) if found else 1

    def _headers(self) -> list[tuple[str, str]]:
        headers = [("Project-Id-Version", "ICC Consult")]
        if self.tag is not None:
            headers.append(("Language", language(self.tag).catalogue))
            headers.append(("Plural-Forms", plural_header(self.tag)))
            headers.append(("X-State", self.state))
        plain = [("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=utf-8")]
        return [*headers, *self._kept, *plain, ("Content-Transfer-Encoding", "8bit\n")]

    def _keep(self, headers: Iterable[tuple[str, str]]) -> None:
        found = {name: str(value) for name, value in headers}
        self._kept = [(name, value) for name, value in found.items() if name.lower() not in _OURS]
        self.state = found.get("X-State", DRAFT)

    mime_headers = property(_headers, _keep)


@cache
def plural_header(tag: str) -> str:
    """CLDR's plural rule as gettext writes it, for whole numbers: pl, ru and uk have three forms.

    Babel's own table lacks or misstates most of our languages; `to_gettext` leaves in CLDR's operand `e`
    (compact exponents), which gettext cannot read.
    """
    rule = Locale.parse(language(tag).plural_locale).plural_form
    reached = {rule(n) for n in (*range(200), 1_000_000)}
    rules = dict(rule.rules)
    if "other" not in reached:
        rules.pop("many")
    return re.sub(r"\be\b", "0", to_gettext(PluralRule(rules)))


def read_catalogue(path: Path, tag: str | None) -> Catalogue:
    """The catalogue of a `.po` or `.pot` file; its own header of plurals is not believed."""
    catalogue = Catalogue(tag)
    with path.open("rb") as file:
        PoFileParser(catalogue, abort_invalid=True).parse(file)
    return catalogue


def written(catalogue: Catalogue) -> str:
    """The text of the file: sorted, without wrapping, places or dates, so that a diff is a sentence."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=0, no_location=True, sort_output=True)
    return buffer.getvalue().decode("utf-8").rstrip("\n") + "\n"


def compiled(catalogue: Catalogue) -> bytes:
    """The `.mo` file's bytes: without doubtful sentences and without those that lack a plural form."""
    for message in list(catalogue):
        if message.id and not _is_whole(message, catalogue.num_plurals):
            catalogue.delete(message.id, message.context)
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def _is_whole(message: Message, forms: int) -> bool:
    texts = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    wanted = forms if message.pluralizable else 1
    return len(texts) >= wanted and all(texts[:wanted])
