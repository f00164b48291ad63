import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.domain.consultation import ConsultationId
from icc_consult.services.errors import VoucherMistyped
from icc_consult.trust import vouchers
from icc_consult.trust.vouchers import Serial, decode, encode, new_serial, tag_of

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE = encode(Serial(bytes(range(16))))

serials = st.binary(min_size=16, max_size=16).filter(lambda serial: int.from_bytes(serial) % 37 < 32)


@given(serials)
def test_a_voucher_is_read_as_it_was_written(serial: bytes) -> None:
    code = encode(Serial(serial))
    assert decode(code) == serial
    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4, 4, 4, 3]
    assert set(code) <= {*LETTERS, "-"}


def test_the_code_of_known_bits_never_changes() -> None:
    assert CODE == "0004-1061-050R-3GG2-8A1C-60T3-GF6"
    tag = tag_of(ConsultationId("our-city"), Serial(bytes(range(16))))
    assert tag.hex() == "18ca65df7c8b8aae1651bb344fc9b62a"


@pytest.mark.parametrize(
    "written",
    [
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        CODE.replace("-", "\N{EN DASH}"),
        CODE.replace("0", "o").replace("1", "l"),
        CODE.replace("0", "O").replace("1", "I"),
        f"\x02{CODE}\r\n",
        f"\N{ZERO WIDTH SPACE}{CODE}\t",
        CODE.translate({ord("0") + n: chr(0x0660 + n) for n in range(10)}),
        CODE.translate({ord(letter): chr(ord(letter) + 0xFEE0) for letter in LETTERS}),
    ],
)
def test_a_voucher_may_be_typed_in_many_ways(written: str) -> None:
    assert decode(written) == bytes(range(16))


@given(serials, st.integers(0, 26), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_always_noticed(serial: bytes, place: int, letter: str) -> None:
    code = encode(Serial(serial)).replace("-", "")
    wrong = code[:place] + letter + code[place + 1 :]
    if wrong != code:
        with pytest.raises(VoucherMistyped):
            decode(wrong)


@given(serials, st.integers(0, 25))
def test_two_letters_that_changed_places_are_always_noticed(serial: bytes, place: int) -> None:
    code = encode(Serial(serial)).replace("-", "")
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if swapped != code:
        with pytest.raises(VoucherMistyped):
            decode(swapped)


@given(st.text(max_size=120))
def test_anything_at_all_is_a_voucher_or_a_slip(text: str) -> None:
    try:
        serial = decode(text)
    except VoucherMistyped:
        return
    assert len(serial) == 16


@pytest.mark.parametrize(
    "text", ["", CODE[:-1], f"{CODE}0", f"{CODE}{CODE}", "U" * 27, "Z" * 27, "9" * 5_000]
)
def test_what_is_no_voucher_is_refused(text: str) -> None:
    with pytest.raises(VoucherMistyped):
        decode(text)


def test_no_voucher_has_a_sign_that_a_keyboard_could_change(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter([(36).to_bytes(16), (32).to_bytes(16), (31).to_bytes(16)])
    monkeypatch.setattr(secrets, "token_bytes", lambda _: next(drawn))
    assert encode(new_serial()).endswith("Z")


def test_every_voucher_is_another_one() -> None:
    assert len({new_serial() for _ in range(1_000)}) == 1_000
    assert all(vouchers._check(new_serial()) < 32 for _ in range(1_000))


def test_a_tag_belongs_to_one_consultation_and_tells_nothing() -> None:
    serial = new_serial()
    here, there = (tag_of(ConsultationId(name), serial) for name in ("here", "there"))
    assert here != there
    assert len(here) == 16
    assert serial not in here + there
