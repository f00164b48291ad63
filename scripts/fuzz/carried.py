"""What comes from a stick, a screen, a scanner or a paper: bytes that anybody may have written."""

import io
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pyrage  # type: ignore[import-untyped]

from icc_consult.assets import resources
from icc_consult.bundles.age_pieces import whole_pieces
from icc_consult.bundles.envelope import ByIdentity, ToRecipient
from icc_consult.bundles.stream import NoFrame, NotAsSent, content_of, frames_of, gathered, read_frame
from icc_consult.domain.errors import BrokenRule
from icc_consult.packs import read_pack
from icc_consult.services.held import held_in, held_of
from icc_consult.storage.backup_listing import read_listing
from icc_consult.storage.openings import opening_in
from icc_consult.trust.paper import key_from, lines_of
from icc_consult.trust.vouchers import decode, encode, new_serial
from icc_consult.verifying.audit import carried, head_of, next_entry
from icc_consult.verifying.bundle import bundle_bytes, read_bundle, salvage_bundle
from icc_consult.verifying.canonical import NotCanonical
from icc_consult.verifying.checkpoints import (
    NO_CHECKPOINT,
    SETS,
    Checkpoint,
    Identity,
    amount_of,
    checkpoint_of,
    log_amount,
)
from icc_consult.verifying.decisions import ToldDecision
from icc_consult.verifying.manifest import MAGIC, PURPOSE, NoManifest
from icc_consult.verifying.receipts import list_text, read_list
from icc_consult.verifying.records import BrokenRecords, Kind, Record
from icc_consult.verifying.signing import public_half, sign
from icc_consult.verifying.state import State, Total

_SEED = bytes(range(32))
_DAY = date(2026, 3, 2)
_IDENTITY = Identity("0011223344556677", "sketch", "ab" * 32, "00112233445566aa")
_AGE = pyrage.x25519.Identity.generate()
_GOLDEN = resources().parent / "tests" / "data" / "golden"


def state() -> State:
    """A small one, with a record of every kind."""
    signer = public_half(_SEED)
    log = [next_entry([], day=_DAY, act="opened", detail={}).line()]
    held = [
        Record(Kind.SEALED, bytes.fromhex(_IDENTITY.key) + bytes(40)),
        Record(Kind.RECEIPT, b"0123-4567-89AB-CDEF"),
        Record(Kind.SPENT, bytes(16)),
        Record(Kind.WISH, bytes(40)),
        Total(1, _DAY, {"responses": 1}).record(),
        ToldDecision("aa", "accepted", "", 1).record(),
    ]
    amounts = {kind: amount_of(one for one in held if one.kind is kind) for kind in SETS}
    checkpoint = Checkpoint(
        number=1,
        before=NO_CHECKPOINT,
        identity=_IDENTITY,
        signer=signer.hex(),
        day=_DAY,
        is_closed=False,
        is_merged=False,
        amounts=amounts,
        log=log_amount(log),
        head=head_of(log),
    ).signed(_SEED)
    held += [Record(Kind.AUDIT, carried(signer, log[0])), Record(Kind.CHECKPOINT, checkpoint)]
    return State(_IDENTITY, signer.hex(), is_closed=False, is_merged=False, records=frozenset(held))


def read_as_bundle(content: bytes) -> None:
    """As it is, and as far as it can be salvaged."""
    with suppress(NoManifest, BrokenRecords):
        read_bundle(content)
    with suppress(NoManifest):
        salvage_bundle(content)


def read_as_signed(content: bytes) -> None:
    """Behind a signature that fits, as somebody with a key could write it; two bytes part the manifest."""
    length = int.from_bytes(content[:2])
    text, records = content[2 : 2 + length], content[2 + length :]
    head = MAGIC + len(text).to_bytes(4) + text + sign(_SEED, PURPOSE, text)
    with suppress(NoManifest, BrokenRecords):
        read_bundle(head + records)


