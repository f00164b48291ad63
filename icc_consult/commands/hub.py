"""`hub`."""

import os
from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import partial

from icc_consult.bootstrap import csv_writer, hub_at, hub_reader
from icc_consult.bundles.envelope import ByIdentity, ByPassphrase, Unlock
from icc_consult.bundles.reading import check_is_bundle
from icc_consult.commands import secrets
from icc_consult.commands.carrying import brought_in, honestly, plain_deliveries
from icc_consult.commands.hub_founding import enrolled
from icc_consult.commands.hub_sentences import LACKING, told_hub
from icc_consult.commands.hub_status import plain_status, status_as_text
from icc_consult.commands.speaking import HonestNo, NotPossible, progress_of, show, show_json, tell
from icc_consult.commands.tally import count_and_show
from icc_consult.commands.verifying_sentences import told_finding
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.errors import BrokenRule
from icc_consult.formats.ballots.unlocked import polls_of
from icc_consult.sentences import CONFIDENTIAL, sentence
from icc_consult.services.errors import NotEmpty, StillOpen
from icc_consult.services.hub import Hub, choose, end, gather, status
from icc_consult.services.hub_errors import HubRefused
from icc_consult.services.hub_reading import HubReader
from icc_consult.services.unlocking import Unlocked
from icc_consult.storage.hub.address import OnServer, address_of
from icc_consult.trust.holders import needed_for
from icc_consult.trust.vault import AgeVault
from icc_consult.trust.words import as_typed_back

ENVIRONMENT = "ICC_CONSULT_DATABASE"
_EXIT_LACKING = 3
_LEAST_LETTERS = 16


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def run_hub(chosen: Namespace) -> int:
    """Run one act on the hub; what the hub itself says no to is told in its own words."""
    try:
        return _ACTS[chosen.act](chosen, hub_at(_address(chosen.database)))
    except HubRefused as error:
        if error.fault not in LACKING:
            raise NotPossible(told_hub(error)) from error
        tell(f"icc-consult: {told_hub(error)}")
        return _EXIT_LACKING
    except BrokenRule as error:
        if (said := told_hub(error)) is None:
            raise
        raise NotPossible(said) from error


def _address(given: str | None) -> str:
    address = given or os.environ.get(ENVIRONMENT, "")
    if not address:
        raise NotPossible(f"Where is the hub? Give --database URL, or set {ENVIRONMENT}.")
    place = address_of(address)
    if given and isinstance(place, OnServer) and place.has_password:
        raise NotPossible(f"A password on a command line can be read by others; set {ENVIRONMENT} instead.")
    return address


def _init(chosen: Namespace, hub: Hub) -> int:
    opening, is_new = enrolled(chosen, hub)
    if chosen.json:
        show_json({"hub": hub.where, "opening": opening.id, "new": is_new, "signer": opening.signer.hex()})
    what = "knows" if is_new else "knew already"
    tell(f"The hub {hub.where} {what} {opening.consultation}, opening {opening.id}.")
    return 0


def _merge(chosen: Namespace, hub: Hub) -> int:
    named = dict(map(_key_and_name, chosen.signer))
    for path in chosen.bundles:
        check_is_bundle(path)
    opening = choose(hub, chosen.consultation)
    unlock = _unlock(hub.enrolment(opening.id).locked_key, chosen)
    deliveries = brought_in(chosen.bundles, unlock, is_salvaging=chosen.salvage)
    with honestly():
        done = gather(hub, opening, deliveries, named=named, day=_today())
    if chosen.json:
        document = plain_status(done.status) | {"added": done.added}
        show_json({**document, "bundles": plain_deliveries(deliveries)})
    for finding in done.status.findings:
        tell(told_finding(finding))
    tell(f"{done.added} answers were new; {done.status.books['sealed']} are in {hub.where}.")
    return 0


def _key_and_name(given: str) -> tuple[str, str]:
    key, _, name = given.partition("=")
    if len(key) < _LEAST_LETTERS:
        raise NotPossible(f"--signer {key}: give at least the first {_LEAST_LETTERS} letters of the key.")
    return key.lower(), name.strip()


def _unlock(locked_key: bytes, chosen: Namespace) -> Unlock:
    passphrase = secrets.existing_passphrase(chosen.passphrase_file, needed_for(locked_key))
    identity = AgeVault().identity(locked_key, passphrase)
    return ByIdentity(identity) if identity else ByPassphrase(as_typed_back(passphrase))


def _status(chosen: Namespace, hub: Hub) -> int:
    openings = hub.openings() if chosen.consultation is None else (choose(hub, chosen.consultation),)
    found = [status(hub, opening.id) for opening in openings]
    if chosen.json:
        show_json({"hub": hub.where, "consultations": [plain_status(one) for one in found]})
    else:
        show("\n\n".join(map(status_as_text, found)) or "No consultation yet.")
    return 0


def _close(chosen: Namespace, hub: Hub) -> int:
    opening = choose(hub, chosen.consultation)
    end(hub, opening, day=_today())
    if chosen.json:
        show_json(plain_status(status(hub, opening.id)))
    tell(f"Closed {opening.consultation} in {hub.where}; its answers can be read now.")
    return 0


def _tally(chosen: Namespace, hub: Hub) -> int:
    opening = choose(hub, chosen.consultation)
    consultation, unlocked = _read(hub_reader(hub, opening), chosen)
    return count_and_show(chosen, partial(polls_of, consultation, unlocked.responses), where=hub.where)


def _export(chosen: Namespace, hub: Hub) -> int:
    if chosen.out.exists() and not chosen.out.is_dir():
        raise NotEmpty(str(chosen.out))
    reader = hub_reader(hub, choose(hub, chosen.consultation))
    consultation, unlocked = _read(reader, chosen)
    write = csv_writer(consultation, note=CONFIDENTIAL, separator=chosen.separator)
    done = reader.export(unlocked, out=chosen.out, write=write)
    if chosen.json:
        files = list(done.files)
        show_json({"responses": done.responses, "unreadable": done.unreadable, "files": files})
    tell(f"{done.responses} responses were written to {chosen.out}. They are confidential.")
    return 0


def _read(reader: HubReader, chosen: Namespace) -> tuple[Consultation, Unlocked]:
    """Nobody types six words before it is sure that the answers may be read."""
    try:
        reader.check_ended()
    except StillOpen as error:
        raise HonestNo(sentence(error)) from error
    needed = needed_for(reader.hub.enrolment(reader.opening.id).locked_key)
    consultation, opener = reader.unlock(secrets.existing_passphrase(chosen.passphrase_file, needed))
    unlocked = reader.read_all(consultation, opener, progress=progress_of("Opening responses"))
    if unlocked.unreadable:
        tell(f"{unlocked.unreadable} responses could not be opened.")
    return consultation, unlocked


_ACTS: Mapping[str, Callable[[Namespace, Hub], int]] = {
    "init": _init,
    "merge": _merge,
    "status": _status,
    "close": _close,
    "tally": _tally,
    "export": _export,
}
