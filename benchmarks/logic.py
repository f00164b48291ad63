"""The next page after an answer, in a form where every question has a condition, beside pyxform reading it.

    python benchmarks/logic.py --peer /path/to/python/with/pyxform

pyxform is no dependency: it runs in an interpreter of its own, on the same form in the same run. The form
comes to it as a Markdown table, which spares it the spreadsheet; it is timed for reading the form into its
own JSON alone, and for the whole conversion without validation.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from icc_consult.domain.logic import LogicGraph, LogicItem, LogicRun, evaluate, parse

QUESTIONS = 400
SHARE = 20
_RUNS = 15
_PEER = """
import json, statistics, sys, time
from pyxform.xls2json import workbook_to_json
from pyxform.xls2json_backends import get_xlsform
from pyxform.xls2xform import convert
source = open(sys.argv[1], encoding="utf-8").read()
def timed(body):
    took = []
    for _ in range(int(sys.argv[2])):
        began = time.perf_counter(); body(); took.append(time.perf_counter() - began)
    return statistics.median(took) * 1000
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


def milliseconds(body: Callable[[], object], runs: int = _RUNS) -> float:
    """The median of some runs."""
    took = []
    for _ in range(runs):
        began = time.perf_counter()
        body()
        took.append(time.perf_counter() - began)
    return median(took) * 1000


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
        began = time.perf_counter()
        next_page(run, place, "ab"[place % 2])
        took.append((time.perf_counter() - began) * 1000)
    return median(took), max(took)


def ours(count: int) -> dict[str, float]:
    """Our times in milliseconds."""
    form = items(count)

    def read() -> LogicGraph:
        parse.cache_clear()
        return LogicGraph(form)

    graph = read()
    run = LogicRun(graph)
    page, worst = through(run, count)
    before = run.evaluations
    first = milliseconds(lambda: next_page(run, 0, "b" if run.value("q0") == "a" else "a"))
    one = "${a} != 'c' and (${b} = '' or 1 > 0)"
    return {
        "read": milliseconds(read),
        "begin": milliseconds(lambda: LogicRun(graph)),
        "page": page,
        "page_worst": worst,
        "page_first_question": first,
        "evaluations_first_question": (run.evaluations - before) / _RUNS,
        "expression": milliseconds(lambda: evaluate(one, {"a": "x"}), 2_000),
    }


def theirs(peer: str, count: int) -> dict[str, float]:
    """The times of pyxform in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "form.md"
        source.write_text(markdown(count), encoding="utf-8")
        command = [peer, "-c", _PEER, str(source), str(_RUNS)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    times: dict[str, float] = json.loads(done.stdout)
    return times


def main() -> int:
    """Print the times; with a peer, fail where pages take more than a twentieth of its time.

    The usual page is held against reading alone, the worst one against the whole conversion.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peer", help="a Python that has pyxform")
    parser.add_argument("--questions", type=int, default=QUESTIONS)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    result = {"questions": chosen.questions, "icc_consult": ours(chosen.questions)}
    if chosen.peer:
        result["pyxform"] = theirs(chosen.peer, chosen.questions)
    print(json.dumps(result, indent=None if chosen.json else 2))
    if not chosen.peer:
        return 0
    mine, peer = result["icc_consult"], result["pyxform"]
    return int(mine["page"] > peer["read"] / SHARE or mine["page_worst"] > peer["convert"] / SHARE)


if __name__ == "__main__":
    sys.exit(main())
