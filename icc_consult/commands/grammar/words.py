"""Arguments that several commands share."""

import argparse
from pathlib import Path
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse names no other


def add(commands: Commands, name: str, what: str) -> argparse.ArgumentParser:
    """One more command, and what it does in half a sentence."""
    told = f"{what[0].upper()}{what[1:]}."
    return commands.add_parser(name, help=what, description=told, allow_abbrev=False)


def add_data(parser: argparse.ArgumentParser) -> None:
    """The data directory, by place or by name."""
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("data", type=Path, nargs="?", metavar="DATA", help="the data directory")
    given.add_argument("--data", type=Path, dest="data_option", metavar="DIR", help="the same")


def add_passphrase(parser: argparse.ArgumentParser, what: str) -> None:
    """Where the passphrase is read; of a key that has holders twice, or thrice where it is made."""
    parser.add_argument(
        "--passphrase-file", type=Path, action="append", default=[], metavar="FILE", help=what
    )


def add_pin_file(parser: argparse.ArgumentParser, what: str) -> None:
    """Where the staff PIN is read."""
    parser.add_argument("--pin-file", type=Path, metavar="FILE", help=what)


def whole(text: str) -> int:
    """A whole number, for `type`."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number; write digits.") from None


def add_json(parser: argparse.ArgumentParser) -> None:
    """One JSON document instead of words."""
    parser.add_argument("--json", action="store_true", help="print one JSON document on standard output")
