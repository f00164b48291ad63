"""The commands about a city's hub."""

import argparse
from pathlib import Path

from icc_consult.commands.grammar.words import Commands, add, add_json, add_passphrase, whole
from icc_consult.services.polls import RULES

RUN = {"hub": "hub:run_hub"}


def add_commands(commands: Commands) -> None:
    """All of them."""
    parser = add(commands, "hub", "bring the bundles of a whole city together in one database")
    parser.add_argument(
        "--database",
        metavar="URL",
        help="a file, or postgresql://USER@HOST/NAME without a password (else ICC_CONSULT_DATABASE)",
    )
    acts = parser.add_subparsers(title="acts", metavar="ACT", dest="act", required=True)
    for add_one in (_add_init, _add_merge, _add_status, _add_close, _add_tally, _add_export):
        add_one(acts)


def _add_init(acts: Commands) -> None:
    parser = add(acts, "init", "make the hub, or let it know one more consultation")
    parser.add_argument(
        "pack", type=Path, metavar="PACK|DATA", help="a data directory, or a pack to open here and now"
    )
    parser.add_argument("--key", type=Path, metavar="FILE", help="where the key lies, if it was moved away")
    parser.add_argument(
        "--opening", type=Path, metavar="FILE", help="for a pack: where to write what kiosks join by"
    )
    parser.add_argument(
        "--not-ready-too",
        action="store_true",
        help="for a pack: do not ask about languages that lack texts or letters",
    )
    parser.add_argument("--controller", default="", metavar="NAME", help="for a pack: who asks")
    parser.add_argument("--contact", default="", metavar="TEXT", help="for a pack: how to reach them")
    add_passphrase(parser, "for a pack: a file with the passphrase, or to write six new words to")
    add_json(parser)


def _add_merge(acts: Commands) -> None:
    parser = add(acts, "merge", "take bundles in; as many desks at once as there are")
    parser.add_argument("bundles", type=Path, nargs="+", metavar="BUNDLE", help="what the places wrote")
    parser.add_argument(
        "--signer",
        action="append",
        default=[],
        metavar="KEY[=NAME]",
        help="trust bundles signed with this key, as `inspect` shows it at its place; 16 letters are enough",
    )
    parser.add_argument(
        "--salvage", action="store_true", help="take what is still whole of damaged bundles, unsigned"
    )
    add_passphrase(parser, "a file with the passphrase")
    _add_which(parser)
    add_json(parser)


def _add_status(acts: Commands) -> None:
    parser = add(acts, "status", "books, places and every difference, without any passphrase")
    _add_which(parser)
    add_json(parser)


def _add_close(acts: Commands) -> None:
    parser = add(acts, "close", "wait for no more bundles, so that answers can be read")
    _add_which(parser)
    add_json(parser)


def _add_tally(acts: Commands) -> None:
    parser = add(acts, "tally", "count a ballot paper after the end")
    parser.add_argument("--question", metavar="ID", help="which ballot paper")
    parser.add_argument("--rule", choices=RULES, metavar="NAME", help=f"one of {', '.join(RULES)}")
    parser.add_argument("--seats", type=whole, metavar="N", help="how many win")
    parser.add_argument("--budget", metavar="N", help="how much can be spent (else as the paper says)")
    parser.add_argument("--seed", type=whole, default=0, metavar="N", help="what lots are drawn with (0)")
    parser.set_defaults(groups=None)
    add_passphrase(parser, "a file with the passphrase")
    _add_which(parser)
    add_json(parser)


def _add_export(acts: Commands) -> None:
    parser = add(acts, "export", "hand the answers out after the end")
    parser.add_argument("out", type=Path, metavar="OUT", help="the directory to write")
    parser.add_argument("--format", choices=("csv",), default="csv", help="what to write")
    parser.add_argument("--separator", choices=(",", ";"), default=",", help="between columns")
    add_passphrase(parser, "a file with the passphrase")
    _add_which(parser)
    add_json(parser)


def _add_which(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--consultation", metavar="NAME", help="which one, where the hub knows several: its name or opening"
    )
