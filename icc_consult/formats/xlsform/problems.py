"""What is wrong in a form, cell by cell. The sentences for people are in `sentences` beside this."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Severity(StrEnum):
    """An error stands against using the form; a warning says what became of something."""

    ERROR = "error"
    WARNING = "warning"


class What(StrEnum):
    """The kinds of problem."""

    ENCODING_GUESSED = "encoding_guessed"
    SURROGATES_REPLACED = "surrogates_replaced"
    CONTROLS_REMOVED = "controls_removed"
    MACROS_LEFT_OUT = "macros_left_out"
    FORMULA_RESULT = "formula_result"
    FORMULA_WITHOUT_RESULT = "formula_without_result"
    ERROR_CELL = "error_cell"
    MERGED_CELLS = "merged_cells"
    DATE_CELL = "date_cell"
    LONG_TEXT = "long_text"
    SHEET_KEPT = "sheet_kept"
    SHEET_TWICE = "sheet_twice"

    HEADER_READ_AS = "header_read_as"
    UNKNOWN_COLUMN = "unknown_column"
    COLUMN_WITHOUT_HEADER = "column_without_header"
    COLUMN_TWICE = "column_twice"
    CELLS_CONTRADICT = "cells_contradict"
    COLUMN_MISSING = "column_missing"

    LANGUAGE_READ_AS = "language_read_as"
    LANGUAGE_NAME_WINS = "language_name_wins"
    LANGUAGE_UNREVIEWED = "language_unreviewed"
    LANGUAGE_UNKNOWN = "language_unknown"
    LANGUAGE_NOT_SAID = "language_not_said"
    DEFAULT_LANGUAGE_ABSENT = "default_language_absent"
    PLAIN_BESIDE_LANGUAGES = "plain_beside_languages"
    MISSING_TRANSLATION = "missing_translation"

    NO_QUESTIONS = "no_questions"
    NO_TYPE = "no_type"
    ROW_LEFT_OUT = "row_left_out"
    UNKNOWN_TYPE = "unknown_type"
    TYPE_READ_AS = "type_read_as"
    TYPE_REFUSED = "type_refused"
    NO_NAME = "no_name"
    NAME_GIVEN = "name_given"
    BAD_NAME = "bad_name"
    DUPLICATE_NAME = "duplicate_name"
    NAMES_DIFFER_BY_CASE = "names_differ_by_case"
    NO_LABEL = "no_label"
    NO_LIST_NAME = "no_list_name"
    UNKNOWN_LIST = "unknown_list"
    OTHER_IN_ENGLISH = "other_in_english"
    OTHER_WITH_FILTER = "other_with_filter"
    NO_CALCULATION = "no_calculation"
    BAD_PARAMETERS = "bad_parameters"
    NEVER_ENDS = "never_ends"
    NEVER_BEGAN = "never_began"
    WRONG_END = "wrong_end"
    TOO_DEEP = "too_deep"

    CHOICE_WITHOUT_LIST = "choice_without_list"
    CHOICE_WITHOUT_NAME = "choice_without_name"
    CHOICE_WITHOUT_LABEL = "choice_without_label"
    DUPLICATE_CHOICE = "duplicate_choice"
    CHOICES_DIFFER_BY_CASE = "choices_differ_by_case"
    CHOICE_WITH_SPACE = "choice_with_space"

    BIDI_REMOVED = "bidi_removed"
    REFERENCE_REPAIRED = "reference_repaired"
    SIGNS_STRAIGHTENED = "signs_straightened"

    NOT_AN_EXPRESSION = "not_an_expression"
    EXPRESSION_TOO_LONG = "expression_too_long"
    EXPRESSION_TOO_DEEP = "expression_too_deep"
    UNKNOWN_FUNCTION = "unknown_function"
    WRONG_ARGUMENT_COUNT = "wrong_argument_count"
    UNKNOWN_REFERENCE = "unknown_reference"
    UNKNOWN_TABLE = "unknown_table"
    NOT_A_REFERENCE = "not_a_reference"
    EARLIER_ANSWERS_WANTED = "earlier_answers_wanted"
    PATTERN_REFUSED = "pattern_refused"
    PATTERN_NOT_CONSTANT = "pattern_not_constant"
    CIRCULAR_REFERENCE = "circular_reference"
    FILE_WANTED = "file_wanted"

    SETTINGS_TWICE = "settings_twice"


class At(NamedTuple):
    """A place in the file: a whole sheet has row 0, a whole row no column letter."""

    sheet: str = ""
    row: int = 0
    column: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to know about one place; `detail` has what its sentence names."""

    severity: Severity
    what: StrEnum
    sheet: str = ""
    row: int = 0
    column: str = ""
    detail: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "detail", MappingProxyType(dict(self.detail)))

    @property
    def is_error(self) -> bool:
        """Whether the form cannot be used before this is put right."""
        return self.severity is Severity.ERROR


class Findings:
    """What is found while a file is read, in the order in which it is found."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def warn(self, what: What, at: At, **detail: str) -> None:
        """Say what became of something."""
        self._found.append(Problem(Severity.WARNING, what, *at, detail))

    def fail(self, what: What, at: At, **detail: str) -> None:
        """Say what stands against using the form."""
        self._found.append(Problem(Severity.ERROR, what, *at, detail))

    @property
    def has_errors(self) -> bool:
        """Whether anything found so far is an error."""
        return any(problem.is_error for problem in self._found)

    def has(self, what: What) -> bool:
        """Whether a problem of this kind was found."""
        return any(problem.what is what for problem in self._found)

    def in_order(self, sheets: tuple[str, ...]) -> tuple[Problem, ...]:
        """Each once, in the order of the sheets and their rows."""
        rank = {name: number for number, name in enumerate(sheets, 1)}
        once = {(p.severity, p.what, p.sheet, p.row, p.column, *p.detail.items()): p for p in self._found}
        return tuple(sorted(once.values(), key=lambda p: (rank.get(p.sheet, 0), p.row)))
