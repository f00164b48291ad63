"""The commands that print papers to sign."""

from pathlib import Path

from icc_consult.commands.grammar.words import Commands, add, add_json

RUN = {"daysheet": "papers:run_daysheet"}


def add_commands(commands: Commands) -> None:
    """All of them."""
    parser = add(commands, "daysheet", "print the numbers of a day on a paper to sign")
    parser.add_argument("data", type=Path, metavar="DATA", help="the data directory")
    parser.add_argument("out", type=Path, metavar="OUT", help="a new .pdf file")
    parser.add_argument("--day", metavar="DAY", help="such as 2026-03-02; else the last day with anybody")
    parser.add_argument("--language", default="en", metavar="TAG", help="the language of the paper")
    add_json(parser)
