"""One more kiosk in a consultation that was opened elsewhere: the same key, its own place and signer."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.errors import ConsultationClosed
from icc_consult.services.auditing import Act, note_in
from icc_consult.services.ledger import Ledger
from icc_consult.services.opening import check_pack
from icc_consult.services.premises import Belongings, Desk, Opening


def join_consultation(
    desk: Desk,
    *,
    elsewhere: Opening,
    document: bytes,
    consultation: Consultation,
    copy_pack: Callable[[Path], None],
    pin: str,
) -> Opening:
    """Make the desk's directory, which must be new or empty, one more place of the same opening.

    `document` is the opening file as it came; whatever else it says is kept. The private key stays where it
    is. Raises `ConsultationClosed`, `OtherPack`, `NotEmpty`, `PinDoesNotFit` or `OSError`.
    """
    desk.directory.check_new()
    if elsewhere.is_closed:
        raise ConsultationClosed(elsewhere.consultation)
    check_pack(elsewhere, consultation)
    signer = desk.vault.new_signer()
    opening = replace(elsewhere, signer=signer.public, is_merged=False)

    def first_note(ledger: Ledger) -> None:
        note_in(ledger, desk.now(), Act.JOINED, consultation=opening.consultation)

    desk.directory.create(
        Belongings(
            opening=opening,
            key=None,
            pin_hash=desk.vault.hash_pin(pin),
            copy_pack=copy_pack,
            rehearse=lambda _: None,
            seed=signer.seed,
            first_note=first_note,
            joined=document,
        )
    )
    return opening
