"""Sticks, streams and keys as nobody hands them over on purpose."""

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Self

import pytest
from PIL import Image

from icc_consult.bundles import receiving, stream, writing
from icc_consult.bundles.age_pieces import whole_pieces
from icc_consult.bundles.envelope import ToRecipient
from icc_consult.bundles.pictures import as_png, codes_in
from icc_consult.bundles.reading import check_is_bundle, read_bundle_file
from icc_consult.bundles.receiving import BASKET, receive
from icc_consult.bundles.stream import Lacking, content_of, frames_of, gathered
from icc_consult.bundles.writing import write_bundle
from icc_consult.services.bundle_errors import BundleRefused, Damage

from tests.bundles.model import place_with
from tests.bundles.test_files import IDENTITY, LOCK

BUNDLE = place_with(2).bundle()


class Unwilling:
    """A decoder that has enough frames and asks for one more."""

    @classmethod
    def with_defaults(cls, *_: object) -> Self:
        """As RaptorQ's."""
        return cls()

    def decode(self, packet: bytes) -> None:
        """Not yet."""


def test_a_recipient_that_is_none_locks_nothing() -> None:
    assert ToRecipient(str(IDENTITY.to_public())).encrypt(b"text")
    with pytest.raises(BundleRefused) as refused:
        ToRecipient("age1nobody").encrypt(b"text")
    assert refused.value.damage is Damage.OTHER_KEY


def test_what_is_no_bundle_is_refused_before_anybody_types_a_passphrase(tmp_path: Path) -> None:
    (tmp_path / "letter.iccb").write_text("Dear desk")
    for name, damage in (("letter.iccb", Damage.NO_BUNDLE), ("nothing.iccb", Damage.NOT_FOUND)):
        with pytest.raises(BundleRefused) as refused:
            check_is_bundle(tmp_path / name)
        assert refused.value.damage is damage


def test_a_bundle_that_was_decrypted_and_changed_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "inside.iccb"
    path.write_bytes(BUNDLE[:-1] + bytes([BUNDLE[-1] ^ 1]))
    with pytest.raises(BundleRefused) as refused:
        read_bundle_file(path, None)
    assert refused.value.damage is Damage.DAMAGED
    brought = read_bundle_file(path, None, is_salvaging=True)
    assert (brought.is_salvaged, brought.missing) == (True, 1)


def test_a_bundle_of_which_nothing_says_whose_it_is_cannot_be_salvaged(tmp_path: Path) -> None:
    path = tmp_path / "inside.iccb"
    path.write_bytes(BUNDLE[:20])
    with pytest.raises(BundleRefused) as refused:
        read_bundle_file(path, None, is_salvaging=True)
    assert refused.value.damage is Damage.DAMAGED


def test_a_system_that_remembers_what_it_wrote_is_taken_at_its_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kiosk.iccb"
    with monkeypatch.context() as patched:
        patched.delattr(os, "posix_fadvise")
        written = write_bundle(path, BUNDLE, LOCK)
    assert path.stat().st_size == written.size


def test_no_directory_is_opened_where_a_system_cannot_make_its_names_durable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> int:
        raise AssertionError

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", never)
        with pytest.raises(AssertionError):
            writing.sync_directory(tmp_path)
        patched.setattr(os, "name", "nt")
        writing.sync_directory(tmp_path)


def test_a_stream_may_ask_for_one_more_frame_than_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    [(sent, symbols)] = gathered(frames_of(BUNDLE)).items()
    assert content_of(sent, symbols) == BUNDLE
    monkeypatch.setattr(stream, "raptorq", SimpleNamespace(Decoder=Unwilling))
    assert content_of(sent, symbols) == Lacking(1)


def test_a_received_bundle_that_the_disk_gives_back_changed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = [frame.framed() for frame in frames_of(BUNDLE)]
    write = receiving._write_whole
    monkeypatch.setattr(
        receiving,
        "_write_whole",
        lambda path, content: write(path, content if path.name.endswith(BASKET) else b"changed"),
    )
    with pytest.raises(BundleRefused) as refused:
        receive(tmp_path / "kiosk.iccb", codes)
    assert refused.value.damage is Damage.READ_BACK


def test_frames_beyond_all_measure_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = [frame.framed() for frame in frames_of(BUNDLE)]
    receive(tmp_path / "kiosk.iccb", codes[:3])
    monkeypatch.setattr(receiving, "_MOST_KEPT", 10)
    with pytest.raises(BundleRefused) as refused:
        receive(tmp_path / "kiosk.iccb", codes)
    assert refused.value.damage is Damage.TOO_LARGE


@pytest.mark.parametrize("body", [b"AAAA", b"A" * 44, b"?"])
def test_a_head_whose_keys_have_another_length_opens_no_piece(body: bytes) -> None:
    content = b"age-encryption.org/v1\n-> X25519 " + b"A" * 43 + b"\n" + body + b"\n--- mac\n" + bytes(48)
    assert whole_pieces(content, [str(IDENTITY)]) == b""


def test_a_code_is_drawn_without_a_file_too(tmp_path: Path) -> None:
    (tmp_path / "code.png").write_bytes(as_png(b"a frame"))
    with Image.open(tmp_path / "code.png") as picture:
        large = picture.resize((picture.width * 8, picture.height * 8), Image.Resampling.NEAREST)
    large.save(tmp_path / "large.png")
    assert list(codes_in(tmp_path / "large.png")) == [b"a frame"]
