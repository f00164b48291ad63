"""The commands about vouchers."""

import argparse
from pathlib import Path

from icc_consult.commands.grammar.words import Commands, add, add_json

RUN = {"vouchers": "vouchers:run_vouchers"}
MOST = 2_000


def add_commands(commands: Commands) -> None:
    """All of them."""
    parser = add(commands, "vouchers", "make vouchers to print, and take them back")
    acts = parser.add_subparsers(title="acts", metavar="ACT", dest="act", required=True)
    _add_make(acts)
    _add_revoke(acts)


def _add_make(acts: Commands) -> None:
    parser = add(acts, "make", "make a batch of vouchers; their codes are in the file alone")
    parser.add_argument("data", type=Path, metavar="DATA", help="the data directory")
    parser.add_argument("--count", type=_count, required=True, metavar="N", help=f"how many, up to {MOST}")
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE",
        help="a .pdf to print, or a .txt with one code a line",
    )
    add_json(parser)


def _add_revoke(acts: Commands) -> None:
    parser = add(acts, "revoke", "take vouchers back, for good")
    parser.add_argument("data", type=Path, metavar="DATA", help="the data directory")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--batch", metavar="NAME", help="a whole batch; its name is on every card")
    which.add_argument("--file", type=Path, metavar="FILE", help="a file with one code a line")
    add_json(parser)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST:
        raise argparse.ArgumentTypeError(f"from 1 to {MOST}")
    return int(text)
