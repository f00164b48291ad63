"""What every page of the kiosk is derived from, and what a page may ask the kiosk to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from icc_consult.domain.wording import LanguageTag, Wording
from icc_consult.i18n import Say
from icc_consult.languages import native_digits
from icc_consult.values import value

from ui.kiosk.journey import Journey, Overlay

if TYPE_CHECKING:
    from icc_consult.domain.ballot import Vote
    from icc_consult.domain.consultation import Consultation, Policy

Spoken = Mapping[str, str | bool | float]


@value
class Promise:
    """What the opening adds to the consent: who asks, where to ask back, what becomes of half an answer."""

    policy: Policy
    controller: str = ""
    contact: str = ""
    is_practice: bool = False


@value
class Scene:
    """The journey so far, the consultation, the promise, and a voice in the resident's language.

    `plays` says whether this machine can play a sound.
    """

    journey: Journey
    consultation: Consultation
    promise: Promise
    say: Say
    plays: bool = False

    @property
    def language(self) -> LanguageTag:
        """The language of everything on the screen."""
        return self.journey.language

    def spoken(self, wording: Wording) -> Spoken:
        """A wording as a page shows it: its text, the language that is in, and whether it is a fallback."""
        shown = self.consultation.shown(wording, self.language)
        text = native_digits(shown.text, shown.language)
        return {"text": text, "language": shown.language, "fallback": shown.is_fallback}

    def picture(self, wording: Wording) -> str:
        """Where the page finds a picture of the pack; empty where there is none."""
        name = self.consultation.shown(wording, self.language).text if wording else ""
        return f"image://pack/{name.removeprefix('media/')}" if name else ""

    def sound(self, wording: Wording, text: Wording) -> str:
        """The name of a sound in the language that the text beside it is shown in: one hears what one reads.

        Empty where there is none, or nothing can play it.
        """
        read = self.consultation.shown(text, self.language).language
        name = wording.texts.get(read, "") if self.plays else ""
        return "" if self.journey.unheard & {name, ""} else name

    def notice(self, *wordings: Wording) -> str:
        """The sentence that marks a page on which something is not in the resident's language yet."""
        missing = any(self.consultation.shown(one, self.language).is_fallback for one in wordings if one)
        return self.say("This text is not in your language yet.") if missing else ""


class Acts(Protocol):
    """What a page asks of the kiosk. Each act answers to one press."""

    def pick_language(self, tag: str) -> None:
        """Read everything in this language from now on."""

    def touch_language(self, tag: str) -> None:
        """A finger lies on this language and will probably pick it."""

    def open_wishes(self) -> None:
        """Somebody's language is not here."""

    def wish(self, tag: str) -> None:
        """Record the wish for a language."""

    def choose(self, code: str) -> None:
        """Choose, or take away, one choice of this question."""

    def vote(self, vote: Vote) -> None:
        """Vote on this statement and go on."""

    def mark(self, topic: str) -> None:
        """Mark, or unmark, one topic."""

    def fold(self, press: Callable[[Journey], Journey]) -> None:
        """One press on a ballot paper, as what it does to the journey."""

    def learn(self, topic: str) -> None:
        """More about this topic, or about this question where it is empty."""

    def listen(self, sound: str) -> None:
        """Play a sound of the pack, from its beginning."""

    def pick_way(self, code: str) -> None:
        """Another round or none, or the way through that fits the time."""

    def take_keyboard(self) -> None:
        """Begin writing."""

    def put_keyboard_away(self) -> None:
        """Stop writing."""

    def press_at(self, row: int, column: int) -> None:
        """One tap on the keyboard, at this place of the shown layer."""

    def pick_at(self, index: int) -> None:
        """One tap on the strip of candidates."""

    def go_on(self) -> None:
        """The next page."""

    def change(self, item: str, step: int = -1) -> None:
        """Back to one page, or to one of its steps, from the check of the answers."""

    def cover(self, overlay: Overlay | None) -> None:
        """Lay something over the page, or take it away."""

    def send_and_leave(self) -> None:
        """Send what was answered."""

    def delete_and_leave(self) -> None:
        """Delete every answer."""

    def try_again(self) -> None:
        """Once more what could not be saved."""

    def pick_again(self) -> None:
        """Back to the wall of languages."""

    def show_receipt(self) -> None:
        """The receipt, for those who want it."""

    def finish(self) -> None:
        """Back to the welcome."""

    def type_pin(self, key: str) -> None:
        """One key of the staff PIN."""

    def type_voucher(self, key: str) -> None:
        """One sign of a voucher."""

    def let_in(self) -> None:
        """The staff lets the person who waits begin."""

    def end_day(self) -> None:
        """Leave the kiosk."""
