"""A real kiosk over a real data directory, and hands to touch it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from icc_consult.domain.response import Response
from icc_consult.packs import Media
from icc_consult.services import closing, unlocking
from icc_consult.services.admitting import Entrance
from icc_consult.services.ports import Store
from icc_consult.services.premises import Desk, StaffDoor
from icc_consult.services.responding import Kiosk

from ui.demo.clock import Clock
from ui.demo.hands import Hands
from ui.kiosk.scene import Promise
from ui.kiosk_window import KioskWindow

from tests.builders import PASSPHRASE, kiosk_at


@contextmanager
def hands_at(
    desk: Desk,
    *,
    clock: Clock | None = None,
    door: StaffDoor | None = None,
    when_ended: Callable[[], None] | None = None,
    entrance: Entrance | None = None,
    with_store: Callable[[Store], Store] = lambda store: store,
    media: Media = MappingProxyType({}),
) -> Iterator[Hands]:
    """The kiosk of an opened consultation, on the screen until the block ends."""
    kiosk = kiosk_at(desk)
    assert kiosk.store is not None
    held, clock = kiosk.store, clock or Clock()
    kiosk = Kiosk(
        kiosk.consultation,
        kiosk.policy,
        with_store(held),
        kiosk.sealer,
        today=kiosk.today,
        entrance=entrance or Entrance(),
    )
    promise = Promise(kiosk.policy, "City of Sketches", "desk@example.org")
    window = KioskWindow(
        kiosk.consultation,
        lambda: kiosk,
        lambda: promise,
        clock=clock,
        door=door,
        is_locked=True,
        when_ended=when_ended,
    )
    window.media = lambda: media
    window.show(windowed=True)
    try:
        yield Hands(window, clock)
    finally:
        window.close()
        held.release()


def begin(hands: Hands, language: str = "en") -> None:
    """From the welcome to the first question."""
    for name in ("start", f"language-{language}", "consent"):
        hands.tap(name)


def tap_all(hands: Hands, *names: str) -> None:
    """One tap after the other."""
    for name in names:
        hands.tap(name)


def stored(desk: Desk) -> tuple[Response, ...]:
    """Close the consultation, unlock it and read every answer."""
    closing.close(desk)
    found = unlocking.read_all(desk, unlocking.unlock(desk, passphrase=PASSPHRASE))
    assert found.unreadable == 0
    return found.responses


def only_one_stored(desk: Desk) -> Response:
    """The one response there is."""
    (response,) = stored(desk)
    return response


def bytes_in(data: Path) -> dict[str, bytes]:
    """All that lies in a data directory."""
    return {path.name: path.read_bytes() for path in sorted(data.iterdir()) if path.is_file()}
