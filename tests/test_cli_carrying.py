"""Running `bundle`, `merge` and `verify` as a person would, over two kiosks of one consultation."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from icc_consult.assets import resources
from icc_consult.bootstrap import open_kiosk
from icc_consult.cli import main
from icc_consult.services import responding
from icc_consult.services.errors import WrongPassphrase
from icc_consult.verifying.bundle import bundle_bytes

from tests.bundles.model import IDENTITY, place_with

SAMPLE = resources() / "consultations" / "our-city-our-voice"
DONE, NO, UNUSABLE = range(3)
KEY = ("--from", "first", "--passphrase-file", "words")


AGE = b"age-encryption.org/v1\n"
WRONG = "six other words that open nothing"


def locked(text: bytes, passphrase: str) -> bytes:
    return AGE + text


def unlocked(text: bytes, passphrase: str) -> bytes:
    if passphrase == WRONG:
        raise WrongPassphrase
    return text.removeprefix(AGE)


@pytest.fixture(autouse=True, scope="module")
def quick() -> Iterator[None]:
    """The key file is the real one; only its lock, which takes a second each time, is left out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("icc_consult.trust.vault.locked", locked)
        patch.setattr("icc_consult.trust.vault.unlocked", unlocked)
        yield


def collect(data: str, count: int) -> None:
    kiosk = open_kiosk(Path(data))
    for _ in range(count):
        responding.send(kiosk, responding.begin(kiosk, language=kiosk.consultation.languages[0]))
    assert kiosk.store is not None
    kiosk.store.release()


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two kiosks, each with a bundle on its stick; the second was closed."""
    root = tmp_path_factory.mktemp("collected")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        Path("pin").write_text("2468")
        opening = ["open", str(SAMPLE), "--pin-file", "pin"]
        assert main([*opening, "--data", "first", "--passphrase-file", "words"]) == DONE
        assert main([*opening, "--data", "second", "--join", "first/opening.json"]) == DONE
        collect("first", 10)
        collect("second", 3)
        assert main(["close", "second"]) == DONE
        assert main(["bundle", "first", "first.iccb"]) == DONE
        assert main(["bundle", "second", "second.iccb"]) == DONE
    return root


@pytest.fixture
def here(collected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    shutil.copytree(collected, tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


class Caller:
    """Calls a command and hands back its exit code and what it printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.told = ""

    def json(self, *call: str) -> tuple[int, dict[str, Any]]:
        code = main([*call, "--json"])
        said = self._capsys.readouterr()
        self.told = said.err
        return code, json.loads(said.out) if said.out else {}

    def __call__(self, *call: str) -> int:
        code = main([*call])
        self.told = self._capsys.readouterr().err
        return code


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], here: Path) -> Caller:
    return Caller(capsys)


def signer(data: str) -> str:
    document: dict[str, str] = json.loads((Path(data) / "opening.json").read_text())
    return document["signing_key"]


def test_two_kiosks_come_together_and_are_read_with_the_passphrase(call: Caller) -> None:
    bundles = ("city", "second.iccb", "first.iccb")
    assert call("merge", *bundles, *KEY) == NO
    assert signer("second") in call.told
    assert not Path("city").exists()
    code, merged = call.json("merge", *bundles, *KEY, "--signer", signer("second")[:16])
    assert (code, merged["added"], merged["books"]["sealed"], merged["findings"]) == (DONE, 13, 13, [])
    assert call("close", "city") == DONE
    assert call("export", "city", "out", "--passphrase-file", "words") == DONE
    code, shown = call.json("frequencies", "city", "--passphrase-file", "words")
    assert (code, shown["ended"]) == (DONE, {"complete": [10, 19]})
    code, shown = call.json("inspect", "city")
    assert (shown["responses"], shown["kind"], shown["trouble"]) == (13, "merged", [])
    assert call.json("verify", "city")[1]["ok"] is True


def test_every_state_is_verified_without_the_passphrase(call: Caller) -> None:
    for data in ("first", "second"):
        code, found = call.json("verify", data)
        assert (code, found["ok"], found["findings"]) == (DONE, True, [])
    assert found["state"] == "closed"
    assert found["books"]["sealed"] == 3


def test_who_reads_a_check_sees_the_head_of_the_log_and_the_places(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", "first", "--json"]) == DONE
    shown = json.loads(capsys.readouterr().out)
    assert main(["verify", "first"]) == DONE
    told = capsys.readouterr().out
    assert shown["audit"]["head"] in told
    [(source, chain)] = shown["checkpoints"].items()
    assert f"{chain} of {source}" in told


def test_a_receipt_is_found_however_it_is_typed(call: Caller) -> None:
    code = Path("second/receipts.txt").read_text().splitlines()[-1]
    for subject in ("second", "second/receipts.txt"):
        done, found = call.json("verify", subject, "--receipt", code.replace("-", " ").lower())
        assert (done, found["receipt"]["code"], found["receipt"]["counted"]) == (DONE, code, True)
        assert call("verify", subject, "--receipt", "0000-0000-0000-0000") == NO
    assert call("verify", "second/checkpoints/000001.json", "--receipt", code) == UNUSABLE


def test_one_state_follows_from_another_and_not_the_other_way_round(call: Caller) -> None:
    shutil.copy("first.iccb", "early.iccb")
    collect("first", 10)
    assert call("bundle", "first", "first.iccb") == DONE
    assert call("verify", "first", "--since", "first/checkpoints/000001.json") == DONE
    assert call("verify", "first.iccb", "--since", "early.iccb", *KEY) == DONE
    code, found = call.json("verify", "early.iccb", "--since", "first.iccb", *KEY)
    assert code == NO
    assert {one["flaw"] for one in found["findings"]} == {"lost", "shrunk"}
    early, late = "first/checkpoints/000001.json", "first/checkpoints/000003.json"
    assert (call("verify", late, "--since", early), call("verify", early, "--since", late)) == (DONE, NO)
    assert call("verify", "first", "--since", "second/checkpoints/000001.json") == NO
    assert call("verify", late, "--since", "early.iccb", *KEY) == UNUSABLE


def test_too_few_new_answers_do_not_leave(call: Caller) -> None:
    collect("first", 9)
    before = Path("first.iccb").read_bytes()
    assert call("bundle", "first", "first.iccb") == NO
    assert call.told.startswith("icc-consult: Only 9 answers are new")
    assert Path("first.iccb").read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"hello", AGE + b"-> X25519 x\n", b"ICCB\x01\xff" * 40])
