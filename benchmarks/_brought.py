"""What kiosks bring: bundles of random sealed answers and receipts, signed and encrypted as real ones are."""

import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icc_consult.bundles.envelope import ToRecipient
from icc_consult.verifying.audit import carried, head_of, next_entry
from icc_consult.verifying.bundle import bundle_bytes
from icc_consult.verifying.checkpoints import (
    NO_CHECKPOINT,
    SETS,
    Checkpoint,
    Identity,
    amount_of,
    log_amount,
)
from icc_consult.verifying.receipts import as_printed
from icc_consult.verifying.records import Kind, Record
from icc_consult.verifying.signing import new_seed, public_half
from icc_consult.verifying.state import State, Total

DAY = date(2026, 3, 2)
SEALED_OVERHEAD = 49  # a byte for the version, and what a sealed box adds


@dataclass(frozen=True)
class Kiosk:
    """One place of a consultation; everything it holds is drawn by chance."""

    identity: Identity
    responses: int
    size: int

    def state(self, seed: bytes) -> State:
        """A day of answers, closed."""
        signer = public_half(seed)
        held = list(self._collected())
        log: list[bytes] = []
        for act in ("opened", "day_begun", "day_ended", "closed"):
            log.append(next_entry(log, day=DAY, act=act, detail={}).line())
        amounts = {kind: amount_of(one for one in held if one.kind is kind) for kind in SETS}
        line = Checkpoint(
            number=1,
            before=NO_CHECKPOINT,
            identity=self.identity,
            signer=signer.hex(),
            day=DAY,
            is_closed=True,
            is_merged=False,
            amounts=amounts,
            log=log_amount(log),
            head=head_of(log),
        ).signed(seed)
        told = [Record(Kind.AUDIT, carried(signer, one)) for one in log] + [Record(Kind.CHECKPOINT, line)]
        records = frozenset([*held, *told])
        return State(self.identity, signer.hex(), is_closed=True, is_merged=False, records=records)

    def _collected(self) -> Iterator[Record]:
        for _ in range(self.responses):
            body = os.urandom(self.size + SEALED_OVERHEAD)
            yield Record(Kind.SEALED, bytes.fromhex(self.identity.key) + body)
            yield Record(Kind.RECEIPT, as_printed(secrets.token_hex(8)).encode())
        yield Total(secrets.randbits(63), DAY, {"responses": self.responses}).record()


@dataclass(frozen=True)
class Sticks:
    """Bundles on disk, and the keys of the places that they came from."""

    paths: tuple[Path, ...]
    signers: tuple[str, ...]


def brought(where: Path, count: int, kiosk: Kiosk, recipient: str) -> Sticks:
    """As many bundles, each from a kiosk of its own."""
    where.mkdir()
    paths, signers = [], []
    for number in range(count):
        seed = new_seed()
        path = where / f"{number:06}.iccb"
        path.write_bytes(ToRecipient(recipient).encrypt(bundle_bytes(kiosk.state(seed), seed)))
        paths.append(path)
        signers.append(public_half(seed).hex())
    return Sticks(tuple(paths), tuple(signers))
