"""The commands that carry answers where sticks are forbidden."""

import argparse
from pathlib import Path

from icc_consult.commands.grammar.words import Commands, add, add_json, add_passphrase

RUN = {"stream": "streaming:run_stream", "receive": "streaming:run_receive", "held": "streaming:run_held"}
_MOST_SPARE = 300


def add_commands(commands: Commands) -> None:
    """All of them."""
    _add_stream(commands)
    _add_receive(commands)
    _add_held(commands)


def _add_stream(commands: Commands) -> None:
    parser = add(commands, "stream", "draw everything that was collected as QR codes, encrypted")
    parser.add_argument("data", type=Path, metavar="DATA", help="the data directory")
    parser.add_argument("out", type=Path, metavar="OUT_DIR", help="new or empty; a picture each frame")
    _add_spare(parser)
    parser.add_argument(
        "--held",
        type=Path,
        metavar="FILE",
        help="what the desk has already, as received; only the rest",
    )
    add_passphrase(parser, "a file with the passphrase; only for what an older program opened")
    add_json(parser)


def _add_receive(commands: Commands) -> None:
    parser = add(commands, "receive", "put a bundle together from pictures of QR codes, in any order")
    parser.add_argument(
        "out", type=Path, metavar="OUT", help="the bundle to write, .iccb; what a desk has, .held"
    )
    parser.add_argument(
        "pictures", type=Path, nargs="*", metavar="PICTURE", help="pictures, or directories of pictures"
    )
    parser.add_argument(
        "--camera",
        nargs="?",
        const="0",
        metavar="N|FILE",
        help="instead of pictures, the camera of this number (0), or a film in a file",
    )
    add_json(parser)


def _add_held(commands: Commands) -> None:
    parser = add(commands, "held", "draw as QR codes what is here already, so that a kiosk streams the rest")
    parser.add_argument("data", type=Path, metavar="DATA", help="the directory that bundles were merged into")
    parser.add_argument("out", type=Path, metavar="OUT_DIR", help="new or empty; a picture each frame")
    _add_spare(parser)
    add_json(parser)


def _add_spare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--spare",
        type=_percent,
        default=25,
        metavar="PERCENT",
        help="how many more frames than are needed, for those that get lost (25)",
    )


def _percent(text: str) -> int:
    if not text.isdecimal() or int(text) > _MOST_SPARE:
        raise argparse.ArgumentTypeError(f"from 0 to {_MOST_SPARE}")
    return int(text)
