"""What encrypts bundles lies in the key file beside what opens answers; what signs them is a place's own."""

import json

import pyrage
import pytest

from icc_consult.services.errors import KeyDamaged, WrongPassphrase
from icc_consult.services.premises import NewKey
from icc_consult.trust.vault import AgeVault
from icc_consult.verifying.signing import is_signed, public_half, sign

WORDS = "abandon ability able about above absent"


@pytest.fixture(scope="module")
def key() -> NewKey:
    return AgeVault().new_key(WORDS)


def test_the_passphrase_gives_what_decrypts_bundles(key: NewKey) -> None:
    recipient = pyrage.x25519.Recipient.from_str(key.recipient)
    identity = pyrage.x25519.Identity.from_str(AgeVault().identity(key.locked, WORDS.upper()))
    assert pyrage.decrypt(pyrage.encrypt(b"a bundle", [recipient]), [identity]) == b"a bundle"
    assert str(identity).encode() not in key.locked
    with pytest.raises(WrongPassphrase):
        AgeVault().identity(key.locked, "six words that are not it")


@pytest.mark.parametrize(
    ("member", "found"), [({}, ""), ({"bundle_identity": ""}, ""), ({"bundle_identity": 1}, None)]
)
def test_a_key_that_is_older_than_bundles_has_no_identity(
    member: dict[str, object], found: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = json.dumps({"format": "icc-consult-key", "private_key": "00" * 32, **member}).encode()
    monkeypatch.setattr("icc_consult.trust.vault.unlocked", lambda *_: document)
    if found is None:
        with pytest.raises(KeyDamaged):
            AgeVault().identity(b"age-encryption.org/v1\n", WORDS)
    else:
        assert AgeVault().identity(b"age-encryption.org/v1\n", WORDS) == found


def test_a_signature_holds_for_its_key_its_purpose_and_its_message_only() -> None:
    signer = AgeVault().new_signer()
    assert public_half(signer.seed) == signer.public
    signature = sign(signer.seed, b"one", b"message")
    assert is_signed(signer.public, b"one", b"message", signature)
    other = AgeVault().new_signer().public
    for wrong in (
        (other, b"one", b"message", signature),
        (signer.public, b"two", b"message", signature),
        (signer.public, b"one", b"massage", signature),
        (signer.public, b"one", b"message", signature[:-1]),
        (signer.public[:-1], b"one", b"message", signature),
        (signer.public, b"one", b"message", bytes(64)),
    ):
        assert not is_signed(*wrong)
