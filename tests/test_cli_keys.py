"""`icc-consult key` and `open --holders` as a person calls them; only the slow lock is left out."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from tests.key_callers import DONE, NO, UNUSABLE, Caller, answered, opening, read, settled


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Caller:
    return settled(tmp_path, monkeypatch, capsys)


def scanned(path: str) -> str:
    """What a code says whose modules are drawn as squares of a path, a unit each."""
    modules = [(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h", path)]
    size = max(map(max, modules)) + 5
    picture = Image.new("L", (size, size), 255)
    for module in modules:
        picture.putpixel(module, 0)
    [code] = zxingcpp.read_barcodes(picture.resize((5 * size, 5 * size), Image.Resampling.NEAREST))
    return str(code.text)


class TestHolders:
    THREE = ("--passphrase-file", "ann", "--passphrase-file", "ben", "--passphrase-file", "cem")

    @pytest.mark.parametrize("pair", [("ann", "cem"), ("cem", "ben"), ("ben", "ann")])
    def test_any_two_of_three_read_the_answers(self, call: Caller, pair: tuple[str, str]) -> None:
        assert call(*opening("data", "--holders", "3", *self.THREE)) == DONE
        answered("data", "quiet")
        assert call("close", "data") == DONE
        how = [part for one in pair for part in ("--passphrase-file", one)]
        assert read(call, "data", *how) == {"quiet"}

    def test_one_alone_is_told_that_another_is_needed(self, call: Caller) -> None:
        assert call(*opening("data", "--holders", "3", *self.THREE)) == DONE
        assert call("close", "data") == DONE
        for how in (["ann"], ["ann", "ann"]):
            given = [part for one in how for part in ("--passphrase-file", one)]
            assert call("export", "data", "out", *given) == NO
            assert "two of its three holders" in call.said
        Path("stranger").write_text("somebody who holds nothing")
        assert (
            call("export", "data", "out", "--passphrase-file", "ann", "--passphrase-file", "stranger") == NO
        )
        assert "not the right one" in call.said

    @pytest.mark.parametrize("files", [THREE[:2], THREE[:4], (*THREE, "--passphrase-file", "dan")], ids=len)
    def test_each_holder_has_a_file(self, call: Caller, files: tuple[str, ...]) -> None:
        assert call(*opening("data", "--holders", "3", *files)) == UNUSABLE
        assert "Give --passphrase-file 3 times" in call.said
        assert not Path("data").exists()
        assert not Path("ann").exists()

    def test_two_holders_are_not_one(self, call: Caller) -> None:
        Path("ann").write_text("the very same passphrase")
        same = ("--passphrase-file", "ann") * 2 + ("--passphrase-file", "ben")
        assert call(*opening("data", "--holders", "3", *same)) == UNUSABLE
        assert "a passphrase of their own" in call.said
        assert not Path("data").exists()
        assert not Path("ben").exists()


class TestPaper:
    def printed(self, call: Caller, out: str = "key.html") -> list[str]:
        assert call(*opening("data", "--passphrase-file", "words")) == DONE
        assert call("key", "paper", "data", out) == DONE, call.said
        text = unescape(Path(out).read_text())
        if out.endswith(".html"):
            return text.partition("<pre>")[2].partition("</pre>")[0].splitlines()
        return re.findall(r">(\d{3} [^<]+)</text>", text)

    @pytest.mark.parametrize("out", ["key.html", "key.svg"])
    def test_the_key_comes_back_from_its_paper_as_it_was(self, call: Caller, out: str) -> None:
        lines = self.printed(call, out)
        Path("typed.txt").write_text("\n".join(line.lower() for line in reversed(lines)))
        document = call.json("key", "restore", "typed.txt", "again.age")
        assert Path("again.age").read_bytes() == Path("data/key.age").read_bytes()
        assert (document["passphrases"], Path("again.age").stat().st_mode & 0o077) == (1, 0)
        assert Path(out).stat().st_mode & 0o077 == 0
        assert call("verify", "data") == DONE

    def test_a_slip_is_told_with_its_line_and_nothing_is_written(self, call: Caller) -> None:
        lines = self.printed(call)
        lines[2] = lines[2][:7] + ("2" if lines[2][7] != "2" else "3") + lines[2][8:]
        Path("typed.txt").write_text("\n".join(lines))
        assert call("key", "restore", "typed.txt", "again.age") == UNUSABLE
        assert "slip in these lines of the text: 3;" in call.said
        Path("typed.txt").write_text("\n".join([*lines[:2], *lines[3:]]))
        assert call("key", "restore", "typed.txt", "again.age") == UNUSABLE
        assert "not in the text: 3;" in call.said
        assert not Path("again.age").exists()

    @pytest.mark.parametrize("content", [b"", b"my key", b"\xff\xfe", b"001 00000000 0\n"])
    def test_any_file_is_refused_in_one_sentence(self, call: Caller, content: bytes) -> None:
        Path("typed.txt").write_bytes(content)
        assert call("key", "restore", "typed.txt", "again.age") == UNUSABLE
        assert call.said.startswith("icc-consult: ")
        assert call.said.count("\n") == 1

    def test_nothing_is_written_over(self, call: Caller) -> None:
        self.printed(call)
        assert call("key", "paper", "data", "key.html") == UNUSABLE
        assert call("key", "restore", "key.html", "data/key.age") == UNUSABLE
        assert call("key", "paper", "data", "key.pdf") == UNUSABLE
        assert "ends in .html or .svg" in call.said

    @pytest.mark.parametrize("out", ["key.html", "key.svg"])
    def test_the_codes_alone_bring_the_key_back(self, call: Caller, out: str) -> None:
        self.printed(call, out)
        paths = re.findall(r'd="(M[^"]+)"', Path(out).read_text())
        Path("scanned.txt").write_text("\n".join(map(scanned, paths)))
        assert call("key", "restore", "scanned.txt", "again.age") == DONE, call.said
        assert Path("again.age").read_bytes() == Path("data/key.age").read_bytes()


class TestRekeying:
    def test_later_answers_go_to_the_new_key_and_one_passphrase_opens_all(self, call: Caller) -> None:
        assert call(*opening("data", "--passphrase-file", "words")) == DONE
        answered("data", "before")
        first = call.json("inspect", "data")["sealing_key"]
        old = ("--passphrase-file", "words", "--new-passphrase-file", "new")
        shown = call.json("key", "rekey", "data", *old)
        assert (shown["key"], shown["sealing_key"] != first) == (first, True)
        answered("data", "after")
        assert call("close", "data") == DONE
        assert read(call, "data", "--passphrase-file", "new") == {"before", "after"}
        assert call("export", "data", "none", "--passphrase-file", "words") == NO
        assert call("verify", "data") == DONE

    def test_the_old_key_file_opens_the_old_answers_only(self, call: Caller) -> None:
        assert call(*opening("data", "--passphrase-file", "words")) == DONE
        kept = Path("data/key.age").read_bytes()
        answered("data", "before")
        again = ("--passphrase-file", "words", "--new-passphrase-file", "new")
        assert call("key", "rekey", "data", *again) == DONE
        answered("data", "after")
        assert call("close", "data") == DONE
        Path("data/key.age").write_bytes(kept)
        assert read(call, "data", "--passphrase-file", "words") == {"before"}
        assert "1 responses could not be opened" in call.said

    def test_the_bytes_of_the_old_file_are_overwritten(self, call: Caller) -> None:
        assert call(*opening("data", "--passphrase-file", "words")) == DONE
        Path("other-name").hardlink_to("data/key.age")
        again = ("--passphrase-file", "words", "--new-passphrase-file", "new")
        assert call("key", "rekey", "data", *again) == DONE
        assert set(Path("other-name").read_bytes()) == {0}

    def test_a_backup_keeps_the_key_that_it_came_with(self, call: Caller) -> None:
        assert call(*opening("data", "--passphrase-file", "words")) == DONE
        [backup] = [Path(one["where"]) for one in call.json("backup", "data", "to", "--with-keys")["backups"]]
        before = {path.name: path.read_bytes() for path in backup.iterdir() if path.is_file()}
        again = ("--passphrase-file", "words", "--new-passphrase-file", "new")
        assert call("key", "rekey", str(backup), *again) == UNUSABLE
        assert "this is a backup" in call.said
        assert call("key", "rekey", str(backup), "--like", "data/opening.json") == UNUSABLE
        assert not Path("new").exists()
        assert {path.name: path.read_bytes() for path in backup.iterdir() if path.is_file()} == before

    def test_a_key_that_somebody_laid_into_a_backup_is_never_sealed_to(self, call: Caller) -> None:
        for data in ("data", "theirs"):
            assert call(*opening(data, "--passphrase-file", "words")) == DONE
        [backup] = [Path(one["where"]) for one in call.json("backup", "data", "to")["backups"]]
        again = ("--passphrase-file", "words", "--new-passphrase-file", "new")
        assert call("key", "rekey", "theirs", *again) == DONE
        theirs, ours = (json.loads(Path(one, "opening.json").read_text()) for one in ("theirs", backup))
        laid = ours | {"later_keys": theirs["later_keys"]}
        (backup / "opening.json").write_text(json.dumps(laid))
        before = Path("data/opening.json").read_bytes()
        assert call("restore", "data", str(backup)) == UNUSABLE
        assert call("restore", "data", str(backup), "--salvage") == DONE, call.said
        assert Path("data/opening.json").read_bytes() == before

    def test_who_cannot_be_asked_for_new_words_is_told_which_file_to_give(
        self, call: Caller, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert call(*opening("data", "--passphrase-file", "words")) == DONE
        monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
        assert call("key", "rekey", "data", "--passphrase-file", "words") == UNUSABLE
        assert "give --new-passphrase-file" in call.said

    def test_a_wrong_passphrase_changes_nothing(self, call: Caller) -> None:
        assert call(*opening("data", "--passphrase-file", "words")) == DONE
        before = {path.name: path.read_bytes() for path in Path("data").iterdir() if path.is_file()}
        Path("wrong").write_text("these words open nothing")
        again = ("--passphrase-file", "wrong", "--new-passphrase-file", "new")
        assert call("key", "rekey", "data", *again) == NO
        assert not Path("new").exists()
        assert {path.name: path.read_bytes() for path in Path("data").iterdir() if path.is_file()} == before

    def test_a_single_key_can_get_three_holders(self, call: Caller) -> None:
        assert call(*opening("data", "--passphrase-file", "words")) == DONE
        answered("data", "before")
        new = [part for one in ("ann", "ben", "cem") for part in ("--new-passphrase-file", one)]
        assert call("key", "rekey", "data", "--passphrase-file", "words", "--holders", "3", *new) == DONE
        assert call("close", "data") == DONE
        two = ("--passphrase-file", "cem", "--passphrase-file", "ann")
        assert read(call, "data", *two) == {"before"}

    def test_another_place_takes_the_new_key_over_and_its_bundle_is_merged(self, call: Caller) -> None:
        assert call(*opening("data", "--passphrase-file", "words")) == DONE
        assert call(*opening("second", "--join", "data/opening.json")) == DONE
        again = ("--passphrase-file", "words", "--new-passphrase-file", "new")
        assert call("key", "rekey", "data", *again) == DONE
        answered("second", "old key")
        shown = call.json("key", "rekey", "second", "--like", "data/opening.json")
        assert shown["sealing_key"] == call.json("inspect", "data")["sealing_key"]
        answered("second", "new key")
        for data in ("second", "data"):
            assert call("close", data) == DONE
            assert call("bundle", data, f"{data}.iccb") == DONE
        signer = call.json("inspect", "second")["signer"]
        how = ("--from", "data", "--passphrase-file", "new")
        assert call("merge", "city", "data.iccb", "second.iccb", *how, "--signer", signer) == DONE, call.said
        assert read(call, "city", "--passphrase-file", "new") == {"old key", "new key"}

    def test_no_key_of_another_consultation_is_taken_over(self, call: Caller) -> None:
        assert call(*opening("data", "--passphrase-file", "words")) == DONE
        assert call(*opening("other", "--passphrase-file", "words")) == DONE
        assert call("key", "rekey", "data", "--like", "other/opening.json") == UNUSABLE
        document = json.loads(Path("data/opening.json").read_text())
        Path("other.json").write_text(json.dumps(document | {"opening": "0011223344556677"}))
        assert call("key", "rekey", "data", "--like", "other.json") == UNUSABLE
        later = [{"key": "0011223344556677", "public_key": "00" * 31}]
        Path("other.json").write_text(json.dumps(document | {"later_keys": later}))
        assert call("key", "rekey", "data", "--like", "other.json") != DONE
        assert call("close", "data") == DONE
        again = ("--passphrase-file", "words", "--new-passphrase-file", "new")
        assert call("key", "rekey", "data", *again) != DONE
        assert not Path("new").exists()
