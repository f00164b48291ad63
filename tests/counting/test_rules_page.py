"""The page that explains the rules, and the rules."""

import re
from pathlib import Path

from icc_consult.counting.agreement.agreement import FEWEST_ANSWERS, FEWEST_MEMBERS, FEWEST_PARTICIPANTS
from icc_consult.counting.ballots import Approvals
from icc_consult.counting.rules import RULES

PAGE = (Path(__file__).parents[2] / "docs" / "counting.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


def heading(rule: str) -> str:
    return rule.upper() if rule in {"irv", "stv"} else rule.replace("-", " ").capitalize()


def test_every_rule_has_a_section_that_answers_four_questions() -> None:
    missing = [
        (name, question)
        for name in RULES
        for question in ("What it does", "When to choose it", "How ties end", "Where it is from")
        if f"**{question}.**" not in SECTIONS[heading(name)]
    ]
    assert missing == []


def test_every_rule_of_the_command_is_there() -> None:
    names = "approval score majority-judgment borda schulze ranked-pairs irv stv condorcet dots pairwise"
    assert set(RULES) == {*names.split(), "greedy", "equal-shares", "fair-agenda", "agreement"}


def test_a_rule_says_its_own_name_and_what_may_be_wished() -> None:
    outcome = RULES["approval"].count(Approvals.of("ab", ["a"]))
    assert outcome.rule == "approval"
    assert RULES["approval"].wishes == {"seats", "seed"}
    assert RULES["stv"].wishes == {"seats", "seed"}
    assert "groups" in RULES["agreement"].wishes
    assert RULES["condorcet"].wishes == set()


def test_the_lot_on_the_page_is_the_lot_of_the_program() -> None:
    assert "printf '%s' '7:park' | sha256sum" in PAGE


def test_the_size_of_a_group_on_the_page_is_that_of_the_program() -> None:
    assert (FEWEST_PARTICIPANTS, FEWEST_ANSWERS, FEWEST_MEMBERS) == (30, 7, 5)
    assert "fewer than thirty people answered seven statements" in PAGE.replace("\n", " ")
    assert "group of fewer than five people" in PAGE.replace("\n", " ")
