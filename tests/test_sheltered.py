"""What comes from outside is read by a process that could do no harm, and its word is not simply taken."""

import ctypes
import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from icc_consult import sheltered, sources
from icc_consult.cli import UNUSABLE, main
from icc_consult.confinement import MOST_MEMORY, MOST_SECONDS, Wall
from icc_consult.formats.forms.errors import FormHasErrors
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal
from icc_consult.packs import PackRefused, Reason, write_pack
from icc_consult.sources import Source

from tests.builders import PNG, sample
from tests.formats.forms.markdown import table
from tests.rules.tree import ROOT

FORMS = ROOT / "tests" / "data" / "forms"
BAD = table("survey", "type | name | label | relevant", "text | a | A | ${nobody} = 1")
PICTURED = table("survey", "type | name | label | media::image", "text | a | A | tree.png")
COSTLY = b'{"format": "icc-consult-pack", "parts": [' + b"[]," * 20_000_000 + b"[]]}"

ESCAPING = """
import json, os, resource, socket, sys
from pathlib import Path
from icc_consult.confinement import confine

mine, other, port = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
walls = confine([mine]) if sys.argv[4] == "confined" else ()

def did(act):
    try:
        act()
    except OSError:
        return False
    return True

def hoard():
    try:
        len(bytes(2 << 30))
    except MemoryError as error:
        raise OSError from error

print(json.dumps({
    "walls": sorted(walls),
    "reads its own": did(lambda: (mine / "form").read_bytes()),
    "reads another": did(lambda: (other / "secret").read_bytes()),
    "lists another": did(lambda: list(other.iterdir())),
    "writes a new file": did(lambda: (mine / "new").write_bytes(b"x")),
    "removes a file": did((mine / "victim").unlink),
    "calls": did(lambda: socket.create_connection(("127.0.0.1", port), timeout=5).close()),
    "hoards": did(hoard),
    "seconds": resource.getrlimit(resource.RLIMIT_CPU)[1],
    "memory": resource.getrlimit(resource.RLIMIT_AS)[1],
}))
"""


def escaping(place: Path, how: str) -> dict[str, object]:
    """What a process could do, confined or free."""
    mine, other = place / "mine", place / "other"
    for directory, name in ((mine, "form"), (mine, "victim"), (other, "secret")):
        directory.mkdir(parents=True, exist_ok=True)
        (directory / name).write_bytes(b"words")
    with socket.create_server(("127.0.0.1", 0)) as server:
        command = [sys.executable, "-c", ESCAPING, mine, other, server.getsockname()[1], how]
        done = subprocess.run([*map(str, command)], cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, object] = json.loads(done.stdout)
    return found


def has_landlock() -> bool:
    """Whether the kernel says which version of it there is."""
    return int(ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1)) > 0


def outcome(module: object, path: Path) -> object:
    """All that reading comes to."""
    try:
        source: Source = module.read_source(path)  # type: ignore[attr-defined]
    except (FormRefused, PackRefused) as refused:
        return (type(refused), refused.reason, refused.where, refused.detail)
    pack = source.pack
    return source.title, source.findings, pack and (pack.document, pack.fingerprint, set(pack.media))


@pytest.mark.parametrize(
    "name", ["pictures.xlsx", "odd_names.xlsx", "attached_list.xlsx", "warnings.json", "absent.xlsx"]
)
def test_a_sheltered_reading_comes_to_the_same(name: str) -> None:
    assert outcome(sheltered, FORMS / name) == outcome(sources, FORMS / name)


def test_a_pack_and_a_broken_one_are_read_alike(tmp_path: Path) -> None:
    write_pack(sample(), tmp_path / "good.iccpack")
    (tmp_path / "torn.iccpack").write_bytes((tmp_path / "good.iccpack").read_bytes()[:5_000])
    assert sheltered.usable_pack(tmp_path / "good.iccpack").fingerprint == sample().fingerprint
    for name in ("good.iccpack", "torn.iccpack"):
        assert outcome(sheltered, tmp_path / name) == outcome(sources, tmp_path / name)


def test_errors_of_a_form_come_back_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    with pytest.raises(FormHasErrors) as inside:
        sources.usable_pack(tmp_path / "bad.md")
    with pytest.raises(FormHasErrors) as outside:
        sheltered.usable_pack(tmp_path / "bad.md")
    assert outside.value.problems == inside.value.problems


def test_what_takes_more_memory_than_any_form_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "consultation.json").write_bytes(COSTLY)
    assert main(["check", str(tmp_path)]) == UNUSABLE
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "more memory or time" in told


def test_who_reads_can_do_nothing_else(tmp_path: Path) -> None:
    found = escaping(tmp_path, "confined")
    walls = set(found["walls"])  # type: ignore[call-overload]
    assert Wall.LIMITS in walls
    assert (Wall.READS_ONLY in walls) == has_landlock()
    assert (found["seconds"], found["memory"]) == (MOST_SECONDS, MOST_MEMORY)
    assert found["reads its own"]
    assert not found["hoards"]
    assert not found["writes a new file"] or not (tmp_path / "mine" / "new").stat().st_size
    if Wall.READS_ONLY in walls:
        names = ("reads another", "lists another", "writes a new file", "removes a file")
        assert [name for name in names if found[name]] == []
    if Wall.NO_NETWORK in walls:
        assert not found["calls"]


def test_without_walls_all_of_it_succeeds(tmp_path: Path) -> None:
    found = escaping(tmp_path, "free")
    assert [name for name, could in found.items() if could is False] == []


def say_instead(monkeypatch: pytest.MonkeyPatch, said: bytes) -> None:
    """The reading process was taken over and says this."""

    def heard(path: Path, *, leaves_out: bool) -> bytes:
        return said

    monkeypatch.setattr(sheltered, "_said", heard)


@pytest.mark.parametrize(
    "said",
    [
        *(b"", b"nonsense", b"[]", b"{}", b'{"is": "form"}', b'{"is": "FormRefused", "told": ["no such"]}'),
        *(b'{"is":' * 100_000, b'{"is": "PackRefused", "told": 5}'),
        b'{"is": "form", "title": "", "media": {}, "problems": [["error", "Nothing", "", "", 0, "", {}]]}',
    ],
)
def test_a_reader_that_talks_nonsense_is_not_believed(
    said: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say_instead(monkeypatch, said)
    with pytest.raises(FormRefused) as refused:
        sheltered.read_source(tmp_path / "form.md")
    assert refused.value.reason is Refusal.TOO_COSTLY


def test_a_reader_that_names_a_file_elsewhere_gets_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "form").mkdir()
    (tmp_path / "secret.png").write_bytes(PNG)
    media = {"media/tree.png": str(tmp_path / "secret.png")}
    said = json.dumps({"is": "form", "title": "", "media": media, "problems": []}).encode()
    say_instead(monkeypatch, said)
    with pytest.raises(PackRefused) as refused:
        sheltered.read_source(tmp_path / "form" / "form.md")
    assert refused.value.reason is Reason.PATH_OUTSIDE


def test_a_picture_beside_a_form_comes_along(tmp_path: Path) -> None:
    (tmp_path / "form.md").write_text(PICTURED)
    (tmp_path / "tree.png").write_bytes(PNG)
    assert sheltered.usable_pack(tmp_path / "form.md").media["media/tree.png"].read() == PNG
