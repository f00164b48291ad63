"""A resident taps *Listen*: the frames of the file in the language of the page reach a device."""

import random
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import miniaudio
import pytest
from pytestqt.qtbot import QtBot

from icc_consult.bootstrap import practice_kiosk
from icc_consult.domain.consultation import Policy
from icc_consult.packs import MediaFile, Pack, pack_of

from ui import loudspeaker
from ui.demo.clock import Clock
from ui.demo.hands import Hands
from ui.demo.visit import Visit
from ui.kiosk.scene import Promise
from ui.kiosk_window import KioskWindow
from ui.loudspeaker import Loudspeaker
from ui.sounds import Player

from tests.builders import sample
from tests.ui.ear import SOUNDS, Ear, samples

VOICES = {"en": "word.mp3", "fa": "word.wav", "fa-AF": "word.ogg"}
TOPIC = "word.flac"


def file(content: bytes) -> MediaFile:
    return MediaFile(len(content), sha256(content).hexdigest(), content[:512], lambda: content)


def spoken_pack(broken: tuple[str, ...] = ()) -> Pack:
    """The sample with a voice for its first question and for its first topic."""
    document: dict[str, Any] = dict(sample().document)
    document["parts"] = [dict(part) for part in document["parts"]]
    survey, topics = document["parts"][0], document["parts"][2]
    asked, *others = survey["questions"]
    voices = {tag: f"media/{name}" for tag, name in VOICES.items()}
    survey["questions"] = [{**asked, "sound": voices}, *others]
    first, *rest = topics["topics"]
    topics["topics"] = [{**first, "sound": {"fa-AF": f"media/{TOPIC}"}}, *rest]
    contents = {name: (SOUNDS / name).read_bytes() for name in (*VOICES.values(), TOPIC)}
    contents.update(dict.fromkeys(broken, b"OggS\1vorbis" + bytes(400)))
    return pack_of(document, {f"media/{name}": file(content) for name, content in contents.items()})


class Booth:
    """The real window on the pack, a device that nobody hears, and the hands before it."""

    def __init__(self, pack: Pack) -> None:
        self.clock = Clock()
        kiosk, promise = practice_kiosk(pack), Promise(Policy.KEEP, "City", "Desk")
        self.pack = pack
        self.window = KioskWindow(pack.consultation, lambda: kiosk, lambda: promise, clock=self.clock)
        self.player = Player(pack.media, lambda: Loudspeaker([miniaudio.Backend.NULL]))
        self.window.use(self.player)
        self.window.show(windowed=True, width=1280, height=800)
        self.hands = Hands(self.window, self.clock)

    def visit(self, language: str) -> Visit:
        """A resident who stands before the first question."""
        visit = Visit(self.hands, self.pack.consultation, language, random.Random(1))  # noqa: S311
        visit.arrive()
        visit.pick_language()
        visit.consent()
        self.hands.expect("q01")
        return visit


@pytest.fixture
def ear(monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[type[Ear]]:
    Ear.forget()
    monkeypatch.setattr(loudspeaker, "PlaybackDevice", Ear)
    return Ear


@pytest.fixture
def booth(ear: type[Ear], request: pytest.FixtureRequest) -> Iterator[Booth]:
    shown = Booth(spoken_pack(*getattr(request, "param", ())))
    yield shown
    shown.window.close()


def hears(name: str) -> bool:
    return samples((SOUNDS / name).read_bytes()) in Ear.heard


@pytest.mark.parametrize("language", ["fa", "fa-AF"])
def test_the_voice_of_a_question_is_heard_in_the_language_of_its_page(
    booth: Booth, qtbot: QtBot, language: str
) -> None:
    booth.visit(language)
    booth.hands.tap("listen")
    qtbot.waitUntil(lambda: hears(VOICES[language]), timeout=10_000)
    assert [name for name in VOICES.values() if hears(name)] == [VOICES[language]]
    session = booth.window.host.journey.session
    assert session
    assert session.sitting.heard == 1


def test_where_a_page_has_words_and_no_voice_in_its_language_there_is_nothing_to_listen_to(
    booth: Booth,
) -> None:
    booth.visit("fr")
    assert not booth.hands.sees("listen")


def test_behind_learn_more_the_voice_of_a_topic_is_heard_and_ends_with_the_card(
    booth: Booth, qtbot: QtBot
) -> None:
    visit = booth.visit("fa-AF")
    while booth.hands.page != "topics":
        visit.pass_page()
    booth.hands.tap("more-t1")
    Ear.heard.clear()
    booth.hands.tap("listen")
    qtbot.waitUntil(lambda: hears(TOPIC), timeout=10_000)
    booth.window.host.cover(None)
    booth.player._thread.submit(lambda: None).result(10)
    assert booth.player._speaker
    assert booth.player._speaker._device.running is False


@pytest.mark.parametrize("booth", [((VOICES["fa-AF"],),)], indirect=True)
def test_a_broken_voice_is_not_offered_again_until_the_next_resident(booth: Booth, qtbot: QtBot) -> None:
    booth.visit("fa-AF")
    booth.hands.tap("listen")
    qtbot.waitUntil(lambda: not booth.hands.sees("listen"), timeout=10_000)
    assert Ear.opened == 0
    booth.window.host.finish()
    booth.hands.rest()
    booth.visit("fa-AF")
    assert booth.hands.sees("listen")
