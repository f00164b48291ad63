"""Each problem and refusal has two sentences, and its details fill them."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from icc_consult.formats.xlsform import sentences
from icc_consult.formats.xlsform.problems import Problem, Severity, What
from icc_consult.formats.xlsform.refusals import Refusal
from icc_consult.formats.xlsform.sentences import PROBLEMS, REFUSALS, told

from tests.formats.xlsform.sheets import read

BUSY = """
| survey |
| | Type | name | label | label::Arabic (ar) | Label:English | label::Elvish | relevant | calculation | mine |
| | text | a | plain | عربي {b}$ | eng | m | | | |
| | integer | b | same | ب | same | | \u200f{a}$ = ‘x’ | | zz |
| | select_one yn | c | C | | | | ${nobody} = 1 | | |
| | Select_Multiple yn or_other | A | D | | | | foo() | | |
| | select_one nowhere | f | | | | | | | |
| | calculate | e | | | | | | not() | |
| | note | | Hi | | | | | | |
| | text | two words | T | | | | | | |
| | text | b | T | | | | | | |
| | begin_group | g | T | | | | | | |
| choices |
| | list name | name | label::English | label::Arabic |
| | yn | 1 | Yes | نعم |
| | yn | 1 | No | |
| settings |
| | form_title | default_language | colour |
| | T | French | red |
| other |
| | x |
"""


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_problem_and_every_refusal_has_its_sentences() -> None:
    assert PROBLEMS.keys() == set(What)
    assert REFUSALS.keys() == set(Refusal)


@pytest.mark.parametrize("one", [*PROBLEMS.values(), *REFUSALS.values()])
def test_sentences_begin_and_end_as_sentences(one: tuple[str, str]) -> None:
    for sentence in one:
        assert sentence[0].isupper() or sentence.startswith(("{", "or_other"))
        assert sentence[-1] in ".:}"


def test_refusals_ask_only_for_what_a_refusal_has() -> None:
    for message, fix in REFUSALS.values():
        assert fields(message) | fields(fix) <= {"where", "detail"}


def test_the_details_of_a_problem_fill_its_sentences() -> None:
    problems = read(BUSY).problems
    assert len({problem.what for problem in problems}) > 20
    for problem in problems:
        message, fix = told(problem)
        assert "{" not in message.format(**problem.detail).replace("{b}", "").replace("{a}", ""), problem
        assert fix.format(**problem.detail)


def test_problems_come_in_the_order_of_the_file() -> None:
    problems = read(BUSY).problems
    order = ["", "survey", "choices", "settings", "other"]
    places = [(order.index(problem.sheet), problem.row) for problem in problems]
    assert places == sorted(places)


def calls_in_the_source() -> Iterator[tuple[str, set[str]]]:
    """Names of problems, each with the details that one place of the source gives it."""
    for path in Path(sentences.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(
                    ast.Attribute(attr="warn" | "fail"), [ast.Attribute(ast.Name("What"), name), *_], given
                ):
                    if all(one.arg for one in given):
                        yield name, {str(one.arg) for one in given}


def test_every_place_that_tells_a_problem_gives_what_its_sentences_name() -> None:
    calls = list(calls_in_the_source())
    assert len(calls) > 45
    for name, given in calls:
        assert fields(" ".join(PROBLEMS[What[name]])) <= given, name


def test_a_problem_knows_whether_it_stops_the_form() -> None:
    assert Problem(Severity.ERROR, What.NO_NAME).is_error
    assert not Problem(Severity.WARNING, What.NAME_GIVEN).is_error