def read_as_age(content: bytes) -> None:
    """Encrypted to anybody, damaged anywhere."""
    whole_pieces(content, [str(_AGE)])
    with suppress(BrokenRule):
        ByIdentity(str(_AGE)).decrypt(content, "stick")


def read_as_checkpoint(content: bytes) -> None:
    """What an observer took home."""
    with suppress(NotCanonical):
        checkpoint_of(content)


def read_as_receipts(content: bytes) -> None:
    """The list that is put up at the end."""
    with suppress(NotCanonical):
        read_list(io.BytesIO(content))


def read_as_voucher(content: bytes) -> None:
    """What a scanner types."""
    with suppress(BrokenRule):
        decode(content.decode("utf-8", "replace"))


def read_as_frame(content: bytes) -> None:
    """What a QR code holds, and what its stream comes to."""
    with suppress(NoFrame, NotAsSent):
        for stream, symbols in gathered([read_frame(content)]).items():
            if stream.symbols == 1:
                content_of(stream, symbols)


def read_as_held(content: bytes) -> None:
    """What a desk says that it has."""
    with suppress(BrokenRule):
        held_in(content, "screen")


def read_as_opening(content: bytes) -> None:
    """An opening file that is handed to one more kiosk."""
    with suppress(BrokenRule):
        opening_in(content, "opening.json")


def read_as_paper(content: bytes) -> None:
    """Lines of a paper copy of the key."""
    with suppress(BrokenRule):
        key_from(content.decode("utf-8", "replace"))


def read_from(place: Path, reader: Callable[[Path], object], content: bytes) -> None:
    """Through a file."""
    path = place / "file"
    path.write_bytes(content)
    with suppress(BrokenRule):
        reader(path)


_PLACE = TemporaryDirectory()
READERS: Mapping[str, Callable[[bytes], None]] = {
    "bundle": read_as_bundle,
    "signed": read_as_signed,
    "age": read_as_age,
    "checkpoint": read_as_checkpoint,
    "receipts": read_as_receipts,
    "voucher": read_as_voucher,
    "frame": read_as_frame,
    "held": read_as_held,
    "opening": read_as_opening,
    "paper": read_as_paper,
    "listing": partial(read_from, Path(_PLACE.name), read_listing),
    "pack": partial(read_from, Path(_PLACE.name), read_pack),
}


def sound(name: str) -> bytes:
    """One input that the reader takes without a word."""
    return _SOUND[name]()


def _whole() -> bytes:
    return bundle_bytes(state(), _SEED)


def _without_signature() -> bytes:
    whole = _whole()
    length = int.from_bytes(whole[5:9])
    return length.to_bytes(2) + whole[9 : 9 + length] + whole[9 + length + 64 :]


def _checkpoint() -> bytes:
    return next(iter(state().of(Kind.CHECKPOINT))).content


_SOUND: Mapping[str, Callable[[], bytes]] = {
    "bundle": _whole,
    "signed": _without_signature,
    "age": lambda: ToRecipient(str(_AGE.to_public())).encrypt(_whole()),
    "checkpoint": _checkpoint,
    "receipts": lambda: list_text(_checkpoint(), [b"0123-4567-89AB-CDEF"]),
    "voucher": lambda: encode(new_serial()).encode(),
    "frame": frames_of(b"a few bytes")[0].framed,
    "held": lambda: held_of(state()).content(),
    "opening": lambda: _packed("directory-v2.zip", "opening.json"),
    "paper": lambda: "\n".join(lines_of(b"a key that is locked, and some more")).encode(),
    "listing": lambda: _packed("backup-v2.zip", "backup.json"),
    "pack": (_GOLDEN / "pack-v1.iccpack").read_bytes,
}


def _packed(name: str, inside: str) -> bytes:
    with ZipFile(_GOLDEN / name) as archive:
        return archive.read(inside)
