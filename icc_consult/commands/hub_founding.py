"""Letting a hub know a consultation: one that was opened already, or a pack that is opened for it."""

import secrets as chance
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from icc_consult.bootstrap import desk_at, opened_pack
from icc_consult.commands import secrets
from icc_consult.commands.ready_languages import check_languages
from icc_consult.commands.speaking import NotPossible, tell
from icc_consult.packs import write_pack
from icc_consult.services.hub import Enrolment, Hub, enrol
from icc_consult.services.merging import known_signers
from icc_consult.services.opening import open_consultation
from icc_consult.services.premises import Opening, Terms
from icc_consult.sheltered import usable_pack
from icc_consult.storage.files import write_whole
from icc_consult.storage.key_file import DirectoryWithKey
from icc_consult.storage.places import Places
from icc_consult.verifying.regular_files import read_regular

MOST_BYTES = 1 << 28
_LONGEST_PIN = 10**12


def enrolled(chosen: Namespace, hub: Hub) -> tuple[Opening, bool]:
    """The opening that the hub knows from now on, and whether it is new there."""
    if Places(chosen.pack).opening.exists():
        return _enrol(hub, chosen.pack, chosen.key)
    with _opened(chosen) as data:
        found = _enrol(hub, data, None)
        write_whole(chosen.opening, read_regular(Places(data).opening))
    tell(f"Kiosks join with {chosen.opening}: icc-consult open PACK --join {chosen.opening} --data DIR")
    return found


def _enrol(hub: Hub, data: Path, key: Path | None) -> tuple[Opening, bool]:
    desk = desk_at(data)
    if key is not None:
        desk = replace(desk, directory=DirectoryWithKey(data, key=key))
    opening = desk.directory.opening()
    opened_pack(data)
    if Places(data).pack.stat().st_size > MOST_BYTES:
        raise NotPossible(f"{data}: its pack has more than {MOST_BYTES} bytes; a hub keeps none so large.")
    enrolment = Enrolment(
        opening,
        read_regular(Places(data).opening),
        read_regular(Places(data).pack, MOST_BYTES),
        desk.directory.locked_key(),
    )
    known = dict.fromkeys(known_signers(desk), "")
    return opening, enrol(hub, enrolment, known=known, day=desk.now().astimezone().date())


@contextmanager
def _opened(chosen: Namespace) -> Iterator[Path]:
    """A data directory that lasts until the hub has it; no kiosk works there, so nobody needs its PIN."""
    pack = usable_pack(chosen.pack)
    if chosen.opening is None:
        raise NotPossible(f"{chosen.pack}: to open a pack here, say with --opening where kiosks find it.")
    if chosen.opening.exists():
        raise NotPossible(f"{chosen.opening}: there is such a file already; choose another name.")
    check_languages(pack, anyway=chosen.not_ready_too)
    with (
        TemporaryDirectory() as apart,
        secrets.passphrases_for_opening(chosen.passphrase_file, 1) as passphrase,
    ):
        data = Path(apart) / "data"
        open_consultation(
            desk_at(data),
            consultation=pack.consultation,
            copy_pack=partial(write_pack, pack),
            terms=Terms(pack.consultation.policy, chosen.controller, chosen.contact),
            passphrase=passphrase,
            pin=str(chance.randbelow(_LONGEST_PIN)).zfill(12),
        )
        yield data
