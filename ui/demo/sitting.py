"""The process of the kiosk: the real window, and residents who touch it. It is killed in the middle once."""

import signal
import sys

from icc_consult.packs import read_pack

from ui.demo.account import Account
from ui.demo.album import Album
from ui.demo.clock import Clock
from ui.demo.hands import Hands
from ui.demo.residents import Role
from ui.demo.roles import go_away, walk
from ui.demo.script import Event, Script
from ui.kiosk_command import kiosk_window


def main() -> int:
    """Play the script that comes on standard input, until staff ends the day."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who breaks off the day ends this process too
    script = Script.from_line(sys.stdin.readline())
    pack = read_pack(script.data / "pack.iccpack")
    clock = Clock()
    window = kiosk_window(pack, script.data, clock=clock)
    window.host.when_ended = lambda: _tell("ended")
    window.show(windowed=True)
    hands = Hands(window, clock)
    album = Album(script.screens, hands)
    for resident in script.residents:
        account = walk(hands, pack.consultation, resident)
        if resident.role is Role.LOSES_POWER:
            album.finish()
            _tell("stands", account)
            sys.stdin.read()  # the power is cut while this waits
            return 1
        _tell("told", account)
        go_away(hands)
    hands.end_day(script.pin)
    album.finish()
    window.close()
    return 0


def _tell(what: str, account: Account | None = None) -> None:
    sys.stdout.write(Event(what, account).as_line())
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
