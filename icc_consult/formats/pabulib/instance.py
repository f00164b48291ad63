"""A participatory budget as the Pabulib format has it (pabulib.org/format)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class VoteType(StrEnum):
    """How people voted; `choose-1` is an approval of one project."""

    APPROVAL = "approval"
    ORDINAL = "ordinal"
    CUMULATIVE = "cumulative"
    SCORING = "scoring"
    CHOOSE_ONE = "choose-1"

    @property
    def has_points(self) -> bool:
        """Whether every project on a ballot has points beside it."""
        return self in (VoteType.CUMULATIVE, VoteType.SCORING)


@dataclass(frozen=True, slots=True)
class Project:
    """One project; `cells` is what stands in the other columns, in their order."""

    id: str
    cost: Decimal
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """One ballot: projects, and their points where the vote type has any; blank where nothing was chosen."""

    voter: str
    projects: tuple[str, ...]
    points: tuple[int, ...] = ()
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instance:
    """One file. The columns are all of a section in their order, those that fields stand for included.

    `meta` is as it stands in the file, but for the numbers of projects and votes, which are the right ones.
    """

    meta: Mapping[str, str]
    projects: tuple[Project, ...]
    votes: tuple[Vote, ...]
    vote_type: VoteType
    project_columns: tuple[str, ...] = ("project_id", "cost")
    vote_columns: tuple[str, ...] = ("voter_id", "vote")

    def name(self, project: Project) -> str:
        """What the project is called; its id where it has no name."""
        others = [column for column in self.project_columns if column not in ("project_id", "cost")]
        return dict(zip(others, project.cells, strict=True)).get("name") or project.id
