"""Opening a consultation: terms, a rehearsed key, a PIN, and a directory that is whole or not there."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from icc_consult.domain.consultation import Consultation
from icc_consult.services.auditing import Act, note, note_in
from icc_consult.services.errors import OtherPack
from icc_consult.services.ledger import Ledger
from icc_consult.services.premises import Belongings, Desk, Opening, OpeningId, Terms

_ID_BYTES = 8


def open_consultation(
    desk: Desk,
    *,
    consultation: Consultation,
    copy_pack: Callable[[Path], None],
    terms: Terms,
    passphrase: str,
    pin: str,
) -> Opening:
    """Open it in the desk's directory, which must be new or empty; nothing stays behind on failure.

    What is sealed for trial is opened with the key as the disk gave it back before anything counts. Raises
    `NotEmpty`, `PassphraseTooWeak`, `PinDoesNotFit`, `RehearsalFailed` or `OSError`.
    """
    desk.directory.check_new()
    pin_hash = desk.vault.hash_pin(pin)
    key = desk.vault.new_key(passphrase)
    signer = desk.vault.new_signer()
    opening = Opening(
        OpeningId(secrets.token_hex(_ID_BYTES)),
        consultation.id,
        consultation.fingerprint,
        key.id,
        key.public,
        terms,
        opened_at=desk.now(),
        signer=signer.public,
        recipient=key.recipient,
    )

    def rehearse(locked: bytes) -> None:
        desk.vault.rehearse(replace(key, locked=locked), passphrase)

    def first_note(ledger: Ledger) -> None:
        note_in(ledger, desk.now(), Act.OPENED, consultation=opening.consultation)

    desk.directory.create(Belongings(opening, key, pin_hash, copy_pack, rehearse, signer.seed, first_note))
    return opening


def check_pack(opening: Opening, consultation: Consultation) -> None:
    """Raise `OtherPack` unless this is the revision that was opened."""
    if consultation.fingerprint != opening.fingerprint:
        raise OtherPack(opening.fingerprint, consultation.fingerprint)


def change_pin(desk: Desk, *, passphrase: str, pin: str) -> None:
    """A new PIN for one that was forgotten; raises `WrongPassphrase` or `PinDoesNotFit`."""
    hashed = desk.vault.hash_pin(pin)
    desk.vault.unlock(desk.directory.locked_key(), passphrase)
    record = desk.directory.pin().load()
    note(desk, Act.PIN_SET)
    desk.directory.pin().save(replace(record, hashed=hashed, misses=0, blocked_until=0.0))
