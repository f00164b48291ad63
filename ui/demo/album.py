"""Pictures of the kiosk: every page once in every language that was spoken at it."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtGui import QImage

from ui.demo.hands import Hands

_WORKERS = 2


class Album:
    """Takes a picture whenever the hands see a page for the first time: `<language>/<page>.png`."""

    def __init__(self, root: Path, hands: Hands) -> None:
        """Pictures that are there already are not taken again."""
        self._root, self._hands = root, hands
        self._taken: set[tuple[str, str]] = set()
        self._saved: list[Future[None]] = []
        self._pool = ThreadPoolExecutor(_WORKERS)
        hands.when_shown = self.look

    def look(self) -> None:
        """Take a picture of what is seen, if it is new."""
        page = f"{self._hands.page}-writing" if self._hands.is_writing else self._hands.page
        new = (self._hands.language, page)
        if new in self._taken:
            return
        self._taken.add(new)
        path = self._root.joinpath(*new).with_suffix(".png")
        if not path.exists():
            self._saved.append(self._pool.submit(_save, self._hands.picture(), path))

    def finish(self) -> None:
        """Wait until every picture is on the disk; raises `OSError` where one could not be written."""
        for saved in self._saved:
            saved.result()
        self._saved.clear()


def _save(picture: QImage, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}")
    if not picture.save(str(part)):
        raise OSError(f"{path}: the picture could not be written")
    part.replace(path)
