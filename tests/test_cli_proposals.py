"""`icc-consult proposals`: from what was sealed to the next revision."""

import json
from pathlib import Path
from typing import Any

import pytest

from icc_consult.bootstrap import desk_at
from icc_consult.cli import main
from icc_consult.domain.response import Answered, Written
from icc_consult.packs import read_pack, write_pack
from icc_consult.services.payload import encode
from icc_consult.services.responding import new_receipt

from tests.builders import DAY, EN, PIN, kiosk_at, response_with
from tests.papers import ballots

PACK = ballots()


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed consultation in which three people proposed two things."""
    place = tmp_path_factory.mktemp("proposals")
    secret = place / "words.txt"
    pack = place / "ballots.iccpack"
    write_pack(PACK, pack)
    (place / "pin").write_text(f"{PIN}\n")
    data = place / "data"
    args = [
        "open",
        str(pack),
        "--data",
        str(data),
        "--passphrase-file",
        str(secret),
        "--pin-file",
        str(place / "pin"),
    ]
    assert main([*args, "--not-ready-too", "--controller", "City", "--contact", "Desk"]) == 0
    _send(data)
    assert main(["close", str(data), "--pin-file", str(place / "pin")]) == 0
    return place


def _send(data: Path) -> None:
    kiosk = kiosk_at(desk_at(data))
    assert kiosk.store is not None
    assert kiosk.sealer is not None
    for text in ("More benches.", "more benches", "=Free buses"):
        response = response_with(kiosk.consultation, {"ideas-proposal": Answered(Written(text), EN)})
        kiosk.store.submit(kiosk.sealer.seal(encode(response)), new_receipt(), day=DAY)
    kiosk.store.release()


def told(closed: Path, capsys: pytest.CaptureFixture[str], *args: str) -> Any:
    """The JSON of one act."""
    call = [
        "proposals",
        str(closed / "data"),
        *args,
        "--passphrase-file",
        str(closed / "words.txt"),
        "--json",
    ]
    assert main(call) == 0
    return json.loads(capsys.readouterr().out)


def test_proposals_come_into_the_next_revision_and_nothing_else_does(
    closed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    listed = told(closed, capsys, "list")["proposals"]
    assert [(one["text"], one["times"]) for one in listed] == [("=Free buses", 1), ("More benches.", 2)]
    buses, benches = (one["id"] for one in listed)
    told(closed, capsys, "reject", buses, "--reason", "was asked before")
    told(closed, capsys, "accept", benches)
    after = told(closed, capsys, "list")["proposals"]
    assert [(one["standing"], one["reason"]) for one in after] == [
        ("rejected", "was asked before"),
        ("accepted", ""),
    ]
    done = told(closed, capsys, "revise", str(closed / "next.iccpack"))
    assert done["new"] == 1
    statements = read_pack(closed / "next.iccpack").consultation.parts[-1].statements  # type: ignore[union-attr]
    assert statements[-1].text.texts == {EN: "More benches."}
    words = (closed / "data" / "proposals.json").read_text("utf-8")
    assert "benches" not in words
    assert (closed / "data" / "proposals.json").stat().st_mode & 0o777 == 0o600


def test_a_rejection_wants_a_reason_and_a_known_proposal(closed: Path) -> None:
    secret = ["--passphrase-file", str(closed / "words.txt")]
    assert main(["proposals", str(closed / "data"), "reject", "0000000000", "--reason", " ", *secret]) == 2
    assert main(["proposals", str(closed / "data"), "accept", "0000000000", *secret]) == 2


def test_a_budget_and_statements_are_handed_on_in_their_formats(closed: Path) -> None:
    data, secret = str(closed / "data"), ["--passphrase-file", str(closed / "words.txt")]
    assert main(["export", data, str(closed / "pb"), "--format", "pabulib", *secret]) == 0
    assert (closed / "pb" / "money.pb").read_text("utf-8").startswith("META\n")
    assert (
        main(["export", data, str(closed / "polis"), "--format", "polis", "--question", "ideas", *secret])
        == 0
    )
    assert (closed / "polis" / "comments.csv").exists()
    wrong = ["export", data, str(closed / "no"), "--format", "polis", "--question", "money", *secret]
    assert main(wrong) == 2
    assert not (closed / "no").exists()
