"""Writing a Polis export directory of either generation."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from icc_consult.formats.polis.conversation import Comment, Conversation, Generation, Participant
from icc_consult.formats.polis.names import COMMENTS, COUNTS, MATRIX, SUMMARY, VOTES

Rows = Iterator[Sequence[str]]


def write_polis(directory: Path, conversation: Conversation) -> tuple[str, ...]:
    """Write the four files into a directory, which is made; their names."""
    directory.mkdir(parents=True, exist_ok=True)
    files = polis_texts(conversation)
    for name, text in files.items():
        (directory / name).write_text(text, encoding="utf-8", newline="")
    return tuple(files)


def polis_texts(conversation: Conversation) -> dict[str, str]:
    """The text of each file: UTF-8 without byte order mark, commas, line feeds."""
    return {
        SUMMARY: _text(iter(conversation.summary.items())),
        COMMENTS: _text(_comments(conversation)),
        VOTES: _text(_votes(conversation)),
        MATRIX[0]: _text(_matrix(conversation)),
    }


def _text(rows: Rows) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _comments(conversation: Conversation) -> Rows:
    counted = ("comment-id", "author-id", "agrees", "disagrees", "moderated")
    first = conversation.generation is Generation.FIRST
    if first:
        yield ("timestamp", "datetime", *counted, "comment-body")
    else:
        yield ("timestamp", *counted, "is-meta", "is-seed", "group-informed-consensus", "comment-body")
    for comment in conversation.comments:
        yield _first(comment) if first else _second(comment)


def _first(comment: Comment) -> Sequence[str]:
    return (comment.timestamp, comment.datetime, *_counted(comment), comment.text)


def _second(comment: Comment) -> Sequence[str]:
    flags = (str(comment.is_meta).lower(), str(comment.is_seed).lower())
    return (comment.timestamp, *_counted(comment), *flags, comment.consensus, comment.text)


def _counted(comment: Comment) -> Sequence[str]:
    return (comment.id, comment.author, comment.agrees, comment.disagrees, str(comment.moderated))


def _votes(conversation: Conversation) -> Rows:
    yield ("timestamp", "datetime", "comment-id", "voter-id", "vote")
    for cast in conversation.history:
        yield (cast.timestamp, cast.datetime, cast.comment, cast.voter, str(cast.vote))


def _matrix(conversation: Conversation) -> Rows:
    xid = ("xid",) if conversation.has_xids else ()
    yield ("participant", *xid, "group-id", *COUNTS, *conversation.columns)
    for person in conversation.participants:
        given = (person.xid,) if conversation.has_xids else ()
        votes = (person.votes.get(comment) for comment in conversation.columns)
        cells = ("" if vote is None else str(vote) for vote in votes)
        yield (person.id, *given, person.group, *_counts(person), *cells)


def _counts(person: Participant) -> Sequence[str]:
    votes = list(person.votes.values())
    return (person.comments, str(len(votes)), str(votes.count(1)), str(votes.count(-1)))
