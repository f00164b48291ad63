"""Keys, papers and padding that nobody makes by accident."""

import base64
import json
import zlib

import pytest
from nacl.public import PrivateKey, SealedBox

from icc_consult.services.errors import CannotBeOpened, KeyDamaged, RehearsalFailed
from icc_consult.services.key_errors import PaperDiffers
from icc_consult.services.ports import KeyId, Sealed, SealedRecord
from icc_consult.trust import paper, trial, vault
from icc_consult.trust.holders import unshared
from icc_consult.trust.paper import key_from, lines_of
from icc_consult.trust.sealing import KeyRing, PrivateOpener, key_id_of
from icc_consult.trust.vault import AgeVault
from icc_consult.trust.words import PHRASE, new_phrase, word_list

PRIVATE = PrivateKey.generate()
OPENER = PrivateOpener(key_id_of(bytes(PRIVATE.public_key)), PRIVATE)


def sealed_box(padded: bytes) -> SealedRecord:
    box = SealedBox(PRIVATE.public_key)
    return SealedRecord(OPENER.key, Sealed(b"\x01" + box.encrypt(padded)))


def test_what_follows_the_padding_is_no_payload() -> None:
    assert OPENER.open(sealed_box(b"yes\x80\0\0")) == b"yes"
    with pytest.raises(CannotBeOpened):
        OPENER.open(sealed_box(b"yes\x80\0x"))


def test_a_ring_opens_nothing_that_was_sealed_to_a_key_it_lacks() -> None:
    ring = KeyRing((OPENER,))
    assert ring.open(sealed_box(b"yes\x80")) == b"yes"
    with pytest.raises(CannotBeOpened):
        ring.open(SealedRecord(KeyId("ff" * 8), sealed_box(b"yes\x80").body))


def test_a_rehearsal_whose_text_comes_back_changed_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_told", lambda *_: b"something else")
    with pytest.raises(RehearsalFailed):
        trial.try_out(bytes(32), bytes(32))


def test_a_phrase_has_four_words_of_the_list() -> None:
    words = new_phrase().split()
    assert len(words) == PHRASE
    assert set(words) <= set(word_list())


@pytest.mark.parametrize("letters", [b"AAA", b"A=AA", b"=\n"])
def test_a_pair_in_letters_that_are_no_bytes_is_damaged(letters: bytes) -> None:
    begin, end = (b"-----%s AGE ENCRYPTED FILE-----\n" % word for word in (b"BEGIN", b"END"))
    pair = begin + base64.b64encode(b"pair") + b"\n" + end
    with pytest.raises(KeyDamaged):
        unshared(pair + pair + begin + letters + b"\n" + end, ["one", "two"], lambda text, _: text)


def printed(content: bytes) -> str:
    """A paper whose packed content is this, with lines and name as they should be."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(paper.zlib, "compress", lambda *_: content)
        return "\n".join(lines_of(bytes(500)))


@pytest.mark.parametrize("content", [b"no deflated text", zlib.compress(bytes(90), 9)[:-6]])
def test_a_paper_that_unpacks_to_nothing_whole_differs(content: bytes) -> None:
    assert key_from(printed(zlib.compress(bytes(500), 9))) == bytes(500)
    with pytest.raises(PaperDiffers):
        key_from(printed(content))


@pytest.fixture
def unlocked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "unlocked", lambda text, _: text.partition(b"\n")[2])


def locked(**changes: object) -> bytes:
    document = {"format": vault.FORMAT, "private_key": bytes(PRIVATE).hex(), **changes}
    return b"age-encryption.org/v1\n" + json.dumps(document).encode()


def test_a_key_whose_lock_is_open_is_read(unlocked: None) -> None:
    assert AgeVault().unlock(locked(), "any").key == OPENER.key


@pytest.mark.parametrize(
    "changes",
    [
        *({"private_key": "no letters of sixteen"}, {"private_key": "00" * 31}, {"private_key": 7}),
        *({"later": {}}, {"later": ["text"]}, {"later": [{}]}, {"format": "another"}),
    ],
)
def test_a_key_file_with_something_odd_in_it_is_damaged(unlocked: None, changes: dict[str, object]) -> None:
    with pytest.raises(KeyDamaged):
        AgeVault().unlock(locked(**changes), "any")


def test_an_identity_that_is_no_text_is_damaged(unlocked: None) -> None:
    assert AgeVault().identity(locked(bundle_identity="one"), "any") == "one"
    with pytest.raises(KeyDamaged):
        AgeVault().identity(locked(bundle_identity=1), "any")


def test_a_key_that_is_renewed_opens_what_both_keys_sealed(
    unlocked: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault, "locked", lambda text, _: b"age-encryption.org/v1\n" + text)
    renewed = AgeVault().renewed(locked(), "any", "abandon ability able about above absent")
    opener = AgeVault().unlock(renewed.locked, "any")
    sealer = AgeVault().sealer(renewed.public, size=32)
    assert opener.open(sealed_box(b"before\x80")) == b"before"
    assert opener.open(sealer.seal(b"after")) == b"after"
    assert renewed.id != OPENER.key
