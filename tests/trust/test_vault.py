"""The lock is scrypt at full strength: one locked key serves every test here."""

import json
import subprocess
import sys
from dataclasses import replace

import pyrage
import pytest

from icc_consult.services.errors import KeyDamaged, PassphraseTooWeak, RehearsalFailed, WrongPassphrase
from icc_consult.services.premises import NewKey
from icc_consult.trust.vault import AgeVault

PASSPHRASE = "abandon ability able about above absent"
VAULT = AgeVault()


@pytest.fixture(scope="module")
def key() -> NewKey:
    return VAULT.new_key(PASSPHRASE)


def test_the_key_opens_what_was_sealed_also_in_another_process(key: NewKey) -> None:
    record = VAULT.sealer(key.public, size=64).seal(b"yes")
    program = (
        "import sys; from icc_consult.trust.vault import AgeVault;"
        "from icc_consult.services.ports import SealedRecord;"
        "locked, key, body = sys.stdin.read().split();"
        "opener = AgeVault().unlock(bytes.fromhex(locked), sys.argv[1].upper());"
        "print(opener.open(SealedRecord(key, bytes.fromhex(body))).decode())"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, PASSPHRASE],
        input=f"{key.locked.hex()} {record.key} {record.body.hex()}",
        capture_output=True,
        check=True,
        text=True,
    )
    assert told.stdout == "yes\n"


def test_a_wrong_passphrase_is_an_answer(key: NewKey) -> None:
    with pytest.raises(WrongPassphrase):
        VAULT.unlock(key.locked, "abandon ability able about above able")


def test_the_file_opens_with_any_age_tool(key: NewKey) -> None:
    document = json.loads(pyrage.passphrase.decrypt(key.locked, PASSPHRASE))
    assert document["format"] == "icc-consult-key"
    assert document["key"] == key.id
    assert len(bytes.fromhex(document["private_key"])) == 32


def test_neither_half_of_the_secret_lies_in_the_file(key: NewKey) -> None:
    assert PASSPHRASE.encode() not in key.locked
    assert key.public.hex().encode() not in key.locked


@pytest.mark.parametrize("left", [0, 10, 60])
def test_a_damaged_key_is_not_taken_for_a_wrong_passphrase(key: NewKey, left: int) -> None:
    with pytest.raises(KeyDamaged):
        VAULT.unlock(key.locked[:left], PASSPHRASE)


@pytest.mark.parametrize("plain", [b"junk", b"{}", b'{"private_key": "00"}', b'{"private_key": 5}', b"[]"])
def test_a_file_that_holds_no_key_is_damaged(plain: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("icc_consult.trust.vault._decrypted", lambda *_: plain)
    with pytest.raises(KeyDamaged):
        VAULT.unlock(b"", PASSPHRASE)


@pytest.mark.parametrize("locked", [b"", b"age-encryption.org/v1\n"])
def test_a_key_that_the_disk_did_not_keep_fails_the_rehearsal(key: NewKey, locked: bytes) -> None:
    with pytest.raises(RehearsalFailed):
        VAULT.rehearse(replace(key, locked=locked), PASSPHRASE)


def test_a_key_that_is_not_the_one_of_the_lock_fails_the_rehearsal(key: NewKey) -> None:
    other = replace(key, public=bytes(31) + b"\x09")
    with pytest.raises(RehearsalFailed):
        VAULT.rehearse(other, PASSPHRASE)


def test_a_weak_passphrase_locks_nothing() -> None:
    with pytest.raises(PassphraseTooWeak):
        VAULT.new_key("1234")
