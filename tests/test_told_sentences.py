"""What a hostile file says about itself is told in one short line that no terminal obeys."""

import pytest

from icc_consult.packs import PackRefused, Reason
from icc_consult.sentences import sentence
from icc_consult.services.errors import DirectoryRefused, Fault, NotEmpty


@pytest.mark.parametrize("text", ["\x1b[2Jgone", "one\ntwo", "a\rb", "a\u202eb", "a\ud800b", "a\0b"])
def test_what_steers_a_terminal_is_spelt_out(text: str) -> None:
    for refusal in (
        PackRefused(Reason.UNKNOWN_QUESTION, "parts[0].kind", text),
        PackRefused(Reason.PATH_OUTSIDE, text),
        DirectoryRefused(Fault.DAMAGED, text),
        NotEmpty(text),
        OSError(2, "No such file or directory", text),
    ):
        told = sentence(refusal, pack=text)
        assert told.isprintable()
        assert ascii(text)[1:-1].replace("\\\\", "\\") in told


def test_letters_of_any_script_stay_as_they_are() -> None:
    assert sentence(PackRefused(Reason.PATH_OUTSIDE, "media/رسالة 🙂.png")).startswith("media/رسالة 🙂.png: ")


def test_a_very_long_value_is_cut_short() -> None:
    told = sentence(PackRefused(Reason.UNKNOWN_QUESTION, "p" * 9_000, "A" * 3_000_000), pack="our.iccpack")
    assert "A" * 60 + "…" in told
    assert len(told) < 640


def test_a_path_is_never_cut_short() -> None:
    path = "directory/" * 40
    assert sentence(NotEmpty(path)).startswith(path)
    assert sentence(PackRefused(Reason.NOT_A_ZIP), pack=path).startswith(path)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(28, "No space left on device", "data"), "data: the disk is full; make room."),
        (OSError(28, "No space left on device"), "the disk is full; make room."),
        (OSError(30, "Read-only file system", "d"), "d: it cannot be written; check its permissions."),
        (OSError(13, "Permission denied", "d"), "d: Permission denied."),
    ],
)
def test_a_disk_that_refuses_is_told_with_what_to_do(error: OSError, told: str) -> None:
    assert sentence(error) == told
