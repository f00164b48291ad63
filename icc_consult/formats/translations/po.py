"""Gettext PO: one language a file; the key is the context, so that equal sources stay apart."""

import io
import re
from collections.abc import Iterator
from typing import Any, Final

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser, write_po

from icc_consult.domain.consultation import TranslationState
from icc_consult.formats.translations.xml import notes_of
from icc_consult.services.handing_out import Given, Handout, Returned, ReturnedFile
from icc_consult.services.translation_errors import Flaw, refused

_LINE: Final = re.compile(
    r'(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*")?'
)
_FUZZY: Final = "fuzzy"
_CONSULTATION, _SOURCE, _LANGUAGE = "X-Consultation", "X-Source-Language", "Language"


class _Texts(Catalog):
    """Babel's catalogue with a header that has no dates and no plural rule: no text of a pack is counted."""

    def __init__(self, handout: Handout | None = None) -> None:
        super().__init__(fuzzy=False)
        self.found: dict[str, str] = {}
        self.came: list[Message] = []
        self.header_comment = "# Texts of a consultation."
        if handout is not None:
            self.header_comment = f"# Texts of the consultation {handout.consultation}."
            self.found = {
                "Project-Id-Version": handout.consultation,
                _LANGUAGE: handout.language.replace("-", "_"),
                _SOURCE: handout.source_language,
                _CONSULTATION: handout.consultation,
            }

    def __setitem__(self, id: Any, message: Message) -> None:  # noqa: A002 - Babel's name
        """Keep every message that comes: Babel would take the second of two for the first."""
        self.came.append(message)
        if message.id or not message.context:
            super().__setitem__(id, message)

    def _headers(self) -> list[tuple[str, str]]:
        plain = [("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=utf-8")]
        return [*self.found.items(), *plain, ("Content-Transfer-Encoding", "8bit\n")]

    def _keep(self, headers: list[tuple[str, str]]) -> None:
        self.found = {name: str(value) for name, value in headers}

    mime_headers = property(_headers, _keep)


def write(handout: Handout) -> bytes:
    """The file for a translator."""
    catalogue = _Texts(handout)
    for given in handout.given:
        fuzzy = [_FUZZY] if given.state is TranslationState.NEEDS_REVIEW else []
        added = catalogue.add(
            given.source, given.target, context=given.key, flags=fuzzy, auto_comments=_comments(given)
        )
        added.flags -= {"python-format", "python-brace-format"}
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=0)
    return buffer.getvalue()


def _comments(given: Given) -> list[str]:
    notes = [f"{what}: {text}" for what, text in notes_of(given)]
    return [" ".join(note.split()) for note in (*notes, f"at most {given.most} characters")]


def read(content: bytes) -> ReturnedFile:
    """What a translator sent back; raises `TextsRefused`."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise refused(Flaw.NOT_UTF8, f"line {line}") from error
    for number, written in enumerate(text.split("\n"), start=1):
        if not _LINE.fullmatch(written.strip()):
            raise refused(Flaw.MALFORMED, f"line {number}")
    catalogue = _parsed(text)
    if not {_CONSULTATION, _SOURCE, _LANGUAGE} <= catalogue.found.keys():
        raise refused(Flaw.NOT_OURS, detail="PO")
    language = catalogue.found[_LANGUAGE].replace("_", "-")
    found = catalogue.found
    return ReturnedFile(found[_CONSULTATION], found[_SOURCE], tuple(_messages(catalogue, language)))


def _parsed(text: str) -> _Texts:
    catalogue = _Texts()
    try:
        PoFileParser(catalogue, ignore_obsolete=True, abort_invalid=True).parse(
            io.StringIO(text, newline="\n")
        )
    except PoFileError as error:
        raise refused(Flaw.MALFORMED, f"line {error.lineno + 1}") from error
    except (ValueError, LookupError, TypeError, IndexError) as error:
        raise refused(Flaw.MALFORMED) from error
    return catalogue


def _messages(catalogue: _Texts, language: str) -> Iterator[Returned]:
    for message in catalogue.came:
        if not message.id and not message.context:
            continue
        where = f"line {message.lineno}" if message.lineno else ""
        if not message.context:
            raise refused(Flaw.NO_KEY, where)
        if not isinstance(message.id, str) or not isinstance(message.string, str):
            raise refused(Flaw.NOT_TEXT, where, key=str(message.context))
        state = _state(message)
        yield Returned(str(message.context), language, message.string, where, message.id, state)


def _state(message: Message) -> TranslationState:
    if not message.string:
        return TranslationState.MISSING
    return TranslationState.NEEDS_REVIEW if message.fuzzy else TranslationState.DRAFT
