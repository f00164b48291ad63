"""The commands that carry answers from place to place and check that nothing was lost on the way."""

import argparse
from pathlib import Path

from icc_consult.commands.grammar.words import Commands, add, add_data, add_json, add_passphrase

RUN = {
    "bundle": "carrying:run_bundle",
    "merge": "carrying:run_merge",
    "verify": "verifying:run_verify",
}


def add_commands(commands: Commands) -> None:
    """All of them."""
    _add_bundle(commands)
    _add_merge(commands)
    _add_verify(commands)


def _add_bundle(commands: Commands) -> None:
    parser = add(commands, "bundle", "write everything that was collected to a stick, encrypted")
    add_data(parser)
    parser.add_argument("out", type=Path, metavar="OUT", help="the file to write; its name ends in .iccb")
    add_passphrase(parser, "a file with the passphrase; only for what an older program opened")
    add_json(parser)


def _add_merge(commands: Commands) -> None:
    parser = add(commands, "merge", "bring the bundles of several places together in one data directory")
    parser.add_argument("out", type=Path, metavar="OUT", help="a new directory, or one made by merging")
    parser.add_argument("bundles", type=Path, nargs="+", metavar="BUNDLE", help="what the places wrote")
    _add_key(parser)
    parser.add_argument(
        "--signer",
        action="append",
        default=[],
        metavar="KEY",
        help="trust bundles signed with this key, as `inspect` shows it at its place; 16 letters are enough",
    )
    parser.add_argument(
        "--salvage", action="store_true", help="take what is still whole of damaged bundles, unsigned"
    )
    add_json(parser)


def _add_verify(commands: Commands) -> None:
    parser = add(commands, "verify", "check a data directory, a bundle, a checkpoint or a list of receipts")
    parser.add_argument("path", type=Path, metavar="FILE|DIR", help="what to check")
    parser.add_argument("--receipt", metavar="CODE", help="is this receipt among the counted ones?")
    parser.add_argument("--since", type=Path, metavar="FILE", help="may it follow this checkpoint or bundle?")
    _add_key(parser)
    add_json(parser)


def _add_key(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from",
        type=Path,
        dest="source",
        metavar="DIR",
        help="the data directory that the consultation was opened in: its key opens the bundles",
    )
    parser.add_argument("--key", type=Path, metavar="FILE", help="where that key lies, if it was moved away")
    add_passphrase(parser, "a file with the passphrase")
