"""One flipped bit of a bundle: every record outside the piece of 64 KiB in which it lies comes back."""

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pyrage
import pytest

from icc_consult.bundles.age_pieces import PIECE, whole_pieces
from icc_consult.bundles.envelope import ByIdentity, ToRecipient
from icc_consult.bundles.reading import read_bundle_file
from icc_consult.services.bundle_errors import BundleRefused, Damage
from icc_consult.verifying.records import Record, in_order

from tests.bundles.model import place_with

OTHER, IDENTITY = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
KEY = ByIdentity(f"{OTHER}\n{IDENTITY}")
PLACE = place_with(1500)
INSIDE = PLACE.bundle()
WHOLE = ToRecipient(str(IDENTITY.to_public())).encrypt(INSIDE)
TAG, NONCE = 16, 16
PAYLOAD = WHOLE.index(b"\n", WHOLE.index(b"\n---") + 1) + 1 + NONCE
PIECES = range(-(-len(INSIDE) // PIECE))


def flipped(place: int, bit: int) -> bytes:
    content = bytearray(WHOLE)
    content[place] ^= 1 << bit
    return bytes(content)


def salvaged(path: Path, content: bytes) -> frozenset[Record]:
    path.write_bytes(content)
    with pytest.raises(BundleRefused):
        read_bundle_file(path, KEY)
    brought = read_bundle_file(path, KEY, is_salvaging=True)
    assert brought.is_salvaged
    return brought.state.records


def outside(piece: int) -> Iterator[Record]:
    """Every record that has no byte in a piece."""
    records = in_order(PLACE.state().records)
    ends = [len(INSIDE)]
    for record in reversed(records):
        ends.append(ends[-1] - len(record.framed()))
    for record, (start, end) in zip(records, pairwise(reversed(ends)), strict=True):
        if end <= piece * PIECE or start >= (piece + 1) * PIECE:
            yield record


def test_the_bundle_of_this_test_has_several_pieces() -> None:
    assert len(PIECES) >= 4
    assert whole_pieces(WHOLE, [str(IDENTITY)]) == INSIDE


@pytest.mark.parametrize("piece", PIECES)
def test_a_flipped_bit_costs_the_records_of_its_piece_and_no_other(tmp_path: Path, piece: int) -> None:
    chance = random.Random(piece)  # noqa: S311
    start = PAYLOAD + piece * (PIECE + TAG)
    place = chance.randrange(start, min(start + PIECE + TAG, len(WHOLE)))
    found = salvaged(tmp_path / "flipped.iccb", flipped(place, chance.randrange(8)))
    assert found == frozenset(outside(piece))


def test_two_bundles_of_one_kiosk_make_up_for_each_other(tmp_path: Path) -> None:
    """A later stick that is damaged elsewhere has what the first one lost."""
    both = [
        salvaged(tmp_path / "flipped.iccb", flipped(PAYLOAD + piece * (PIECE + TAG), 0)) for piece in (0, 2)
    ]
    assert both[0] | both[1] == PLACE.state().records


def test_a_bundle_that_was_cut_gives_the_pieces_that_are_whole(tmp_path: Path) -> None:
    cut = WHOLE[: PAYLOAD + 2 * (PIECE + TAG) + 1000]
    expected = frozenset(outside(2))
    found = salvaged(tmp_path / "cut.iccb", cut)
    assert found < expected
    assert len(found) > len(PLACE.state().records) / 4


@pytest.mark.parametrize("place", [WHOLE.index(b"X25519") + 10, PAYLOAD - 1], ids=["stanza", "nonce"])
def test_without_its_head_nothing_of_a_bundle_can_be_read(tmp_path: Path, place: int) -> None:
    (tmp_path / "headless.iccb").write_bytes(flipped(place, 0))
    with pytest.raises(BundleRefused) as refused:
        read_bundle_file(tmp_path / "headless.iccb", KEY, is_salvaging=True)
    assert refused.value.damage in {Damage.DAMAGED, Damage.OTHER_KEY}


def test_another_identity_reads_no_piece() -> None:
    assert whole_pieces(WHOLE, [str(OTHER)]) == b""
    assert whole_pieces(b"age-encryption.org/v1\n", [str(OTHER)]) == b""
    assert whole_pieces(b"age-encryption.org/v1\n-> X25519 ?\n?\n--- x\n", [str(OTHER)]) == b""
