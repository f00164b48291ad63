"""`icc-consult daysheet` as a person calls it, and what stands on the paper."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from icc_consult.cli import main
from icc_consult.i18n import Say
from icc_consult.reports.day_sheets import as_pdf, plain
from icc_consult.services import responding
from icc_consult.services.day_sheets import day_sheet
from icc_consult.services.days import end_day
from icc_consult.services.premises import Desk
from icc_consult.verifying.checkpoints import name_of

from tests.builders import DAY, kiosk_at, opened
from tests.sketches import pack_drawn


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Three residents answered, and the day was ended."""
    desk = opened(tmp_path / "data", pack_drawn())
    kiosk = kiosk_at(desk)
    for _ in range(3):
        responding.send(kiosk, responding.begin(kiosk, language=kiosk.consultation.languages[0]))
    assert kiosk.store is not None
    kiosk.store.release()
    end_day(desk)
    return desk


def texts(value: object) -> Iterator[str]:
    """Everything that the page says."""
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from texts(one)
        case list() | tuple():
            for one in value:
                yield from texts(one)


def page(desk: Desk, tag: str = "en") -> list[str]:
    return list(texts(plain(day_sheet(desk), "Our city", Say(tag))))


def test_the_sheet_names_what_anybody_can_check_later(desk: Desk) -> None:
    ledger, opening = desk.directory.ledger(), desk.directory.opening()
    said = "".join(page(desk)).replace(" ", "")
    for mark in (name_of(ledger.checkpoints()[-1]), opening.fingerprint, opening.key, opening.signer.hex()):
        assert mark in said
    assert day_sheet(desk).head in said


def test_the_sheet_counts_its_day_and_all_days(desk: Desk) -> None:
    sheet = day_sheet(desk)
    assert (sheet.total.day, sheet.total.responses, sheet.responses) == (DAY, 3, 3)
    earlier = replace(sheet.counts.days[0], day=DAY.replace(day=1), responses=40)
    longer = replace(sheet, counts=replace(sheet.counts, days=(earlier, *sheet.counts.days)))
    counts = plain(longer, "Our city", Say("en"))["counts"]
    assert isinstance(counts, list)
    assert counts[0] == ("Responses", "3", "43")


def test_a_day_on_which_nobody_came_has_a_sheet_too(desk: Desk) -> None:
    assert day_sheet(desk, day=DAY.replace(day=1)).total.responses == 0


def test_no_time_and_no_answer_is_on_the_sheet(desk: Desk) -> None:
    said = " ".join(page(desk))
    assert ":" not in said
    for record in desk.directory.ledger().records():
        assert record.hash.hex() not in said.replace(" ", "")


def test_before_the_first_evening_there_is_no_checkpoint_to_name(tmp_path: Path) -> None:
    fresh = opened(tmp_path / "fresh", pack_drawn())
    assert day_sheet(fresh).signed is None
    assert "None was written yet." in page(fresh)


def test_the_sheet_is_set_in_every_direction(desk: Desk) -> None:
    for tag in ("en", "ar", "bn"):
        assert as_pdf(day_sheet(desk), "Our city", Say(tag)).startswith(b"%PDF")
    assert plain(day_sheet(desk), "Our city", Say("ar"))["rightToLeft"]


def call(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = main(["daysheet", *map(str, words)])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def test_a_file_that_is_there_stays(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, data = tmp_path / "sheet.pdf", desk.directory.where
    code, document, _ = call(capsys, data, out, "--json")
    assert (code, json.loads(document)["responses"]) == (0, 3)
    written = out.read_bytes()
    code, _, said = call(capsys, data, out)
    assert code == 2
    assert "already" in said
    assert out.read_bytes() == written


@pytest.mark.parametrize(
    "words",
    [("sheet.html",), ("sheet.pdf", "--day", "yesterday"), ("sheet.pdf", "--language", "xx-unknown")],
)
def test_what_cannot_be_meant_is_told(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    code, out, said = call(capsys, desk.directory.where, tmp_path / words[0], *words[1:])
    assert (code, out) == (2, "")
    assert said.startswith("icc-consult: ")
    assert not (tmp_path / words[0]).exists()
