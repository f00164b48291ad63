"""The commands that count."""

from pathlib import Path

from icc_consult.commands.grammar.words import Commands, add, add_json, whole
from icc_consult.services.polls import RULES

RUN = {"tally": "tally:run_tally"}


def add_commands(commands: Commands) -> None:
    """All of them."""
    _add_tally(commands)


def _add_tally(commands: Commands) -> None:
    parser = add(commands, "tally", "count ballots in other people's files or our own export")
    parser.add_argument(
        "path", type=Path, metavar="FILE|DIR", help="Pabulib, PrefLib or BLT; Polis or our own export"
    )
    parser.add_argument("--rule", choices=RULES, metavar="NAME", help=f"one of {', '.join(RULES)}")
    parser.add_argument("--seats", type=whole, metavar="N", help="how many win")
    parser.add_argument("--budget", metavar="N", help="how much can be spent (else as the file says)")
    parser.add_argument("--groups", type=Path, metavar="FILE", help="participant,group: take these groups")
    parser.add_argument("--question", metavar="ID", help="which question, where the file holds several")
    parser.add_argument("--seed", type=whole, default=0, metavar="N", help="what lots are drawn with (0)")
    add_json(parser)
