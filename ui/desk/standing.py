"""An opened consultation today: what was counted, what went wrong, and what to do next."""

from dataclasses import dataclass

from icc_consult.languages import format_number
from icc_consult.sentences import FAULTS
from icc_consult.services.ports import DayTotal
from icc_consult.services.premises import Trouble

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.page import PageViewModel
from ui.desk.scene import Row, Scene
from ui.desk.state import Field, Opened, Rail

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class StandingProps:
    """What Today shows. Cells of a day: responses, deleted, refused, recovered."""

    title: Row
    lead: str
    summary: str
    days: tuple[Row, ...]
    troubles: tuple[str, ...]
    pin: str


def derive_standing_props(scene: Scene, opened: Opened) -> StandingProps:
    """Totals a day, newest first, and in words what they come to."""
    return StandingProps(
        scene.spoken(opened.pack.consultation.title),
        _lead(scene, opened),
        _summary(scene, opened),
        _days(scene, opened.seen.counts.days),
        tuple(_trouble(scene, trouble) for trouble in opened.seen.troubles),
        scene.state.text(Field.STAFF_PIN),
    )


def _lead(scene: Scene, opened: Opened) -> str:
    opening = opened.seen.opening
    if opening.closed_at is not None:
        return scene.say("Closed on {day}. Nobody can answer any more.", day=scene.on(opening.closed_at))
    return scene.say("Open since {day}.", day=scene.on(opening.opened_at))


def _summary(scene: Scene, opened: Opened) -> str:
    days, say = opened.seen.counts.days, scene.say
    total = sum(one.responses for one in days)
    if not total:
        if opened.is_closed:
            return say("Nobody answered.")
        return say("Nobody has answered yet. Start the day, and the first answers are counted here.")
    summary = say.counted("{n} response lies sealed here.", "{n} responses lie sealed here.", total)
    today = sum(one.responses for one in days if one.day == scene.today)
    if not today or opened.is_closed:
        return summary
    came = say("{name}: {answer}", name=say("Today"), answer=today)
    return f"{summary} {came}"


def _days(scene: Scene, days: tuple[DayTotal, ...]) -> tuple[Row, ...]:
    if not days:
        return ()
    rows = [_row(scene, scene.on(one.day), one) for one in reversed(days)]
    total = DayTotal(
        days[0].day,
        sum(one.responses for one in days),
        sum(one.recovered for one in days),
        sum(one.deleted for one in days),
        sum(one.refused for one in days),
    )
    return (
        (*rows, {**_row(scene, scene.say("All days"), total), "total": True})
        if len(days) > 1
        else tuple(rows)
    )


def _row(scene: Scene, name: str, total: DayTotal) -> Row:
    numbers = (total.responses, total.deleted, total.refused, total.recovered)
    cells = [format_number(number, scene.state.language) for number in numbers]
    return {"name": name, "cells": cells, "total": False}


def _trouble(scene: Scene, trouble: Trouble) -> str:
    day = scene.on(trouble.day) if trouble.day else scene.say("Now")
    return scene.say("{day}: {trouble}.", day=day, trouble=scene.say(FAULTS[trouble.fault]))


@QmlElement
class StandingViewModel(PageViewModel[StandingProps]):
    titleChanged = Signal()
    leadChanged = Signal()
    summaryChanged = Signal()
    daysChanged = Signal()
    troublesChanged = Signal()
    pinChanged = Signal()

    @Property(dict, notify=titleChanged)
    def title(self) -> dict[str, object]:
        return dict(self._props.title)

    @Property(str, notify=leadChanged)
    def lead(self) -> str:
        return self._props.lead

    @Property(str, notify=summaryChanged)
    def summary(self) -> str:
        return self._props.summary

    @Property(list, notify=daysChanged)
    def days(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.days]

    @Property(list, notify=troublesChanged)
    def troubles(self) -> list[str]:
        return list(self._props.troubles)

    @Property(str, notify=pinChanged)
    def pin(self) -> str:
        return self._props.pin

    @Slot(str)
    def writePin(self, text: str) -> None:
        self._host.write(Field.STAFF_PIN, text)

    @Slot()
    def start(self) -> None:
        self._host.days.start()

    @Slot()
    def seeTrouble(self) -> None:
        self._host.days.see_trouble()

    @Slot()
    def askToClose(self) -> None:
        self._host.days.ask_to_close()

    @Slot()
    def keepOpen(self) -> None:
        self._host.days.keep_open()

    @Slot()
    def closeForGood(self) -> None:
        self._host.days.close_for_good()

    @Slot()
    def seeResults(self) -> None:
        self._host.go(Rail.RESULTS)

    @Slot()
    def chooseOther(self) -> None:
        self._host.days.choose_other()
