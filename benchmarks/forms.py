"""A form of 500 questions in two languages, read and made ready to show, beside pyxform converting it.

pyxform lives in an environment of its own and meets the same workbook in the same run, without validation.
All times are milliseconds of processor time, the best within the seconds given. What reads a form has never
seen its expressions, but for the line that says so. Nobody who reads with calamine can save what `unpacked`
takes: to open the zip within bounds, look how far it goes, hand it over, and fetch every row.
"""

import argparse
import json
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from icc_consult.domain.logic import parse
from icc_consult.domain.logic.shapes import shape_of
from icc_consult.domain.response import Answered, Written
from icc_consult.domain.session import Draw, Session
from icc_consult.domain.wording import LanguageTag
from icc_consult.formats.xlsform.ooxml import checked
from icc_consult.formats.xlsform.problems import Findings
from icc_consult.formats.xlsform.reading import read_form
from icc_consult.sources import read_source

from benchmarks.logic import ENVIRONMENT, peer_in

QUESTIONS = 500
TIMES = 8
STEP_TIMES = 20
SECONDS = 3.0
EN = LanguageTag("en")
_PEER = """
import json, sys, time
from pyxform.xls2xform import convert
best, end = float("inf"), time.monotonic() + float(sys.argv[2])
while time.monotonic() < end:
    began = time.process_time(); convert(sys.argv[1], validate=False)
    best = min(best, time.process_time() - began)
print(json.dumps(best * 1000))
"""
_KINDS = ("select_one yn", "select_multiple five", "text", "integer", "select_one five")


def workbook(path: Path) -> None:
    """Write the form: labels, hints and messages in English and Arabic, a rule on every second question."""
    book = Workbook()
    survey, choices = book.worksheets[0], book.create_sheet("choices")
    survey.title = "survey"
    texts = [f"{column}::{name}" for column in ("label", "hint", "constraint_message") for name in _NAMES]
    survey.append(["type", "name", *texts, "relevant", "constraint", "required", "appearance"])
    for place in range(QUESTIONS):
        survey.append(_row(place))
    choices.append(["list_name", "name", *(f"label::{name}" for name in _NAMES)])
    for name, count in (("yn", 2), ("five", 5)):
        for code in range(count):
            choices.append([name, f"c{code}", f"Choice {code}", f"خيار {code}"])
    book.save(path)


_NAMES = ("English (en)", "العربية (ar)")


def _row(place: int) -> list[str]:
    kind = _KINDS[place % len(_KINDS)]
    number = kind == "integer"
    return [
        kind,
        f"q{place}",
        f"Question number {place}: how was your way through the city today?",
        f"السؤال رقم {place}: كيف كان طريقك في المدينة اليوم؟",
        "Answer as you like." if place % 3 == 0 else "",
        "أجب كما تشاء." if place % 3 == 0 else "",
        "Please a number above zero." if number else "",
        "من فضلك رقم أكبر من الصفر." if number else "",
        f"${{q{place - 2}}} != 'c1' or string-length(${{q{place - 1}}}) > 0"
        if place % 2 and place > 2
        else "",
        ". > 0 and . < 1000" if number else "",
        "yes" if place % 7 == 0 else "",
        "minimal" if kind == "select_one five" else "",
    ]


def best(body: Callable[[], object], seconds: float, *, is_new: bool = False) -> float:
    """The shortest run, in milliseconds of processor time; `is_new` forgets expressions before each."""
    found, end = float("inf"), time.monotonic() + seconds
    while time.monotonic() < end:
        if is_new:
            parse.cache_clear()
            shape_of.cache_clear()
        began = time.process_time()
        body()
        found = min(found, time.process_time() - began)
    return found * 1000


def ready(path: Path) -> Session:
    """From the file to the first page, and to the number of questions that the kiosk shows with it."""
    pack = read_source(path).pack
    if pack is None:
        raise ValueError(path)
    session = Session.begin(pack.consultation, EN, Draw())
    if len(session.answerable) != QUESTIONS:
        raise ValueError(path)
    return session


def first_step(path: Path, given: Answered, seconds: float) -> float:
    """The shortest first answer of a sitting and the page after it, each in a form that was just read."""
    found, end = float("inf"), time.monotonic() + seconds
    while time.monotonic() < end:
        session = ready(path)
        began = time.process_time()
        session.with_answer("q2", given).forward()
        found = min(found, time.process_time() - began)
    return found * 1000


def unpack(content: bytes) -> int:
    """Open the workbook as the reader does, and look at no cell."""
    with CalamineWorkbook.from_filelike(checked(content, Findings())[0]) as book:
        return sum(len(list(book.get_sheet_by_name(name).iter_rows())) for name in book.sheet_names)


def measure(path: Path, seconds: float) -> dict[str, float]:
    """Everything, pyxform included."""
    session = ready(path)
    given, content = Answered(Written("x"), EN), path.read_bytes()
    command = [str(peer_in(ENVIRONMENT)), "-c", _PEER, str(path), str(seconds)]
    theirs = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {
        "unpacked": best(lambda: unpack(content), seconds),
        "read": best(lambda: read_form(path), seconds, is_new=True),
        "ready": best(lambda: ready(path), seconds, is_new=True),
        "ready again": best(lambda: ready(path), seconds),
        "first next page": first_step(path, given, seconds),
        "next page": best(lambda: session.with_answer("q2", given).forward(), seconds),
        "pyxform": json.loads(theirs),
    }


def main() -> None:
    """Measure and print, with the bound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    seconds = parser.parse_args().seconds
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "form.xlsx"
        workbook(path)
        found = measure(path, seconds)
    for name, took in found.items():
        print(f"{name:15} {took:8.1f} ms   {found['pyxform'] / took:6.1f} x")
    print(f"wanted: ready at least {TIMES} x, first next page {STEP_TIMES} x as fast ({ENVIRONMENT.name})")


if __name__ == "__main__":
    main()
