"""Two of three holders open; one never does. The lock is quick here but for one key."""

import itertools

import pyrage
import pytest

from icc_consult.services.errors import KeyDamaged, PassphraseTooWeak, RehearsalFailed, WrongPassphrase
from icc_consult.services.key_errors import HoldersAlike, SecondHolderNeeded
from icc_consult.trust import trial
from icc_consult.trust.holders import _BLOCK, _plain, is_shared, shared, unshared
from icc_consult.trust.vault import AgeVault
from icc_consult.trust.words import passphrases_in

WORDS = (
    "abandon ability able about above absent",
    "zoo zone zero zebra young youth",
    "lamp lake lady labor lab language",
)
THREE = "\n".join(WORDS)
TEXT = b"the private half"


def lock(text: bytes, passphrase: str) -> bytes:
    return _mark(passphrase) + text


def unlock(text: bytes, passphrase: str) -> bytes:
    if not text.startswith(_mark(passphrase)):
        raise WrongPassphrase
    return text.removeprefix(_mark(passphrase))


def _mark(passphrase: str) -> bytes:
    return f"age-encryption.org/v1\n<{passphrase}>".encode()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("icc_consult.trust.vault.locked", lock)
    monkeypatch.setattr("icc_consult.trust.vault.unlocked", unlock)


LOCKED = shared(TEXT, WORDS, lock)


@pytest.mark.parametrize("pair", list(itertools.permutations(WORDS, 2)))
def test_any_two_of_three_open_in_any_order(pair: tuple[str, str]) -> None:
    assert unshared(LOCKED, pair, unlock) == TEXT


@pytest.mark.parametrize("holder", WORDS)
def test_one_holder_alone_opens_nothing_also_by_saying_it_twice(holder: str) -> None:
    for given in ((holder,), (holder, holder)):
        with pytest.raises(SecondHolderNeeded):
            unshared(LOCKED, given, unlock)
    for stranger in itertools.permutations((holder, "somebody else"), 2):
        with pytest.raises(WrongPassphrase):
            unshared(LOCKED, stranger, unlock)


def test_two_holders_have_two_passphrases() -> None:
    with pytest.raises(HoldersAlike):
        shared(TEXT, (*WORDS[:2], WORDS[0]), lock)


@pytest.mark.parametrize(
    "damaged", [LOCKED[:-10], LOCKED.replace(b"-----END", b"--END", 1), b"", LOCKED[40:]]
)
def test_a_file_without_its_three_pairs_is_damaged(damaged: bytes) -> None:
    with pytest.raises(KeyDamaged):
        unshared(damaged, WORDS[:2], unlock)


def test_each_pair_opens_with_any_age_tool_twice() -> None:
    key = AgeVault().new_key(THREE)
    second = _plain(_BLOCK.findall(key.locked)[1])
    inner = pyrage.passphrase.decrypt(second, WORDS[1])
    assert key.id.encode() in pyrage.passphrase.decrypt(inner, WORDS[2])


def test_the_vault_makes_a_shared_key_and_two_open_it(quick: None) -> None:
    vault = AgeVault()
    key = vault.new_key(THREE)
    assert is_shared(key.locked)
    record = vault.sealer(key.public, size=64).seal(b"yes")
    assert vault.unlock(key.locked, f"{WORDS[2].upper()}\n{WORDS[0]}").open(record) == b"yes"
    with pytest.raises(SecondHolderNeeded):
        vault.unlock(key.locked, WORDS[0])
    vault.rehearse(key, THREE)


def test_the_rehearsal_tries_every_pair(quick: None) -> None:
    vault = AgeVault()
    key, other = vault.new_key(THREE), vault.new_key(THREE)
    ends = b"-----END AGE ENCRYPTED FILE-----\n"
    ours, theirs = key.locked.split(ends), other.locked.split(ends)
    mixed = ends.join([ours[0], theirs[1], ours[2], b""])
    with pytest.raises(RehearsalFailed):
        vault.rehearse(type(key)(key.id, key.public, mixed, key.recipient), THREE)


def test_every_holder_has_a_strong_passphrase(quick: None) -> None:
    with pytest.raises(PassphraseTooWeak):
        AgeVault().new_key(f"{WORDS[0]}\n{WORDS[1]}\n1234")


def test_two_passphrases_may_be_typed_in_one_row() -> None:
    assert passphrases_in(f"{WORDS[0]} {WORDS[1].upper()}") == WORDS[:2]
    assert passphrases_in(f"{WORDS[0]}\n\n{WORDS[1]}\n") == WORDS[:2]
    assert passphrases_in("some long sentence of quite other words than those twelve in it") == (
        "some long sentence of quite other words than those twelve in it",
    )
    assert passphrases_in("") == ()


def test_the_rehearsal_seals_in_one_process_and_opens_in_another(
    quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    run = trial.subprocess.run

    def watched(*arguments: object, **options: object) -> object:
        begun.append(str(options["input"])[2:6])
        return run(*arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(trial.subprocess, "run", watched)
    vault = AgeVault()
    vault.rehearse(vault.new_key(WORDS[0]), WORDS[0])
    assert begun == ["seal", "open"]


def test_a_process_that_cannot_open_fails_the_rehearsal(quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = AgeVault()
    key = vault.new_key(WORDS[0])
    monkeypatch.setattr(trial, "_CHILD", "no such program")
    with pytest.raises(RehearsalFailed):
        vault.rehearse(key, WORDS[0])
