"""Taking in what other kiosks collected."""

from dataclasses import replace
from pathlib import Path

from icc_consult.services.premises import Progress

from ui.desk.errands import Chore, Looked, Taken, Taking
from ui.desk.folding import Folding
from ui.desk.state import Field, Slip, Slipped, Task


class Takings:
    """From the choice of bundles to the books of everything together."""

    def __init__(self, desk: Folding) -> None:
        self._desk = desk

    def begin(self) -> None:
        """Whatever lies on the sticks that are in is proposed."""
        desk = self._desk
        desk.do(Task.LOOKING, lambda _: desk.office.errands.bundles(), self._found)

    def _found(self, bundles: tuple[Path, ...]) -> None:
        self._show(Taking(bundles))

    def _show(self, taking: Taking) -> None:
        self._desk.become(replace(self._desk.state, errand=taking, remark=None))

    def add(self, path: Path) -> None:
        """One more, from wherever."""
        if isinstance(errand := self._desk.state.errand, Taking) and path not in errand.bundles:
            self._show(replace(errand, bundles=(*errand.bundles, path)))

    def leave_out(self, path: Path) -> None:
        """Not that one."""
        if isinstance(errand := self._desk.state.errand, Taking):
            self._show(replace(errand, bundles=tuple(one for one in errand.bundles if one != path)))

    def look(self) -> None:
        """Open them with the six words; nothing is taken in yet."""
        desk, opened, errand = self._desk, self._desk.state.opened, self._desk.state.errand
        if opened is None or not isinstance(errand, Taking):
            return
        if not errand.bundles:
            desk.remark(Slipped(Slip.NO_FILE, Field.BUNDLES))
            return
        words, bundles = desk.state.text(Field.PASSPHRASE), errand.bundles

        def work(progress: Progress) -> tuple[Looked, ...]:
            return desk.office.errands.look_into(opened, bundles, words, progress)

        desk.do(Chore.READING, work, self._looked, field=Field.PASSPHRASE)

    def _looked(self, looked: tuple[Looked, ...]) -> None:
        desk = self._desk
        if isinstance(errand := desk.state.errand, Taking):
            state = replace(desk.state.without_secrets(), remark=None)
            desk.become(replace(state, errand=replace(errand, looked=looked)))

    def believe(self, signer: str) -> None:
        """Somebody compared this key with what the kiosk shows, or takes that back."""
        if isinstance(errand := self._desk.state.errand, Taking):
            self._show(replace(errand, believed=errand.believed ^ {signer}))

    def salvage(self, bundle: Path) -> None:
        """Of this damaged one what is whole shall be taken, or that is taken back."""
        if isinstance(errand := self._desk.state.errand, Taking):
            self._show(replace(errand, salvaged=errand.salvaged ^ {bundle}))

    def take_in(self) -> None:
        """What can be used and is believed."""
        desk, opened, errand = self._desk, self._desk.state.opened, self._desk.state.errand
        if opened is None or not isinstance(errand, Taking):
            return
        wanted = usable(errand)
        if wanted:
            desk.do(
                Chore.MERGING,
                lambda progress: desk.office.errands.take_in(opened, wanted, errand.believed, progress),
                self._taken,
            )

    def _taken(self, taken: Taken) -> None:
        if isinstance(errand := self._desk.state.errand, Taking):
            self._show(replace(errand, done=taken))

    def go_there(self) -> Path | None:
        """The directory in which everything came together."""
        errand = self._desk.state.errand
        return errand.done.where if isinstance(errand, Taking) and errand.done else None


def usable(taking: Taking) -> tuple[Looked, ...]:
    """Bundles of this consultation that come from a key that is known or was compared.

    One that is damaged is among them where somebody wants what is whole of it.
    """
    return tuple(
        one
        for one in taking.looked
        if one.delivery is not None
        and (one.is_known or one.signer in taking.believed)
        and (not one.is_salvaged or one.where in taking.salvaged)
    )
