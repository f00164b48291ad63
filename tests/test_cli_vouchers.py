"""`icc-consult vouchers` as a person calls it."""

import json
from pathlib import Path
from typing import Any

import pytest

from icc_consult.cli import main
from icc_consult.domain.admission import AdmissionRule
from icc_consult.reports.voucher_sheets import Card, as_pdf
from icc_consult.services.admitting import admit
from icc_consult.services.errors import VoucherRevoked
from icc_consult.services.premises import Desk
from icc_consult.trust.vouchers import decode, encode, new_serial

from tests.builders import opened
from tests.entrances import kiosk_with_door, opened_by, released
from tests.sketches import pack_drawn


@pytest.fixture
def desk(place: Path) -> Desk:
    return opened_by(place, AdmissionRule.VOUCHERS)


class Caller:
    """Runs a command and remembers what it said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.said = ""

    def __call__(self, *words: object) -> tuple[int, dict[str, Any]]:
        code = main(["vouchers", *(str(word) for word in words)])
        shown = self._capsys.readouterr()
        self.said = shown.out + shown.err
        return code, json.loads(shown.out) if shown.out else {}


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Caller:
    return Caller(capsys)


def test_what_stands_in_the_file_lets_people_in_and_stands_nowhere_else(
    desk: Desk, tmp_path: Path, call: Caller
) -> None:
    out = tmp_path / "codes.txt"
    code, document = call("make", desk.directory.where, "--count", 3, "--out", out, "--json")
    assert (code, document) == (0, {"batch": "1", "vouchers": 3, "out": str(out)})
    codes = out.read_text().splitlines()
    assert len({decode(one) for one in codes}) == 3
    assert out.stat().st_mode & 0o777 == 0o600
    assert not [one for one in codes if one in call.said]
    kept = b"".join(path.read_bytes() for path in desk.directory.where.iterdir() if path.is_file())
    assert not [one for one in codes if one.encode() in kept or decode(one) in kept]
    kiosk = kiosk_with_door(desk)
    assert all(admit(kiosk, voucher=one) for one in codes)
    released(kiosk)


def test_sheets_are_a_pdf_of_ten_cards_a_page(desk: Desk, tmp_path: Path, call: Caller) -> None:
    out = tmp_path / "sheets.pdf"
    code, _ = call("make", desk.directory.where, "--count", 11, "--out", out)
    assert code == 0
    assert out.read_bytes().startswith(b"%PDF-")
    cards = [Card("Title", "1", encode(new_serial())) for _ in range(11)]
    assert as_pdf(cards).count(b"/Count 2/") == 1
    assert as_pdf(cards[:10]).count(b"/Count 1/") == 1
    assert as_pdf(cards) == as_pdf(cards)


def test_a_batch_or_single_codes_are_taken_back(desk: Desk, tmp_path: Path, call: Caller) -> None:
    data, lost = desk.directory.where, tmp_path / "lost.txt"
    for name in ("one", "two"):
        call("make", data, "--count", 4, "--out", tmp_path / f"{name}.txt")
    codes = (tmp_path / "two.txt").read_text().splitlines()
    lost.write_text(f"{codes[0].lower()}\n\n{codes[1]}\n")
    assert call("revoke", data, "--file", lost, "--json") == (0, {"revoked": 2})
    assert call("revoke", data, "--batch", "1", "--json") == (0, {"revoked": 4})
    kiosk = kiosk_with_door(desk)
    with pytest.raises(VoucherRevoked):
        admit(kiosk, voucher=codes[0])
    assert admit(kiosk, voucher=codes[2])
    released(kiosk)


def test_what_cannot_be_is_said_in_one_sentence(desk: Desk, tmp_path: Path, call: Caller) -> None:
    data, out = desk.directory.where, tmp_path / "codes.txt"
    assert call("make", data, "--count", 1, "--out", tmp_path / "codes.doc")[0] == 2
    assert call("make", data, "--count", 0, "--out", out)[0] == 2
    assert call("make", data, "--count", 1, "--out", out)[0] == 0
    assert call("make", data, "--count", 1, "--out", out)[0] == 2
    assert "already" in call.said
    out.write_text("no voucher\n")
    assert call("revoke", data, "--file", out)[0] == 2
    assert "code 1" in call.said
    out.write_text(f"{encode(new_serial())}\n")
    assert call("revoke", data, "--file", out)[0] == 2
    assert call("revoke", data, "--batch", "9")[0] == 2
    assert "no batch of vouchers called 9" in call.said
    assert len(desk.directory.opening().vouchers.issued) == 1


def test_vouchers_that_could_not_be_issued_leave_no_paper(desk: Desk, tmp_path: Path, call: Caller) -> None:
    kiosk = kiosk_with_door(desk)
    assert call("make", desk.directory.where, "--count", 1, "--out", tmp_path / "codes.txt")[0] == 2
    released(kiosk)
    assert not (tmp_path / "codes.txt").exists()


def test_without_vouchers_none_are_made(tmp_path: Path, call: Caller) -> None:
    desk = opened(tmp_path / "data", pack_drawn())
    assert call("make", desk.directory.where, "--count", 1, "--out", tmp_path / "codes.txt")[0] == 2
    assert "opened without vouchers" in call.said
    assert not (tmp_path / "codes.txt").exists()


def test_a_file_that_cannot_be_made_is_named_as_it_was_typed(
    desk: Desk, tmp_path: Path, call: Caller
) -> None:
    for out in (tmp_path / "none" / "codes.txt", Path("/dev/full/codes.txt")):
        assert call("make", desk.directory.where, "--count", 1, "--out", out)[0] == 2
        assert call.said == f"icc-consult: {out}: there is no such file or directory; check the name.\n"


@pytest.mark.parametrize("count", ["0", "2001", "many", "-1", "1.5"])
def test_a_count_that_is_none_is_told_with_its_bounds(desk: Desk, call: Caller, count: str) -> None:
    assert call("make", desk.directory.where, "--count", count, "--out", "codes.txt")[0] == 2
    assert call.said.endswith("argument --count: from 1 to 2000\n")
