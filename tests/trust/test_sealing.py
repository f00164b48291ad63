import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.bindings import sodium_unpad
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from icc_consult.services.errors import CannotBeOpened
from icc_consult.services.ports import KeyId, Sealed, SealedRecord
from icc_consult.trust.sealing import PayloadTooLarge, PrivateOpener, key_id_of, sealer_to

SIZE = 512
PRIVATE = PrivateKey.generate()
PUBLIC = bytes(PRIVATE.public_key)
SEALER = sealer_to(PUBLIC, size=SIZE)
OPENER = PrivateOpener(key_id_of(PUBLIC), PRIVATE)


@given(st.binary(max_size=SIZE - 1))
def test_what_was_sealed_comes_back_and_every_record_has_one_length(payload: bytes) -> None:
    record = SEALER.seal(payload)
    assert OPENER.open(record) == payload
    assert len(record.body) == 1 + 48 + SIZE


def test_the_same_payload_never_looks_the_same() -> None:
    assert SEALER.seal(b"yes").body != SEALER.seal(b"yes").body


@pytest.mark.parametrize("size", [SIZE, SIZE + 1, 4 * SIZE])
def test_a_payload_that_would_stand_out_by_its_length_is_not_sealed(size: int) -> None:
    with pytest.raises(PayloadTooLarge):
        SEALER.seal(bytes(size))


def test_the_kiosk_cannot_open_what_it_sealed() -> None:
    assert not hasattr(SEALER, "open")
    assert bytes(PRIVATE) not in repr(SEALER).encode()


def test_another_key_does_not_open_it() -> None:
    other = PrivateKey.generate()
    opener = PrivateOpener(key_id_of(PUBLIC), other)
    with pytest.raises(CannotBeOpened):
        opener.open(SEALER.seal(b"yes"))


@given(st.integers(0, 48 + SIZE), st.integers(1, 255))
def test_a_changed_byte_is_noticed(position: int, change: int) -> None:
    record = SEALER.seal(b"yes")
    body = bytearray(record.body)
    body[position] ^= change
    with pytest.raises(CannotBeOpened):
        OPENER.open(SealedRecord(record.key, Sealed(bytes(body))))


@pytest.mark.parametrize("body", [b"", b"\x01", b"\x01" + bytes(48), b"\x02" + SEALER.seal(b"yes").body[1:]])
def test_what_is_no_record_cannot_be_opened(body: bytes) -> None:
    with pytest.raises(CannotBeOpened):
        OPENER.open(SealedRecord(OPENER.key, Sealed(body)))


def test_a_record_of_another_key_is_named() -> None:
    with pytest.raises(CannotBeOpened) as caught:
        OPENER.open(SealedRecord(KeyId("feedfeedfeedfeed"), SEALER.seal(b"yes").body))
    assert caught.value.key == "feedfeedfeedfeed"


def test_a_key_is_named_by_sixteen_hexadecimal_digits() -> None:
    assert key_id_of(bytes(32)) == "66687aadf862bd77"


@given(st.binary(max_size=40) | st.binary(max_size=20).map(lambda text: text + b"\x80" + bytes(8)))
def test_padding_is_taken_off_as_libsodium_takes_it_off(padded: bytes) -> None:
    try:
        wanted = sodium_unpad(padded, len(padded))
    except (CryptoError, ValueError):
        wanted = None
    box = SealedBox(PRIVATE.public_key)
    record = SealedRecord(OPENER.key, Sealed(b"\x01" + box.encrypt(padded)))
    if wanted is None:
        with pytest.raises(CannotBeOpened):
            OPENER.open(record)
    else:
        assert OPENER.open(record) == wanted
