"""The desk's one host: where the facilitator goes, what is typed, and how the desk looks."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ui.desk.day import Days
from ui.desk.errand_acts import Errands
from ui.desk.errands import Menu
from ui.desk.folding import Folding, Hands
from ui.desk.keeping import Keepings
from ui.desk.moderating import Moderations
from ui.desk.office import Comfort, Office
from ui.desk.opening import Openings
from ui.desk.places import Listing
from ui.desk.reading import Readings
from ui.desk.state import (
    FILES,
    SIZES,
    Browsing,
    Cover,
    DeskState,
    Field,
    Noting,
    Rail,
    Safe,
    Setting,
    Speaking,
    Task,
    TypingBack,
)
from ui.desk.touching import Touches, stays


class Host(Folding):
    """Everything a page of the desk may ask for; the acts of each place stand in a part of their own."""

    def __init__(self, office: Office, hands: Hands, comfort: Comfort) -> None:
        super().__init__(office, hands, comfort)
        self.days = Days(self)
        self.openings = Openings(self, self.days)
        self.readings = Readings(self)
        self.keepings = Keepings(self)
        self.moderations = Moderations(self)
        self.touches = Touches(self)
        self.errands = Errands(self)

    def become(self, state: DeskState) -> None:
        """Take this state and show it; the keyboard on the screen goes with the page of its field."""
        away = state.touching is not None and not stays(self.state, state)
        super().become(replace(state, touching=None) if away else state)

    def go(self, rail: Rail) -> None:
        """Another of the six places. Secrets stay behind, except the PIN of an opening that is half done."""
        is_opening = isinstance(self.state.today, Setting | Noting | TypingBack)
        state = self.state if is_opening else self.state.without_secrets()
        self.become(replace(state, rail=rail, safe=Safe.OVERVIEW, errand=Menu(), remark=None, cover=None))

    def write(self, field: Field, text: str) -> None:
        """Somebody typed on a real keyboard, so the one on the screen goes away."""
        self.become(replace(self.state.with_text(field, text), touching=None))

    # -- covers -------------------------------------------------------------------------------

    def cover(self, cover: Cover | None) -> None:
        """Lay something over the page, or take it away."""
        self.become(replace(self.state, cover=cover, remark=None))

    def open_languages(self) -> None:
        """Choose the desk's own language."""
        self.cover(Speaking())

    def browse(self, field: Field) -> None:
        """Look for a pack, or for a folder, on the disk."""
        typed = self.state.text(field).strip()
        self._list(field, Path(typed).expanduser() if typed else None)

    def enter(self, folder: Path) -> None:
        """Look into a folder."""
        if isinstance(cover := self.state.cover, Browsing):
            self._list(cover.field, folder)

    def _list(self, field: Field, folder: Path | None) -> None:
        def then(listing: Listing) -> None:
            state = self.state.with_text(Field.PATH, str(listing.folder))
            self.become(replace(state, cover=Browsing(field, listing), remark=None))

        self.do(Task.LOOKING, lambda _: self.office.list_folder(folder), then, field=Field.PATH)

    def take(self, path: Path) -> None:
        """Take a pack, or a folder."""
        if not isinstance(cover := self.state.cover, Browsing):
            return
        if cover.field is Field.PATH:
            self.state = self.state.with_text(Field.PATH, str(path))
            self.openings.choose(path)
        elif cover.field is Field.BUNDLES:
            self.become(replace(self.state, cover=None, remark=None))
            self.errands.taking.add(path)
        else:
            self.become(replace(self.state.with_text(cover.field, str(path)), cover=None, remark=None))

    def take_typed(self) -> None:
        """What was typed: a folder to look into, a pack or a file, or the folder that is wanted."""
        typed = self.state.text(Field.PATH).strip()
        if not isinstance(cover := self.state.cover, Browsing) or not typed:
            return
        path = Path(typed).expanduser()
        is_here = cover.field in FILES and path == cover.listing.folder
        if cover.field in FILES | {Field.PATH} and not is_here and self.office.is_plain_folder(path):
            self._list(cover.field, path)
        else:
            self.take(path)

    # -- comfort ------------------------------------------------------------------------------

    def _comfortable(self, change: Callable[[], None]) -> None:
        change()
        self.office.remember(Comfort(self.state.language, self.state.scheme, self.state.size))

    def speak(self, tag: str) -> None:
        """The desk speaks this language from now on."""
        self._comfortable(lambda: self.become(replace(self.state, language=tag, cover=None)))

    def next_scheme(self) -> None:
        """Light, dark, or strong contrast."""
        schemes = ("light", "dark", "strong")
        scheme = schemes[(schemes.index(self.state.scheme) + 1) % len(schemes)]
        self._comfortable(lambda: self.become(replace(self.state, scheme=scheme)))

    def next_size(self) -> None:
        """The next larger size of everything, and from the largest back to the first."""
        size = self.state.size % len(SIZES) + 1
        self._comfortable(lambda: self.become(replace(self.state, size=size)))
