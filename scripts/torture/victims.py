"""What is killed: each does one thing for ever, and says on standard output what it has done."""

import itertools
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from icc_consult.bootstrap import open_kiosk
from icc_consult.domain.response import Ended
from icc_consult.services import responding
from icc_consult.services.admitting import admit
from icc_consult.services.backing_up import Copied
from icc_consult.services.errors import InUse
from icc_consult.storage.backups import LocalBackups
from icc_consult.storage.directory import LocalDirectory


def _say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def save(data: Path, *codes: str) -> None:
    """Residents come with their vouchers: two send, one leaves, one deletes, and so on."""
    kiosk = open_kiosk(data)
    language = kiosk.consultation.source_language
    _say("ready")
    for code, act in zip(codes, itertools.cycle(("send", "send", "leave", "delete")), strict=False):
        seat = responding.begin(kiosk, language=language, admission=admit(kiosk, voucher=code))
        responding.keep(kiosk, seat)
        for _ in range(3):
            seat = responding.turn_page(kiosk, seat)
        if act == "delete":
            responding.delete(kiosk)
            _say("deleted")
            continue
        ended = Ended.COMPLETE if act == "send" else Ended.LEFT
        _say("saved", responding.send(kiosk, seat, ended=ended), code)
    _say("out of vouchers")


def back_up(data: Path, *places: str) -> None:
    """Backups in all places, one after another."""
    _say("ready")
    while True:
        done = LocalBackups(data).copy_to([Path(place) for place in places], with_keys=False)
        if all(isinstance(one, Copied) for one in done):
            _say("copied", str(min(one.responses for one in done if isinstance(one, Copied))))


def restore(data: Path, backup: str) -> None:
    """The same backup into the same directory, again and again."""
    _say("ready")
    while True:
        try:
            LocalBackups(data).restore(Path(backup))
            _say("restored")
        except InUse:
            continue


def merge(data: Path, source: str) -> None:
    """All records of one directory into another one, again and again."""
    _say("ready")
    while True:
        records = list(LocalDirectory(Path(source)).ledger().records())
        LocalDirectory(data).ledger().add(records)
        _say("merged", str(len(records)))


VICTIMS: Mapping[str, Callable[..., None]] = {
    "save": save,
    "backup": back_up,
    "restore": restore,
    "merge": merge,
}

if __name__ == "__main__":
    VICTIMS[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
