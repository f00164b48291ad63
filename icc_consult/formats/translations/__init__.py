"""Translations in the files that translators work with: XLIFF 1.2 and 2.1, gettext PO, XLSX."""

from icc_consult.formats.translations.files import FORMATS, Format, format_of, read_texts, write_texts

__all__ = ["FORMATS", "Format", "format_of", "read_texts", "write_texts"]
