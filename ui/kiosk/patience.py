"""How long the kiosk waits for somebody who may have gone: longer where there is more to read."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from icc_consult.domain.wording import Wording
from icc_consult.values import value

from ui.kiosk.host import Host
from ui.kiosk.journey import Answering, Gone, Idling, Journey, Promising, Staffing, Thanked, Troubled, Welcome
from ui.later import Later

if TYPE_CHECKING:
    from icc_consult.domain import session
else:
    session = Later("icc_consult.domain.session")

_SECONDS_A_WORD = 3
_LETTERS_A_WORD = 6


@value
class Waits:
    """Seconds. A page waits `least`, longer for many words up to `most`; then `warning` to come back."""

    least: int = 60
    most: int = 180
    warning: int = 30
    goodbye: int = 20


def words_on(host: Host) -> int:
    """How many words the resident may still be reading; where none are set apart, letters are counted."""
    texts = [host.consultation.shown(one, host.journey.language).text for one in _wordings(host)]
    return sum(max(len(text.split()), len(text) // _LETTERS_A_WORD) for text in texts)


def _wordings(host: Host) -> tuple[Wording, ...]:
    stage = host.journey.stage
    if isinstance(stage, Promising):
        return host.consultation.consent.lines
    if not isinstance(stage, Answering):
        return ()
    match stage.session.page:
        case session.QuestionPage(question=question):
            return (question.text, *(choice.text for choice in getattr(question, "choices", ())))
        case session.StatementPage(statement=statement):
            return (statement.text,)
        case session.TopicsPage(paper=paper):
            return (paper.text, *(topic.text for topic in paper.topics))
        case session.CardPage(card=card):
            return (card.title, *card.lines)
    return ()


class Patience:
    """Counts the quiet seconds on a clock that nobody can set."""

    def __init__(self, clock: Callable[[], float], waits: Waits | None = None) -> None:
        self.waits = waits or Waits()
        self._clock = clock
        self._quiet_since = clock()

    def touched(self) -> None:
        """Somebody is here."""
        self._quiet_since = self._clock()

    def tick(self, host: Host) -> None:
        """Warn, count down, and at last let the host do what the policy promised."""
        quiet = self._clock() - self._quiet_since
        forgetting = self._forgetting(host.journey)
        if forgetting is not None:
            if quiet >= forgetting:
                host.finish()
            return
        wait = min(max(self.waits.least, _SECONDS_A_WORD * words_on(host)), self.waits.most)
        left = wait + self.waits.warning - quiet
        if left <= 0:
            host.time_out()
        elif quiet >= wait and not isinstance(host.journey.overlay, Staffing):
            host.cover(Idling(int(-(-left // 1))))

    def rests(self, host: Host) -> bool:
        """Whether nobody is here, and nobody was for a while."""
        is_quiet = self._clock() - self._quiet_since >= self.waits.goodbye
        return is_quiet and isinstance(host.journey.stage, Welcome) and host.journey.overlay is None

    def _forgetting(self, journey: Journey) -> int | None:
        """After how long everything here is forgotten without a warning, where nothing can be lost."""
        match journey:
            case Journey(overlay=Troubled()):
                return self.waits.most + self.waits.warning
            case Journey(stage=Thanked(shows_receipt=True)):
                return 3 * self.waits.goodbye
            case Journey(stage=Thanked() | Gone()) | Journey(stage=Welcome(), overlay=None):
                return self.waits.goodbye
        return None
