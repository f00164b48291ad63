"""Reading answers: only after the end, only with the passphrase."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.errors import BrokenRule
from icc_consult.domain.fitting import fits
from icc_consult.domain.response import Answered, Response
from icc_consult.services.auditing import Act, note
from icc_consult.services.errors import CannotBeOpened, OtherKey, StillOpen
from icc_consult.services.opening import check_pack
from icc_consult.services.payload import decode
from icc_consult.services.ports import Opener, SealedRecord
from icc_consult.services.premises import Desk, Progress, silently
from icc_consult.services.unsealing import Payload, Unreadable, unsealed

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")


@dataclass(frozen=True, slots=True)
class Unlocked:
    """Every response that could be read, in no order, and how many could not."""

    responses: tuple[Response, ...]
    unreadable: int = 0


def unlock(desk: Desk, *, passphrase: str) -> Opener:
    """What opens the answers; raises `StillOpen`, `OtherPack`, or what is wrong with passphrase or key.

    That is `KeyAway`, `KeyDamaged`, `WrongPassphrase`, or `OtherKey` where a key opens that is not theirs.
    """
    opening = desk.directory.opening()
    if not opening.is_closed:
        raise StillOpen(opening.consultation)
    check_pack(opening, desk.consultation())
    opener = desk.vault.unlock(desk.directory.locked_key(), passphrase)
    if opener.key != opening.key:
        raise OtherKey(opening.key, opener.key)
    note(desk, Act.UNLOCKED)
    return opener


def reading(desk: Desk, opener: Opener) -> Iterator[Response | Unreadable]:
    """Response by response, by random key."""
    return reading_of(desk.directory.sealed(), opener, desk.consultation())


def reading_of(
    records: Iterable[SealedRecord], opener: Opener, consultation: Consultation
) -> Iterator[Response | Unreadable]:
    """Response by response, in the order of the records, wherever they lie."""
    return (_read(payload, consultation) for payload in unsealed(records, opener))


def _read(payload: Payload, consultation: Consultation) -> Response | Unreadable:
    if isinstance(payload, Unreadable):
        return payload
    try:
        response = decode(payload)
        _check(response, consultation)
    except (BrokenRule, ValueError, TypeError):
        return Unreadable()
    return response


def _check(response: Response, consultation: Consultation) -> None:
    """Anybody can seal to a public key: what does not fit the questionnaire did not come from its kiosk."""
    languages = {response.language}
    for item, answer in response.answers.items():
        fits(consultation, item, answer)
        languages |= {answer.language} if isinstance(answer, Answered) else set()
    if response.fingerprint != consultation.fingerprint or not languages <= {*consultation.languages}:
        raise CannotBeOpened(response.fingerprint)


def read_all(desk: Desk, opener: Opener, *, progress: Progress = silently) -> Unlocked:
    """Every response; `progress` is told after each and may raise `Cancelled`."""
    return read_through(reading(desk, opener), desk.directory.counts().sealed, progress=progress)


def read_through(
    found: Iterable[Response | Unreadable], of: int, *, progress: Progress = silently
) -> Unlocked:
    """The same, of what is being read."""
    responses: list[Response] = []
    unreadable = 0
    for done, one in enumerate(found, start=1):
        if isinstance(one, Unreadable):
            unreadable += 1
        else:
            responses.append(one)
        progress(done, of)
    return Unlocked(tuple(responses), unreadable)


def read_wishes(desk: Desk, opener: Opener) -> tuple[str, ...]:
    """The tag of every wish that could be read and is one, by random key."""
    wishes = []
    for record in desk.directory.wishes():
        try:
            wish = opener.open(record).decode()
        except (CannotBeOpened, UnicodeDecodeError):
            continue
        if _TAG.fullmatch(wish):
            wishes.append(wish)
    return tuple(wishes)
