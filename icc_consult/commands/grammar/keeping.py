"""The commands that keep copies of answers and bring them back."""

from pathlib import Path

from icc_consult.commands.grammar.words import Commands, add, add_json

RUN = {"backup": "backing_up:run_backup", "restore": "backing_up:run_restore"}


def add_commands(commands: Commands) -> None:
    """All of them."""
    _add_backup(commands)
    _add_restore(commands)


def _add_backup(commands: Commands) -> None:
    parser = add(commands, "backup", "copy a data directory to other places, also while a kiosk runs")
    parser.add_argument("data", type=Path, metavar="DATA", help="the data directory")
    parser.add_argument(
        "to",
        type=Path,
        nargs="+",
        metavar="TO",
        help="a directory or a stick; two places are better than one",
    )
    parser.add_argument("--with-keys", action="store_true", help="also the locked key and the signing key")
    add_json(parser)


def _add_restore(commands: Commands) -> None:
    parser = add(commands, "restore", "bring back from a backup what is missing or damaged")
    parser.add_argument("data", type=Path, metavar="DATA", help="the data directory, or a new one")
    parser.add_argument("source", type=Path, metavar="FROM", help="the directory of the backup")
    parser.add_argument(
        "--signer", default="", metavar="KEY", help="the key that must have signed the backup"
    )
    parser.add_argument(
        "--salvage",
        action="store_true",
        help="take it though nobody signed it or it was changed; told in the log",
    )
    add_json(parser)
