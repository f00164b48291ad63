"""The commands of one consultation's day."""

from pathlib import Path

from icc_consult.commands.grammar.words import (
    Commands,
    add,
    add_data,
    add_json,
    add_passphrase,
    add_pin_file,
    whole,
)
from icc_consult.domain.admission import AdmissionRule

RUN = {
    "open": "opening:run_open",
    "close": "opening:run_close",
    "pin": "opening:run_pin",
    "inspect": "reading:run_inspect",
    "export": "reading:run_export",
    "frequencies": "reading:run_frequencies",
}


def add_commands(commands: Commands) -> None:
    """All of them."""
    for one in (_add_open, _add_close, _add_pin, _add_inspect, _add_export, _add_frequencies):
        one(commands)


def _add_open(commands: Commands) -> None:
    parser = add(commands, "open", "open a pack in a new data directory")
    parser.add_argument("pack", type=Path, metavar="PACK", help="a .iccpack file, or the directory of a pack")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="new or empty; it is made")
    parser.add_argument(
        "--join",
        type=Path,
        metavar="FILE",
        help="the opening.json of another place: be one more place of that consultation",
    )
    add_passphrase(parser, "its first line; where there is no such file, six new words are written into it")
    parser.add_argument(
        "--holders",
        type=whole,
        choices=(1, 3),
        help="3: three people have a passphrase each, and any two of them open the answers",
    )
    add_pin_file(parser, "a file with the staff PIN of 4 to 12 digits")
    parser.add_argument("--controller", default="", metavar="TEXT", help="who asks; residents read it")
    parser.add_argument("--contact", default="", metavar="TEXT", help="whom residents can ask about it")
    parser.add_argument(
        "--policy",
        choices=("keep", "discard"),
        help="what becomes of unfinished sessions (else as the pack says)",
    )
    parser.add_argument(
        "--admission",
        choices=tuple(AdmissionRule),
        help="who may begin: everybody (honour), whom the staff lets in, or who brings a voucher",
    )
    parser.add_argument(
        "--not-ready-too", action="store_true", help="do not ask about languages that lack texts or letters"
    )
    add_json(parser)


def _add_close(commands: Commands) -> None:
    parser = add(commands, "close", "close a consultation for good, so that its answers can be read")
    add_data(parser)
    add_pin_file(parser, "a file with the staff PIN, which must be the right one")
    add_json(parser)


def _add_pin(commands: Commands) -> None:
    parser = add(commands, "pin", "set a new staff PIN with the passphrase")
    add_data(parser)
    add_passphrase(parser, "a file with the passphrase")
    add_pin_file(parser, "a file with the new PIN")


def _add_inspect(commands: Commands) -> None:
    parser = add(commands, "inspect", "show what can be counted without a passphrase")
    add_data(parser)
    add_json(parser)


def _add_export(commands: Commands) -> None:
    parser = add(commands, "export", "write the answers of a closed consultation to files")
    add_data(parser)
    parser.add_argument("out", type=Path, metavar="OUT", help="the directory to write into; it is made")
    parser.add_argument(
        "--format",
        choices=("csv", "polis", "pabulib"),
        default="csv",
        help="everything as CSV, statements as Polis exports them, or a budget as a Pabulib file",
    )
    parser.add_argument("--question", metavar="ID", help="which ballot paper, where several would fit")
    parser.add_argument("--separator", choices=(",", ";"), default=",", help="';' for European spreadsheets")
    parser.add_argument(
        "--without", type=Path, metavar="FILE", help="take out the control answers in this table of observers"
    )
    add_passphrase(parser, "a file with the passphrase")
    add_json(parser)


def _add_frequencies(commands: Commands) -> None:
    parser = add(commands, "frequencies", "show how often what was answered")
    add_data(parser)
    add_passphrase(parser, "a file with the passphrase")
    add_json(parser)
