"""The next page after an answer, in a form where every question has a condition, beside pyxform reading it.

pyxform is no dependency: it lives in an environment of its own, made at the first run, and meets the same
form in the same run. The form comes to it as a Markdown table, which spares it the spreadsheet; it is timed
for reading the form into its own JSON alone, and for the whole conversion without validation. All times are
milliseconds of processor time: the best within two seconds, for pages the median and worst of one sitting.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from pathlib import Path
from statistics import median

from icc_consult.domain.logic import LogicGraph, LogicItem, LogicRun, evaluate, parse
from icc_consult.domain.logic.shapes import shape_of

QUESTIONS = 400
SHARE = 20
PEER = "pyxform==4.5.0"
ENVIRONMENT = Path.home() / ".cache" / "icc-consult" / "oracles" / "pyxform"
SECONDS = 2.0
_PEER = """
import json, sys, time
from pyxform.xls2json import workbook_to_json
from pyxform.xls2json_backends import get_xlsform
from pyxform.xls2xform import convert
source = open(sys.argv[1], encoding="utf-8").read()
def timed(body):
    best, end = float("inf"), time.monotonic() + float(sys.argv[2])
    while time.monotonic() < end:
        began = time.process_time(); body(); best = min(best, time.process_time() - began)
    return best * 1000
read = lambda: workbook_to_json(get_xlsform(source, file_type=".md"), form_name="form", warnings=[])
whole = lambda: convert(source, file_type=".md", validate=False)
print(json.dumps({"read": timed(read), "convert": timed(whole)}))
"""


def condition(place: int) -> str:
    """Every tenth asks the first question, the others the one before and the one ten before."""
    if place == 0:
        return ""
    if place % 10 == 0:
        return "selected(${q0}, 'a') or ${q0} = 'b'"
    return f"${{q{place - 1}}} != 'c' and (${{q{max(0, place - 10)}}} = '' or string-length(${{q0}}) > 0)"


def items(count: int) -> list[LogicItem]:
    """The form as we hold it."""
    return [LogicItem(f"q{place}", relevant=condition(place)) for place in range(count)]


def markdown(count: int) -> str:
    """The same form for pyxform."""
    rows = [f"| | select_one abc | q{n} | Question {n} | {condition(n)} |" for n in range(count)]
    head = ["| survey | | | | |", "| | type | name | label | relevant |"]
    choices = ["| choices | | | |", "| | list_name | name | label |"]
    return "\n".join([*head, *rows, *choices, *(f"| | abc | {code} | {code.upper()} |" for code in "abc")])


def milliseconds(body: Callable[[], object]) -> float:
    """The best of as many runs as fit in the time: what else the machine does only ever adds."""
    best, end = float("inf"), time.monotonic() + SECONDS
    while time.monotonic() < end:
        began = time.process_time()
        body()
        best = min(best, time.process_time() - began)
    return best * 1000


def next_page(run: LogicRun, place: int, value: str) -> tuple[str, tuple[int, ...]] | None:
    """Answer one question and find the one to show after it."""
    run.answer(f"q{place}", value)
    shown = iter(run.shown())
    for cell in shown:
        if cell[0] == f"q{place}":
            return next(shown, None)
    return None


def through(run: LogicRun, count: int) -> tuple[float, float]:
    """Milliseconds a page, median and worst, answering the form from its first question to its last."""
    took = []
    for place in range(count):
        began = time.process_time()
        next_page(run, place, "ab"[place % 2])
        took.append((time.process_time() - began) * 1000)
    return median(took), max(took)


def ours(count: int) -> dict[str, float]:
    """Our times in milliseconds."""
    form = items(count)

    def read() -> LogicGraph:
        parse.cache_clear()
        shape_of.cache_clear()
        return LogicGraph(form)

    graph = read()
    run = LogicRun(graph)
    page, worst = through(run, count)
    first = milliseconds(lambda: next_page(run, 0, "b" if run.value("q0") == "a" else "a"))
    before = run.evaluations
    next_page(run, 0, "b" if run.value("q0") == "a" else "a")
    one = "${a} != 'c' and (${b} = '' or 1 > 0)"
    return {
        "read": milliseconds(read),
        "begin": milliseconds(lambda: LogicRun(graph)),
        "page": page,
        "page_worst": worst,
        "page_first_question": first,
        "evaluations_first_question": run.evaluations - before,
        "thousand_expressions": milliseconds(lambda: [evaluate(one, {"a": "x"}) for _ in range(1000)]),
    }


def peer_in(home: Path) -> Path:
    """The Python of the environment with pyxform, which is made where it is missing."""
    python = home / "bin" / "python"
    if not (home / ".ready").exists():
        venv.create(home, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", PEER], check=True)
        (home / ".ready").touch()
    return python


def theirs(peer: Path, count: int) -> dict[str, float]:
    """The times of pyxform in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "form.md"
        source.write_text(markdown(count), encoding="utf-8")
        command = [str(peer), "-c", _PEER, str(source), str(SECONDS)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    times: dict[str, float] = json.loads(done.stdout)
    return times


def main() -> int:
    """Print the times; 1 where pages take more than a twentieth of the peer's time.

    The usual page is held against reading alone; the page after the first question, on which all
    conditions hang, against the whole conversion.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", type=Path, help="a Python that has pyxform")
    parser.add_argument("--questions", type=int, default=QUESTIONS)
    chosen = parser.parse_args()
    mine = ours(chosen.questions)
    peer = theirs(chosen.peer or peer_in(ENVIRONMENT), chosen.questions)
    rounded = [{name: round(value, 3) for name, value in times.items()} for times in (mine, peer)]
    told = {"questions": chosen.questions, "icc_consult": rounded[0], PEER: rounded[1]}
    sys.stdout.write(json.dumps(told, indent=1) + "\n")
    return int(mine["page"] > peer["read"] / SHARE or mine["page_first_question"] > peer["convert"] / SHARE)


if __name__ == "__main__":
    raise SystemExit(main())
