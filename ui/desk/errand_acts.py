"""What the facilitator does with sticks and paper: each in a part of its own, and the way there and back."""

from dataclasses import replace

from ui.desk.backing import Backings
from ui.desk.carrying import Carryings
from ui.desk.checking import Checkings
from ui.desk.errands import Menu
from ui.desk.folding import Folding
from ui.desk.papering import Paperings
from ui.desk.taking import Takings
from ui.desk.vouching import Vouchings


class Errands:
    """The parts, by the names that the page of choices has for them."""

    def __init__(self, desk: Folding) -> None:
        self._desk = desk
        self.carrying = Carryings(desk)
        self.taking = Takings(desk)
        self.backing = Backings(desk)
        self.vouching = Vouchings(desk)
        self.papering = Paperings(desk)
        self.checking = Checkings(desk)

    def open(self, name: str) -> None:
        """One of them."""
        begin = {
            "carry": self.carrying.begin,
            "merge": self.taking.begin,
            "backups": self.backing.begin,
            "vouchers": self.vouching.begin,
            "sheet": self.papering.begin,
            "check": self.checking.begin,
        }
        begin[name]()

    def back(self) -> None:
        """To the choice of them; what was secret is forgotten."""
        self._desk.become(replace(self._desk.state.without_secrets(), errand=Menu(), remark=None))
