"""What a place has already, told in few bytes to another one that then sends only the rest.

A kiosk remembers of no answer that it has left: that would be an order of answers on its disk. So whoever
received tells what is there. Names are cut to 40 bits under a salt that is drawn each time: the one in many
millions that is taken for another is sent the next time.
"""

import hashlib
import secrets
import struct
from dataclasses import dataclass
from itertools import pairwise

from icc_consult.services.bundle_errors import NoListOfHeld, OtherConsultation
from icc_consult.verifying.records import Kind, Record
from icc_consult.verifying.state import State

MAGIC = b"ICCH\x01"
CUT = (Kind.SEALED, Kind.WISH, Kind.RECEIPT, Kind.SPENT)
_HEAD = struct.Struct(">5s8s8sI")
_NAME = 5


@dataclass(frozen=True, slots=True)
class Held:
    """Which opening it is about, and the cut names of all records that are there."""

    opening: bytes
    salt: bytes
    names: frozenset[bytes]

    def has(self, record: Record) -> bool:
        """Whether a record is there."""
        return _name(self.salt, record) in self.names

    def rest(self, state: State) -> State:
        """The state without what is there; raises `OtherConsultation`."""
        if self.opening != _opening(state):
            raise OtherConsultation(state.identity.opening)
        left = frozenset(one for one in state.records if one.kind not in CUT or not self.has(one))
        return State(state.identity, state.signer, state.is_closed, state.is_merged, left)

    def content(self) -> bytes:
        """As bytes: magic, opening, salt, how many, and the names in the order of their bytes."""
        head = _HEAD.pack(MAGIC, self.opening, self.salt, len(self.names))
        return head + b"".join(sorted(self.names))


def held_of(state: State) -> Held:
    """What is there."""
    salt = secrets.token_bytes(8)
    names = (_name(salt, record) for kind in CUT for record in state.of(kind))
    return Held(_opening(state), salt, frozenset(names))


def held_in(content: bytes, where: str) -> Held:
    """What bytes tell; raises `NoListOfHeld`."""
    if len(content) < _HEAD.size:
        raise NoListOfHeld(where)
    magic, opening, salt, count = _HEAD.unpack_from(content)
    names = [content[start : start + _NAME] for start in range(_HEAD.size, len(content), _NAME)]
    is_whole = len(content) == _HEAD.size + count * _NAME
    if magic != MAGIC or not is_whole or any(one >= later for one, later in pairwise(names)):
        raise NoListOfHeld(where)
    return Held(opening, salt, frozenset(names))


def _opening(state: State) -> bytes:
    return hashlib.sha256(state.identity.opening.encode()).digest()[:8]


def _name(salt: bytes, record: Record) -> bytes:
    return hashlib.sha256(salt + record.hash).digest()[:_NAME]
