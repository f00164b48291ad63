"""The commands without windows. Nothing here imports Qt."""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TypeAlias

from icc_consult.domain.errors import BrokenRule, ConsultationClosed
from icc_consult.services.polls import RULES

DONE, NO, UNUSABLE, LACKING = range(4)
WINDOWED = {
    "kiosk": "show a consultation to residents: kiosk [PACK] [--data DIR] [--windowed]",
    "desk": "the facilitator's desk",
    "demo": "let made-up residents walk through a whole day: demo --out DIR [--residents N]",
}


def build_parser() -> argparse.ArgumentParser:
    """All commands; those with windows are listed and run by `icc-consult` itself."""
    parser = argparse.ArgumentParser(
        prog="icc-consult",
        description="A kiosk where residents answer in their own language: offline and anonymously.",
        epilog="Exit codes: 0 done; 1 no; 2 the input or the call cannot be used; 3 something is lacking.",
    )
    parser.add_argument("--version", action="version", version=version("icc-consult"))
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    for name, what in WINDOWED.items():
        commands.add_parser(name, help=what, add_help=False)
    _add_open(commands)
    _add_close(commands)
    _add_pin(commands)
    _add_inspect(commands)
    _add_export(commands)
    _add_frequencies(commands)
    _add_tally(commands)
    return parser


_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse names no other


def _add(commands: _Commands, name: str, what: str) -> argparse.ArgumentParser:
    told = f"{what[0].upper()}{what[1:]}."
    return commands.add_parser(name, help=what, description=told, allow_abbrev=False)


def _add_open(commands: _Commands) -> None:
    parser = _add(commands, "open", "open a pack in a new data directory")
    parser.add_argument("pack", type=Path, metavar="PACK", help="a .iccpack file, or the directory of a pack")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="new or empty; it is made")
    _add_passphrase(parser, "its first line; where there is no such file, six new words are written into it")
    _add_pin_file(parser, "a file with the staff PIN of 4 to 12 digits")
    parser.add_argument("--controller", default="", metavar="TEXT", help="who asks; residents read it")
    parser.add_argument("--contact", default="", metavar="TEXT", help="whom residents can ask about it")
    parser.add_argument(
        "--policy",
        choices=("keep", "discard"),
        help="what becomes of unfinished sessions (else as the pack says)",
    )
    _add_json(parser)


def _add_close(commands: _Commands) -> None:
    parser = _add(commands, "close", "close a consultation for good, so that its answers can be read")
    _add_data(parser)
    _add_pin_file(parser, "a file with the staff PIN, which must be the right one")
    _add_json(parser)


def _add_pin(commands: _Commands) -> None:
    parser = _add(commands, "pin", "set a new staff PIN with the passphrase")
    _add_data(parser)
    _add_passphrase(parser, "a file with the passphrase")
    _add_pin_file(parser, "a file with the new PIN")


def _add_inspect(commands: _Commands) -> None:
    parser = _add(commands, "inspect", "show what can be counted without a passphrase")
    _add_data(parser)
    _add_json(parser)


def _add_export(commands: _Commands) -> None:
    parser = _add(commands, "export", "write the answers of a closed consultation to files")
    _add_data(parser)
    parser.add_argument("out", type=Path, metavar="OUT", help="the directory to write into; it is made")
    parser.add_argument("--format", choices=("csv",), default="csv")
    parser.add_argument("--separator", choices=(",", ";"), default=",", help="';' for European spreadsheets")
    _add_passphrase(parser, "a file with the passphrase")
    _add_json(parser)


def _add_frequencies(commands: _Commands) -> None:
    parser = _add(commands, "frequencies", "show how often what was answered")
    _add_data(parser)
    _add_passphrase(parser, "a file with the passphrase")
    _add_json(parser)


def _add_tally(commands: _Commands) -> None:
    parser = _add(commands, "tally", "count ballots in other people's files or our own export")
    parser.add_argument(
        "path", type=Path, metavar="FILE|DIR", help="Pabulib, PrefLib or BLT; Polis or our own export"
    )
    parser.add_argument("--rule", choices=RULES, metavar="NAME", help=f"one of {', '.join(RULES)}")
    parser.add_argument("--seats", type=int, metavar="N", help="how many win")
    parser.add_argument("--budget", metavar="N", help="how much can be spent (else as the file says)")
    parser.add_argument("--groups", type=Path, metavar="FILE", help="participant,group: take these groups")
    parser.add_argument("--question", metavar="ID", help="which question, where the file holds several")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="what lots are drawn with (0)")
    _add_json(parser)


def _add_data(parser: argparse.ArgumentParser) -> None:
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("data", type=Path, nargs="?", metavar="DATA", help="the data directory")
    given.add_argument("--data", type=Path, dest="data_option", metavar="DIR", help="the same")


def _add_passphrase(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help=what)


def _add_pin_file(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("--pin-file", type=Path, metavar="FILE", help=what)


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON document on standard output")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. Whatever was broken is told in one sentence."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] in WINDOWED:
        print(f"icc-consult: {arguments[0]} opens windows; run icc-consult itself.", file=sys.stderr)
        return LACKING
    try:
        chosen = build_parser().parse_args(arguments)
    except SystemExit as done:
        return int(done.code or 0)
    if getattr(chosen, "data_option", None) is not None:
        chosen.data = chosen.data_option
    return _run(chosen)


def _run(chosen: argparse.Namespace) -> int:
    from icc_consult.commands.speaking import HonestNo, NotPossible, tell  # noqa: PLC0415 - see _command
    from icc_consult.commands.stopping import until_told_to_stop  # noqa: PLC0415
    from icc_consult.sentences import sentence  # noqa: PLC0415

    try:
        with until_told_to_stop():
            return _command(chosen.command)(chosen)
    except HonestNo as no:
        tell(f"icc-consult: {no}")
        return NO
    except NotPossible as error:
        tell(f"icc-consult: {error}")
        return UNUSABLE
    except (BrokenRule, OSError) as error:
        pack = str(getattr(chosen, "pack", getattr(chosen, "data", Path()) / "pack.iccpack"))
        tell(f"icc-consult: {sentence(error, pack=pack)}")
        return exit_code(error)
    except (KeyboardInterrupt, EOFError):
        tell("icc-consult: stopped.")
        return NO


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    if name == "tally":
        from icc_consult.commands.tally import run_tally  # noqa: PLC0415 - it needs no store, the others no numpy

        return run_tally
    from icc_consult.commands import opening, reading  # noqa: PLC0415 - help and mistakes need neither

    return {
        "open": opening.run_open,
        "close": opening.run_close,
        "pin": opening.run_pin,
        "inspect": reading.run_inspect,
        "export": reading.run_export,
        "frequencies": reading.run_frequencies,
    }[name]


def exit_code(error: BrokenRule | OSError) -> int:
    """The exit code that an error ends a command with."""
    from icc_consult.domain.errors import NotSaved  # noqa: PLC0415 - see _command
    from icc_consult.services import errors  # noqa: PLC0415

    match error:
        case errors.WrongPassphrase() | errors.StillOpen() | errors.Cancelled() | ConsultationClosed():
            return NO
        case NotSaved() | errors.RehearsalFailed():
            return LACKING
        case FileNotFoundError() | FileExistsError() | NotADirectoryError() | IsADirectoryError():
            return UNUSABLE
        case OSError():
            return LACKING
        case errors.DirectoryRefused(fault) if fault in errors.OF_THE_DISK:
            return LACKING
        case _:
            return UNUSABLE
