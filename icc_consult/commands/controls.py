"""`control plan` and `control check`, and the file that `export --without` takes."""

import csv
from argparse import Namespace
from dataclasses import asdict
from functools import partial
from pathlib import Path

from icc_consult.bootstrap import desk_at
from icc_consult.commands.reading import unlocked
from icc_consult.commands.speaking import HonestNo, NotPossible, progress_of, show_json, tell
from icc_consult.formats.controls import NoControls, controls_text, read_controls, shown_cells
from icc_consult.services.observing import Control, Observed, check_planned, observe, plan_controls
from icc_consult.services.premises import Desk
from icc_consult.services.unlocking import read_all
from icc_consult.storage.files import write_whole
from icc_consult.trust.words import new_phrase
from icc_consult.verifying.regular_files import TooLargeHere, read_regular

_LARGEST = 1 << 22


def run_control(chosen: Namespace) -> int:
    """Plan control answers, or look for them at the end."""
    return _plan(chosen) if chosen.act == "plan" else _check(chosen)


def _plan(chosen: Namespace) -> int:
    if chosen.out.exists():
        raise NotPossible(f"{chosen.out}: there is such a file already; choose another name.")
    desk = desk_at(chosen.data)
    phrases = [new_phrase() for _ in range(chosen.count)]
    text = controls_text(desk.consultation(), phrases)
    write_whole(chosen.out, text.encode("utf-8-sig"))
    try:
        plan_controls(desk, phrases)
    except BaseException:
        chosen.out.unlink(missing_ok=True)
        raise
    if chosen.json:
        show_json({"out": str(chosen.out), "controls": len(phrases)})
    tell(f"{len(phrases)} phrases are in {chosen.out}. Observers write beside each what they will answer.")
    return 0


def _check(chosen: Namespace) -> int:
    desk, opener = unlocked(chosen)
    controls = controls_in(desk, chosen.file)
    responses = read_all(desk, opener, progress=progress_of("Opening responses")).responses
    seen = observe(responses, controls, partial(shown_cells, desk.consultation()))
    if chosen.json:
        show_json({"controls": [asdict(one) | {"unaltered": one.is_unaltered} for one in seen]})
    for one in seen:
        tell(_told(one))
    altered = sum(not one.is_unaltered for one in seen)
    if altered:
        raise HonestNo(f"{altered} of {len(seen)} control answers are not there as they were given.")
    return 0


def _told(one: Observed) -> str:
    if one.found != 1:
        return f"{one.phrase}: found {one.found} times."
    told = [f"{each.column} is {each.found or 'empty'}, not {each.wanted}" for each in one.differences]
    return f"{one.phrase}: {'; '.join(told) or 'as it was given'}."


def controls_in(desk: Desk, path: Path) -> tuple[Control, ...]:
    """The control answers in a file, which must be those that were planned; raises `NotPossible`."""
    try:
        written = read_regular(path, _LARGEST).decode("utf-8-sig").replace("\r\n", "\n")
        controls = read_controls(desk.consultation(), written)
    except TooLargeHere as error:
        raise NotPossible(f"{path}: this is too large for a table of control answers.") from error
    except (UnicodeDecodeError, NoControls, csv.Error) as error:
        raise NotPossible(f"{path}: this is no table of control answers ({error}).") from error
    check_planned(desk, controls)
    return controls
