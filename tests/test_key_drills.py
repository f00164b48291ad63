"""What a team rehearses before it has to: words are lost, a kiosk is gone, a holder left, a key leaked."""

import shutil
from html import unescape
from pathlib import Path

import pytest

from tests.key_callers import DONE, NO, Caller, answered, opening, read, settled

THREE = ("--passphrase-file", "ann", "--passphrase-file", "ben", "--passphrase-file", "cem")


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Caller:
    return settled(tmp_path, monkeypatch, capsys)


def test_whoever_lost_the_words_reads_nothing_loses_nothing_and_goes_on_when_they_are_found(
    call: Caller,
) -> None:
    assert call(*opening("data", "--passphrase-file", "words")) == DONE
    answered("data", "before")
    Path("guess").write_text("abandon ability able about above absent\n")
    key = Path("data/key.age").read_bytes()
    for _ in range(5):
        assert call("pin", "data", "--passphrase-file", "guess", "--pin-file", "pin") == NO
    answered("data", "while they were lost")
    assert call("close", "data") == DONE
    for _ in range(5):
        assert call("export", "data", "out", "--passphrase-file", "guess") == NO
        assert not Path("out").exists()
    assert Path("data/key.age").read_bytes() == key
    assert call("verify", "data") == DONE
    assert read(call, "data", "--passphrase-file", "words") == {"before", "while they were lost"}


def test_a_kiosk_that_is_gone_is_read_from_its_backup_and_the_paper_copy_of_the_key(call: Caller) -> None:
    assert call(*opening("data", "--passphrase-file", "words")) == DONE
    assert call("key", "paper", "data", "key.html") == DONE
    answered("data", "kept")
    assert call("close", "data") == DONE
    signer = call.json("inspect", "data")["signer"]
    [backup] = [one["where"] for one in call.json("backup", "data", "stick")["backups"]]
    shutil.rmtree("data")
    assert call("restore", "new", backup, "--signer", signer) == DONE
    assert not Path("new/key.age").exists()
    text = unescape(Path("key.html").read_text())
    Path("typed").write_text(text.partition("<pre>")[2].partition("</pre>")[0])
    assert call("key", "restore", "typed", "again.age") == DONE, call.said
    shutil.copy("again.age", "new/key.age")
    assert read(call, "new", "--passphrase-file", "words") == {"kept"}


def test_when_one_of_three_holders_left_the_other_two_read_and_share_the_key_anew(call: Caller) -> None:
    assert call(*opening("data", "--holders", "3", *THREE)) == DONE
    answered("data", "before")
    Path("ben").unlink()
    anew = [part for one in ("ann2", "cem2", "dan") for part in ("--new-passphrase-file", one)]
    held = ("--passphrase-file", "ann", "--passphrase-file", "cem")
    assert call("key", "rekey", "data", *held, "--holders", "3", *anew) == DONE, call.said
    answered("data", "after")
    assert call("close", "data") == DONE
    assert call("export", "data", "out", *held) == NO
    pair = ("--passphrase-file", "dan", "--passphrase-file", "ann2")
    assert read(call, "data", *pair) == {"before", "after"}


def test_whoever_stole_the_key_and_its_words_reads_nothing_that_came_after_the_new_one(call: Caller) -> None:
    assert call(*opening("data", "--passphrase-file", "words")) == DONE
    shutil.copy("data/key.age", "stolen.age")
    answered("data", "before")
    again = ("--passphrase-file", "words", "--new-passphrase-file", "new")
    assert call("key", "rekey", "data", *again) == DONE
    answered("data", "after")
    assert call("close", "data") == DONE
    assert read(call, "data", "--passphrase-file", "new") == {"before", "after"}
    shutil.copytree("data", "stolen")
    shutil.copy("stolen.age", "stolen/key.age")
    assert read(call, "stolen", "--passphrase-file", "words") == {"before"}
