"""One desk for all tests of its pages, and pseudo-languages made of the sentences as they are now."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import icc_consult.i18n

from ui.desk.office import Comfort
from ui.desk_office import LocalOffice
from ui.desk_window import DeskWindow

from scripts.locales import ROOT, template
from tests.builders import DAY
from tests.ui.desk.hands import Hands, rest


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
