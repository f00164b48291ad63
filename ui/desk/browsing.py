"""A pack, or a folder, looked for on the disk."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.page import PageViewModel
from ui.desk.places import Listing
from ui.desk.scene import Row, Scene
from ui.desk.state import FILES, Browsing, Field

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class BrowsingProps:
    """What the list of a folder shows: rows of a name, a path, and what a press does with it."""

    takes_packs: bool
    takes_files: bool
    typed: str
    rows: tuple[Row, ...]
    shortcuts: tuple[Row, ...]
    remark: str


def derive_browsing_props(scene: Scene, browsing: Browsing) -> BrowsingProps:
    """The folder above, packs, then folders; a word where there is nothing."""
    listing, takes_packs = browsing.listing, browsing.field is Field.PATH
    rows = []
    if listing.parent is not None:
        rows.append(_row(scene.say("The folder above"), listing.parent, "above"))
    if takes_packs:
        rows += [_row(pack.name, pack, "pack") for pack in listing.packs]
    if browsing.field in FILES:
        rows += [_row(file.name, file, "file") for file in listing.files]
    rows += [_row(folder.name, folder, "folder") for folder in listing.folders]
    empty = takes_packs and not listing.packs
    return BrowsingProps(
        takes_packs,
        browsing.field in FILES,
        scene.state.text(Field.PATH),
        tuple(rows),
        tuple(_row(_shortcut(scene, listing, path), path, "folder") for path in listing.shortcuts),
        scene.say("There is no pack in this folder.") if empty else "",
    )


def _shortcut(scene: Scene, listing: Listing, path: Path) -> str:
    return scene.say("Home folder") if path == listing.home else path.name or str(path)


def _row(name: str, path: Path, kind: str) -> Row:
    return {"name": name, "path": str(path), "kind": kind}


@QmlElement
class BrowsingViewModel(PageViewModel[BrowsingProps]):
    takesPacksChanged = Signal()
    takesFilesChanged = Signal()
    typedChanged = Signal()
    rowsChanged = Signal()
    shortcutsChanged = Signal()
    remarkChanged = Signal()

    @Property(bool, notify=takesPacksChanged)
    def takesPacks(self) -> bool:
        return self._props.takes_packs

    @Property(bool, notify=takesFilesChanged)
    def takesFiles(self) -> bool:
        return self._props.takes_files

    @Property(str, notify=typedChanged)
    def typed(self) -> str:
        return self._props.typed

    @Property(list, notify=rowsChanged)
    def rows(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.rows]

    @Property(list, notify=shortcutsChanged)
    def shortcuts(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.shortcuts]

    @Property(str, notify=remarkChanged)
    def remark(self) -> str:
        return self._props.remark

    @Slot(str)
    def write(self, text: str) -> None:
        self._host.write(Field.PATH, text)

    @Slot(str, str)
    def press(self, path: str, kind: str) -> None:
        if kind in ("pack", "file"):
            self._host.take(Path(path))
        else:
            self._host.enter(Path(path))

    @Slot()
    def takeTyped(self) -> None:
        self._host.take_typed()

    @Slot()
    def close(self) -> None:
        self._host.cover(None)
