"""Writing .pb files."""

import csv
import io
from collections.abc import Iterator, Sequence

from icc_consult.formats.pabulib.instance import Instance, Project, Vote


def pabulib_text(instance: Instance) -> str:
    """The text of a .pb file: UTF-8 without byte order mark, semicolons, quotes only where needed."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\n").writerows(_rows(instance))
    return text.getvalue()


def _rows(instance: Instance) -> Iterator[Sequence[str]]:
    yield ["META"]
    yield ["key", "value"]
    true = {
        "num_projects": str(len(instance.projects)),
        "num_votes": str(len(instance.votes)),
        "vote_type": instance.vote_type.value,
    }
    for key, value in {**instance.meta, **true}.items():
        yield [key, value]
    yield ["PROJECTS"]
    yield instance.project_columns
    yield from (_project(instance, project) for project in instance.projects)
    yield ["VOTES"]
    yield instance.vote_columns
    yield from (_vote(instance, vote) for vote in instance.votes)


def _project(instance: Instance, project: Project) -> list[str]:
    known = {"project_id": project.id, "cost": f"{project.cost:f}"}
    return _in_order(instance.project_columns, known, project.cells)


def _vote(instance: Instance, vote: Vote) -> list[str]:
    known = {"voter_id": vote.voter, "vote": ",".join(vote.projects)}
    if instance.vote_type.has_points:
        known["points"] = ",".join(map(str, vote.points))
    return _in_order(instance.vote_columns, known, vote.cells)


def _in_order(columns: Sequence[str], known: dict[str, str], cells: Sequence[str]) -> list[str]:
    others = iter(cells)
    return [known[column] if column in known else next(others) for column in columns]
