"""Every path on which answers, or what answers depend on, are written: each recorded from its beginning."""

import random
import sqlite3
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from itertools import islice
from pathlib import Path

from icc_consult.domain.admission import AdmissionRule
from icc_consult.domain.consultation import Policy
from icc_consult.services.closing import close
from icc_consult.services.destroying import destroy_key
from icc_consult.services.opening import change_pin
from icc_consult.services.rekeying import rekey
from icc_consult.storage.backups import LocalBackups
from icc_consult.storage.directory import LocalDirectory
from icc_consult.storage.engine import PAGE_SIZE

from scripts.torture.power.acts import PASSPHRASE, acting, desk_of, open_at, vouchers_made
from scripts.torture.power.calls import Call, Recording, stamp
from scripts.torture.power.images import Platter, Recorded, Tally, drawn, tried
from scripts.torture.power.older import take_back
from scripts.torture.power.scene import Scene

MEMORY = Path("/dev/shm")  # noqa: S108 - files in it are ours, in a directory of a random name
_RESIDENTS = ("send", "leave", "delete", "walk_off", "refuse", "wish", "rest")


def opening(scene: Scene) -> None:
    """A consultation is opened where nothing is, in an empty directory, and far from any."""
    (scene.place / "near").mkdir()
    with scene.recorded() as watcher:
        with acting(watcher, "open"):
            open_at(scene.data)
        for where in ("near", "far/away"):
            watcher.say("part", where)
            open_at(scene.place / where)
            watcher.say("there", *(f"{where}/{name}" for name in ("opening.json", "key.age", "answers.db")))


def keeping(scene: Scene) -> None:
    """A day under policy *keep*: residents send, leave, delete, walk off, refuse, wish, and rest."""
    scene.open()
    with scene.recorded() as watcher, scene.kiosk(watcher) as day:
        day.come("send", *scene.chance.sample(_RESIDENTS, len(_RESIDENTS)), "send")


def discarding(scene: Scene) -> None:
    """The same under policy *discard*."""
    scene.open(Policy.DISCARD)
    with scene.recorded() as watcher, scene.kiosk(watcher) as day:
        day.come("send", "delete", "refuse", "leave", "rest", "send")


def vouchers(scene: Scene) -> None:
    """Vouchers are made, spent, and kept by those who delete."""
    scene.open(rule=AdmissionRule.VOUCHERS)
    with scene.recorded() as watcher:
        with acting(watcher, "vouchers"):
            codes = vouchers_made(desk_of(scene.data))
        with scene.kiosk(watcher, codes) as day:
            day.come("send", "delete", "leave", "walk_off", "send", "rest")


def migrating(scene: Scene) -> None:
    """A directory of version 1 is brought up to date, and somebody sends."""
    scene.open()
    scene.before("send", "wish", "leave", "send", "refuse")
    take_back(scene.data / "answers.db")
    with scene.recorded() as watcher, scene.kiosk(watcher) as day:
        day.come("send")


def recovering(scene: Scene) -> None:
    """A kiosk starts after a resident lost the power."""
    scene.open()
    scene.before("send", "walk_off")
    with scene.recorded() as watcher, scene.kiosk(watcher) as day:
        day.come("send")


def twice(scene: Scene) -> None:
    """The power is cut again while a kiosk recovers from an earlier cut."""
    earlier = recorded("keeping", scene.chance.randrange(1 << 32))
    *_, (image, scene.told) = islice(drawn(earlier, 600, scene.chance), scene.chance.randrange(1, 600))
    Platter(scene.place).lay(image)
    with scene.recorded() as watcher, scene.kiosk(watcher):
        pass


def backing_up(scene: Scene) -> None:
    """Three backups to the same stick, while residents come, and after a day that left a checkpoint."""
    scene.open()
    scene.before("send")
    with scene.recorded() as watcher:
        for _ in range(2):
            with scene.kiosk(watcher) as day:
                day.come("send")
                scene.is_in(scene.copied(watcher), watcher)
        scene.is_in(scene.copied(watcher), watcher)


def restoring_anew(scene: Scene) -> None:
    """A backup becomes a new directory."""
    scene.open()
    scene.before("send", "leave")
    source = scene.copied()
    with scene.recorded() as watcher:
        watcher.say("part", "far/restored")
        _restore(scene, "far/restored", source)
        scene.is_in(scene.place / "far" / "restored", watcher)


