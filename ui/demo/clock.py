"""Time that goes by only when somebody lets it."""


class Clock:
    """Seconds, monotonic, in place of the computer's."""

    def __init__(self) -> None:
        self._now = 0.0

    def __call__(self) -> float:
        """The seconds so far."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Let this many seconds go by."""
        self._now += seconds
