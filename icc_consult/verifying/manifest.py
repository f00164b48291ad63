"""The manifest of a bundle: whose it is, how much of each kind it holds under which root, signed."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Any

from icc_consult.verifying.canonical import NotCanonical, canonical, parse
from icc_consult.verifying.checkpoints import Amount, Identity, amount_of, identity_of, read_amount
from icc_consult.verifying.records import KEY_BYTES, Kind
from icc_consult.verifying.signing import SIGNATURE_BYTES, is_signed, sign

MAGIC = b"ICCB\x01"
FORMAT = "icc-consult-bundle"
VERSION = 2
PURPOSE = b"icc-bundle-v1"
MOST_MANIFEST = 64_000
_KINDS = {1: tuple(kind for kind in Kind if kind is not Kind.DECISION), 2: tuple(Kind)}
_NONE = amount_of(())
_LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says of itself."""

    identity: Identity
    signer: str
    is_closed: bool
    is_merged: bool
    amounts: Mapping[Kind, Amount]

    def signed(self, seed: bytes) -> bytes:
        """The head of a bundle: magic, length, manifest, signature."""
        text = canonical(self._plain())
        return MAGIC + _LENGTH.pack(len(text)) + text + sign(seed, PURPOSE, text)

    def _plain(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "version": self._version,
            **self.identity.plain(),
            "signer": self.signer,
            "state": "closed" if self.is_closed else "open",
            "kind": "merged" if self.is_merged else "kiosk",
            "records": {kind.name.lower(): self.amounts[kind].plain() for kind in _KINDS[self._version]},
        }

    @property
    def _version(self) -> int:
        """Readers of version 1 know nothing of decisions, and can read what holds none."""
        return VERSION if self.amounts[Kind.DECISION].count else 1


class NoManifest(ValueError):
    """There is no manifest here that its signer signed; `args[0]` says what is wrong with it."""


def read_manifest(stream: IO[bytes]) -> Manifest:
    """The manifest at the head of a bundle, its signature checked; raises `NoManifest`."""
    if stream.read(len(MAGIC)) != MAGIC:
        raise NoManifest("magic")
    length = _LENGTH.unpack(stream.read(_LENGTH.size).ljust(_LENGTH.size, b"\xff"))[0]
    if length > MOST_MANIFEST:
        raise NoManifest("length")
    text, signature = stream.read(length), stream.read(SIGNATURE_BYTES)
    try:
        document = parse(text)
        found = _manifest(document)
        if found._plain() != document:  # noqa: SLF001 - its own module
            raise NotCanonical("members")
        public = bytes.fromhex(found.signer)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NoManifest("manifest") from error
    if len(public) != KEY_BYTES or not is_signed(public, PURPOSE, text, signature):
        raise NoManifest("signature")
    return found


def _manifest(document: Mapping[str, Any]) -> Manifest:
    records = document["records"]
    return Manifest(
        identity=identity_of(document),
        signer=document["signer"],
        is_closed=document["state"] == "closed",
        is_merged=document["kind"] == "merged",
        amounts={kind: _amount(records, kind) for kind in Kind},
    )


def _amount(records: Mapping[str, Any], kind: Kind) -> Amount:
    name = kind.name.lower()
    return _NONE if kind is Kind.DECISION and name not in records else read_amount(records[name])
