"""Makes a file of every format as this version writes it. What was once made is never made again.

`python -m tests.storage.golden` writes into `tests/data/golden` what is not there yet. Directory version 1 is
the one of version 2, its tables taken back to those that version 1 wrote.
"""

import json
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from icc_consult.bootstrap import open_kiosk
from icc_consult.cli import main as icc_consult
from icc_consult.domain.response import Answered, Ended, Written
from icc_consult.packs import read_pack
from icc_consult.services import responding
from icc_consult.services.moderating import Decision, Standing
from icc_consult.storage.backup_listing import FORMAT, read_listing
from icc_consult.storage.backups import LocalBackups
from icc_consult.storage.decisions_file import DecisionsFile
from icc_consult.storage.files import write_json
from icc_consult.storage.places import Places

from scripts.torture.power.older import take_back
from tests.builders import EN, OGG, PNG, pack_directory
from tests.rules.tree import ROOT
from tests.sketches import document_of

GOLDEN = ROOT / "tests" / "data" / "golden"
WORDS = tuple(f"golden {number}: ж ب 字 🌳" for number in range(11))
_LEFT_OUT = {"lock", "ballast"}


def make(place: Path) -> None:
    """All of them, in a directory that is thrown away."""
    media = {"media/tree.png": PNG, "media/tree.ogg": OGG}
    pack = pack_directory(place / "pack", document_of() | {"cover": "media/tree.png"}, media)
    _call("convert", pack, place / "pack-v1.iccpack")
    (place / "pin").write_text("2468\n")
    words = ("--passphrase-file", place / "passphrase.txt", "--pin-file", place / "pin")
    _call("open", place / "pack-v1.iccpack", "--data", place / "data", *words, "--not-ready-too")
    receipts = _answered(place / "data")
    _call("bundle", place / "data", place / "bundle-v1.iccb")
    first = min(Places(place / "data").checkpoints.glob("*.json"))
    shutil.copy(first, place / "checkpoint-v1.json")
    _call("close", place / "data")
    _zip(place / "data", place / "directory-v2.zip")
    _copied_and_carried(place)
    take_back(Places(place / "data").answers)
    _zip(place / "data", place / "directory-v1.zip")
    fingerprint = read_pack(place / "pack-v1.iccpack").fingerprint
    told = {"fingerprint": fingerprint, "words": list(WORDS), "receipts": sorted(receipts)}
    (place / "expected.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _answered(data: Path) -> list[str]:
    """Each writes one of the words, the last one leaves; others delete, refuse, or have a wish."""
    kiosk = open_kiosk(data)
    receipts = []
    for word in WORDS:
        seat = responding.begin(kiosk, language=EN)
        seat = responding.answer(seat, item="q3", given=Answered(Written(word), EN))
        ended = Ended.LEFT if word == WORDS[-1] else Ended.COMPLETE
        receipts.append(responding.send(kiosk, seat, ended=ended))
    responding.keep(kiosk, responding.begin(kiosk, language=EN))
    responding.delete(kiosk)
    responding.refuse(kiosk)
    responding.wish(kiosk, language="yue")
    assert kiosk.store is not None
    kiosk.store.release()
    return receipts


def _decided(data: Path) -> Path:
    """A bundle is of version 2 where something was decided about a proposal."""
    DecisionsFile(Places(data).proposals).save({"00c0ffee00": Decision(Standing.ACCEPTED, change=1)})
    return data


def _copied_and_carried(place: Path) -> None:
    """Of the directory that was kept, if there is one; version 1 knew the digests of its answers alone."""
    data = place / "data"
    if (kept := GOLDEN / "directory-v2.zip").exists():
        data = place / "kept"
        with ZipFile(kept) as archive:
            archive.extractall(data)
    _call("bundle", _decided(data), place / "bundle-v2.iccb")
    (done,) = LocalBackups(data).copy_to([place / "stick"], with_keys=True)
    _zip(done.where, place / "backup-v2.zip")
    listing = read_listing(Places(done.where).backup)
    assert listing is not None
    plain = {"format": FORMAT, "version": 1, "digests": list(listing.answers)}
    write_json(Places(done.where).backup, plain)
    _zip(done.where, place / "backup-v1.zip")


def _zip(data: Path, to: Path) -> None:
    with ZipFile(to, "w", ZIP_DEFLATED) as archive:
        for path in sorted(data.rglob("*")):
            if path.is_file() and path.name not in _LEFT_OUT:
                archive.write(path, path.relative_to(data))


def _call(*words: object) -> None:
    if icc_consult([str(word) for word in words]):
        raise SystemExit(f"{words[0]} failed")


def main() -> None:
    """Add what is not there yet."""
    with TemporaryDirectory() as place:
        make(Path(place))
        for path in sorted(Path(place).iterdir()):
            kept = GOLDEN / path.name
            if path.is_file() and path.name != "pin":
                sys.stdout.write(f"{path.name}: {'kept' if kept.exists() else path.stat().st_size}\n")
                if not kept.exists():
                    shutil.copy(path, kept)


if __name__ == "__main__":
    main()
