"""A store for one day: when it lets go of its directory, the day has ended."""

from collections.abc import Callable
from datetime import date

from icc_consult.storage.places import Places
from icc_consult.storage.store import KioskStore


class DayStore(KioskStore):
    """A kiosk's store that tells once that its day is over, after the last answer lies on the disk."""

    def __init__(self, places: Places, *, today: Callable[[], date], ended: Callable[[], None]) -> None:
        """Raises as `KioskStore` does."""
        super().__init__(places, today=today)
        self._ended = ended

    def release(self) -> None:
        """Let go of the data directory, and tell."""
        super().release()
        ended, self._ended = self._ended, lambda: None
        ended()
