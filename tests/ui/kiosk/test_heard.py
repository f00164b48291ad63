"""What a screen reader tells of every page."""

import pytest

from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from tests.ui.kiosk.looking import is_pressable, is_text, shown_items
from tests.ui.kiosk.stage import Look, Stage

ROLES = {QAccessible.Role.Button, QAccessible.Role.RadioButton, QAccessible.Role.CheckBox}
HEADINGS = {QAccessible.Role.Heading, QAccessible.Role.AlertMessage}


def told(item: QQuickItem) -> tuple[QAccessible.Role | None, str]:
    """The role and the name of an item."""
    heard = QAccessible.queryAccessibleInterface(item)
    return (heard.role(), heard.text(QAccessible.Text.Name)) if heard else (None, "")


def inside_a_tile(item: QQuickItem) -> bool:
    parent = item.parentItem()
    return parent is not None and (is_pressable(parent) or inside_a_tile(parent))


@pytest.fixture
def pages(stage: Stage) -> Stage:
    QAccessible.setActive(True)
    stage.see(Look("ar"))
    return stage


def test_everything_that_can_be_pressed_has_a_role_and_a_name(pages: Stage) -> None:
    silent = [
        f"{name}: {item.objectName()} is {told(item)}"
        for name, journey in pages.pages()
        for _ in pages.sheets_of(journey)
        for item in shown_items(pages.root)
        if is_pressable(item) and (told(item)[0] not in ROLES or not told(item)[1].strip())
    ]
    assert silent == []


def test_every_text_is_heard_by_itself_or_as_the_name_of_its_tile(pages: Stage) -> None:
    silent = [
        f"{name}: {item.property('text')}"
        for name, journey in pages.pages()
        for _ in pages.sheets_of(journey)
        for item in shown_items(pages.root)
        if is_text(item) and not inside_a_tile(item) and not told(item)[1]
    ]
    assert silent == []


@pytest.mark.parametrize(
    "page", ["languages", "promise", "q01", "s01a", "topics", "q02-help", "review", "receipt", "trouble"]
)
def test_a_page_begins_with_a_heading(pages: Stage, page: str) -> None:
    pages.show(next(journey for name, journey in pages.pages() if name.startswith(page)))
    assert any(told(item)[0] in HEADINGS for item in shown_items(pages.root))


def test_what_is_chosen_is_heard_as_checked(pages: Stage) -> None:
    pages.show(pages.answering("q01"))
    pages.host.choose("well")
    pages.rest()
    checked = {
        item.objectName(): bool(QAccessible.queryAccessibleInterface(item).state().checked)
        for item in shown_items(pages.root)
        if item.objectName().startswith("choice-")
    }
    assert [name for name, is_checked in checked.items() if is_checked] == ["choice-well"]


def test_progress_is_heard_in_words(pages: Stage) -> None:
    pages.show(pages.answering("q03"))
    told_of = [told(item) for item in shown_items(pages.root)]
    said = pages.window.view_model.property("progressText")
    assert (QAccessible.Role.ProgressBar, said) in told_of
