"""What can be checked: a state, whole, or a paper about one; and everything that does not fit in it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from icc_consult.bundles.envelope import Unlock
from icc_consult.bundles.reading import is_bundle, read_bundle_file
from icc_consult.services.bundle_errors import NotCheckable, Unfit
from icc_consult.verifying.canonical import NotCanonical
from icc_consult.verifying.checking import check, check_merged
from icc_consult.verifying.data_directory import Unreadable, is_data_directory, read_directory
from icc_consult.verifying.findings import Finding
from icc_consult.verifying.following import check_follows, check_follows_checkpoint, check_follows_state
from icc_consult.verifying.manifest import MAGIC
from icc_consult.verifying.receipts import codes_in, read_list
from icc_consult.verifying.regular_files import open_regular
from icc_consult.verifying.state import Signed, State


@dataclass(frozen=True, slots=True)
class Paper:
    """A checkpoint on its own, or a list of receipts under one: what can be handed to anybody."""

    signed: Signed
    codes: list[bytes] | None


Subject = State | Paper


def subject_at(path: Path, unlock: Callable[[], Unlock]) -> Subject:
    """What lies there; `unlock` is asked where a bundle is locked. Raises `NotCheckable` too."""
    try:
        if path.is_dir():
            if not is_data_directory(path):
                raise NotCheckable(Unfit.NOT_OPENED, str(path))
            return read_directory(path)
        if not path.is_file():
            raise NotCheckable(Unfit.NOT_FOUND, str(path))
        return _bundle(path, unlock) if is_bundle(path) else _paper(path)
    except Unreadable as error:
        raise NotCheckable(Unfit.UNREADABLE, str(path), str(error.args[0])) from error
    except NotCanonical as error:
        raise NotCheckable(Unfit.NOTHING_OF_OURS, str(path)) from error


def _bundle(path: Path, unlock: Callable[[], Unlock]) -> State:
    with open_regular(path) as stream:
        is_locked = stream.read(len(MAGIC)) != MAGIC
    return read_bundle_file(path, unlock() if is_locked else None).state


def _paper(path: Path) -> Paper:
    with open_regular(path) as stream:
        signed, codes = read_list(stream)
    return Paper(signed, codes)


def flaws_in(subject: Subject) -> tuple[Finding, ...]:
    """Everything that does not fit in itself."""
    if isinstance(subject, Paper):
        return ()
    return tuple(sorted({*check(subject), *(check_merged(subject) if subject.is_merged else ())}))


def flaws_since(subject: Subject, old: Subject) -> tuple[Finding, ...]:
    """Everything by which it does not go on from something older; raises `NotCheckable`."""
    match subject, old:
        case State(), State():
            return check_follows_state(subject, old)
        case State(), Paper():
            return check_follows_checkpoint(subject, old.signed)
        case Paper(), Paper():
            return check_follows(subject.signed, old.signed)
        case _:
            raise NotCheckable(Unfit.CHECKPOINT_ALONE)


def receipts_of(subject: Subject) -> list[bytes]:
    """The receipts that were counted; raises `NotCheckable` where it names none."""
    codes = codes_in(subject) if isinstance(subject, State) else subject.codes
    if codes is None:
        raise NotCheckable(Unfit.NO_RECEIPTS)
    return codes
