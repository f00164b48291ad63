"""The commands of observers."""

import argparse
from pathlib import Path

from icc_consult.commands.grammar.words import Commands, add, add_json, add_passphrase

RUN = {"control": "controls:run_control"}
_MOST = 200


def add_commands(commands: Commands) -> None:
    """All of them."""
    parser = add(commands, "control", "answers that observers give, to find them unaltered at the end")
    acts = parser.add_subparsers(title="acts", metavar="ACT", dest="act", required=True)
    plan = add(acts, "plan", "draw a phrase for each, and note how many there will be")
    plan.add_argument("data", type=Path, metavar="DATA", help="the data directory")
    plan.add_argument("--count", type=_count, required=True, metavar="N", help=f"how many, up to {_MOST}")
    plan.add_argument("--out", type=Path, required=True, metavar="FILE", help="the .csv table to fill in")
    add_json(plan)
    check = add(acts, "check", "look for each, and compare what observers wrote down")
    check.add_argument("data", type=Path, metavar="DATA", help="the data directory, closed")
    check.add_argument("file", type=Path, metavar="FILE", help="the table as it was filled in")
    add_passphrase(check, "a file with the passphrase")
    add_json(check)


def _count(text: str) -> int:
    count = int(text)
    if not 1 <= count <= _MOST:
        raise argparse.ArgumentTypeError(f"from 1 to {_MOST}")
    return count
