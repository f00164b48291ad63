"""`open --join`."""

from argparse import Namespace
from functools import partial
from pathlib import Path

from icc_consult.bootstrap import desk_at
from icc_consult.commands import secrets
from icc_consult.commands.speaking import NotPossible
from icc_consult.packs import Pack, write_pack
from icc_consult.services.errors import NotOpened
from icc_consult.services.joining import join_consultation
from icc_consult.services.premises import Opening
from icc_consult.storage.openings import opening_in
from icc_consult.storage.places import Places
from icc_consult.verifying.regular_files import TooLargeHere, read_regular

_SETTLED = ("controller", "contact", "policy", "passphrase_file", "admission", "holders")
_LARGEST = 64_000_000


def join(pack: Pack, chosen: Namespace) -> Opening:
    """One more place of a consultation; its terms were settled where it was opened."""
    if given := [name for name in _SETTLED if getattr(chosen, name)]:
        option = given[0].replace("_", "-")
        raise NotPossible(f"--{option}: this was settled where the consultation was opened; leave it out.")
    file: Path = Places(chosen.join).opening if chosen.join.is_dir() else chosen.join
    try:
        document = read_regular(file, _LARGEST)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotOpened(str(file.parent)) from error
    except TooLargeHere as error:
        raise NotPossible(f"{file}: this is too large for an opening file.") from error
    elsewhere = opening_in(document, str(file))
    return join_consultation(
        desk_at(chosen.data),
        elsewhere=elsewhere,
        document=document,
        consultation=pack.consultation,
        copy_pack=partial(write_pack, pack),
        pin=secrets.pin(chosen.pin_file),
    )
