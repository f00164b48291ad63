"""Answers in the formats of other programs: statements for Polis, a budget for Pabulib."""

import random
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from icc_consult.domain.ballot import BudgetPaper, Statement, StatementPaper, Vote
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.response import Answered, Approved, Response, Voted
from icc_consult.formats.pabulib.instance import Instance, Project, VoteType
from icc_consult.formats.pabulib.instance import Vote as Ballot
from icc_consult.formats.pabulib.writing import pabulib_text
from icc_consult.formats.placing import NOTE, placing
from icc_consult.formats.polis.conversation import Cast, Comment, Conversation, Participant
from icc_consult.formats.polis.writing import polis_texts
from icc_consult.services.exporting import NoSuchPaper, SeveralPapers

FORMATS = ("polis", "pabulib")
_VOTES = {Vote.AGREE: 1, Vote.DISAGREE: -1, Vote.UNSURE: 0}
_chance = random.SystemRandom()
_Part = TypeVar("_Part", StatementPaper, BudgetPaper)


def paper_for(consultation: Consultation, kind: str, name: str = "") -> StatementPaper | BudgetPaper:
    """The paper that can be written in this one of `FORMATS`. Raises NoSuchPaper, SeveralPapers."""
    if kind == "polis":
        return _chosen(consultation, StatementPaper, name)
    return _chosen(consultation, BudgetPaper, name)


def write_elsewhere(
    out: Path,
    consultation: Consultation,
    responses: Sequence[Response],
    *,
    paper: StatementPaper | BudgetPaper,
    note: str,
) -> tuple[str, ...]:
    """Write one paper, statements for Polis or a budget for Pabulib, and the note; the names."""
    if isinstance(paper, StatementPaper):
        texts = dict(polis_texts(conversation_of(consultation, paper, responses)))
    else:
        texts = {f"{paper.id}.pb": pabulib_text(instance_of(consultation, paper, responses))}
    names = (*texts, NOTE)
    with placing(out, names) as part:
        for name, text in {**texts, NOTE: f"{note}\n"}.items():
            (part / name).write_text(text, encoding="utf-8", newline="")
    return names


def _chosen(consultation: Consultation, kind: type[_Part], name: str) -> _Part:
    papers = [part for part in consultation.parts if isinstance(part, kind) and name in ("", part.id)]
    if not papers:
        raise NoSuchPaper(name)
    if len(papers) > 1:
        raise SeveralPapers(tuple(paper.id for paper in papers))
    return papers[0]


def conversation_of(
    consultation: Consultation, paper: StatementPaper, responses: Sequence[Response]
) -> Conversation:
    """One paper of statements as Polis has it: residents in random order, statements numbered from 0."""
    numbers = {str(statement.id): str(place) for place, statement in enumerate(paper.statements)}
    votes = [found for one in _shuffled(responses) if (found := _votes_of(one, numbers))]
    history = [
        Cast(comment, str(voter), vote, "0")
        for voter, found in enumerate(votes)
        for comment, vote in found.items()
    ]
    return Conversation(
        tuple(_comment(consultation, statement, numbers, votes) for statement in paper.statements),
        tuple(Participant(str(place), found) for place, found in enumerate(votes)),
        tuple(numbers.values()),
        tuple(history),
        _summary(consultation, paper, votes),
    )


def _votes_of(response: Response, numbers: Mapping[str, str]) -> dict[str, int]:
    found = {}
    for name, number in numbers.items():
        match response.answers.get(name):
            case Answered(Voted(vote)):
                found[number] = _VOTES[vote]
    return found


def _comment(
    consultation: Consultation,
    statement: Statement,
    numbers: Mapping[str, str],
    votes: Sequence[Mapping[str, int]],
) -> Comment:
    number = numbers[statement.id]
    given = [found[number] for found in votes if number in found]
    text = consultation.shown(statement.text, consultation.source_language).text
    agrees, disagrees = str(given.count(1)), str(given.count(-1))
    return Comment(number, text, "0", agrees, disagrees, moderated=1, is_seed=True, timestamp="0")


def _summary(
    consultation: Consultation, paper: StatementPaper, votes: Sequence[Mapping[str, int]]
) -> dict[str, str]:
    title = consultation.shown(consultation.title, consultation.source_language).text
    people = str(len(votes))
    return {
        "topic": title,
        "url": "",
        "views": people,
        "voters": people,
        "voters-in-conv": people,
        "commenters": "0",
        "comments": str(len(paper.statements)),
        "groups": "",
        "conversation-description": "",
    }


def instance_of(consultation: Consultation, paper: BudgetPaper, responses: Sequence[Response]) -> Instance:
    """One budget as Pabulib has it: residents in random order, topics under their names."""
    language = consultation.source_language
    projects = tuple(
        Project(topic.id, Decimal(topic.cost), (consultation.shown(topic.text, language).text,))
        for topic in paper.topics
    )
    ballots = [
        answer.value.topics
        for response in _shuffled(responses)
        if isinstance(answer := response.answers.get(paper.id), Answered)
        and isinstance(answer.value, Approved)
    ]
    meta = {
        "description": consultation.shown(consultation.title, language).text,
        "instance": consultation.id,
        "num_projects": "",
        "num_votes": "",
        "budget": str(paper.purse),
        "vote_type": "",
        "rule": "equalshares",
        "max_sum_cost": str(paper.purse),
        "currency": paper.currency,
        "language": language,
    }
    votes = tuple(Ballot(str(place), tuple(topics)) for place, topics in enumerate(ballots, start=1))
    columns = ("project_id", "cost", "name")
    return Instance(meta, projects, votes, VoteType.APPROVAL, project_columns=columns)


def _shuffled(responses: Sequence[Response]) -> list[Response]:
    return _chance.sample(responses, len(responses))
