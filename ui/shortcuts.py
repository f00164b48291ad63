"""Places on this computer where a pack, or room for a key, is most likely found."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QStorageInfo

_MOUNTED = ("/media/", "/run/media/", "/mnt/", "/Volumes/")


def worth_a_look(home: Path) -> tuple[Path, ...]:
    """Home, downloads, and every stick that is in."""
    downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    found = [home, Path(downloads), *sticks()]
    return tuple(dict.fromkeys(place for place in found if place.is_dir()))


def is_in(place: Path) -> bool:
    """Whether a folder is there, and not only the empty place where a stick was."""
    if not place.is_dir():
        return False
    at_mounts = [one for one in (place, *place.parents) if f"{one}/".startswith(_MOUNTED)]
    return not at_mounts or any(one.is_mount() for one in at_mounts)


def sticks() -> tuple[Path, ...]:
    """Mounted drives that a person put in."""
    mounted = (volume for volume in QStorageInfo.mountedVolumes() if volume.isValid() and volume.isReady())
    return tuple(Path(one.rootPath()) for one in mounted if f"{one.rootPath()}/".startswith(_MOUNTED))
