"""Work beside the window: one job after the other, its outcome a value on the window's own thread."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from icc_consult.services.errors import Cancelled, WrongPassphrase

from ui.jobs import Done, Jobs, Refused, Ticket


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.end()


def finish(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=60_000)


def test_work_is_done_elsewhere_and_told_here(qtbot: QtBot, jobs: Jobs) -> None:
    threads: list[Any] = []
    jobs.start(
        lambda _: threading.current_thread(), lambda one: threads.extend((one, threading.current_thread()))
    )
    finish(qtbot, jobs)
    done, here = threads
    assert isinstance(done, Done)
    assert done.value is not here
    assert here is threading.current_thread()


def test_the_second_job_begins_when_the_first_has_ended(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[str] = []
    free = threading.Event()

    def first(_: Ticket) -> None:
        free.wait(10)
        told.append("first")

    jobs.start(first, lambda _: told.append("first told"))
    jobs.start(lambda _: told.append("second"), lambda _: told.append("second told"))
    assert told == []
    free.set()
    finish(qtbot, jobs)
    assert told.index("first") < told.index("second")
    assert told[-1] == "second told"


def test_a_broken_rule_is_an_outcome(qtbot: QtBot, jobs: Jobs) -> None:
    outcomes: list[Any] = []

    def work(_: Ticket) -> None:
        raise WrongPassphrase

    jobs.start(work, outcomes.append)
    finish(qtbot, jobs)
    assert outcomes == [Refused(WrongPassphrase())]


def test_a_mistake_of_ours_is_raised_where_it_is_seen(qtbot: QtBot, jobs: Jobs) -> None:
    outcomes: list[Any] = []

    def work(_: Ticket) -> None:
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as raised:
        jobs.start(work, outcomes.append)
        finish(qtbot, jobs)
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert outcomes == []


def test_a_stopped_job_ends_at_its_next_progress(qtbot: QtBot, jobs: Jobs) -> None:
    outcomes: list[Any] = []
    begun, stopped = threading.Event(), threading.Event()
    after: list[str] = []

    def work(ticket: Ticket) -> None:
        begun.set()
        stopped.wait(10)
        ticket(1, 2)
        after.append("went on")

    jobs.start(work, outcomes.append)
    begun.wait(10)
    jobs.cancel()
    stopped.set()
    finish(qtbot, jobs)
    assert outcomes == [Refused(Cancelled())]
    assert after == []


def test_progress_is_told_a_hundred_times_at_most(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[tuple[int, int]] = []
    jobs.progressed.connect(lambda done, of: told.append((done, of)))

    def work(ticket: Ticket) -> None:
        for done in range(10_001):
            ticket(done, 10_000)

    jobs.start(work, lambda _: None)
    finish(qtbot, jobs)
    assert told[0] == (0, 10_000)
    assert told[-1] == (10_000, 10_000)
    assert len(told) == 101


def test_nothing_is_told_after_the_end(qtbot: QtBot) -> None:
    jobs = Jobs()
    outcomes: list[Any] = []
    jobs.start(lambda _: 1, outcomes.append)
    jobs.end()
    qtbot.wait(0)
    assert outcomes == []
    assert jobs.is_idle
