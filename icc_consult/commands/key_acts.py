"""`key paper`, `key restore`, `key rekey` and `key destroy`."""

from argparse import Namespace
from dataclasses import asdict, replace
from pathlib import Path

from icc_consult.bootstrap import desk_at
from icc_consult.commands import secrets
from icc_consult.commands.opening import plain_opening
from icc_consult.commands.speaking import NotPossible, ask, show_json, tell
from icc_consult.reports.key_sheets import KeySheet, destruction_as_html, key_as_html, key_as_svg
from icc_consult.services.auditing import Act, note
from icc_consult.services.destroying import Destruction, check_may_be_destroyed, destroy_key
from icc_consult.services.premises import Desk, Opening
from icc_consult.services.rekeying import adopt_keys, rekey
from icc_consult.storage.files import write_whole
from icc_consult.storage.key_file import DirectoryWithKey, LocalKeyFile
from icc_consult.storage.openings import read_opening
from icc_consult.storage.places import Places
from icc_consult.trust.holders import is_shared, needed_for
from icc_consult.trust.paper import key_from, lines_of
from icc_consult.verifying.regular_files import TooLargeHere, read_regular

_WRITERS = {".html": key_as_html, ".svg": key_as_svg}
_LARGEST = 1 << 20
_AGE = b"age-encryption.org/v1"


def run_key(chosen: Namespace) -> int:
    """One of the acts."""
    return _ACTS[chosen.act](chosen)


def _paper(chosen: Namespace) -> int:
    write = _WRITERS.get(chosen.out.suffix.lower())
    if write is None:
        raise NotPossible(f"{chosen.out}: give a name that ends in .html or .svg.")
    _check_new(chosen.out)
    desk = _desk(chosen.data, chosen.key)
    opening, lines = desk.directory.opening(), lines_of(desk.directory.locked_key())
    day = desk.now().astimezone().date().isoformat()
    sheet = KeySheet(opening.consultation, opening.fingerprint, opening.key, day, lines)
    note(desk, Act.KEY_PRINTED, key=opening.sealing.id)
    _write(chosen.out, write(sheet))
    if chosen.json:
        show_json({"out": str(chosen.out), "lines": len(lines), "key": opening.key})
    tell(f"{len(lines)} lines are in {chosen.out}. Print it, delete the file, keep the words elsewhere.")
    return 0


def _restore(chosen: Namespace) -> int:
    _check_new(chosen.out)
    locked = key_from(_text(chosen.paper))
    if not (locked.startswith(_AGE) or is_shared(locked)):
        raise NotPossible(f"{chosen.paper}: what was printed there is no key.")
    _write(chosen.out, locked)
    if chosen.json:
        show_json({"out": str(chosen.out), "bytes": len(locked), "passphrases": needed_for(locked)})
    tell(f"The key is in {chosen.out}, locked as it was printed.")
    return 0


def _rekey(chosen: Namespace) -> int:
    if chosen.like is not None:
        place = Places(chosen.like).opening if chosen.like.is_dir() else chosen.like
        opening = adopt_keys(desk_at(chosen.data), elsewhere=read_opening(place))
    else:
        opening = _rekeyed(chosen)
    if chosen.json:
        show_json(plain_opening(opening, chosen.data))
    tell(f"From its next start the kiosk seals to the key {opening.sealing.id}.")
    return 0


def _rekeyed(chosen: Namespace) -> Opening:
    desk = _desk(chosen.data, chosen.key)
    needed = needed_for(desk.directory.locked_key())
    passphrase = secrets.existing_passphrase(chosen.passphrase_file, needed)
    new = secrets.passphrases_for_opening(chosen.new_passphrase_file, chosen.holders, "--new-passphrase-file")
    with new as wanted:
        opening = rekey(desk, passphrase=passphrase, wanted=wanted)
    tell("The new passphrase opens the old answers too. Old copies of the key open the old answers only.")
    return opening


def _destroy(chosen: Namespace) -> int:
    if chosen.protocol.suffix.lower() != ".html":
        raise NotPossible(f"{chosen.protocol}: give a name that ends in .html.")
    _check_new(chosen.protocol)
    if not chosen.protocol.absolute().parent.is_dir():
        raise NotPossible(f"{chosen.protocol}: there is no such directory; make it first.")
    desk = desk_at(chosen.data)
    opening = check_may_be_destroyed(desk)
    tell(f"Nobody will ever read the answers in {chosen.data} again. Export what is to stay first.")
    ask(f"Type the name of the consultation, {opening.consultation}: ")
    done = destroy_key(desk, typed=input(""), copies=[LocalKeyFile(path) for path in chosen.key])
    _write(chosen.protocol, destruction_as_html(_facts(done)))
    if chosen.json:
        show_json({"data": str(chosen.data), "protocol": str(chosen.protocol), **asdict(done)})
    tell(f"The key was destroyed on {done.day}. Print {chosen.protocol}, tick it and sign it.")
    return 0


def _facts(done: Destruction) -> list[tuple[str, str]]:
    return [
        ("Day", done.day),
        ("Consultation", done.consultation),
        ("Opening", done.opening),
        ("Fingerprint", done.fingerprint),
        *(("Key", key) for key in done.keys),
        *(("File destroyed, with its SHA-256", f"{name} {digest}") for name, digest in done.files),
        ("Sealed responses", str(done.responses)),
        ("Receipts", str(done.receipts)),
        ("Wishes", str(done.wishes)),
        ("Times the key was printed here", str(done.paper)),
        ("Last checkpoint, its SHA-256", done.checkpoint),
    ]


def _desk(data: Path, key: Path | None) -> Desk:
    desk = desk_at(data)
    return desk if key is None else replace(desk, directory=DirectoryWithKey(data, key=key))


def _check_new(path: Path) -> None:
    if path.exists():
        raise NotPossible(f"{path}: there is such a file already; choose another name.")


def _write(path: Path, content: bytes) -> None:
    write_whole(path, content)
    path.chmod(0o600)


def _text(path: Path) -> str:
    try:
        return read_regular(path, _LARGEST).decode("utf-8-sig")
    except TooLargeHere as error:
        raise NotPossible(f"{path}: this is too large for the lines of a paper.") from error
    except UnicodeDecodeError as error:
        raise NotPossible(f"{path}: this is no text; write one line of the paper in each line.") from error


_ACTS = {"paper": _paper, "restore": _restore, "rekey": _rekey, "destroy": _destroy}
