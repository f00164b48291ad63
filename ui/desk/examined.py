"""A file that was read, and about which there is something to say before it can be used."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from icc_consult.checking import every_finding
from icc_consult.packs import Pack
from icc_consult.sentences import Voice
from icc_consult.sources import Finding, Source

if TYPE_CHECKING:
    from ui.desk.state import Setting


@dataclass(frozen=True, slots=True)
class Examined:
    """`without` is what the file becomes when questions that no kiosk can ask are left out.

    `before` are the terms from which somebody came to read the remarks.
    """

    path: Path
    source: Source
    without: Source | None = None
    before: Setting | None = None

    @property
    def pack(self) -> Pack | None:
        """What can be opened, if anything."""
        return self.source.pack or (self.without.pack if self.without else None)

    @property
    def is_plain(self) -> bool:
        """Whether nothing needs to be said."""
        return self.source.is_usable and not self.source.problems

    @property
    def leaves_out(self) -> bool:
        """Whether it can be opened, but not all of it."""
        return self.pack is not None and not self.source.is_usable

    def findings(self, say: Voice) -> tuple[Finding, ...]:
        """As `icc-consult check` has them, errors first, each kind in the order of the file."""
        found = Source(self.source.title, self.pack, self.source.problems, self.source.refused)
        return tuple(sorted(every_finding(found, say), key=lambda one: not one.is_error))
