"""Bundles as files on a stick that may be faulty, cut, hostile, or gone."""

import errno
import os
from pathlib import Path

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icc_consult.bundles import reading
from icc_consult.bundles.envelope import ByIdentity, ByPassphrase, ToPassphrase, ToRecipient
from icc_consult.bundles.reading import is_bundle, read_bundle_file
from icc_consult.bundles.writing import write_bundle
from icc_consult.services.bundle_errors import BundleRefused, Damage

from tests.bundles.model import place_with

IDENTITY = pyrage.x25519.Identity.generate()
LOCK, KEY = ToRecipient(str(IDENTITY.to_public())), ByIdentity(str(IDENTITY))
PLACE = place_with(2)
LARGE = place_with(600, number=1)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    path = tmp_path / "kiosk.iccb"
    write_bundle(path, PLACE.bundle(), LOCK)
    return path


def refused(path: Path, key: ByIdentity | ByPassphrase | None = KEY, **how: bool) -> Damage:
    with pytest.raises(BundleRefused) as caught:
        read_bundle_file(path, key, **how)
    assert caught.value.where == str(path)
    return caught.value.damage


def test_what_was_written_is_read(stick: Path) -> None:
    brought = read_bundle_file(stick, KEY)
    assert (brought.state, brought.is_salvaged, brought.missing) == (PLACE.state(), False, 0)
    assert is_bundle(stick)


def test_nothing_can_be_told_from_outside_and_any_age_tool_opens_it(stick: Path) -> None:
    outside = stick.read_bytes()
    for word in (b"sketch", b"sealed", PLACE.signer.hex().encode(), b"opened"):
        assert word not in outside
    assert pyrage.decrypt(outside, [IDENTITY]) == PLACE.bundle()
    assert stick.stat().st_mode & 0o777 == 0o600


def test_what_was_decrypted_elsewhere_is_read_too(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.write_bytes(PLACE.bundle())
    assert read_bundle_file(inside, None).state == PLACE.state()


def test_an_older_opening_is_locked_by_its_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "old.iccb"
    write_bundle(path, PLACE.bundle(), ToPassphrase("one two three"))
    assert read_bundle_file(path, ByPassphrase("one two three")).state == PLACE.state()
    assert refused(path, ByPassphrase("something else")) is Damage.OTHER_KEY


def test_another_key_opens_nothing(stick: Path) -> None:
    assert refused(stick, ByIdentity(str(pyrage.x25519.Identity.generate()))) is Damage.OTHER_KEY
    assert refused(stick, ByIdentity("no identity")) is Damage.OTHER_KEY
    assert refused(stick, None) is Damage.OTHER_KEY


def test_a_flip_of_any_byte_on_the_stick_is_found(stick: Path) -> None:
    whole = stick.read_bytes()
    for place in range(0, len(whole), 5):
        content = bytearray(whole)
        content[place] ^= 1 << place % 8
        stick.write_bytes(content)
        assert refused(stick) in {Damage.DAMAGED, Damage.OTHER_KEY, Damage.NO_BUNDLE}


@settings(max_examples=60)
@given(st.binary(max_size=300), st.booleans(), st.booleans())
def test_whatever_lies_on_a_stick_is_refused_in_one_word(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, is_like_age: bool, is_salvaging: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "noise.iccb"
    path.write_bytes(b"age-encryption.org/v1\n" * is_like_age + noise)
    assert refused(path, is_salvaging=is_salvaging) in Damage


def test_what_stands_before_the_damage_is_salvaged_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "cut.iccb"
    whole = LOCK.encrypt(LARGE.bundle())
    path.write_bytes(whole[: len(whole) * 2 // 3])
    assert refused(path) is Damage.DAMAGED
    brought = read_bundle_file(path, KEY, is_salvaging=True)
    assert brought.is_salvaged
    assert brought.state.records < LARGE.state().records
    assert brought.missing == len(LARGE.state().records) - len(brought.state.records)
    assert len(brought.state.records) > len(LARGE.state().records) / 4


def test_a_whole_bundle_is_not_salvaged_although_asked(stick: Path) -> None:
    assert not read_bundle_file(stick, KEY, is_salvaging=True).is_salvaged


def test_a_file_too_large_is_refused_unread(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 100)
    assert refused(stick) is Damage.TOO_LARGE


def test_no_file_and_a_directory_are_no_bundle(tmp_path: Path) -> None:
    assert refused(tmp_path) is Damage.NOT_FOUND
    assert refused(tmp_path / "none") is Damage.NOT_FOUND


def test_a_stick_that_is_pulled_out_keeps_the_bundle_before(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = stick.read_bytes()

    def gone(_: int) -> None:
        raise OSError(errno.ENOTCONN, "Transport endpoint is not connected")

    monkeypatch.setattr(os, "fsync", gone)
    with pytest.raises(OSError, match="not connected"):
        write_bundle(stick, LARGE.bundle(), LOCK)
    assert stick.read_bytes() == before
    assert [path.name for path in stick.parent.iterdir()] == [stick.name]


def test_a_stick_that_gives_back_something_else_keeps_the_bundle_before(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, real = stick.read_bytes(), os.fsync

    def faulty(handle: int) -> None:
        real(handle)
        os.pwrite(handle, b"\xff", 70)

    monkeypatch.setattr(os, "fsync", faulty)
    with pytest.raises(BundleRefused) as caught:
        write_bundle(stick, LARGE.bundle(), LOCK)
    assert caught.value.damage is Damage.READ_BACK
    assert stick.read_bytes() == before


def test_the_bundle_and_its_name_are_both_made_durable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(Path(f"/proc/self/fd/{handle}").readlink()))
    write_bundle(tmp_path / "a.iccb", b"inside", LOCK)
    assert synced == [tmp_path / ".a.iccb.part", tmp_path]
