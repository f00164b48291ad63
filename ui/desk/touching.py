"""The keyboard on the desk's screen, for a computer that has no other."""

from dataclasses import dataclass, replace

from icc_consult.keyboards import Key, Typed, digits, finished, press, start

from ui.components.keys import LaidOut, keys_of_rows, keys_of_strip
from ui.desk.folding import Folding
from ui.desk.state import DeskState, Field, Touching

_DIGITS = frozenset({Field.PIN, Field.PIN_AGAIN, Field.STAFF_PIN, Field.COUNT})
_PLAIN = frozenset(
    {
        Field.PATH, Field.WORDS, Field.PASSPHRASE, Field.KEY, Field.OUT, Field.STICK, Field.PLACE,
        Field.FIRST, Field.SECOND, Field.BACKUP, Field.SUBJECT, Field.SINCE, Field.BUNDLES, Field.CODE,
    }
)  # paths, codes and English words # fmt: skip
_MOST_DIGITS, _MOST_LETTERS = 12, 400


@dataclass(frozen=True, slots=True)
class BoardProps:
    """The keys on the screen and the candidates above them; no keys while the keyboard is away."""

    keys: tuple[LaidOut, ...] = ()
    strip: tuple[LaidOut, ...] = ()


AWAY = BoardProps()


def derive_board_props(state: DeskState) -> BoardProps:
    """The layer of the keyboard that is out."""
    if state.touching is None:
        return AWAY
    typed = state.touching.typed
    return BoardProps(keys_of_rows(typed.keyboard.rows(typed.layer)), keys_of_strip(typed.strip))


class Touches:
    """What is tapped on it."""

    def __init__(self, desk: Folding) -> None:
        self._desk = desk

    def take(self, field: Field) -> None:
        """Bring the keyboard for this field, or put it away where it is out for it."""
        state = self._desk.state
        if state.touching is not None and state.touching.field is field:
            self.put_away()
            return
        typed = begun(field, state.text(field), state.language)
        self._desk.become(replace(state, touching=Touching(field, typed)))

    def put_away(self) -> None:
        """What is still being spelt becomes its first candidate."""
        state = self._desk.state
        if state.touching is not None:
            field, typed = state.touching.field, state.touching.typed
            kept = state.with_text(field, finished(typed)) if typed.pending else state
            self._desk.become(replace(kept, touching=None))

    def press_at(self, row: int, column: int) -> None:
        """One tap on the keys."""
        if (touching := self._desk.state.touching) is not None:
            typed = touching.typed
            self._press(touching, typed.keyboard.rows(typed.layer)[row][column])

    def pick_at(self, index: int) -> None:
        """One tap on the strip."""
        if (touching := self._desk.state.touching) is not None:
            self._press(touching, touching.typed.strip[index])

    def _press(self, touching: Touching, key: Key) -> None:
        typed = press(touching.typed, key)
        state = self._desk.state.with_text(touching.field, typed.text + typed.pending)
        self._desk.become(replace(state, touching=replace(touching, typed=typed)))


def begun(field: Field, text: str, language: str) -> Typed:
    """Typing as a field wants it: digits for a PIN, small Latin letters for paths and the six words."""
    if field in _DIGITS:
        return start(digits(), text, at_most=_MOST_DIGITS)
    if field in _PLAIN:
        return replace(start("en", text, at_most=_MOST_LETTERS), layer="letters")
    return start(language, text, at_most=_MOST_LETTERS)


def stays(before: DeskState, after: DeskState) -> bool:
    """Whether the page with the field is still the one that is shown."""
    return all(
        getattr(before, name) == getattr(after, name)
        for name in ("rail", "today", "results", "safe", "errand", "cover", "busy", "language")
    )
