"""What torture writes down."""

from scripts.torture.__main__ import PARTS, _parser
from scripts.torture.paper import MARK, PAPER, with_table

ONE = with_table("", "One", [("a", "1")])


def test_the_numbers_of_a_part_take_the_place_of_its_own_and_of_nothing_else() -> None:
    two = with_table(ONE, "Two", [("b", "2")])
    assert with_table(two, "One", [("a", "3")]) == two.replace("| a | 1 |", "| a | 3 |")


def test_a_table_reads_as_one() -> None:
    assert ONE == "\n## One\n\n| what | how much |\n|---|---|\n| a | 1 |\n"


def test_every_part_that_was_written_down_is_one_that_can_be_done() -> None:
    tables = PAPER.read_text("utf-8").partition(MARK)[2]
    titles = [line.removeprefix("## ") for line in tables.splitlines() if line.startswith("## ")]
    assert titles
    assert set(titles) <= set(PARTS)


def test_torture_does_as_much_as_was_promised_unless_it_is_told_otherwise() -> None:
    chosen = _parser().parse_args([])
    assert (chosen.images, chosen.replays, chosen.kills) == (1_000_000, 100_000, 10_000)
    assert _parser().parse_args(["--only", "images", "kills"]).only == ["images", "kills"]