def restoring_into(scene: Scene) -> None:
    """A newer backup is brought into an older directory."""
    _older_and_newer(scene, "restored")
    source = scene.copied()
    with scene.recorded() as watcher:
        _restore(scene, "restored", source)
        scene.is_in(scene.place / "restored", watcher)


def restoring_damaged(scene: Scene) -> None:
    """Damaged answers are put aside, and rebuilt from a backup and from what can be read in them."""
    _older_and_newer(scene, "damaged", is_told=False)
    source = scene.copied()
    answers = scene.place / "damaged" / "answers.db"
    damage(answers)
    with scene.recorded() as watcher:
        watcher.say("aside", stamp(answers.read_bytes()))
        watcher.say("part", "damaged")
        _restore(scene, "damaged", source)
        scene.is_in(scene.place / "damaged", watcher)


def damage(answers: Path) -> None:
    """The page on which the receipts begin is no page any more."""
    with closing(sqlite3.connect(answers)) as file:
        (page,) = file.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'receipt'").fetchone()
    with answers.open("r+b") as stream:
        stream.seek((page - 1) * PAGE_SIZE)
        stream.write(b"\xff" * 64)


def merging(scene: Scene) -> None:
    """The records of a directory are taken in by another one."""
    _older_and_newer(scene, "merged")
    with scene.recorded() as watcher:
        records = list(LocalDirectory(scene.data).ledger().records())
        LocalDirectory(scene.place / "merged").ledger().add(records)
        scene.is_in(scene.place / "merged", watcher)


def rekeying(scene: Scene) -> None:
    """A new key pair, and somebody who seals to it."""
    scene.open()
    scene.before("send")
    with scene.recorded() as watcher:
        with acting(watcher, "rekey"):
            rekey(desk_of(scene.data), passphrase=PASSPHRASE, wanted=PASSPHRASE)
        with scene.kiosk(watcher) as day:
            day.come("send")


def ending(scene: Scene) -> None:
    """A new PIN, the close, and the end of the key."""
    scene.open()
    scene.before("send", "walk_off")
    with scene.recorded() as watcher:
        with acting(watcher, "pin"):
            change_pin(desk_of(scene.data), passphrase=PASSPHRASE, pin="1357")
        with acting(watcher, "close"):
            close(desk_of(scene.data))
        with acting(watcher, "destroy"):
            destroy_key(desk_of(scene.data), typed="power")


def _older_and_newer(scene: Scene, name: str, *, is_told: bool = True) -> None:
    """A directory restored from an early backup, and residents who came to the first one afterwards."""
    scene.open()
    scene.before("send", "send", "leave")
    _restore(scene, name, scene.copied())
    if is_told:
        scene.is_in(scene.place / name)
    scene.before("send")


def _restore(scene: Scene, name: str, source: Path) -> None:
    LocalBackups(scene.place / name).restore(source)


PATHS: Mapping[str, Callable[[Scene], None]] = {
    path.__name__: path
    for path in (
        opening,
        keeping,
        discarding,
        vouchers,
        migrating,
        recovering,
        twice,
        backing_up,
        restoring_anew,
        restoring_into,
        restoring_damaged,
        merging,
        rekeying,
        ending,
    )
}


def recorded(path: str, seed: int, *, is_careless: bool = False) -> Recorded:
    """One path, done once; raises `NoShim`."""
    with tempfile.TemporaryDirectory(prefix="icc-consult-power-", dir=memory()) as place:
        chance = random.Random(seed)  # noqa: S311 - so as to repeat
        scene = Scene(Path(place), chance, is_careless)
        PATHS[path](scene)
        return scene.result()


def tried_once(
    path: str,
    seed: int,
    *,
    images: int,
    whole_every: int = 250,
    is_careless: bool = False,
    lies: bool = False,
    changed: Callable[[Recording], list[Call]] = lambda recording: recording.calls,
) -> Tally:
    """So many images of one path, or as many as there are; its calls may be `changed`. Raises `NoShim`."""
    made, chance = recorded(path, seed, is_careless=is_careless), random.Random(seed)  # noqa: S311 - see above
    calls = changed(made.recording)
    with tempfile.TemporaryDirectory(prefix="icc-consult-images-", dir=memory()) as place:
        return tried(
            made, images, chance, Path(place) / "image", whole_every=whole_every, lies=lies, calls=calls
        )


def memory() -> Path | None:
    """Where files cost no disk, if there is such a place."""
    return MEMORY if MEMORY.is_dir() else None
