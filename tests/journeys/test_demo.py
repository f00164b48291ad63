"""The whole day as `icc-consult demo` holds it."""

import csv
import json
import re
import stat
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from icc_consult.assets import resources
from icc_consult.domain.response import Answered, Chosen, Response
from icc_consult.domain.survey import ChoiceCode
from icc_consult.languages import language

from ui import demo_command
from ui.demo.account import Account
from ui.demo.place import ForeignFiles, Place
from ui.demo.progress import Progress
from ui.demo.residents import LEAST, Role, cast
from ui.demo.summary import missing

from tests.builders import EN, response_with, sample
from tests.journeys.sockets import watched

CONTRACT = ("residents", "responses", "partial", "recovered", "deleted", "lost", "languages", "data")


@pytest.fixture(scope="module")
def day_and_sockets(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, set[str]]:
    """Where the smallest day lies, the exit code, and every internet socket that was open meanwhile."""
    out = tmp_path_factory.mktemp("demo") / "day"
    with watched() as seen:
        code = demo_command.run(["--out", str(out), "--residents", "1"])
    return out, code, seen


@pytest.fixture(scope="module")
def day(day_and_sockets: tuple[Path, int, set[str]]) -> tuple[Path, dict[str, Any], int]:
    """Where the smallest day lies, its summary, and the exit code."""
    out, code, _ = day_and_sockets
    return out, json.loads((out / "summary.json").read_text("utf-8")), code


def test_a_whole_day_opens_no_connection(day_and_sockets: tuple[Path, int, set[str]]) -> None:
    assert day_and_sockets[2] == set()


def test_nothing_that_was_acknowledged_is_lost(day: tuple[Path, dict[str, Any], int]) -> None:
    _, summary, code = day
    assert code == 0
    assert summary["lost"] == 0
    assert set(CONTRACT) <= set(summary)


def test_the_books_of_the_day_balance(day: tuple[Path, dict[str, Any], int]) -> None:
    _, summary, _ = day
    assert summary["residents"] == LEAST == summary["responses"] + summary["deleted"]
    assert summary["recovered"] == 1
    assert summary["partial"] == summary["recovered"] + summary["left"] + summary["timed_out"] == 3
    assert (summary["deleted"], summary["refused"], summary["wishes"]) == (1, 1, 1)


def test_six_languages_were_spoken_and_two_of_them_from_right_to_left(
    day: tuple[Path, dict[str, Any], int],
) -> None:
    out, summary, _ = day
    assert len(summary["languages"]) >= 6
    assert sum(language(tag).is_rtl for tag in summary["languages"]) >= 2
    for tag in summary["languages"]:
        assert (out / "screens" / tag / "promise.png").read_bytes().startswith(b"\x89PNG")


def test_every_page_has_its_picture(day: tuple[Path, dict[str, Any], int]) -> None:
    out, _, _ = day
    taken = {path.stem for path in (out / "screens").glob("*/*.png")}
    asked = {question.id for question in sample().consultation.questions()}
    paper = (resources().parent / "docs" / "journeys" / "resident.md").read_text("utf-8")
    named = set(re.findall(r"^\| `([a-z]+)` \|", paper, re.MULTILINE))
    assert asked | {"q02-help", "q12-writing", "topics"} <= taken
    statements = {part for part in sample().consultation.items() if part.startswith("s")}
    assert taken - asked - statements - {"q02-help", "q12-writing", "topics"} == named - {"trouble"}


def test_the_tables_hold_one_row_a_response(day: tuple[Path, dict[str, Any], int]) -> None:
    out, summary, _ = day
    with (out / "answers.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == summary["responses"]
    assert sum(row["response__ended"] == "recovered" for row in rows) == 1
    assert (out / "texts.csv").stat().st_size > 0
    assert (out / "codebook.csv").stat().st_size > 0


def test_the_passphrase_is_for_its_owner_only(day: tuple[Path, dict[str, Any], int]) -> None:
    out, _, _ = day
    assert stat.S_IMODE((out / "passphrase.txt").stat().st_mode) == 0o600
    assert len((out / "passphrase.txt").read_text().split()) == 6


def test_foreign_files_are_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "answers.db").write_text("somebody's")
    assert demo_command.run(["--out", str(tmp_path)]) == 2
    assert "which no demo put there" in capsys.readouterr().err
    assert (tmp_path / "data" / "answers.db").read_text() == "somebody's"
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_an_earlier_demo_makes_room_for_the_next(tmp_path: Path) -> None:
    place = Place(tmp_path / "day")
    place.prepare()
    place.data.mkdir()
    (place.data / "answers.db").touch()
    place.summary.write_text("{}")
    place.prepare()
    assert [path.name for path in place.root.iterdir()] == [".icc-consult-demo"]
    (place.root / "letter.odt").touch()
    with pytest.raises(ForeignFiles):
        place.prepare()


class Terminal(StringIO):
    """Somebody watches."""

    def isatty(self) -> bool:
        return True


def test_progress_is_a_bar_only_where_somebody_watches() -> None:
    for stream, told in (
        (
            Terminal(),
            ["\r" + "█" * 15 + "░" * 15 + " 1/2 German: left", "\r" + "█" * 30 + " 2/2 Arabic: complete"],
        ),
        (StringIO(), ["2/2 residents"]),
    ):
        progress = Progress(2, stream)
        progress.tell("German: left")
        progress.tell("Arabic: complete")
        assert [line.rstrip() for line in stream.getvalue().replace("\r", "\n\r").split("\n") if line] == told


def test_one_other_answer_is_a_response_lost() -> None:
    def answered(code: str) -> Response:
        chosen = {"q01": Answered(Chosen(ChoiceCode(code)), EN)}
        return response_with(sample().consultation, chosen)

    told = [Account.of(answered("well")), Account.of(answered("well")), Account("deleted", "en")]
    assert missing(told, [answered("well"), answered("badly")]) == [told[0]]
    assert missing(told, [answered("well"), answered("well")]) == []


def test_in_every_day_there_is_one_of_each_kind() -> None:
    languages = sample().consultation.languages
    for count in (LEAST, 24, 100):
        came = cast(languages, count)
        roles = [one.role for one in came]
        assert len(came) == count + 1
        assert all(roles.count(role) == 1 for role in Role if role is not Role.ORDINARY)
        assert len({one.language for one in came}) == min(len(languages), count + 1)
