"""`icc-consult key destroy` as a person calls it: nothing comes back, and everything says so."""

import json
from io import StringIO
from pathlib import Path

import pytest

from tests.key_callers import AGE, DONE, NO, UNUSABLE, Caller, answered, opening, read, settled


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Caller:
    return settled(tmp_path, monkeypatch, capsys)


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(text))


class TestDestroying:
    def closed(self, call: Caller) -> None:
        assert call(*opening("data", "--passphrase-file", "words")) == DONE
        answered("data", "gone soon")
        assert call("close", "data") == DONE

    def test_what_was_destroyed_is_said_everywhere(
        self, call: Caller, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.closed(call)
        Path("stick.age").write_bytes(Path("data/key.age").read_bytes())
        typed(monkeypatch, "sketch\n")
        done = call.json("key", "destroy", "data", "--protocol", "p.html", "--key", "stick.age")
        assert not Path("data/key.age").exists()
        assert not Path("stick.age").exists()
        protocol = Path("p.html").read_text()
        for fact in (done["day"], done["fingerprint"], done["checkpoint"], done["files"][1][1]):
            assert fact in protocol
        assert (done["responses"], len(done["files"])) == (1, 2)
        last = max(Path("data/checkpoints").iterdir())
        assert json.loads(last.read_text())["body"]["audit"]["count"] == len(
            Path("data/audit.jsonl").read_text().splitlines()
        )
        assert '"key_destroyed"' in Path("data/audit.jsonl").read_text()
        for late in (
            ["export", "data", "out"],
            ["frequencies", "data"],
            ["pin", "data", "--pin-file", "pin"],
            ["merge", "city", "x.iccb", "--from", "data"],
        ):
            Path("x.iccb").write_bytes(AGE)
            assert call(*late, "--passphrase-file", "words") == NO
            assert f"was destroyed on {done['day']}" in call.said
        assert call("verify", "data") == DONE

    def test_the_bytes_are_overwritten_before_the_file_goes(
        self, call: Caller, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.closed(call)
        Path("other-name").hardlink_to("data/key.age")
        typed(monkeypatch, "sketch\n")
        assert call("key", "destroy", "data", "--protocol", "p.html") == DONE
        assert set(Path("other-name").read_bytes()) == {0}

    @pytest.mark.parametrize("answer", ["", "yes\n", "Sketch\n", "sketchy\n", "\x1b[2J\n"])
    def test_a_slip_destroys_nothing(
        self, call: Caller, monkeypatch: pytest.MonkeyPatch, answer: str
    ) -> None:
        self.closed(call)
        typed(monkeypatch, answer)
        assert call("key", "destroy", "data", "--protocol", "p.html") == NO
        assert not Path("p.html").exists()
        assert '"key_destroyed"' not in Path("data/audit.jsonl").read_text()
        assert read(call, "data", "--passphrase-file", "words") == {"gone soon"}

    def test_while_it_is_open_nothing_is_destroyed(
        self, call: Caller, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert call(*opening("data", "--passphrase-file", "words")) == DONE
        typed(monkeypatch, "sketch\n")
        assert call("key", "destroy", "data", "--protocol", "p.html") == NO
        assert Path("data/key.age").exists()

    def test_a_lost_protocol_is_written_again_with_the_day_it_was(
        self, call: Caller, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.closed(call)
        typed(monkeypatch, "sketch\nsketch\n")
        assert call("key", "destroy", "data", "--protocol", "p.html") == DONE
        assert call("key", "destroy", "data", "--protocol", "again.html") == DONE
        assert Path("again.html").read_bytes() == Path("p.html").read_bytes()

    @pytest.mark.parametrize("protocol", ["pin", "pin.html", "none/p.html"])
    def test_a_protocol_that_cannot_be_written_is_found_first(self, call: Caller, protocol: str) -> None:
        self.closed(call)
        Path("pin.html").write_text("here already")
        assert call("key", "destroy", "data", "--protocol", protocol) == UNUSABLE
        assert Path("data/key.age").exists()

    def test_a_key_that_was_moved_away_is_no_key_that_was_destroyed(
        self, call: Caller, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.closed(call)
        Path("data/key.age").rename("stick.age")
        typed(monkeypatch, "sketch\nsketch\n")
        assert call("key", "destroy", "data", "--protocol", "p.html") == UNUSABLE
        assert not Path("p.html").exists()
        assert call("key", "destroy", "data", "--protocol", "p.html", "--key", "stick.age") == DONE
        assert not Path("stick.age").exists()
