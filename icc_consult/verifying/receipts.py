"""Receipts: sixteen characters bound to nothing, how people type them, and the list put up at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from icc_consult.verifying import merkle
from icc_consult.verifying.canonical import NotCanonical
from icc_consult.verifying.checkpoints import amount_of, checkpoint_of, name_of
from icc_consult.verifying.records import Kind, Record
from icc_consult.verifying.state import Signed, State

MOST_CODES = 1_000_000
MOST_CHECKPOINT = 64_000
_LONGEST_CODE = 64
_READ_AS = str.maketrans("OIL", "011", " -\t")


def as_printed(typed: str) -> str:
    """The code that was meant: capitals, spaces and hyphens do not matter, nor O for 0 and I or L for 1."""
    code = typed.strip().upper().translate(_READ_AS)
    return "-".join(code[place : place + 4] for place in range(0, len(code), 4))


@dataclass(frozen=True, slots=True)
class Proof:
    """What shows that a receipt is under a root: its place among the sorted, the hashes on its way."""

    place: int
    size: int
    root: str
    hashes: tuple[str, ...]


def proof_for(code: str, codes: Sequence[bytes]) -> Proof | None:
    """The proof for one of the codes; none where it is not among them."""
    wanted = Record(Kind.RECEIPT, code.encode()).hash
    hashes = sorted({Record(Kind.RECEIPT, one).hash for one in codes})
    if wanted not in hashes:
        return None
    place, root = hashes.index(wanted), merkle.root(hashes)
    proof = merkle.inclusion_proof(hashes, place)
    return Proof(place, len(hashes), root.hex(), tuple(one.hex() for one in proof))


def codes_in(state: State) -> list[bytes]:
    """Every code of a state, sorted."""
    return sorted(record.content for record in state.of(Kind.RECEIPT))


def list_text(checkpoint: bytes, codes: Sequence[bytes]) -> bytes:
    """The list as it is put up: the signed checkpoint, then a code in every line, sorted."""
    return b"\n".join([checkpoint, *sorted(codes)]) + b"\n"


def read_list(stream: IO[bytes]) -> tuple[Signed, list[bytes] | None]:
    """The checkpoint, and the codes under it that fit it; no codes where it stands alone.

    Raises `NotCanonical`. A list of nobody's receipts is a checkpoint alone.
    """
    line = stream.readline(MOST_CHECKPOINT).removesuffix(b"\n")
    signed = Signed(name_of(line), checkpoint_of(line))
    codes: list[bytes] = []
    while one := stream.readline(_LONGEST_CODE + 2):
        codes.append(one.strip())
        if len(codes) > MOST_CODES or len(one) > _LONGEST_CODE:
            raise NotCanonical("codes")
    found = amount_of(Record(Kind.RECEIPT, code) for code in codes)
    if codes and found != signed.checkpoint.amounts[Kind.RECEIPT]:
        raise NotCanonical("root")
    return signed, codes or None
