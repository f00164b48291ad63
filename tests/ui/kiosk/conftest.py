"""One kiosk for all tests of its screens: a window is costly, a page is not."""

from collections.abc import Iterator

import pytest

from tests.builders import sample
from tests.ui.kiosk.stage import Stage


@pytest.fixture(scope="session")
def stage(qapp: object) -> Iterator[Stage]:
    """The kiosk on the sample consultation. Each test begins with `stage.see(Look(...))`."""
    shown = Stage(sample())
    yield shown
    shown.close()
