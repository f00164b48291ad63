"""Running `hub` as a city would, beside the data directory that `merge` makes of the same bundles."""

import csv
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from icc_consult.bootstrap import open_kiosk
from icc_consult.bundles.envelope import ByIdentity
from icc_consult.cli import main
from icc_consult.domain.ballot import TopicId
from icc_consult.domain.response import Answered, Approved, Written
from icc_consult.packs import write_pack
from icc_consult.services import responding

from tests.builders import EN
from tests.hub.conftest import new_database
from tests.hub.server import Server
from tests.sketches import pack_drawn

DONE, NO, UNUSABLE = range(3)
WORDS = ("--passphrase-file", "words")
AGE = b"age-encryption.org/v1\n"


@pytest.fixture(autouse=True, scope="module")
def quick() -> Iterator[None]:
    """The key file is the real one; only its lock and its trial, which take a second each, are left out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("icc_consult.trust.vault.locked", lambda text, _: AGE + text)
        patch.setattr("icc_consult.trust.vault.unlocked", lambda text, _: text.removeprefix(AGE))
        patch.setattr("icc_consult.trust.vault.try_out", lambda *_: None)
        yield


def collect(data: str, topics: str, text: str) -> None:
    kiosk = open_kiosk(Path(data))
    for letter in topics:
        seat = responding.begin(kiosk, language=EN)
        marked = Approved(tuple(TopicId(f"t{number}") for number in (1, 2) if int(letter) & number))
        seat = responding.answer(seat, item="topics", given=Answered(marked, EN))
        seat = responding.answer(seat, item="q3", given=Answered(Written(f"{text}, {letter}"), EN))
        responding.send(kiosk, seat)
    assert kiosk.store is not None
    kiosk.store.release()


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two kiosks of one consultation, each with a bundle of every day; both were closed."""
    root = tmp_path_factory.mktemp("collected")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        write_pack(pack_drawn(), Path("sketch.iccpack"))
        Path("pin").write_text("2468")
        opening = ["open", "sketch.iccpack", "--pin-file", "pin"]
        assert main([*opening, "--data", "first", *WORDS]) == DONE
        assert main([*opening, "--data", "second", "--join", "first/opening.json"]) == DONE
        collect("first", "1123012301", "=SUM(A1)\nof the first")
        assert main(["bundle", "first", "early.iccb"]) == DONE
        collect("first", "33", "later")
        collect("second", "103", "of the second")
        for data in ("first", "second"):
            assert main(["close", data]) == DONE
            assert main(["bundle", data, f"{data}.iccb"]) == DONE
    return root


@pytest.fixture
def here(
    request: pytest.FixtureRequest, collected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy of all that, and the address of a hub that is not made yet; a file unless a test wants both."""
    shutil.copytree(collected, tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    address = "hub.db"
    if getattr(request, "param", "file") == "server":
        server: Server = request.getfixturevalue("server")
        address = new_database(server)
    monkeypatch.setenv("ICC_CONSULT_DATABASE", address)


class Caller:
    """Calls a command and hands back its exit code and what it printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.told = ""

    def __call__(self, *call: str) -> int:
        code = main([*call])
        self.told = self._capsys.readouterr().err
        return code

    def json(self, *call: str) -> tuple[int, dict[str, Any]]:
        self._capsys.readouterr()
        code = main([*call, "--json"])
        said = self._capsys.readouterr()
        self.told = said.err
        return code, json.loads(said.out) if said.out else {}


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], here: None) -> Caller:
    return Caller(capsys)


def signer(data: str) -> str:
    document: dict[str, str] = json.loads((Path(data) / "opening.json").read_text())
    return document["signing_key"]