@pytest.mark.parametrize("how", [(), ("--salvage",)])
def test_a_hostile_bundle_is_refused_in_one_sentence(
    call: Caller, content: bytes, how: tuple[str, ...]
) -> None:
    Path("hostile.iccb").write_bytes(content)
    assert call("merge", "city", "hostile.iccb", *KEY, *how) == UNUSABLE
    assert call.told.startswith("icc-consult: hostile.iccb: ")
    assert call.told.count("\n") == 1
    assert not Path("city").exists()
    assert call("verify", "hostile.iccb", *KEY) == UNUSABLE


def test_a_damaged_bundle_is_salvaged_only_when_asked(call: Caller) -> None:
    collect("first", 15)
    assert call("bundle", "first", "first.iccb") == DONE
    whole = Path("first.iccb").read_bytes()
    Path("first.iccb").write_bytes(whole[:-2_000])
    assert call("merge", "city", "first.iccb", *KEY) == UNUSABLE
    code, merged = call.json("merge", "city", "first.iccb", *KEY, "--salvage")
    assert code == DONE
    assert merged["bundles"][0]["salvaged"] is True
    assert 0 < merged["added"] < 25
    assert {one["flaw"] for one in merged["findings"]} >= {"books"}
    assert "no signature covers them" in call.told
    assert call("verify", "city") == NO


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (["bundle", "first", "first.zip"], "first.zip: the name of a bundle ends in .iccb"),
        (["bundle", "first", "first/x.iccb"], "first/x.iccb: there is something here already"),
        (["merge", "city", "first.iccb"], "city: this is new; give --from DIR"),
        (["merge", "first", "first.iccb", *KEY], "first: bundles are merged into a new directory"),
        (["merge", "city", "none.iccb", *KEY], "none.iccb: there is no such file"),
        (
            ["merge", "city", "first.iccb", "--from", "second", *KEY[2:]],
            "second/key.age: there is no key file",
        ),
        (["verify", "first.iccb"], "Bundles are encrypted; give --from DIR"),
        (["verify", "none"], "none: there is no such file"),
        (["verify", "pin"], "pin: this is no bundle, no checkpoint and no list of receipts"),
        (["verify", "."], ".: no consultation was opened here"),
        (["open", str(SAMPLE), "--data", "n", "--join", "pin", "--pin-file", "pin"], "pin: it is damaged"),
        (
            ["open", str(SAMPLE), "--data", "n", "--join", "first", "--pin-file", "pin", "--contact", "x"],
            "--contact: this was settled where the consultation was opened",
        ),
        (
            ["open", str(SAMPLE), "--data", "n", "--join", "first", "--admission", "vouchers"],
            "--admission: this was settled where the consultation was opened",
        ),
        (
            ["open", str(SAMPLE), "--data", "n", "--join", "first", "--holders", "3"],
            "--holders: this was settled where the consultation was opened",
        ),
        (
            ["open", str(SAMPLE), "--data", "n", "--join", "first", "--pin-file", "none"],
            "none: there is no such file or directory; check the name.",
        ),
    ],
)
def test_a_clumsy_call_is_told_what_to_do(call: Caller, wrong: list[str], sentence: str) -> None:
    assert call(*wrong) == UNUSABLE
    assert call.told.startswith(f"icc-consult: {sentence}")
    assert not Path("city").exists()


@pytest.mark.parametrize("file", ["answers.db", "audit.jsonl", "opening.json", "checkpoints/000001.json"])
@pytest.mark.parametrize("content", [b"", b"\xff\xfe\n", b"[]\n", b'{"a":1}\n'])
def test_a_directory_that_was_damaged_is_never_a_traceback(call: Caller, file: str, content: bytes) -> None:
    (Path("second") / file).write_bytes(content)
    assert call("verify", "second") in (NO, UNUSABLE)
    assert "Traceback" not in call.told


def test_a_wrong_passphrase_is_an_honest_no(call: Caller) -> None:
    Path("wrong").write_text(WRONG)
    assert call("verify", "first.iccb", "--from", "first", "--passphrase-file", "wrong") == NO


def test_a_merged_directory_is_no_kiosk(call: Caller) -> None:
    assert call("merge", "city", "first.iccb", *KEY) == DONE
    assert (
        call("open", str(SAMPLE), "--data", "third", "--join", "city/opening.json", "--pin-file", "pin")
        == DONE
    )
    code, found = call.json("inspect", "third")
    assert (code, found["kind"]) == (DONE, "kiosk")


def test_what_a_stranger_signed_steers_no_terminal(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = place_with(1)
    state = replace(place.state(), identity=replace(IDENTITY, consultation="\x1b[2Jgone"))
    Path("inside").write_bytes(bundle_bytes(state, place.seed))
    assert main(["verify", "inside"]) == NO
    said = capsys.readouterr()
    assert "other consultation" in said.out.replace("another", "other")
    assert "\x1b" not in said.out + said.err
