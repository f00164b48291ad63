"""The commands about forms: look at one, make another file of it, let it be answered at random."""

from pathlib import Path

from icc_consult.commands.grammar.words import Commands, add, add_json, whole

RUN = {"check": "forms:run_check", "convert": "forms:run_convert", "rehearse": "rehearsing:run_rehearse"}
_LEAVE_OUT = "go on without questions that a kiosk cannot ask"


def add_commands(commands: Commands) -> None:
    """All of them."""
    _add_check(commands)
    _add_convert(commands)
    _add_rehearse(commands)


def _add_check(commands: Commands) -> None:
    parser = add(commands, "check", "say what is wrong with a form or a pack, cell by cell")
    parser.add_argument("file", type=Path, metavar="FILE", help="an XLSForm, a LimeSurvey file or a pack")
    parser.add_argument("--leave-out", action="store_true", help=_LEAVE_OUT)
    add_json(parser)


def _add_convert(commands: Commands) -> None:
    parser = add(commands, "convert", "make a pack of a form, or a form of a pack")
    parser.add_argument("source", type=Path, metavar="SRC", help="an XLSForm, a LimeSurvey file or a pack")
    parser.add_argument(
        "target", type=Path, metavar="DST", help=".iccpack, .xlsx, .csv or .md (XLSForm), .tsv (LimeSurvey)"
    )
    parser.add_argument("--leave-out", action="store_true", help=_LEAVE_OUT)
    add_json(parser)


def _add_rehearse(commands: Commands) -> None:
    parser = add(commands, "rehearse", "let automatic residents answer at random, without a screen")
    parser.add_argument("file", type=Path, metavar="FILE", help="an XLSForm, a LimeSurvey file or a pack")
    parser.add_argument("--runs", type=whole, default=100, metavar="N", help="how many residents (100)")
    parser.add_argument("--seed", type=whole, default=0, metavar="S", help="what chance begins with (0)")
    parser.add_argument("--leave-out", action="store_true", help=_LEAVE_OUT)
    add_json(parser)
