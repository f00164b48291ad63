"""A hub in a file and one on a real PostgreSQL server; most tests run on both."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.hub.server import Server, started

NewAddress = Callable[[], str]
_number = itertools.count()
_files = itertools.count()
_SPARE = 2


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One for all tests of a process; it comes with the wheel that `make setup` installs."""
    with started() as running:
        yield running


def new_database(server: Server) -> str:
    """The address of a database without a hub; of those handed out before, only the last keeps its own."""
    number = next(_number)
    name = f"city{number % _SPARE}"
    if number < _SPARE:
        server.run(f"CREATE DATABASE {name}")
    server.run("DROP SCHEMA IF EXISTS icc_consult CASCADE", database=name)
    return server.url(name)


@pytest.fixture(params=["file", "server"])
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> NewAddress:
    """Makes one more place for a hub."""
    if request.param == "file":
        return lambda: str(tmp_path / f"hub{next(_files)}.db")
    running: Server = request.getfixturevalue("server")
    return lambda: new_database(running)


@pytest.fixture
def address(new_address: NewAddress) -> str:
    """An empty place for a hub."""
    return new_address()