def rows(path: Path) -> Counter[tuple[str, ...]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return Counter(tuple(row) for row in csv.reader(stream))


ON_BOTH = pytest.mark.parametrize("here", ["file", "server"], indirect=True)


@ON_BOTH
def test_a_hub_hands_out_what_a_merged_directory_hands_out(call: Caller) -> None:
    named = signer("second")
    assert call("hub", "init", "first") == DONE
    assert call("hub", "merge", "second.iccb", *WORDS) == NO
    assert named in call.told
    for bundles in (["early.iccb"], ["second.iccb", "first.iccb"], ["early.iccb", "second.iccb"]):
        code, merged = call.json("hub", "merge", *bundles, *WORDS, "--signer", f"{named[:16]}=Library")
        assert code == DONE
    assert (merged["added"], merged["findings"], merged["state"]) == (0, [], "closed")
    bundles = ["early.iccb", "first.iccb", "second.iccb"]
    assert call("merge", "city", *bundles, "--from", "first", *WORDS, "--signer", named) == DONE
    assert call("export", "city", "beside", *WORDS) == DONE
    code, done = call.json("hub", "export", "out", *WORDS)
    assert (code, done["responses"], done["unreadable"]) == (DONE, 15, 0)
    assert {path.name for path in Path("out").iterdir()} == {path.name for path in Path("beside").iterdir()}
    for path in Path("out").glob("*.csv"):
        assert rows(path) == rows(Path("beside") / path.name)
    for rule in ("approval", "fair-agenda"):
        how = ["--rule", rule, "--seats", "1", "--question", "topics"]
        assert call.json("hub", "tally", *how, *WORDS) == call.json("tally", "beside", *how)


def test_status_says_who_brought_what_without_the_passphrase(call: Caller) -> None:
    assert call("hub", "init", "first") == DONE
    assert call("hub", "merge", "early.iccb", *WORDS) == DONE
    code, told = call.json("hub", "status")
    [one] = told["consultations"]
    assert (code, one["books"]["sealed"], one["state"], one["findings"]) == (DONE, 10, "open", [])
    assert [(place["signer"], place["responses"]) for place in one["places"]] == [(signer("first"), 10)]
    assert one["audit"]["count"] == 2


@ON_BOTH
def test_answers_stay_closed_until_the_end(call: Caller) -> None:
    assert call("hub", "init", "first") == DONE
    assert call("hub", "merge", "early.iccb", *WORDS) == DONE
    for act in (["export", "out"], ["tally", "--question", "topics"]):
        assert call("hub", *act, *WORDS) == NO
        assert "still open" in call.told
    assert not Path("out").exists()
    assert call("hub", "close") == DONE
    assert call("hub", "export", "out", *WORDS) == DONE
    assert call("hub", "export", "pin", *WORDS) == UNUSABLE
    assert call("hub", "tally", "--question", "nothing", *WORDS) == UNUSABLE


def test_a_pack_is_opened_in_the_hub_and_kiosks_join_it(call: Caller) -> None:
    assert call("hub", "init", "sketch.iccpack", *WORDS) == UNUSABLE
    assert "--opening" in call.told
    assert call("hub", "init", "sketch.iccpack", "--opening", "city.json", *WORDS) == DONE
    assert call("hub", "init", "sketch.iccpack", "--opening", "city.json", *WORDS) == UNUSABLE
    join = ["open", "sketch.iccpack", "--join", "city.json", "--data", "third", "--pin-file", "pin"]
    assert call(*join) == DONE
    collect("third", "12", "here")
    assert call("close", "third") == DONE
    assert call("bundle", "third", "third.iccb") == DONE
    code, merged = call.json("hub", "merge", "third.iccb", *WORDS, "--signer", signer("third"))
    assert (code, merged["added"], merged["state"]) == (DONE, 2, "closed")
    assert call("hub", "export", "out", *WORDS) == DONE


@ON_BOTH
def test_a_hub_keeps_several_consultations_apart(call: Caller) -> None:
    assert call("hub", "init", "first") == DONE
    assert call("hub", "init", "sketch.iccpack", "--opening", "city.json", *WORDS) == DONE
    assert call("hub", "merge", "first.iccb", *WORDS) == UNUSABLE
    assert "--consultation" in call.told
    openings = [json.loads(Path(file).read_text())["opening"] for file in ("first/opening.json", "city.json")]
    assert call("hub", "merge", "first.iccb", *WORDS, "--consultation", openings[1]) == UNUSABLE
    assert call("hub", "merge", "first.iccb", *WORDS, "--consultation", openings[0]) == DONE
    found = call.json("hub", "status")[1]["consultations"]
    assert {one["opening"]: one["books"]["sealed"] for one in found} == {openings[0]: 12, openings[1]: 0}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (["status"], "there is no hub here yet"),
        (["merge", "none.iccb", *WORDS], "none.iccb: there is no such file"),
        (["merge", "pin", *WORDS], "pin: this is no bundle"),
        (["merge", "first.iccb", *WORDS, "--signer", "abc"], "--signer abc: give at least"),
        (["init", "second"], "second/key.age: the key file is not there"),
        (["init", "nothing", "--opening", "o.json"], "nothing"),
    ],
)
def test_a_clumsy_call_is_told_what_to_do(call: Caller, wrong: list[str], sentence: str) -> None:
    assert call("hub", *wrong) == UNUSABLE
    assert sentence in call.told
    assert call.told.count("\n") == 1


def test_a_damaged_bundle_is_salvaged_only_when_asked(call: Caller) -> None:
    assert call("hub", "init", "first") == DONE
    key = json.loads(Path("first/key.age").read_bytes().removeprefix(AGE))
    whole = ByIdentity(key["bundle_identity"]).decrypt(Path("first.iccb").read_bytes(), "first.iccb").content
    Path("first.iccb").write_bytes(whole[:5_000] + b"?" + whole[5_001:])
    assert call("hub", "merge", "first.iccb", *WORDS) == UNUSABLE
    code, merged = call.json("hub", "merge", "first.iccb", *WORDS, "--salvage")
    assert (code, merged["bundles"][0]["salvaged"]) == (DONE, True)
    assert {one["flaw"] for one in merged["findings"]} >= {"not_all_here"}
    assert call("hub", "merge", "early.iccb", *WORDS) == DONE
