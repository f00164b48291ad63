"""Why files with ballots cannot be used, and what is odd about them although they can.

Lines and columns count from one; in tables a column is a cell, elsewhere a character.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from icc_consult.domain.errors import BrokenRule


class Fault(StrEnum):
    """What is wrong; the place and the details of the refusal say the rest."""

    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    NO_BALLOT_FILES = "no_ballot_files"
    UNKNOWN_FORMAT = "unknown_format"
    OTHER_FORMAT = "other_format"
    EMPTY = "empty"
    BINARY = "binary"
    NOT_UTF8 = "not_utf8"
    TOO_LARGE = "too_large"
    TOO_MANY_COLUMNS = "too_many_columns"
    CELL_TOO_LONG = "cell_too_long"
    OPEN_QUOTE = "open_quote"
    NO_SECTION = "no_section"
    SECTION_TWICE = "section_twice"
    NO_KEY = "no_key"
    KEY_TWICE = "key_twice"
    NO_COLUMN = "no_column"
    COLUMN_TWICE = "column_twice"
    CELL_MISSING = "cell_missing"
    CELL_EXTRA = "cell_extra"
    NOT_A_NUMBER = "not_a_number"
    NOT_WHOLE = "not_whole"
    OUT_OF_RANGE = "out_of_range"
    COST_NOT_POSITIVE = "cost_not_positive"
    BUDGET_NOT_POSITIVE = "budget_not_positive"
    COUNT_NEGATIVE = "count_negative"
    UNKNOWN_VOTE_TYPE = "unknown_vote_type"
    NOT_A_VOTE = "not_a_vote"
    NOT_A_BALLOT = "not_a_ballot"
    NO_OPTIONS = "no_options"
    NO_BALLOTS = "no_ballots"
    OPTION_REPEATED = "option_repeated"
    OPTION_TWICE = "option_twice"
    UNKNOWN_OPTION = "unknown_option"
    POINTS_DO_NOT_MATCH = "points_do_not_match"
    TOO_MANY_POINTS = "too_many_points"
    TOO_MANY_CATEGORIES = "too_many_categories"
    ENDS_EARLY = "ends_early"
    NO_ZERO = "no_zero"
    PERSON_TWICE = "person_twice"
    NOBODY_KNOWN = "nobody_known"


class Oddity(StrEnum):
    """What a person should know although the count is right."""

    OTHER_NUMBER = "other_number"
    MARKED_TWICE = "marked_twice"
    NO_VOTE = "no_vote"
    COUNTS_NOBODY = "counts_nobody"
    ONE_OPTION = "one_option"
    WITHDRAWN = "withdrawn"
    NAMELESS = "nameless"
    VOTER_TWICE = "voter_twice"
    KEY_TWICE = "key_twice"
    SKIPPED_RANK = "skipped_rank"
    OTHER_KIND = "other_kind"
    COLUMN_IGNORED = "column_ignored"
    UTF16 = "utf16"
    STRANGER = "stranger"
    NOT_APPLIED = "not_applied"


@dataclass(eq=False)
class BallotsRefused(BrokenRule):
    """A file with ballots cannot be used. Line and column are 0 where the fault has no such place.

    `detail` is what stands there or what is missing, `stated` and `found` are the two sides of a
    contradiction.
    """

    fault: Fault
    file: str
    line: int = 0
    column: int = 0
    detail: str = ""
    stated: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """An oddity where it was met first, and how many `times` in the file."""

    oddity: Oddity
    file: str
    line: int
    column: int
    detail: str = ""
    stated: str = ""
    found: str = ""
    times: int = 1


@dataclass(slots=True)
class Remarks:
    """The oddities of some files, each kind once a file."""

    seen: dict[tuple[str, Oddity, str], Remark] = field(default_factory=dict)

    def add(self, remark: Remark) -> None:
        """Remember it; one of the same kind, about the same number, only counts."""
        key = (remark.file, remark.oddity, remark.detail if remark.stated else "")
        first = self.seen.get(key)
        self.seen[key] = remark if first is None else replace(first, times=first.times + 1)

    @property
    def all(self) -> tuple[Remark, ...]:
        """Every remark, in the order of its first place."""
        return tuple(self.seen.values())
