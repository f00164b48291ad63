"""`icc-consult demo --out DIR [--residents N]`: a whole day at the kiosk, walked by made-up residents."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from icc_consult import bootstrap
from icc_consult.assets import resources
from icc_consult.cli import DONE, LACKING, NO, UNUSABLE
from icc_consult.cli import main as act
from icc_consult.commands.grammar.words import whole
from icc_consult.commands.speaking import show, tell
from icc_consult.packs import read_pack

from ui.demo.director import ActFailed, SittingFailed, hold_day
from ui.demo.place import ForeignFiles, Place
from ui.demo.residents import LEAST, cast
from ui.demo.summary import as_text, write_summary

SAMPLE = Path("consultations") / "our-city-our-voice"
_RESIDENTS = 24


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    command = argparse.ArgumentParser(
        prog="icc-consult demo",
        description="Let made-up residents walk through a whole day at the kiosk, and show what comes of it.",
    )
    command.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="new, empty, or of an earlier demo"
    )
    command.add_argument("--residents", type=whole, default=_RESIDENTS, metavar="N", help=f"{LEAST} or more")
    return command


def run(argv: Sequence[str]) -> int:
    """Hold the day; the exit code: 1 where something that was acknowledged is lost."""
    options = parser().parse_args(argv)
    if options.residents < LEAST:
        tell(f"A day needs {LEAST} residents, one of each kind; so {LEAST} will come.")
    place = Place(options.out.resolve())
    try:
        place.prepare()
        return _hold(place, max(options.residents, LEAST))
    except ForeignFiles as foreign:
        where, name = foreign.where, foreign.name
        tell(f"icc-consult: {where} holds {name}, which no demo put there; give a new directory.")
        return UNUSABLE
    except ActFailed as failed:
        return failed.code
    except SittingFailed as failed:
        tell(f"icc-consult: the kiosk stopped in the middle of the day (code {failed.code}).")
        return LACKING
    except KeyboardInterrupt:
        tell("icc-consult: stopped.")
        return NO
    except OSError as error:
        tell(f"icc-consult: {error}")
        return LACKING


def _hold(place: Place, count: int) -> int:
    pack = resources() / SAMPLE
    residents = cast(read_pack(pack).consultation.languages, count)
    day = hold_day(place, pack, residents, act=act, desk=bootstrap.desk_at(place.data))
    write_summary(day)
    show(as_text(day))
    return DONE if day.balances else NO
