"""The commands about translations."""

import argparse
from pathlib import Path

from icc_consult.commands.grammar.words import Commands, add, add_json
from icc_consult.services.handing_out import Step

RUN = {"translations": "translations:run_translations"}
FORMATS = ("xliff12", "xliff21", "po", "xlsx")


def add_commands(commands: Commands) -> None:
    """All of them."""
    parser = add(commands, "translations", "show, hand out and take in the translations of a pack")
    acts = parser.add_subparsers(title="acts", metavar="ACT", dest="act", required=True)
    for one in (_add_status, _add_export, _add_import):
        one(acts)


def _add_status(acts: Commands) -> None:
    parser = add(acts, "status", "show how ready each language is, and what it lacks")
    _add_pack(parser)
    add_json(parser)


def _add_export(acts: Commands) -> None:
    parser = add(acts, "export", "write files for translators")
    _add_pack(parser)
    parser.add_argument("out", type=Path, metavar="OUT", help="the directory to write into; it is made")
    parser.add_argument("--format", choices=FORMATS, default="xlsx", help="the kind of file (xlsx)")
    parser.add_argument(
        "--language", action="append", metavar="TAG", help="this language; may be repeated (all)"
    )
    _add_step(parser, "what the files are for (draft)")
    add_json(parser)


def _add_import(acts: Commands) -> None:
    parser = add(acts, "import", "take in a file that came back: all of it or nothing")
    _add_pack(parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="XLIFF (.xlf), gettext (.po) or .xlsx")
    _add_step(parser, "what was done with the file (draft)")
    parser.add_argument("--by", default="", metavar="NAME", help="who did it; of all steps but draft")
    parser.add_argument("--note", default="", metavar="TEXT", help="what the pretest found")
    parser.add_argument("--dry-run", action="store_true", help="show what would change, and change nothing")
    parser.add_argument("--out", type=Path, metavar="PACK2", help="write a new pack and leave the old one")
    add_json(parser)


def _add_pack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pack", type=Path, metavar="PACK", help="a .iccpack file, or the directory of a pack")


def _add_step(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("--step", choices=[step.value for step in Step], default=Step.DRAFT.value, help=what)
