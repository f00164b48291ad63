"""Checkpoints: signed statements of how much there was, under which roots, each naming the one before."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from icc_consult.verifying import audit, merkle
from icc_consult.verifying.canonical import NotCanonical, canonical, parse
from icc_consult.verifying.records import Kind, Record
from icc_consult.verifying.signing import is_signed, sign

FORMAT = "icc-consult-checkpoint"
VERSION = 1
PURPOSE = b"icc-checkpoint-v1"
SETS = (Kind.SEALED, Kind.RECEIPT, Kind.WISH, Kind.SPENT)
_HEX = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Identity:
    """Which opened consultation something belongs to."""

    opening: str
    consultation: str
    fingerprint: str
    key: str

    def plain(self) -> dict[str, str]:
        """As it stands in JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Amount:
    """How many, and the root over them."""

    count: int
    root: str

    def plain(self) -> dict[str, Any]:
        """As it stands in JSON."""
        return {"count": self.count, "root": self.root}


def amount_of(records: Iterable[Record]) -> Amount:
    """The amount of a set of records: the tree stands over their hashes, sorted."""
    hashes = {record.hash for record in records}
    return Amount(len(hashes), merkle.root_of_set(hashes).hex())


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What was there at the end of a day, or of the consultation."""

    number: int
    before: str
    identity: Identity
    signer: str
    day: date
    is_closed: bool
    is_merged: bool
    amounts: Mapping[Kind, Amount]
    log: Amount
    head: str

    def says_as(self, other: "Checkpoint") -> bool:
        """Whether nothing happened between the two."""
        return (self.amounts, self.log, self.is_closed) == (other.amounts, other.log, other.is_closed)

    def signed(self, seed: bytes) -> bytes:
        """The line that is written: its body in one form, and the signature over it."""
        body = self._plain()
        signature = sign(seed, PURPOSE, canonical(body)).hex()
        return canonical({"body": body, "signature": signature})

    def _plain(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "number": self.number,
            "before": self.before,
            **self.identity.plain(),
            "signer": self.signer,
            "day": self.day.isoformat(),
            "state": "closed" if self.is_closed else "open",
            "kind": "merged" if self.is_merged else "kiosk",
            "sets": {kind.name.lower(): self.amounts[kind].plain() for kind in SETS},
            "audit": {**self.log.plain(), "head": self.head},
        }


def name_of(line: bytes) -> str:
    """The hash by which the next checkpoint names this one."""
    return hashlib.sha256(line).hexdigest()


def log_amount(lines: list[bytes]) -> Amount:
    """The amount of an audit log: its lines have an order, and the tree keeps it."""
    return Amount(len(lines), merkle.root(lines).hex())


def checkpoint_of(line: bytes) -> Checkpoint:
    """What a checkpoint says; raises `NotCanonical` where it is none or its signature does not hold."""
    document = parse(line)
    try:
        body, signature = document["body"], bytes.fromhex(document["signature"])
        found = _checkpoint(body)
        if found._plain() != body or set(document) != {"body", "signature"}:  # noqa: SLF001 - its own module
            raise NotCanonical("members")
        public = bytes.fromhex(found.signer)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotCanonical("checkpoint") from error
    if not is_signed(public, PURPOSE, canonical(body), signature):
        raise NotCanonical("signature")
    return found


def _checkpoint(body: dict[str, Any]) -> Checkpoint:
    log = body["audit"]
    return Checkpoint(
        number=_whole(body["number"]),
        before=_hash(body["before"]),
        identity=identity_of(body),
        signer=_hash(body["signer"]),
        day=date.fromisoformat(body["day"]),
        is_closed=body["state"] == "closed",
        is_merged=body["kind"] == "merged",
        amounts={kind: read_amount(body["sets"][kind.name.lower()]) for kind in SETS},
        log=read_amount(log),
        head=_hash(log["head"]),
    )


def identity_of(document: Mapping[str, Any]) -> Identity:
    """Which consultation a document says it belongs to; raises `KeyError` or `TypeError`."""
    texts = [document[name] for name in Identity.__slots__]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("identity")
    return Identity(*texts)


def read_amount(plain: Mapping[str, Any]) -> Amount:
    """An amount out of JSON; raises `KeyError`, `TypeError` or `NotCanonical`."""
    return Amount(_whole(plain["count"]), _hash(plain["root"]))


def _whole(number: object) -> int:
    if isinstance(number, bool) or not isinstance(number, int) or number < 0:
        raise TypeError("number")
    return number


def _hash(text: object) -> str:
    if not isinstance(text, str) or not _HEX.fullmatch(text):
        raise NotCanonical("hash")
    return text


NO_CHECKPOINT = audit.START
