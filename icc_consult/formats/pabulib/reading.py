"""Reading .pb files: whatever order their projects, columns and keys have."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from icc_consult.formats.ballots.faults import Fault, Oddity
from icc_consult.formats.ballots.tables import Row, Table
from icc_consult.formats.ballots.text import Source, money, unfit_number
from icc_consult.formats.pabulib.instance import Instance, Project, Vote, VoteType
from icc_consult.formats.pabulib.sections import NUMBERS, Meta, sections_of

UNKNOWN_RULES: Final = ("greedy-exclusive", "greedy-custom")
UNAPPLIED: Final = ("min_project_score_threshold", "budget_per_category", "budget_per_neighborhood")


def read_pabulib(source: Source) -> Instance:
    """The instance in a .pb file; raises BallotsRefused with the place of what cannot be used."""
    meta, project_table, vote_table = sections_of(source)
    vote_type = _vote_type(meta)
    _budget(meta)
    _more_rules(meta)
    projects = tuple(_projects(project_table))
    if not projects:
        raise source.refused(Fault.NO_OPTIONS, project_table.line, 1)
    reader = _Votes(
        vote_table, vote_type, frozenset(project.id for project in projects), _points(meta, vote_type)
    )
    votes = tuple(reader.vote(row) for row in vote_table.rows)
    if not votes:
        raise source.refused(Fault.NO_BALLOTS, vote_table.line, 1)
    _repeated_voters(vote_table, votes)
    _stated_votes(project_table, votes)
    return Instance(
        _true_numbers(meta, len(projects), len(votes)),
        projects,
        votes,
        vote_type,
        project_table.columns,
        vote_table.columns,
    )


def _more_rules(meta: Meta) -> None:
    """Remark on rules of the vote that no rule here knows."""
    for key in meta.values:
        if key in UNAPPLIED:
            meta.source.note(Oddity.NOT_APPLIED, meta.lines[key], 1, key)
    if (stated := meta.values.get("rule", "").lower()) in UNKNOWN_RULES:
        meta.source.note(Oddity.NOT_APPLIED, meta.lines["rule"], 2, stated)


def _vote_type(meta: Meta) -> VoteType:
    stated = meta.value("vote_type").lower()
    try:
        return VoteType(stated)
    except ValueError:
        raise meta.source.refused(Fault.UNKNOWN_VOTE_TYPE, meta.lines["vote_type"], 2, stated) from None


def _budget(meta: Meta) -> None:
    """Check the budget where the file states one; it is needed by some rules only."""
    if stated := meta.values.get("budget"):
        _amount(meta.source, stated, meta.lines["budget"], 2, Fault.BUDGET_NOT_POSITIVE)


def _amount(source: Source, text: str, line: int, column: int, fault: Fault) -> Decimal:
    amount = money(text)
    if amount is None:
        raise source.refused(unfit_number(text), line, column, text)
    if amount <= 0:
        raise source.refused(fault, line, column, text)
    return amount


def _true_numbers(meta: Meta, projects: int, votes: int) -> dict[str, str]:
    """META with the right numbers, and a remark where the file states others."""
    true = dict(meta.values)
    for key, number in zip(NUMBERS, (projects, votes), strict=True):
        if key in true:
            meta.source.expect(key, true[key], number, meta.lines[key], 2)
            true[key] = str(number)
    return true


def _projects(table: Table) -> list[Project]:
    source, name, cost = table.source, table.place("project_id"), table.place("cost")
    found: dict[str, Project] = {}
    for row in table.rows:
        project = row.cells[name]
        if not project:
            raise source.refused(Fault.CELL_MISSING, row.line, name + 1, "project_id")
        if project in found:
            raise source.refused(Fault.OPTION_REPEATED, row.line, name + 1, project)
        if not row.cells[cost]:
            raise source.refused(Fault.CELL_MISSING, row.line, cost + 1, "cost")
        price = _amount(source, row.cells[cost], row.line, cost + 1, Fault.COST_NOT_POSITIVE)
        found[project] = Project(project, price, _others(row, (name, cost)))
    return list(found.values())


def _others(row: Row, known: Sequence[int]) -> tuple[str, ...]:
    return tuple(cell for place, cell in enumerate(row.cells) if place not in known)


@dataclass(frozen=True, slots=True)
class _Points:
    """What META allows: from `least` to `most` for a project, `together` at most for a ballot."""

    least: int | None = None
    most: int | None = None
    together: int | None = None


def _points(meta: Meta, vote_type: VoteType) -> _Points:
    def limit(key: str) -> int | None:
        return meta.number(key, 0) if meta.values.get(key) else None

    if vote_type is VoteType.CUMULATIVE:
        return _Points(max(0, limit("min_points") or 0), limit("max_points"), limit("max_sum_points"))
    if vote_type is VoteType.SCORING:
        return _Points(limit("min_points"), limit("max_points"))
    return _Points()


@dataclass(slots=True)
class _Votes:
    """The votes of one file. Lists that were met before are known already."""

    table: Table
    vote_type: VoteType
    projects: frozenset[str]
    allowed: _Points
    voter: int = field(init=False)
    choice: int = field(init=False)
    points: int | None = field(init=False)
    rest: Sequence[int] = field(init=False)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.voter, self.choice = self.table.place("voter_id"), self.table.place("vote")
        self.points = self.table.place("points") if self.vote_type.has_points else None
        known = (self.voter, self.choice, self.points)
        self.rest = [place for place in range(len(self.table.columns)) if place not in known]

    def vote(self, row: Row) -> Vote:
        text = row.cells[self.choice]
        projects = self.lists.get(text)
        if projects is None:
            projects = self.lists[text] = self.chosen(text, row)
        if not projects:
            self.table.source.note(Oddity.NO_VOTE, row.line, self.choice + 1)
        points = () if self.points is None else self.given(row, self.points, projects)
        return Vote(row.cells[self.voter], projects, points, tuple([row.cells[place] for place in self.rest]))

    def chosen(self, text: str, row: Row) -> tuple[str, ...]:
        source, column = self.table.source, self.choice + 1
        chosen: dict[str, None] = {}
        for project in (each.strip() for each in text.split(",")):
            if not project:
                continue
            if project not in self.projects:
                raise source.refused(Fault.UNKNOWN_OPTION, row.line, column, project)
            if project in chosen:
                if self.vote_type is not VoteType.APPROVAL:
                    raise source.refused(Fault.OPTION_TWICE, row.line, column, project)
                source.note(Oddity.MARKED_TWICE, row.line, column, project)
            chosen[project] = None
        if self.vote_type is VoteType.CHOOSE_ONE and len(chosen) > 1:
            raise source.refused(Fault.NOT_A_BALLOT, row.line, column, text)
        return tuple(chosen)

    def given(self, row: Row, place: int, projects: Sequence[str]) -> tuple[int, ...]:
        source, column = self.table.source, place + 1
        texts = [each.strip() for each in row.cells[place].split(",")] if row.cells[place] else []
        if len(texts) != len(projects):
            stated, found = str(len(projects)), str(len(texts))
            raise source.refused(Fault.POINTS_DO_NOT_MATCH, row.line, column, stated=stated, found=found)
        points = tuple(source.number(each, row.line, column) for each in texts)
        least, most, together = self.allowed.least, self.allowed.most, self.allowed.together
        for each in points:
            if (least is not None and each < least) or (most is not None and each > most):
                raise source.refused(Fault.OUT_OF_RANGE, row.line, column, str(each))
        if together is not None and sum(points) > together:
            raise source.refused(
                Fault.TOO_MANY_POINTS, row.line, column, stated=str(together), found=str(sum(points))
            )
        return points


def _repeated_voters(table: Table, votes: Sequence[Vote]) -> None:
    """Remark on voters with several votes; all of them count, because the file says so."""
    often = {voter for voter, times in Counter(vote.voter for vote in votes).items() if times > 1 and voter}
    seen: set[str] = set()
    for row, vote in zip(table.rows, votes, strict=True):
        if vote.voter in often and vote.voter in seen:
            table.source.note(Oddity.VOTER_TWICE, row.line, table.place("voter_id") + 1, vote.voter)
        seen.add(vote.voter)


def _stated_votes(table: Table, votes: Sequence[Vote]) -> None:
    """Remark where a project's column `votes` says another number than its ballots."""
    place = table.place_if_any("votes")
    if place is None:
        return
    true = Counter(project for vote in votes for project in vote.projects)
    for row in table.rows:
        if row.cells[place]:
            project = row.cells[table.place("project_id")]
            table.source.expect("votes", row.cells[place], true[project], row.line, place + 1)
