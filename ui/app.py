"""The program's entrance: windows are opened here; every other command goes to `icc_consult.cli`."""

import sys
from collections.abc import Sequence

WINDOWS = ("kiosk", "desk", "demo")


def main(argv: Sequence[str] | None = None) -> int:
    """Run `icc-consult` with these arguments; the exit code. Without any it shows the two doors."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    command = arguments[0] if arguments else ""
    if command == "kiosk":
        from ui.kiosk_command import run  # noqa: PLC0415 - the kiosk loads nothing of the others

        return run(arguments[1:])
    from icc_consult.cli import main as without_windows  # noqa: PLC0415

    return without_windows(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
