"""The commands without windows. Nothing here imports Qt."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from icc_consult.commands.grammar import (
    carrying,
    consultation,
    controls,
    counting,
    forms,
    hub,
    keeping,
    keys,
    moderating,
    papers,
    streaming,
    translations,
    vouchers,
)
from icc_consult.domain.errors import BrokenRule, ConsultationClosed

COMMANDS = "icc_consult.commands"
FAMILIES = (
    consultation,
    counting,
    carrying,
    keys,
    controls,
    streaming,
    keeping,
    translations,
    forms,
    vouchers,
    papers,
    moderating,
    hub,
)
DONE, NO, UNUSABLE, LACKING = range(4)
UNREAD = 141
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
    for family in FAMILIES:
        family.add_commands(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. Whatever was broken is told in one sentence.

    Where nobody reads on, as behind `| head`, it ends without a word, as other programs do.
    """
    try:
        code = _asked(list(sys.argv[1:] if argv is None else argv))
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _say_no_more()
        return UNREAD
    return code


def _say_no_more() -> None:
    """What is still to be written goes nowhere, so that the end of the process finds nothing broken."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError):
            os.dup2(nowhere, stream.fileno())


def _asked(arguments: Sequence[str]) -> int:
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
    from icc_consult.commands.speaking import HonestNo, NotPossible, tell  # noqa: PLC0415 - help and mistakes need none of this
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
    except BrokenPipeError:
        raise
    except (BrokenRule, OSError) as error:
        pack = str(getattr(chosen, "pack", getattr(chosen, "data", Path()) / "pack.iccpack"))
        tell(f"icc-consult: {sentence(error, pack=pack)}")
        return exit_code(error)
    except (KeyboardInterrupt, EOFError):
        tell("icc-consult: stopped.")
        return NO


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    module, run = next(family.RUN[name] for family in FAMILIES if name in family.RUN).split(":")
    command: Callable[[argparse.Namespace], int] = getattr(import_module(f"{COMMANDS}.{module}"), run)
    return command


def exit_code(error: BrokenRule | OSError) -> int:
    """The exit code that an error ends a command with."""
    from icc_consult.cameras import NoCamera, NoCameraLibrary  # noqa: PLC0415
    from icc_consult.domain.errors import NotSaved  # noqa: PLC0415 - help and mistakes need none of this
    from icc_consult.services import errors  # noqa: PLC0415
    from icc_consult.services.bundle_errors import BundleRefused, Damage  # noqa: PLC0415
    from icc_consult.services.key_errors import KeyDestroyed, NotConfirmed, SecondHolderNeeded  # noqa: PLC0415
    from icc_consult.verifying.regular_files import NoRegularFile, TooLargeHere  # noqa: PLC0415

    match error:
        case errors.WrongPassphrase() | errors.StillOpen() | errors.Cancelled() | ConsultationClosed():
            return NO
        case SecondHolderNeeded() | KeyDestroyed() | NotConfirmed():
            return NO
        case NotSaved() | errors.RehearsalFailed() | errors.SqliteTooOld():
            return LACKING
        case NoCamera() | NoCameraLibrary() | BundleRefused(Damage.READ_BACK):
            return LACKING
        case FileNotFoundError() | FileExistsError() | NotADirectoryError() | IsADirectoryError():
            return UNUSABLE
        case OSError() if not isinstance(error, (NoRegularFile, TooLargeHere)):
            return LACKING
        case errors.DirectoryRefused(fault) if fault in errors.OF_THE_DISK:
            return LACKING
        case _:
            return UNUSABLE
