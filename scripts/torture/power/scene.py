"""A place with a consultation in it, on which something is done while the disk is watched."""

import random
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from icc_consult.domain.admission import AdmissionRule
from icc_consult.domain.consultation import Policy
from icc_consult.services.backing_up import Copied
from icc_consult.storage.backups import LocalBackups

from scripts.torture.power.acts import PASSPHRASE, Day, OpenVault, acting, open_at, working
from scripts.torture.power.calls import Recording, Said, Tree, stamps
from scripts.torture.power.images import Recorded
from scripts.torture.power.promises import Reader
from scripts.torture.power.told import Told, after, history
from scripts.torture.power.watching import Watcher, tree_of, watched


@dataclass
class Scene:
    """What was told so far, and what was recorded. A careless kiosk thanks before it saves."""

    place: Path
    chance: random.Random
    is_careless: bool = False
    told: Told = field(default_factory=Told)
    recording: Recording = field(default_factory=Recording)
    _locked: bytes = b""

    @property
    def data(self) -> Path:
        """Where the kiosk writes."""
        return self.place / "data"

    def open(self, policy: Policy = Policy.KEEP, rule: AdmissionRule = AdmissionRule.HONOUR) -> None:
        """A consultation that is there before anything is recorded."""
        open_at(self.data, policy=policy, rule=rule)
        self.told = replace(self.told, acts=frozenset({"open"}))

    def before(self, *acts: str) -> None:
        """Residents who come before anything is recorded; what they were told holds."""
        with watched(self.place, tree_of(self.place)) as watcher, self.kiosk(watcher) as day:
            day.come(*acts)
        said = [call.words for call in watcher.recording.calls if isinstance(call, Said)]
        self.told = history(self.told, said)[-1]

    def kiosk(self, watcher: Watcher, codes: list[str] | None = None) -> AbstractContextManager[Day]:
        """From its first moment to its last."""
        return working(watcher, self.chance, codes or [], is_careless=self.is_careless)

    def copied(self, watcher: Watcher | None = None) -> Path:
        """A backup on a stick, and where it lies; told where somebody watches."""
        backups, to = LocalBackups(self.data), [self.place / "stick"]
        if watcher is None:
            (done,) = backups.copy_to(to, with_keys=True)
        else:
            with acting(watcher, "backup"):
                (done,) = backups.copy_to(to, with_keys=True)
        assert isinstance(done, Copied)  # noqa: S101 - there is room
        return done.where

    def is_in(self, part: Path, watcher: Watcher | None = None) -> None:
        """Everything that was thanked for until now lies in another place, too."""
        said = [call.words for call in watcher.recording.calls if isinstance(call, Said)] if watcher else []
        words = ("part", str(part.relative_to(self.place)), *history(self.told, said)[-1].thanked)
        if watcher is None:
            self.told = after(self.told, words)
        else:
            watcher.say(*words)

    @contextmanager
    def recorded(self) -> Iterator[Watcher]:
        """Within this everything that is asked of the disk counts."""
        first: Tree = tree_of(self.place)
        self.told = after(self.told, ("files", *stamps(first)))
        self._remember_key()
        with watched(self.place, first) as watcher:
            yield watcher
        self.recording = watcher.recording
        self._remember_key()

    def _remember_key(self) -> None:
        key = self.data / "key.age"
        self._locked = key.read_bytes() if key.exists() else self._locked

    def result(self) -> Recorded:
        """The recording, what could be relied on before it, and what opens the answers."""
        opener = OpenVault().unlock(self._locked, PASSPHRASE)
        return Recorded(self.recording, self.told, Reader(opener.open))
