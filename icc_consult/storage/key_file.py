"""The locked private key as a file: in its data directory, or on a stick."""

from dataclasses import dataclass
from pathlib import Path

from icc_consult.disk import forget, sync_directory
from icc_consult.storage.directory import LocalDirectory
from icc_consult.storage.files import wipe, write_whole
from icc_consult.verifying.regular_files import open_regular, read_regular

MOST_KEY = 1 << 20


@dataclass(frozen=True, slots=True)
class LocalKeyFile:
    """A key file on a disk or a stick."""

    where: Path

    def read(self) -> bytes | None:
        """What lies there, asked of the disk itself where the system allows; raises `OSError`."""
        try:
            with open_regular(self.where) as stream:
                forget(stream)
            return read_regular(self.where, MOST_KEY)
        except FileNotFoundError:
            return None

    def write(self, locked: bytes) -> None:
        """Put the key there whole and durably; raises `OSError`."""
        write_whole(self.where, locked)

    def wipe(self) -> None:
        """Fill it with zeros and remove it; raises `OSError`."""
        wipe(self.where)
        sync_directory(self.where.parent)


@dataclass(frozen=True)
class DirectoryWithKey(LocalDirectory):
    """A data directory whose key lies elsewhere."""

    key: Path = Path("key.age")

    @property
    def key_place(self) -> Path:
        """The key where it lies now."""
        return self.key
