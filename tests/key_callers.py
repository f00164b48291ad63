"""What the tests of `icc-consult key` share: a caller, a quick lock, one answer."""

import json
from pathlib import Path
from typing import Any

import pytest

from icc_consult.bootstrap import open_kiosk
from icc_consult.cli import main
from icc_consult.domain.response import Answered, Written
from icc_consult.packs import write_pack
from icc_consult.services import responding
from icc_consult.services.errors import WrongPassphrase
from icc_consult.trust import vault

from tests.builders import EN
from tests.sketches import pack_drawn

DONE, NO, UNUSABLE = range(3)
AGE = b"age-encryption.org/v1\n"


def lock(text: bytes, passphrase: str) -> bytes:
    return AGE + passphrase.encode() + b"|" + text


def unlock(text: bytes, passphrase: str) -> bytes:
    if not text.startswith(AGE + passphrase.encode() + b"|"):
        raise WrongPassphrase
    return text.removeprefix(AGE + passphrase.encode() + b"|")


class Caller:
    """Runs a command and remembers what it said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.said, self.out = "", ""

    def __call__(self, *call: str) -> int:
        code = main([*call])
        said = self._capsys.readouterr()
        self.said, self.out = said.err, said.out
        return code

    def json(self, *call: str) -> Any:
        assert self(*call, "--json") == DONE, self.said
        return json.loads(self.out)


def settled(place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Caller:
    """A place with a pack and a PIN; only the slow lock is left out."""
    monkeypatch.setattr(vault, "locked", lock)
    monkeypatch.setattr(vault, "unlocked", unlock)
    monkeypatch.chdir(place)
    write_pack(pack_drawn(), Path("sketch.iccpack"))
    Path("pin").write_text("2468")
    return Caller(capsys)


def opening(data: str, *more: str) -> list[str]:
    return ["open", "sketch.iccpack", "--not-ready-too", "--data", data, "--pin-file", "pin", *more]


def answered(data: str, text: str) -> None:
    kiosk = open_kiosk(Path(data))
    seat = responding.begin(kiosk, language=EN)
    responding.send(kiosk, responding.answer(seat, item="q3", given=Answered(Written(text), EN)))
    assert kiosk.store is not None
    kiosk.store.release()


def read(call: Caller, data: str, *how: str) -> set[str]:
    """The words of the residents."""
    out = f"out-{len(list(Path().iterdir()))}"
    assert call("export", data, out, *how) == DONE, call.said
    lines = (Path(out) / "texts.csv").read_text("utf-8-sig").splitlines()[1:]
    return {line.rpartition(",")[2] for line in lines}
