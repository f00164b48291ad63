"""The state of the desk and the two ways it changes: at once, or when work has ended. No Qt here."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from icc_consult.services.errors import Cancelled
from icc_consult.services.premises import Progress

from ui.desk.errands import Chore
from ui.desk.office import Comfort, Office
from ui.desk.state import Busy, DeskState, Failed, Field, Rail, Remark, Task, Today
from ui.jobs import Done, Outcome, Refused

T = TypeVar("T")


class Hands(Protocol):
    """Does the work: `ui.jobs.Jobs` off the screen's thread, in a test perhaps at once."""

    def start(self, work: Callable[[Progress], Any], then: Callable[[Outcome[Any]], None]) -> None:
        """Do it, then tell what came of it."""

    def cancel(self) -> None:
        """Stop what is under way."""


class Folding:
    """Holds the state and tells whoever shows it when it changed."""

    def __init__(self, office: Office, hands: Hands, comfort: Comfort) -> None:
        self.office = office
        self.state = DeskState(comfort.language, comfort.scheme, comfort.size)
        self.when_changed: Callable[[], None] = lambda: None
        self._hands = hands

    def become(self, state: DeskState) -> None:
        """Take this state and show it."""
        if state != self.state:
            self.state = state
            self.when_changed()

    def turn(self, today: Today) -> None:
        """Another page of Today; what was secret on the one before is forgotten."""
        self.become(replace(self.state.without_secrets(), rail=Rail.TODAY, today=today, remark=None))

    def remark(self, remark: Remark | None) -> None:
        """Say this about what was just tried."""
        self.become(replace(self.state, remark=remark))

    def do(
        self,
        task: Task | Chore,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        field: Field | None = None,
    ) -> None:
        """Have it done, unless something is under way, then go on; a refusal becomes a remark."""

        def ended(outcome: Outcome[T]) -> None:
            self.state = replace(self.state, busy=None)
            match outcome:
                case Done(value):
                    then(value)
                case Refused(Cancelled()):
                    pass
                case Refused(error):
                    self.state = replace(self.state, remark=Failed(error, field))
            self.when_changed()

        if self.state.busy is None:
            self.become(replace(self.state, busy=Busy(task), remark=None))
            self._hands.start(work, ended)

    def progressed(self, done: int, of: int) -> None:
        """The work under way is so far."""
        if self.state.busy is not None:
            self.become(replace(self.state, busy=replace(self.state.busy, done=done, of=of)))

    def cancel(self) -> None:
        """Stop the work under way."""
        self._hands.cancel()
