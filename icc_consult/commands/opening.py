"""`open`, `close` and `pin`."""

from argparse import Namespace
from functools import partial
from pathlib import Path

from icc_consult.bootstrap import desk_at, staff_door
from icc_consult.commands import secrets
from icc_consult.commands.joining import join
from icc_consult.commands.ready_languages import check_languages
from icc_consult.commands.speaking import HonestNo, NotPossible, show_json, tell
from icc_consult.domain.admission import AdmissionRule
from icc_consult.domain.consultation import Policy
from icc_consult.packs import Pack, write_pack
from icc_consult.services.closing import close
from icc_consult.services.opening import change_pin, open_consultation
from icc_consult.services.premises import Opening, Terms
from icc_consult.sheltered import usable_pack
from icc_consult.trust.holders import needed_for


def run_open(chosen: Namespace) -> int:
    """Open a pack in a new data directory."""
    _check_terms(chosen)
    pack = usable_pack(chosen.pack)
    desk_at(chosen.data).directory.check_new()
    if chosen.join is not None:
        return _joined(join(pack, chosen), chosen)
    check_languages(pack, anyway=chosen.not_ready_too)
    pin = secrets.pin(chosen.pin_file)
    with secrets.passphrases_for_opening(chosen.passphrase_file, chosen.holders or 1) as passphrase:
        opening = _open(pack, chosen, passphrase, pin)
    if chosen.json:
        show_json(plain_opening(opening, chosen.data))
    tell(f"Opened {opening.consultation} in {chosen.data}.")
    return 0


def _joined(opening: Opening, chosen: Namespace) -> int:
    if chosen.json:
        show_json(plain_opening(opening, chosen.data))
    tell(
        f"Joined {opening.consultation} in {chosen.data}. Its bundles are signed with {opening.signer.hex()}."
    )
    return 0


def _check_terms(chosen: Namespace) -> None:
    for name in ("controller", "contact"):
        try:
            getattr(chosen, name).encode()
        except UnicodeEncodeError as error:
            raise NotPossible(f"--{name}: this is no text; write it in UTF-8.") from error


def _open(pack: Pack, chosen: Namespace, passphrase: str, pin: str) -> Opening:
    policy = Policy(chosen.policy) if chosen.policy else pack.consultation.policy
    admission = AdmissionRule(chosen.admission or AdmissionRule.HONOUR)
    return open_consultation(
        desk_at(chosen.data),
        consultation=pack.consultation,
        copy_pack=partial(write_pack, pack),
        terms=Terms(policy, chosen.controller, chosen.contact, admission),
        passphrase=passphrase,
        pin=pin,
    )


def plain_opening(opening: Opening, data: Path) -> dict[str, str | None]:
    """An opening as JSON shows it."""
    return {
        "data": str(data),
        "opening": opening.id,
        "consultation": opening.consultation,
        "fingerprint": opening.fingerprint,
        "key": opening.key,
        "sealing_key": opening.sealing.id,
        "signer": opening.signer.hex(),
        "kind": "merged" if opening.is_merged else "kiosk",
        "policy": opening.terms.policy.value,
        "admission": opening.terms.admission.value,
        "controller": opening.terms.controller,
        "contact": opening.terms.contact,
        "state": "closed" if opening.is_closed else "open",
        "opened_at": opening.opened_at.isoformat(),
        "closed_at": opening.closed_at.isoformat() if opening.closed_at else None,
    }


def run_close(chosen: Namespace) -> int:
    """Close a consultation for good; where a PIN is given, it must be right."""
    desk = desk_at(chosen.data)
    desk.directory.opening()
    if chosen.pin_file is not None:
        tried = staff_door(chosen.data).try_pin(secrets.secret_in(chosen.pin_file))
        if not tried.is_right:
            wait = f" Wait {tried.wait_seconds} seconds." if tried.wait_seconds else ""
            raise HonestNo(f"Wrong PIN; the consultation stays open.{wait}")
    closed = close(desk)
    if chosen.json:
        show_json(plain_opening(closed, chosen.data))
    tell(f"Closed {closed.consultation}. It does not open again; its answers can be read now.")
    return 0


def run_pin(chosen: Namespace) -> int:
    """A new staff PIN for one that was forgotten."""
    desk = desk_at(chosen.data)
    passphrase = secrets.existing_passphrase(chosen.passphrase_file, needed_for(desk.directory.locked_key()))
    change_pin(desk, passphrase=passphrase, pin=secrets.pin(chosen.pin_file))
    tell("The staff PIN was changed.")
    return 0
