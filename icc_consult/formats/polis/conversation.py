"""A Polis conversation as its export directory has it. Votes: 1 agrees, -1 disagrees, 0 passes.

Polis has exported in two generations: the first gives times in milliseconds and as text; the second says of a
comment whether it is a seed or about the conversation (meta), and gives its group-informed consensus.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum


class Generation(IntEnum):
    """Which columns `comments.csv` has."""

    FIRST = 1
    SECOND = 2


@dataclass(frozen=True, slots=True)
class Comment:
    """One statement. `moderated` is -1 out, 0 not looked at, 1 in; `consensus` as the file has it."""

    id: str
    text: str
    author: str = ""
    agrees: str = ""
    disagrees: str = ""
    moderated: int = 0
    is_meta: bool = False
    is_seed: bool = False
    consensus: str = ""
    timestamp: str = ""
    datetime: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """One row of the matrix: the last vote on each comment. `group` is empty outside the opinion groups."""

    id: str
    votes: Mapping[str, int]
    group: str = ""
    comments: str = "0"
    xid: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """One act of voting, in the order of the file; later ones on the same comment replace earlier ones."""

    comment: str
    voter: str
    vote: int
    timestamp: str = ""
    datetime: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """One export. `columns` are the comments that the matrix has columns for, in their order."""

    comments: tuple[Comment, ...]
    participants: tuple[Participant, ...]
    columns: tuple[str, ...]
    history: tuple[Cast, ...] = ()
    summary: Mapping[str, str] = field(default_factory=dict)
    generation: Generation = Generation.SECOND
    has_xids: bool = False
