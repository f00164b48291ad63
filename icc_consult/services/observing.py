"""Control answers: observers give what they wrote down beforehand, and find it unaltered at the end.

Each has a phrase that nobody else writes. How many there will be, and the hash of their phrases, is noted
before the first is given, so that nothing else can be taken out as a control answer later.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from icc_consult.domain.errors import ConsultationClosed
from icc_consult.domain.response import Answered, Response, Written
from icc_consult.services.auditing import Act, note
from icc_consult.services.checkpointing import state_of
from icc_consult.services.key_errors import ControlsUnknown, NoOpenText
from icc_consult.services.premises import Desk
from icc_consult.services.unlocking import Unlocked
from icc_consult.verifying.canonical import parse
from icc_consult.verifying.state import logs

Cells = Mapping[str, str]
Shown = Callable[[Response], Cells]


@dataclass(frozen=True, slots=True)
class Control:
    """One control answer as it was written down: its phrase, and some columns of `answers.csv`."""

    phrase: str
    cells: Cells


@dataclass(frozen=True, slots=True)
class Difference:
    """A column in which something else was found than was written down."""

    column: str
    wanted: str
    found: str


@dataclass(frozen=True, slots=True)
class Observed:
    """What became of one control answer: in how many responses its phrase is, and what differs."""

    phrase: str
    found: int
    differences: tuple[Difference, ...] = ()

    @property
    def is_unaltered(self) -> bool:
        """Whether it is there once, as it was given."""
        return self.found == 1 and not self.differences


def plan_controls(desk: Desk, phrases: Sequence[str]) -> None:
    """Note how many control answers there will be; raises `ConsultationClosed`, `NoOpenText` or `OSError`."""
    opening = desk.directory.opening()
    if opening.is_closed:
        raise ConsultationClosed(opening.consultation)
    if not any(desk.consultation().open_texts()):
        raise NoOpenText
    note(desk, Act.CONTROLS_PLANNED, controls=len(phrases), phrases=_digest(phrases))


def check_planned(desk: Desk, controls: Iterable[Control]) -> None:
    """Raise `ControlsUnknown` unless just these were planned, here or where a bundle came from."""
    wanted = _digest(control.phrase for control in controls)
    for lines in logs(state_of(desk)).values():
        for line in lines:
            with suppress(ValueError, KeyError, TypeError):
                entry = parse(line)
                if entry["act"] == Act.CONTROLS_PLANNED and entry["detail"]["phrases"] == wanted:
                    return
    raise ControlsUnknown


def observe(responses: Sequence[Response], controls: Iterable[Control], shown: Shown) -> tuple[Observed, ...]:
    """Look for each control answer, and compare what was written down of it."""
    return tuple(
        _observed([one for one in responses if _has(one, control)], control, shown) for control in controls
    )


def without_controls(unlocked: Unlocked, controls: Sequence[Control]) -> Unlocked:
    """The answers of residents alone."""
    kept = (one for one in unlocked.responses if not any(_has(one, control) for control in controls))
    return replace(unlocked, responses=tuple(kept))


def _observed(found: Sequence[Response], control: Control, shown: Shown) -> Observed:
    if len(found) != 1:
        return Observed(control.phrase, len(found))
    cells = shown(found[0])
    differences = tuple(
        Difference(column, wanted, cells.get(column, ""))
        for column, wanted in control.cells.items()
        if cells.get(column, "") != wanted
    )
    return Observed(control.phrase, 1, differences)


def _has(response: Response, control: Control) -> bool:
    return any(_plain(control.phrase) in _plain(text) for text in _texts(response))


def _texts(response: Response) -> Iterable[str]:
    for answer in response.answers.values():
        if isinstance(answer, Answered) and isinstance(answer.value, Written):
            yield answer.value.text


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _digest(phrases: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(map(_plain, phrases))).encode()).hexdigest()
