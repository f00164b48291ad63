"""The real kiosk and the real commands, traced while residents come: what each power cut may leave of it."""

import random
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from icc_consult.assets import resources
from icc_consult.storage.openings import read_opening

from scripts.torture.power.acts import PASSPHRASE, OpenVault, open_at
from scripts.torture.power.calls import Said, stamps
from scripts.torture.power.images import Recorded, Tally, tried
from scripts.torture.power.paths import memory
from scripts.torture.power.promises import Reader
from scripts.torture.power.told import Told, after, history
from scripts.torture.power.traced import Trace, trace_of
from scripts.torture.power.watching import tree_of

ROOT = resources().parent
ENDS = ("send", "delete", "walk_off", "leave")


def replayed(images: int, seed: int) -> Tally:
    """So many images of one recording of the real processes."""
    chance = random.Random(seed)  # noqa: S311 - so as to repeat
    with tempfile.TemporaryDirectory(prefix="icc-consult-replay-", dir=memory()) as scratch:
        place = Path(scratch) / "place"
        place.mkdir()
        return tried(traced_day(place, chance), images, chance, Path(scratch) / "image")


def traced_day(place: Path, chance: random.Random) -> Recorded:
    """Residents at the kiosk, a backup, residents again, a second backup, and a directory made from it."""
    data, stick = place / "data", place / "stick"
    open_at(data)
    first = tree_of(place)
    told = replace(after(Told(), ("files", *stamps(first))), acts=frozenset({"open"}))
    trace, opening = trace_of(place, first), read_opening(data / "opening.json")
    backup = f"stick/icc-consult-{opening.id}-{opening.signer.hex()[:8]}"
    for _ in range(2):
        _residents(trace, data, chance)
        _command(trace, "backup", data, stick)
        _all_in(trace, told, backup)
    trace.recording.say("part", "restored")
    _command(trace, "restore", place / "restored", place / backup)
    _all_in(trace, told, "restored")
    opener = OpenVault().unlock((data / "key.age").read_bytes(), PASSPHRASE)
    return Recorded(trace.recording, told, Reader(opener.open))


def _residents(trace: Trace, data: Path, chance: random.Random) -> None:
    ends = chance.sample(ENDS, len(ENDS))
    call = [sys.executable, "-m", "scripts.torture.resident", str(data), str(chance.random()), *ends]
    trace.run(call, where=ROOT, speaks=True)


def _command(trace: Trace, *words: object) -> None:
    trace.run([sys.executable, "-m", "icc_consult", *map(str, words)], where=ROOT, speaks=False)


def _all_in(trace: Trace, told: Told, part: str) -> None:
    said = [call.words for call in trace.recording.calls if isinstance(call, Said)]
    trace.recording.say("part", part, *history(told, said)[-1].thanked)
