"""A kiosk whose system calls fail: `python -m scripts.torture.struck DATA (honest | careless)`.

It says `ready`, waits for a line, and lets residents send; each is thanked, told otherwise, or not let in.
The careless one thanks everybody, so that whoever checks can be checked.
"""

import ctypes
import sys
from contextlib import suppress
from pathlib import Path

from icc_consult.bootstrap import open_kiosk
from icc_consult.domain.errors import NotSaved
from icc_consult.services import responding
from icc_consult.services.responding import Kiosk, Seat

RESIDENTS = 4
THANKED, TOLD, TURNED_AWAY = "thanked", "told", "turned_away"
_ALLOW_TRACING, _BY_ANYBODY = 0x5961_6D61, ctypes.c_ulong(-1)


def main(data: str, how: str) -> None:
    """Open, wait until somebody watches, and go on whatever happens."""
    kiosk = open_kiosk(Path(data))
    ctypes.CDLL(None).prctl(_ALLOW_TRACING, _BY_ANYBODY, 0, 0, 0)
    _say("ready")
    sys.stdin.readline()
    for _ in range(RESIDENTS):
        try:
            seat = responding.begin(kiosk, language=kiosk.consultation.source_language)
        except NotSaved:
            _say(TURNED_AWAY)
            continue
        is_saved = _is_saved(kiosk, seat)
        _say(THANKED if is_saved or how == "careless" else TOLD, seat.receipt)
    _say("done")
    sys.stdin.readline()


def _is_saved(kiosk: Kiosk, seat: Seat) -> bool:
    with suppress(NotSaved):
        responding.keep(kiosk, seat)
    try:
        responding.send(kiosk, seat)
    except NotSaved:
        return False
    return True


def _say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
