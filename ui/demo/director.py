"""A whole day: open, let residents come, cut the power once, end the day, close, export, and compare."""

import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from icc_consult.domain.errors import BrokenRule
from icc_consult.languages import language
from icc_consult.services.inspecting import inspect
from icc_consult.services.premises import Desk
from icc_consult.services.unlocking import read_all, unlock

from ui.demo.account import Account
from ui.demo.place import Place
from ui.demo.progress import Progress
from ui.demo.residents import Resident, Role
from ui.demo.script import Event, Script
from ui.demo.summary import Day

Act = Callable[[Sequence[str]], int]
_CONTROLLER = "ICC Consult (demo)"
_PIN_DIGITS = 6


class ActFailed(BrokenRule):
    """One of the desk's acts did not come to its end; it has said why."""

    def __init__(self, act: str, code: int) -> None:
        super().__init__(act, code)
        self.act, self.code = act, code


class SittingFailed(BrokenRule):
    """The process of the kiosk ended before its staff ended the day."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def hold_day(place: Place, pack: Path, residents: Sequence[Resident], *, act: Act, desk: Desk) -> Day:
    """Everything from the opening to the comparison, in a place that was prepared.

    `act` runs a command of the desk as `icc-consult` does; `desk` is the one over `place.data`. Raises
    `ActFailed` or `SittingFailed`.
    """
    began = time.monotonic()
    with _pin_file() as pin:
        _do(
            act, "open", str(pack), "--data", str(place.data), "--controller", _CONTROLLER, *_keys(place, pin)
        )
        accounts = _open_hours(place, residents, pin.read_text().strip())
        _do(act, "close", str(place.data), "--pin-file", str(pin))
    _do(act, "export", str(place.data), str(place.root), *_keys(place))
    opener = unlock(desk, passphrase=place.passphrase.read_text().strip())
    found = read_all(desk, opener).responses
    counted = sum(one.role is not Role.DECLINES for one in residents)
    spoken = _languages(residents)
    return Day(counted, spoken, accounts, found, inspect(desk), place, time.monotonic() - began)


def _languages(residents: Sequence[Resident]) -> tuple[str, ...]:
    tags = [one.language for one in residents]
    tags += [one.other for one in residents if one.role is Role.SWITCHES]
    return tuple(dict.fromkeys(tags))


@contextmanager
def _pin_file() -> Iterator[Path]:
    with TemporaryDirectory(prefix="icc-consult-demo-") as place:
        path = Path(place) / "pin"
        path.touch(mode=0o600)
        path.write_text("".join(str(secrets.randbelow(10)) for _ in range(_PIN_DIGITS)))
        yield path


def _keys(place: Place, pin: Path | None = None) -> list[str]:
    files = ["--passphrase-file", str(place.passphrase)]
    return [*files, "--pin-file", str(pin)] if pin else files


def _do(act: Act, *arguments: str) -> None:
    code = act(arguments)
    if code:
        raise ActFailed(arguments[0], code)


def _open_hours(place: Place, residents: Sequence[Resident], pin: str) -> list[Account]:
    """Every resident's account; after a power cut the kiosk starts again for those who are still waiting."""
    progress = Progress(len(residents))
    accounts: list[Account] = []
    while len(accounts) < len(residents):
        waiting = residents[len(accounts) :]
        for account in _sitting(Script(place.data, place.screens, pin, waiting)):
            accounts.append(account)
            progress.tell(_what(account))
    return accounts


def _what(account: Account) -> str:
    return f"{language(account.language).english}: {account.ended.replace('_', ' ')}"


def _sitting(script: Script) -> Iterator[Account]:
    """One process of the kiosk, until its staff ends the day or the power is cut."""
    has_ended = False
    with _process() as kiosk:
        assert kiosk.stdin is not None  # noqa: S101 - both are pipes
        assert kiosk.stdout is not None  # noqa: S101
        kiosk.stdin.write(script.as_line())
        kiosk.stdin.flush()
        for line in kiosk.stdout:
            event = Event.from_line(line)
            if event.what == "stands":
                kiosk.kill()  # as a power cut would: no handler runs, nothing is flushed
            if event.account is not None:
                yield event.account
            has_ended = has_ended or event.what in ("stands", "ended")
    if not has_ended:
        raise SittingFailed(kiosk.returncode)


@contextmanager
def _process() -> Iterator[subprocess.Popen[str]]:
    """Python without its own working directory on its path; gone when the day is broken off."""
    command = [sys.executable, "-P", "-m", "ui.demo.sitting"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as kiosk:
        try:
            yield kiosk
        except BaseException:
            kiosk.kill()
            raise
