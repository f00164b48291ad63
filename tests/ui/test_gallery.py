"""The gallery shows every page and component, and draws them all."""

from pathlib import Path

from icc_consult.bootstrap import practice_kiosk
from icc_consult.domain.wording import LanguageTag
from icc_consult.i18n import Say

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from ui.gallery import Gallery, main, tour
from ui.kiosk.journey import Answering, Comfort, Journey
from ui.kiosk.scene import Promise
from ui.kiosk_window import KioskWindow

from tests.builders import pack_directory, sample
from tests.ui.kiosk.forms import form_pack


def test_the_tour_passes_every_question_once() -> None:
    consultation = sample().consultation
    names = [name for name, _ in tour(consultation, LanguageTag("uk"), Comfort())]
    assert len(names) == len(set(names))
    assert {question.id for question in consultation.questions()} < set(names)
    assert {"welcome", "promise", "q12-writing", "review", "thanks", "idle"} < set(names)


def test_every_page_of_the_tour_is_in_the_language_that_was_asked_for() -> None:
    stops = [journey for _, journey in tour(sample().consultation, LanguageTag("ar"), Comfort())]
    assert {journey.language for journey in stops} == {"ar"}
    assert {stop.stage.session.language for stop in stops if isinstance(stop.stage, Answering)} == {"ar"}


def test_all_pages_can_be_drawn(tmp_path: Path) -> None:
    look = ["--language", "am", "--scheme", "dark", "--text", "2", "--size", "800x1280", "--inches", "15"]
    assert main(["--png", str(tmp_path), *look]) == 0
    consultation = sample().consultation
    by_lot = set(consultation.items())
    drawn = {path.stem for path in tmp_path.glob("*.png")}
    wanted = {"components", *(name for name, _ in tour(consultation, LanguageTag("am"), Comfort()))}
    assert drawn - by_lot == wanted - by_lot
    assert len(drawn) == len(wanted)
    assert {QImage(str(path)).size().toTuple() for path in tmp_path.glob("*.png")} == {(800, 1280)}


def test_fixed_labels_are_in_the_language_that_was_asked_for(qapp: object) -> None:
    kiosk = practice_kiosk(sample())
    promise = Promise(sample().consultation.policy, is_practice=True)
    window = KioskWindow(sample().consultation, lambda: kiosk, lambda: promise)
    window.host.become(Journey(LanguageTag("it"), comfort=Comfort()))
    gallery = Gallery(window)
    assert QCoreApplication.translate("", "Learn more") == Say("it")("Learn more") != "Learn more"
    gallery.close()


def test_any_pack_can_be_hung_in_the_gallery(tmp_path: Path) -> None:
    form = form_pack()
    files = {name: file.read() for name, file in form.media.items()}
    pack = pack_directory(tmp_path / "form", form.document, files)
    assert main(["--pack", str(pack), "--language", "fa", "--png", str(tmp_path / "out")]) == 0
    drawn = {path.stem for path in (tmp_path / "out").glob("*.png")}
    assert {"route", "born", "rating", "pictures", "leaves", "trips[1]-more"} < drawn
