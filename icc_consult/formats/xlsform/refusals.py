"""Why a file cannot be read as a form at all."""

from dataclasses import dataclass
from enum import StrEnum

from icc_consult.domain.errors import BrokenRule


class Refusal(StrEnum):
    """What is wrong with the file as a whole; `where` and `detail` of the error say the rest."""

    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_COMPRESSED = "too_compressed"
    TOO_COSTLY = "too_costly"
    TOO_MANY_FILES = "too_many_files"
    TOO_SPARSE = "too_sparse"
    ENTITIES = "entities"
    PASSWORD = "password"  # noqa: S105 - a reason
    DAMAGED = "damaged"
    OPEN_DOCUMENT = "open_document"
    BINARY_WORKBOOK = "binary_workbook"
    OLD_WORKBOOK = "old_workbook"
    WEB_PAGE = "web_page"
    NOT_A_FORM = "not_a_form"
    NO_SURVEY = "no_survey"
    NOT_A_SURVEY = "not_a_survey"
    SURVEY_ENTITIES = "survey_entities"


@dataclass
class FormRefused(BrokenRule):
    """The file is no form that can be read; nothing of it was taken over.

    `where` is the file, or a sheet, cell or part inside it; `detail` is the value that the reason is about.
    """

    reason: Refusal
    where: str = ""
    detail: str = ""
