"""A new key pair for a consultation that goes on: what is answered later is sealed to it.

What was answered before stays sealed to the key it was sealed to; the new key file opens both.
"""

from dataclasses import replace

from icc_consult.domain.errors import ConsultationClosed
from icc_consult.services.auditing import Act, note
from icc_consult.services.bundle_errors import OnlyMerged
from icc_consult.services.errors import OtherKey, OtherOpening
from icc_consult.services.premises import Desk, LaterKey, NewKey, Opening


def rekey(desk: Desk, *, passphrase: str, wanted: str) -> Opening:
    """Make the key pair, lock it with the new passphrase, rehearse it, and only then use it.

    A kiosk that is at work goes on with the key it knows until its next start. Raises `ConsultationClosed`,
    `OnlyMerged`, `DirectoryRefused` in a backup, what `Vault.unlock` and `Vault.new_key` raise, `KeyAway`,
    `OtherKey`, `RehearsalFailed` or `OSError`.
    """
    opening = _still_open(desk)
    locked = desk.directory.locked_key()
    _check_is_theirs(desk, opening, locked, passphrase)
    new = desk.vault.renewed(locked, passphrase, wanted)
    later = (*opening.later, LaterKey(new.id, new.public))
    renewed = replace(opening, later=later, recipient=new.recipient)

    def rehearse(kept: bytes) -> None:
        desk.vault.rehearse(NewKey(new.id, new.public, kept), wanted)

    note(desk, Act.REKEYED, key=new.id)
    desk.directory.rekey(renewed, new.locked, rehearse)
    return renewed


def adopt_keys(desk: Desk, *, elsewhere: Opening) -> Opening:
    """Seal to the keys that the place of opening uses now; the others are known there.

    Raises `ConsultationClosed`, `OnlyMerged`, `OtherOpening`, `OtherKey` where keys that are known here are
    not known there, or `OSError`.
    """
    opening = _still_open(desk)
    if elsewhere.id != opening.id:
        raise OtherOpening(opening.id, elsewhere.id)
    if elsewhere.key != opening.key or elsewhere.later[: len(opening.later)] != opening.later:
        raise OtherKey(opening.sealing.id, elsewhere.sealing.id)
    if elsewhere.later == opening.later:
        return opening
    adopted = replace(opening, later=elsewhere.later, recipient=elsewhere.recipient)
    note(desk, Act.REKEYED, key=adopted.sealing.id)
    desk.directory.end(adopted)
    return adopted


def _still_open(desk: Desk) -> Opening:
    desk.directory.check_original()
    opening = desk.directory.opening()
    if opening.is_closed:
        raise ConsultationClosed(opening.consultation)
    if opening.is_merged:
        raise OnlyMerged(str(desk.directory.where))
    return opening


def _check_is_theirs(desk: Desk, opening: Opening, locked: bytes, passphrase: str) -> None:
    opener = desk.vault.unlock(locked, passphrase)
    if opener.key != opening.key:
        raise OtherKey(opening.key, opener.key)
