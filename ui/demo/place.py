"""The directory of a demonstration: new, empty, or left by an earlier one."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from icc_consult.domain.errors import BrokenRule

_MARK = ".icc-consult-demo"
_OURS = {
    _MARK,
    "CONFIDENTIAL.txt",
    "answers.csv",
    "codebook.csv",
    "data",
    "frequencies.csv",
    "passphrase.txt",
    "screens",
    "summary.json",
    "texts.csv",
}


class ForeignFiles(BrokenRule):
    """Something lies in the directory that no demonstration put there; nothing was changed."""

    def __init__(self, where: Path, name: str) -> None:
        super().__init__(str(where), name)
        self.where, self.name = where, name


@dataclass(frozen=True)
class Place:
    """Where everything of one demonstration lies."""

    root: Path

    @property
    def data(self) -> Path:
        """The data directory of the consultation."""
        return self.root / "data"

    @property
    def screens(self) -> Path:
        """The pictures, by language."""
        return self.root / "screens"

    @property
    def passphrase(self) -> Path:
        """The file with the passphrase."""
        return self.root / "passphrase.txt"

    @property
    def summary(self) -> Path:
        """What the day came to."""
        return self.root / "summary.json"

    def prepare(self) -> None:
        """Make it, without what an earlier demonstration left; raises `ForeignFiles` or `OSError`."""
        self.root.mkdir(parents=True, exist_ok=True)
        found = sorted(path.name for path in self.root.iterdir())
        foreign = [name for name in found if name not in _OURS]
        if foreign or (found and _MARK not in found):
            raise ForeignFiles(self.root, (foreign or found)[0])
        for name in found:
            _remove(self.root / name)
        (self.root / _MARK).touch()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
