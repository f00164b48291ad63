"""Keeping two copies elsewhere, and bringing back what is missing here."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from icc_consult.services.backing_up import Restored
from icc_consult.services.premises import Progress

from ui.desk.errands import Backing, Chore, Did, Feat, Kept
from ui.desk.folding import Folding
from ui.desk.state import Choosing, DeskState, Field, Opened, Slip, Slipped, Standing, Task

PLACES = (Field.FIRST, Field.SECOND)


class Backings:
    """Two places, what lies there, and the way back."""

    def __init__(self, desk: Folding) -> None:
        self._desk = desk

    def begin(self) -> None:
        """Look into the places that were named before."""
        desk, opened = self._desk, self._desk.state.opened
        if opened is not None and not any(desk.state.text(field) for field in PLACES):
            first, second = desk.office.errands.places(opened.data)
            desk.state = desk.state.with_text(Field.FIRST, first).with_text(Field.SECOND, second)
        self.look()

    def look(self) -> None:
        """What lies there now?"""
        desk, opened, typed = self._desk, self._desk.state.opened, self._typed()
        if opened is None:
            desk.become(replace(desk.state, errand=Backing(), remark=None))
            return
        data = opened.data

        def work(_: Progress) -> Backing:
            return Backing(desk.office.errands.sticks(), desk.office.errands.kept(data, typed))

        desk.do(Task.LOOKING, work, self._seen)

    def _seen(self, backing: Backing) -> None:
        self._desk.become(replace(self._desk.state, errand=backing, remark=None))

    def back_up(self) -> None:
        """Copy now, to every place that was named."""
        desk, opened, typed = self._desk, self._desk.state.opened, self._typed()
        if opened is None:
            return
        if not typed:
            desk.remark(Slipped(Slip.NO_FOLDER, Field.FIRST))
            return
        data = opened.data

        def work(progress: Progress) -> tuple[Kept, ...]:
            return desk.office.errands.back_up(data, typed, progress)

        desk.do(Chore.COPYING, work, self._copied)

    def _copied(self, kept: Sequence[Kept]) -> None:
        desk, good = self._desk, [one for one in kept if one.is_there and one.error is None]
        sticks = desk.state.errand.sticks if isinstance(desk.state.errand, Backing) else ()
        state = replace(desk.state, errand=Backing(sticks, tuple(kept)))
        said = Did(Feat.COPIED, number=len(good)) if len(good) == len(kept) else None
        desk.become(replace(state, remark=said))

    def _typed(self) -> tuple[str, ...]:
        texts = (self._desk.state.text(field).strip() for field in PLACES)
        return tuple(text for text in texts if text)

    def ask(self) -> None:
        """Bring back? It is asked first; the only copy that opens is proposed."""
        state = self._desk.state
        if isinstance(errand := state.errand, Backing):
            found = [one.source for one in errand.places if one.source is not None]
            if len(found) == 1:
                state = state.with_text(Field.BACKUP, str(found[0]))
            self._desk.become(replace(state, errand=replace(errand, asking=True), remark=None))

    def think_again(self) -> None:
        """Nothing is brought back."""
        if isinstance(errand := self._desk.state.errand, Backing):
            self._desk.become(replace(self._desk.state, errand=replace(errand, asking=False), remark=None))

    def restore(self) -> None:
        """Bring back what is missing here; what is here stays."""
        desk, opened = self._desk, self._desk.state.opened
        typed = desk.state.text(Field.BACKUP).strip()
        if not typed:
            desk.remark(Slipped(Slip.NO_FOLDER, Field.BACKUP))
            return
        data, source = opened.data if opened else None, Path(typed).expanduser()

        def work(progress: Progress) -> tuple[Opened, Restored]:
            where, restored = desk.office.errands.restore(data, source, progress)
            return desk.office.visit(where), restored

        desk.do(Chore.RESTORING, work, self._restored, field=Field.BACKUP)

    def _restored(self, done: tuple[Opened, Restored]) -> None:
        opened, restored = done
        errand = self._desk.state.errand
        asked_before = errand if isinstance(errand, Backing) else Backing()
        state = replace(with_opened(self._desk.state, opened), errand=replace(asked_before, asking=False))
        self._desk.become(replace(state, remark=Did(Feat.RESTORED, number=restored.responses)))


def with_opened(state: DeskState, opened: Opened) -> DeskState:
    """The consultation as it stands now; where none was chosen it is chosen with that."""
    if isinstance(state.today, Choosing | Standing):
        return replace(state, today=Standing(opened))
    return state
