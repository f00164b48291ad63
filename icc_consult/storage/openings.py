"""The opening file: JSON beside the pack, outside its fingerprint."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from icc_consult.domain.admission import AdmissionRule, VoucherTag
from icc_consult.domain.consultation import ConsultationId, Fingerprint, Policy
from icc_consult.services.errors import DirectoryRefused, Fault, NotOpened
from icc_consult.services.ports import KeyId
from icc_consult.services.premises import Batch, LaterKey, Opening, OpeningId, Terms, Vouchers
from icc_consult.storage.files import read_json, write_json

FORMAT = "icc-consult-opening"
VERSION = 1
_KEY_BYTES = 32
_TAG_BYTES = 16
_NAMES = ("opening", "consultation", "fingerprint", "key", "public_key")
_TEXTS = (*_NAMES, "policy", "controller", "contact", "opened_at")


def write_opening(path: Path, opening: Opening) -> None:
    """Write a new opening file, or bring one up to date; members of others stay. Raises `OSError`."""
    known = _document(path) if path.exists() else {}
    write_json(path, {**known, **_plain(opening)})


def read_opening(path: Path) -> Opening:
    """Raises `NotOpened` where there is none, `DirectoryRefused` where it is newer or damaged, `OSError`."""
    return _understood(_document(path), str(path))


def opening_in(content: bytes, where: str) -> Opening:
    """The opening in what lay in an opening file; raises `DirectoryRefused`."""
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise DirectoryRefused(Fault.DAMAGED, where, str(error)) from error
    if not isinstance(document, dict):
        raise DirectoryRefused(Fault.DAMAGED, where, "no object")
    return _understood(document, where)


def _understood(document: dict[str, Any], where: str) -> Opening:
    if document.get("format") != FORMAT:
        raise DirectoryRefused(Fault.FOREIGN, where, "format")
    if document.get("version") != VERSION:
        raise DirectoryRefused(Fault.NEWER, where, f"version {document.get('version')}")
    try:
        return _opening(document)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise DirectoryRefused(Fault.DAMAGED, where, str(error)) from error


def _document(path: Path) -> dict[str, Any]:
    try:
        document = read_json(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotOpened(str(path.parent)) from error
    except ValueError as error:
        raise DirectoryRefused(Fault.DAMAGED, str(path), str(error)) from error
    if not isinstance(document, dict):
        raise DirectoryRefused(Fault.DAMAGED, str(path), "no object")
    return document


def _plain(opening: Opening) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "opening": opening.id,
        "consultation": opening.consultation,
        "fingerprint": opening.fingerprint,
        "key": opening.key,
        "public_key": opening.public_key.hex(),
        "policy": opening.terms.policy.value,
        "controller": opening.terms.controller,
        "contact": opening.terms.contact,
        "state": "closed" if opening.is_closed else "open",
        "opened_at": opening.opened_at.isoformat(),
        "closed_at": opening.closed_at.isoformat() if opening.closed_at else None,
        "signing_key": opening.signer.hex(),
        "bundle_recipient": opening.recipient,
        "kind": "merged" if opening.is_merged else "kiosk",
        "admission": opening.terms.admission.value,
        "later_keys": [{"key": one.id, "public_key": one.public.hex()} for one in opening.later],
        "vouchers": {
            "batches": [
                {"name": batch.name, "tags": [tag.hex() for tag in batch.tags]}
                for batch in opening.vouchers.batches
            ],
            "revoked": sorted(tag.hex() for tag in opening.vouchers.revoked),
        },
    }


def _opening(document: dict[str, Any]) -> Opening:
    closed_at = document["closed_at"]
    if (document["state"] == "closed") != bool(closed_at):
        raise ValueError("state")
    texts = {name: document[name] for name in _TEXTS}
    if not all(isinstance(text, str) for text in texts.values()):
        raise TypeError("text")
    return Opening(
        OpeningId(texts["opening"]),
        ConsultationId(texts["consultation"]),
        Fingerprint(texts["fingerprint"]),
        KeyId(texts["key"]),
        _public(texts["public_key"]),
        Terms(
            Policy(texts["policy"]),
            texts["controller"],
            texts["contact"],
            AdmissionRule(document.get("admission", "honour")),
        ),
        _instant(texts["opened_at"]),
        _instant(closed_at) if closed_at else None,
        _signer(document.get("signing_key", "")),
        _recipient(document.get("bundle_recipient", "")),
        document.get("kind") == "merged",
        _vouchers(document.get("vouchers", {"batches": [], "revoked": []})),
        tuple(
            LaterKey(KeyId(str(one["key"])), _public(one["public_key"]))
            for one in document.get("later_keys", [])
        ),
    )


def _public(text: str) -> bytes:
    public = bytes.fromhex(text)
    if len(public) != _KEY_BYTES:
        raise ValueError("public_key")
    return public


def _vouchers(plain: dict[str, Any]) -> Vouchers:
    batches = tuple(Batch(str(one["name"]), tuple(map(_tag, one["tags"]))) for one in plain["batches"])
    return Vouchers(batches, frozenset(map(_tag, plain["revoked"])))


def _tag(text: str) -> VoucherTag:
    tag = bytes.fromhex(text)
    if len(tag) != _TAG_BYTES:
        raise ValueError("vouchers")
    return VoucherTag(tag)


def _signer(text: str) -> bytes:
    signer = bytes.fromhex(text)
    if len(signer) not in (0, _KEY_BYTES):
        raise ValueError("signing_key")
    return signer


def _recipient(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError("bundle_recipient")
    return text


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(text)
    return instant
