"""The commands about the private key."""

import argparse
from pathlib import Path

from icc_consult.commands.grammar.words import Commands, add, add_json, add_passphrase, whole

RUN = {"key": "key_acts:run_key"}


def add_commands(commands: Commands) -> None:
    """All of them."""
    parser = add(commands, "key", "print the locked key, bring it back, change it, or destroy it")
    acts = parser.add_subparsers(title="acts", metavar="ACT", dest="act", required=True)
    for one in (_add_paper, _add_restore, _add_rekey, _add_destroy):
        one(acts)


def _add_paper(acts: Commands) -> None:
    parser = add(acts, "paper", "print the locked key as QR codes and lines; it stays locked")
    _add_data(parser)
    parser.add_argument("out", type=Path, metavar="OUT", help="a new .html or .svg file")
    _add_key(parser)
    add_json(parser)


def _add_restore(acts: Commands) -> None:
    parser = add(acts, "restore", "make the key file again from lines that were scanned or typed")
    parser.add_argument("paper", type=Path, metavar="PAPER", help="a text file with the lines")
    parser.add_argument("out", type=Path, metavar="OUT", help="the key file to write")
    add_json(parser)


def _add_rekey(acts: Commands) -> None:
    parser = add(acts, "rekey", "seal what comes later to a new key; the old answers stay readable")
    _add_data(parser)
    add_passphrase(parser, "a file with the passphrase so far")
    parser.add_argument(
        "--new-passphrase-file",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="the new one; where there is no such file, six new words are written into it",
    )
    parser.add_argument("--holders", type=whole, choices=(1, 3), default=1, help="as in `open`")
    parser.add_argument(
        "--like",
        type=Path,
        metavar="FILE",
        help="no new key: seal to the one in this opening.json of another place of the consultation",
    )
    _add_key(parser)
    add_json(parser)


def _add_destroy(acts: Commands) -> None:
    parser = add(acts, "destroy", "overwrite and remove the key: nobody reads the answers again")
    _add_data(parser)
    parser.add_argument(
        "--protocol", type=Path, required=True, metavar="FILE", help="the .html file to write and to sign"
    )
    parser.add_argument(
        "--key",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a copy of the key that lies elsewhere, to be destroyed too",
    )
    add_json(parser)


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, metavar="DATA", help="the data directory")


def _add_key(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--key", type=Path, metavar="FILE", help="where the key lies, if it was moved away")
