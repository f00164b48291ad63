"""What the tests of power cuts begin with."""

import pytest

from scripts.torture.power.shim import Shim


@pytest.fixture
def shim() -> None:
    """Something between SQLite and the disk."""
    if Shim.of_this_process() is None:
        pytest.xfail("this Python shows nothing of its SQLite: nothing was shown about power cuts")
