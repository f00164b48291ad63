"""From choosing a consultation to opening it."""

from dataclasses import replace
from pathlib import Path

from icc_consult.domain.admission import AdmissionRule
from icc_consult.domain.consultation import Policy
from icc_consult.packs import Pack
from icc_consult.services.premises import Terms
from icc_consult.sources import source_of_pack

from ui.desk import checks
from ui.desk.day import Days
from ui.desk.examined import Examined
from ui.desk.folding import Folding
from ui.desk.state import Field, Good, Noting, Setting, Task, TypingBack, Went


def _setting(pack: Pack) -> Setting:
    return Setting(pack, pack.consultation.policy)


class Openings:
    """What the facilitator does before a consultation is open."""

    def __init__(self, desk: Folding, days: Days) -> None:
        self._desk = desk
        self._days = days

    def choose_ready(self) -> None:
        """Take the consultation that comes with the program."""
        self.choose(self._desk.office.ready_pack())

    def choose(self, path: Path) -> None:
        """Take a pack, or a form."""
        desk = self._desk
        desk.do(Task.LOOKING, lambda _: desk.office.examine(path), self._examined, field=Field.PATH)

    def _examined(self, examined: Examined) -> None:
        desk = self._desk
        desk.state = replace(desk.state, cover=None)
        desk.turn(_setting(examined.pack) if examined.is_plain and examined.pack else examined)

    def read_remarks(self) -> None:
        """All there is to say about the texts of what was chosen."""
        if isinstance(today := self._desk.state.today, Setting):
            pack, path = today.pack, today.pack.path or Path(today.pack.consultation.id)
            self._desk.turn(Examined(path, source_of_pack(pack), before=today))

    def open_anyway(self) -> None:
        """The list was read: go on with what the file comes to, where it comes to anything."""
        if isinstance(today := self._desk.state.today, Examined) and today.pack is not None:
            self._desk.turn(today.before or _setting(today.pack))

    def look_again(self) -> None:
        """The file was put right, perhaps."""
        if isinstance(today := self._desk.state.today, Examined):
            self.choose(today.path)

    def save_findings(self) -> None:
        """Write the list down for whoever puts the file right."""
        desk, today = self._desk, self._desk.state.today
        if isinstance(today, Examined):
            tag = desk.state.language
            desk.do(Task.EXPORTING, lambda _: desk.office.save_findings(today, tag), self._saved)

    def _saved(self, written: tuple[Path, int]) -> None:
        path, count = written
        self._desk.remark(Went(Good.LISTED, str(path), count))

    def set_policy(self, name: str) -> None:
        """What becomes of half-finished answers."""
        if isinstance(today := self._desk.state.today, Setting):
            self._desk.become(replace(self._desk.state, today=replace(today, policy=Policy(name))))

    def set_admission(self, name: str) -> None:
        """How it is kept that one person answers once."""
        if isinstance(today := self._desk.state.today, Setting):
            changed = replace(today, admission=AdmissionRule(name))
            self._desk.become(replace(self._desk.state, today=changed))

    def agree(self) -> None:
        """The terms are filled in: draw the six words."""
        if isinstance(today := self._desk.state.today, Setting):
            slipped = checks.terms(self._desk.state)
            unready = None if slipped or today.is_warned else checks.languages(today.pack)
            if unready is not None:
                warned = replace(today, is_warned=True)
                self._desk.become(replace(self._desk.state, today=warned, remark=unready))
            elif slipped is None:
                self._note(today)
            else:
                self._desk.remark(slipped)

    def _note(self, setting: Setting) -> None:
        noting = Noting(setting, self._desk.office.new_words())
        self._desk.become(replace(self._desk.state.with_text(Field.WORDS, ""), today=noting, remark=None))

    def noted(self) -> None:
        """The words are on paper."""
        if isinstance(today := self._desk.state.today, Noting):
            typing = TypingBack(today.setting, today.words)
            self._desk.become(replace(self._desk.state, today=typing, remark=None))

    def draw_again(self) -> None:
        """Six other words: those before were shown once and do not come back."""
        if isinstance(today := self._desk.state.today, TypingBack):
            self._note(today.setting)

    def back(self) -> None:
        """One step back."""
        match self._desk.state.today:
            case Examined(before=Setting() as setting):
                self._desk.turn(setting)
            case Examined() | Setting():
                self._days.choose_other()
            case Noting(setting) | TypingBack(setting):
                state = self._desk.state.with_text(Field.WORDS, "")
                self._desk.become(replace(state, today=setting, remark=None))

    def open(self) -> None:
        """The six words were typed back: open it, and let the screen become the kiosk."""
        desk, today = self._desk, self._desk.state.today
        if not isinstance(today, TypingBack):
            return
        if slipped := checks.words(desk.state, today.words):
            desk.remark(slipped)
            return
        text, setting, pin = desk.state.text, today.setting, desk.state.text(Field.PIN)
        asks, contact = text(Field.CONTROLLER).strip(), text(Field.CONTACT).strip()
        terms = Terms(setting.policy, asks, contact, setting.admission)
        desk.do(
            Task.OPENING,
            lambda _: desk.office.ready_kiosk(desk.office.open(setting.pack, terms, today.words, pin)),
            self._days.begin,
        )
