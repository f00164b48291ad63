"""One desk for all tests of its pages, pseudo-languages of the sentences as they are now, a centre."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import icc_consult.i18n

from PySide6.QtGui import QGuiApplication

from ui.desk.office import Comfort
from ui.desk_office import LocalOffice
from ui.desk_window import DeskWindow

from scripts.locales import ROOT, template
from tests.builders import DAY
from tests.ui.desk.hands import Hands, rest
from tests.ui.desk.stories import Before, desk_before, quick_locks


@pytest.fixture(scope="session")
def pseudo() -> Iterator[None]:
    """Pseudo-languages that know every sentence of the code, whether or not it was extracted already."""
    messages = [(one.context or "", one.id) for one in template(ROOT) if isinstance(one.id, str) and one.id]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(icc_consult.i18n, "_sources", lambda: messages)
        yield


@pytest.fixture(scope="session")
def window(qapp: object, pseudo: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskWindow]:
    """A desk at which nothing was opened."""
    root: Path = tmp_path_factory.mktemp("desk")
    office = LocalOffice(root / "consultations", home=root)
    shown = DeskWindow(
        office,
        Comfort("en", "light", 1),
        on_open_kiosk=lambda _day: None,
        on_try_kiosk=lambda _pack: None,
        today=lambda: DAY,
    )
    shown.show()
    Hands(shown.shell.view, shown).wait()
    yield shown
    shown.close()
    rest()


@pytest.fixture(scope="module")
def collected(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A centre as the `furnish` of the module leaves it, made once for all of its tests."""
    place: Path = tmp_path_factory.mktemp("centre")
    furnish: Callable[[Path], None] = request.module.furnish
    with pytest.MonkeyPatch.context() as patch:
        quick_locks(patch)
        furnish(place)
    return place


@pytest.fixture
def before(
    request: pytest.FixtureRequest,
    qapp: QGuiApplication,
    collected: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Before]:
    """Somebody before the desk of a copy of it, with the sticks that the module names in."""
    quick_locks(monkeypatch)
    shutil.copytree(collected, tmp_path / "centre")
    yield from desk_before(tmp_path / "centre", monkeypatch, *request.module.STICKS)
