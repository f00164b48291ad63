"""The command about sentences that residents proposed."""

import argparse
from pathlib import Path

from icc_consult.commands.grammar.words import Commands, add, add_json, add_passphrase

RUN = {"proposals": "moderating:run_proposals"}


def add_commands(commands: Commands) -> None:
    """All of them."""
    parser = add(commands, "proposals", "read what residents proposed, and take it into the next revision")
    parser.add_argument("data", type=Path, metavar="DATA", help="the data directory")
    acts = parser.add_subparsers(title="acts", metavar="ACT", dest="act", required=True)
    _finished(acts, "list", "show every proposal, equal ones together")
    accept = _finished(acts, "accept", "take proposals into the next revision")
    accept.add_argument("ids", nargs="+", metavar="ID", help="as `list` shows them")
    reject = _finished(acts, "reject", "leave proposals out, with a reason")
    reject.add_argument("ids", nargs="+", metavar="ID", help="as `list` shows them")
    reject.add_argument("--reason", required=True, metavar="TEXT", help="why, for whoever asks later")
    revise = _finished(acts, "revise", "write a pack with the accepted ones as statements")
    revise.add_argument("out", type=Path, metavar="PACK", help="a new .iccpack file or directory")


def _finished(acts: Commands, name: str, what: str) -> argparse.ArgumentParser:
    parser = add(acts, name, what)
    add_passphrase(parser, "a file with the passphrase")
    add_json(parser)
    return parser
