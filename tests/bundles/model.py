"""A kiosk drawn small: it collects, ends days and closes, and its state is whole at every moment."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache

from icc_consult.verifying.audit import carried, head_of, next_entry
from icc_consult.verifying.bundle import bundle_bytes
from icc_consult.verifying.checkpoints import (
    NO_CHECKPOINT,
    SETS,
    Amount,
    Checkpoint,
    Identity,
    amount_of,
    log_amount,
    name_of,
)
from icc_consult.verifying.receipts import as_printed
from icc_consult.verifying.records import Kind, Record
from icc_consult.verifying.signing import public_half
from icc_consult.verifying.state import State, Total

DAY = date(2026, 3, 2)
IDENTITY = Identity("0011223344556677", "sketch", "ab" * 32, "00112233445566aa")


def chance(*what: object) -> bytes:
    """Bytes that depend on nothing but what was asked for."""
    return hashlib.sha256(repr(what).encode()).digest()


@cache
def _key(number: int) -> tuple[bytes, bytes]:
    seed = chance("seed", number)
    return seed, public_half(seed)


@cache
def _answer(number: int, which: int) -> tuple[Record, Record]:
    sealed = bytes.fromhex(IDENTITY.key) + chance("body", number, which) * 3
    receipt = as_printed(chance("code", number, which).hex()[:16]).encode()
    return Record(Kind.SEALED, sealed), Record(Kind.RECEIPT, receipt)


@cache
def _total(number: int, day: date, responses: int) -> Record:
    return Total(number + 1, day, {"responses": responses}).record()


@cache
def _amounts(number: int, sealed: int) -> dict[Kind, Amount]:
    held = [record for which in range(sealed) for record in _answer(number, which)]
    return {kind: amount_of(one for one in held if one.kind is kind) for kind in SETS}


_signed = lru_cache(1024)(bundle_bytes)


@dataclass
class Place:
    """One kiosk, by its number."""

    number: int
    sealed: int = 0
    is_closed: bool = False
    log: list[bytes] = field(default_factory=list)
    chain: list[bytes] = field(default_factory=list)
    day: date = DAY
    days: Counter[date] = field(default_factory=Counter)

    @property
    def seed(self) -> bytes:
        """Its signing key."""
        return _key(self.number)[0]

    @property
    def signer(self) -> bytes:
        """What others know it by."""
        return _key(self.number)[1]

    def answers(self, count: int) -> None:
        """Residents come and go."""
        self.sealed += count
        self.days[self.day] += count

    def act(self, act: str) -> None:
        """A facilitator does something."""
        self.log.append(next_entry(self.log, day=self.day, act=act, detail={}).line())

    def end_day(self) -> None:
        """Sign what there is."""
        self.act("day_ended")
        self._sign()

    def close(self) -> None:
        """For good."""
        self.is_closed = True
        self.act("closed")
        self._sign()

    def _sign(self) -> None:
        amounts = _amounts(self.number, self.sealed)
        before = name_of(self.chain[-1]) if self.chain else NO_CHECKPOINT
        checkpoint = Checkpoint(
            len(self.chain) + 1, before, IDENTITY, self.signer.hex(), self.day, self.is_closed, False,
            amounts, log_amount(self.log), head_of(self.log),
        )  # fmt: skip
        self.chain.append(checkpoint.signed(self.seed))

    def _collected(self) -> Iterator[Record]:
        for which in range(self.sealed):
            yield from _answer(self.number, which)
        for day, count in (self.days or {DAY: 0}).items():
            yield _total(self.number, day, count)

    def state(self) -> State:
        """All of it."""
        logged = {Record(Kind.AUDIT, carried(self.signer, line)) for line in self.log}
        chained = {Record(Kind.CHECKPOINT, line) for line in self.chain}
        held = frozenset({*self._collected(), *logged, *chained})
        return State(IDENTITY, self.signer.hex(), self.is_closed, is_merged=False, records=held)

    def bundle(self) -> bytes:
        """As it would leave."""
        return _signed(self.state(), self.seed)


def place_with(answers: int, number: int = 0) -> Place:
    """A kiosk after a day."""
    place = Place(number)
    place.act("opened")
    place.answers(answers)
    place.end_day()
    return place
