"""Statements and ballot papers as the nearest questions that every program for forms knows."""

from collections.abc import Mapping
from typing import Any

from icc_consult.domain.ballot import Vote
from icc_consult.formats.forms.sheets import Table, spread
from icc_consult.i18n import N_, Say

Document = Mapping[str, Any]
_VOTES = {
    Vote.AGREE: N_("I agree"),
    Vote.DISAGREE: N_("I disagree"),
    Vote.UNSURE: N_("I am not sure"),
}
_VOTE_LIST = "icc_votes"
_ONE_QUESTION = {"approval": "select_multiple", "budget": "select_multiple", "ranking": "rank"}


def paper_rows(part: Document, survey: Table, choices: Table) -> None:
    """The rows of one part; `icc::part` says what it is."""
    kind = part["kind"]
    if kind in _ONE_QUESTION:
        survey.add({"type": f"{_ONE_QUESTION[kind]} {part['id']}", **_named(part, kind)})
        _topics(part, part["id"], choices)
        return
    survey.add({"type": "begin_group", **_named(part, kind)})
    if kind == "statements":
        _votes(part, survey, choices)
    elif kind in {"judgment", "score"}:
        _grades(part, survey, choices)
    else:
        for topic in part["topics"]:
            asks = {"type": "integer"} if kind == "dots" else {"type": "note"}
            survey.add({**asks, "name": f"{part['id']}-{topic['id']}", **spread("label", topic["text"])})
    survey.add({"type": "end_group"})


def _named(part: Document, kind: str) -> dict[str, str]:
    return {"name": part["id"], **spread("label", part.get("text")), "icc::part": kind}


def _topics(part: Document, name: str, choices: Table) -> None:
    for topic in part["topics"]:
        choices.add({"list_name": name, "name": topic["id"], **spread("label", topic["text"])})


def _votes(part: Document, survey: Table, choices: Table) -> None:
    tags = {tag: None for statement in part["statements"] for tag in statement["text"]}
    for statement in part["statements"]:
        row = {"type": f"select_one {_VOTE_LIST}", "name": statement["id"]}
        survey.add({**row, **spread("label", statement["text"])})
    if any(row.get("list_name") == _VOTE_LIST for row in choices.rows):
        return
    for vote, text in _VOTES.items():
        said = {tag: Say(tag)(text) for tag in tags}
        choices.add({"list_name": _VOTE_LIST, "name": vote.value, **spread("label", said)})


def _grades(part: Document, survey: Table, choices: Table) -> None:
    for topic in part["topics"]:
        name = f"{part['id']}-{topic['id']}"
        survey.add({"type": f"select_one {part['id']}", "name": name, **spread("label", topic["text"])})
    for grade in part["grades"]:
        row = {"list_name": part["id"], "name": grade["code"]}
        choices.add({**row, **spread("label", grade["text"])})
