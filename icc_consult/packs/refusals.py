"""Why a pack cannot be used. The sentences for people are in `icc_consult.sentences`."""

from dataclasses import dataclass
from enum import StrEnum

from icc_consult.domain.errors import BrokenRule


class Reason(StrEnum):
    """What is wrong with a pack; `where` and `detail` of the refusal say the rest."""

    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    NOT_A_ZIP = "not_a_zip"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    UNKNOWN_COMPRESSION = "unknown_compression"
    PATH_OUTSIDE = "path_outside"
    BAD_FILE_NAME = "bad_file_name"
    OVERLAPPING = "overlapping"
    DUPLICATE_ENTRY = "duplicate_entry"
    TOO_MANY_FILES = "too_many_files"
    TOO_LARGE = "too_large"
    TOO_COMPRESSED = "too_compressed"
    NO_DOCUMENT = "no_document"
    NO_CHECKSUMS = "no_checksums"
    BAD_CHECKSUMS = "bad_checksums"
    WRONG_CHECKSUM = "wrong_checksum"
    UNLISTED_FILE = "unlisted_file"
    MISSING_FILE = "missing_file"
    VIDEO = "video"
    UNPLAYABLE = "unplayable"
    UNKNOWN_MEDIA = "unknown_media"
    NOT_JSON = "not_json"
    DUPLICATE_MEMBER = "duplicate_member"
    NOT_A_PACK = "not_a_pack"
    NEWER_VERSION = "newer_version"
    MISSING_FIELD = "missing_field"
    WRONG_KIND = "wrong_kind"
    WRONG_VALUE = "wrong_value"
    BAD_NAME = "bad_name"
    BAD_LANGUAGE = "bad_language"
    UNKNOWN_LANGUAGE = "unknown_language"
    NO_FALLBACK = "no_fallback"
    NO_SOURCE = "no_source"
    NO_TEXT = "no_text"
    UNKNOWN_PART = "unknown_part"
    UNKNOWN_QUESTION = "unknown_question"
    DUPLICATE_ID = "duplicate_id"
    TOO_LONG = "too_long"
    WRONG_LOGIC = "wrong_logic"


@dataclass
class PackRefused(BrokenRule):
    """The pack cannot be used; nothing was changed.

    `where` is a file of the pack or a place in its document (`parts[0].questions[2].kind`), empty where it is
    the pack as a whole; `detail` is the value, number or name that the reason is about.
    """

    reason: Reason
    where: str = ""
    detail: str = ""
