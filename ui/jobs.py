"""Work beside the window: one job at a time, off the thread that draws; it returns as a value."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from typing import Any, Generic, TypeAlias, TypeVar

from icc_consult.domain.errors import BrokenRule
from icc_consult.services.errors import Cancelled

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")
_STEPS = 100


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The work was carried out."""

    value: T


@dataclass(frozen=True, slots=True)
class Refused:
    """A rule was broken, or the disk said no: something a person should be told."""

    error: BrokenRule | OSError


@dataclass(frozen=True, slots=True)
class _Crashed:
    error: BaseException


Outcome: TypeAlias = Done[T] | Refused


class Ticket:
    """What a job is given: it tells how far it is, and learns there that somebody stopped it."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stopped = Event()
        self._told = -1

    def stop(self) -> None:
        """Ask the job to end at its next progress."""
        self._stopped.set()

    def __call__(self, done: int, of: int) -> None:
        """So much of the work is done; raises `Cancelled` where it was stopped."""
        if self._stopped.is_set():
            raise Cancelled
        step = done * _STEPS // of if of else _STEPS
        if step != self._told:
            self._told = step
            self._tell(done, of)


Work: TypeAlias = Callable[[Ticket], T]
Then: TypeAlias = Callable[[Outcome[T]], None]


class Jobs(QObject):
    """A queue of one. Whatever comes back comes on the thread this object lives on."""

    progressed = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._tickets: list[Ticket] = []
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._tickets

    def start(self, work: Work[T], then: Then[T]) -> None:
        """Do it after what was asked before; `then` is called with what came of it."""
        ticket = Ticket(self.progressed.emit)
        self._tickets.append(ticket)
        self._pool.submit(self._run, work, then, ticket)

    def cancel(self) -> None:
        """Stop what is under way at its next progress; what was asked after it is stopped too."""
        for ticket in self._tickets:
            ticket.stop()

    def end(self) -> None:
        """Stop everything and wait for it; nothing is delivered any more."""
        self.cancel()
        self._ended.disconnect()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._tickets.clear()

    def _run(self, work: Work[T], then: Then[T], ticket: Ticket) -> None:
        self._ended.emit(then, _outcome(work, ticket))

    def _deliver(self, then: Callable[[Any], None], outcome: Done[Any] | Refused | _Crashed) -> None:
        self._tickets.pop(0)
        if isinstance(outcome, _Crashed):
            raise outcome.error
        then(outcome)


def _outcome(work: Work[T], ticket: Ticket) -> Done[T] | Refused | _Crashed:
    try:
        return Done(work(ticket))
    except (BrokenRule, OSError) as error:
        return Refused(error)
    except BaseException as error:  # noqa: BLE001 - a mistake of ours is raised where somebody sees it
        return _Crashed(error)
