"""A camera lets people in by a card held before it, and looks only while one is asked for."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from icc_consult import cameras
from icc_consult.domain.admission import AdmissionRule
from icc_consult.services.inspecting import inspect
from icc_consult.services.ports import DayTotal
from icc_consult.services.premises import Desk

from ui.camera import Camera
from ui.demo.clock import Clock
from ui.devices import Devices

from tests.builders import DAY
from tests.entrances import opened_by, vouchers_of
from tests.films import WALL, code_of, picture_of, write_film
from tests.journeys.kiosks import begin, hands_at, tap_all
from tests.journeys.test_admission import entrance


@pytest.fixture
def desk(place: Path) -> Desk:
    return opened_by(place, AdmissionRule.VOUCHERS)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """When the camera was switched on, and off again."""
    acts: list[str] = []
    really = cameras._opened

    class Noticed:
        def __init__(self, capture: object) -> None:
            self.read = capture.read  # type: ignore[attr-defined]
            self._release = capture.release  # type: ignore[attr-defined]

        def release(self) -> None:
            acts.append("off")
            self._release()

    def noticed(cv2: object, source: cameras.Source) -> Noticed:
        acts.append("on")
        return Noticed(really(cv2, source))

    monkeypatch.setattr(cameras, "_opened", noticed)
    return acts


def film_of_cards(path: Path, *texts: str) -> Path:
    return write_film(path, [WALL, *(picture_of(code_of(text)) for text in texts), WALL])


def test_a_card_before_the_camera_lets_in_and_the_camera_goes_off(
    qtbot: QtBot, desk: Desk, tmp_path: Path, opened: list[str]
) -> None:
    _, (code,) = vouchers_of(desk, 1)
    film = film_of_cards(tmp_path / "film.avi", "https://example.org/a-poster", code)
    with hands_at(desk, entrance=entrance(desk)) as hands:
        Devices(camera=str(film)).attach(hands.window, pytest.fail)
        (camera,) = hands.window._readers
        assert isinstance(camera, Camera)
        begin(hands)
        hands.expect("admission")
        qtbot.waitUntil(lambda: hands.page == "q1", timeout=20_000)
        assert camera._watching
        camera._watching.join(10)
        assert opened[-1] == "off"
        switched = len(opened)
        tap_all(hands, "choice-good", "next", "leave", "sendAndLeave", "finish")
        assert len(opened) == switched
        begin(hands)
        qtbot.waitUntil(lambda: "This voucher has been used already." in hands.texts(), timeout=20_000)
    assert opened.count("on") == opened.count("off")
    assert inspect(desk).counts.days == (DayTotal(DAY, responses=1, spent=1),)


def test_where_no_voucher_is_asked_for_the_camera_stays_off(tmp_path: Path, opened: list[str]) -> None:
    desk = opened_by(tmp_path / "data", AdmissionRule.STAFF)
    film = film_of_cards(tmp_path / "film.avi", "A" * 27)
    with hands_at(desk, entrance=entrance(desk)) as hands:
        Devices(camera=str(film)).attach(hands.window, pytest.fail)
        begin(hands)
        hands.expect("admission")
    assert opened == []


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("97", "Camera 97 is not there, or another program uses it; plug it in, or end that."),
        ("{here}/none.avi", "{here}/none.avi: there is no such file or directory; check the name."),
    ],
)
def test_a_camera_that_is_not_there_is_told_to_the_staff_once(
    qtbot: QtBot, desk: Desk, tmp_path: Path, source: str, told: str
) -> None:
    heard: list[str] = []
    with hands_at(desk, entrance=entrance(desk)) as hands:
        Devices(camera=source.format(here=tmp_path)).attach(hands.window, heard.append)
        begin(hands)
        hands.expect("admission")
    assert heard == [f"icc-consult: {told.format(here=tmp_path)}"]


def test_without_the_extra_the_staff_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setitem(sys.modules, "cv2", None)
    with hands_at(desk, entrance=entrance(desk)) as hands:
        Devices(camera="0").attach(hands.window, heard.append)
    assert heard == [
        "icc-consult: What reads from cameras is not installed here; install icc-consult[camera]."
    ]


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return film_of_cards(tmp_path / "film.avi", "FIRST", "FIRST", "SECOND", "x" * 200)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def camera(qapp: object, film: Path, clock: Clock) -> Iterator[Camera]:
    looking = Camera(film, tries=0, clock=clock)
    yield looking
    looking.close()


def test_a_card_that_stays_before_the_camera_is_told_once_in_two_seconds(
    qtbot: QtBot, camera: Camera, clock: Clock, opened: list[str]
) -> None:
    heard: list[str] = []
    camera.read.connect(heard.append)
    camera.attend(True)
    qtbot.waitUntil(lambda: opened.count("off") > 1, timeout=20_000)
    qtbot.waitUntil(lambda: len(heard) >= 2)
    assert heard == ["FIRST", "SECOND"]
    clock.advance(3)
    qtbot.waitUntil(lambda: heard[2:] == ["FIRST", "SECOND"], timeout=20_000)


def test_one_camera_is_opened_once_however_often_it_is_asked_for(
    qtbot: QtBot, camera: Camera, opened: list[str]
) -> None:
    for _ in range(5):
        camera.attend(True)
        camera.attend(False)
    camera.attend(True)
    qtbot.waitUntil(lambda: "on" in opened, timeout=20_000)
    camera.close()
    assert opened == ["on", "off"] * (len(opened) // 2)


def test_a_camera_that_comes_back_is_seen_again(
    qtbot: QtBot, tmp_path: Path, film: Path, camera: Camera
) -> None:
    away = film.rename(tmp_path / "away.avi")
    with qtbot.waitSignal(camera.lost):
        camera.attend(True)
    away.rename(film)
    with qtbot.waitSignal(camera.read, timeout=20_000) as read:
        pass
    assert read.args == ["FIRST"]
