"""Every text that any object of the window holds, seen or not."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtQml import QJSValue
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.demo.hands import Hands


def objects_behind(hands: Hands) -> list[QObject]:
    """All objects that can be reached: children, items, and whatever a property holds."""
    let_go()
    window = hands.window
    waiting: list[QObject] = [window, hands.view, hands.root, window.view_model, hands.view.engine()]
    found: dict[int, QObject] = {}
    while waiting:
        one = waiting.pop()
        if id(one) in found:
            continue
        found[id(one)] = one
        waiting += one.children()
        if isinstance(one, QQuickItem):
            waiting += one.childItems()
        if isinstance(one, QQuickWindow):
            waiting.append(one.contentItem())
        waiting += [value for held in properties(one).values() for value in parts(held) if is_object(value)]
    return list(found.values())


def let_go() -> None:
    """What the loop of events does with what nobody needs any more; without the loop it would wait."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def properties(one: QObject) -> dict[str, Any]:
    """All that an object holds by name, what QML added to it included."""
    meta = one.metaObject()
    names = [meta.property(number).name() for number in range(meta.propertyCount())]
    names += [bytes(name.data()).decode() for name in one.dynamicPropertyNames()]
    found = {}
    for name in names:
        with suppress(RuntimeError):  # Qt's own buffers, for which Python has no type
            found[name] = one.property(name)
    return found


def is_object(value: object) -> bool:
    """Whether there is more behind it."""
    return isinstance(value, QObject)


def parts(value: Any) -> Iterator[Any]:
    """A value, or those in it."""
    if isinstance(value, QJSValue):
        value = value.toVariant()
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list | tuple):
        for inner in value:
            yield from parts(inner)
    else:
        yield value


def texts_held(hands: Hands) -> Iterator[tuple[str, str, str]]:
    """Class, property and text of everything that holds one."""
    for one in objects_behind(hands):
        for name, held in properties(one).items():
            for text in parts(held):
                if isinstance(text, str):
                    yield one.metaObject().className(), name, text


def clipboards() -> dict[QClipboard.Mode, str]:
    """What lies in each clipboard there is."""
    board = QGuiApplication.clipboard()
    has = {
        QClipboard.Mode.Clipboard: True,
        QClipboard.Mode.Selection: board.supportsSelection(),
        QClipboard.Mode.FindBuffer: board.supportsFindBuffer(),
    }
    return {mode: board.text(mode) for mode, is_there in has.items() if is_there}
