"""Opening what was sealed on every core: libsodium lets go of the interpreter while it works."""

import os
from collections import deque
from collections.abc import Generator, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice

from icc_consult.domain.errors import BrokenRule
from icc_consult.services.ports import Opener, SealedRecord

_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A record that this key does not open, or that is not whole; the others are read all the same."""


Payload = bytes | Unreadable


def unsealed(records: Iterable[SealedRecord], opener: Opener) -> Generator[Payload, None, None]:
    """Payload by payload, in the order of the records; a few are opened ahead of whoever reads them."""
    cores = os.cpu_count() or 1
    coming = iter(records)
    ahead: deque[Future[list[Payload]]] = deque()
    with ThreadPoolExecutor(cores) as pool:
        while some := tuple(islice(coming, _AT_ONCE)):
            ahead.append(pool.submit(_opened, some, opener))
            if len(ahead) > 2 * cores:
                yield from ahead.popleft().result()
        while ahead:
            yield from ahead.popleft().result()


def _opened(records: Sequence[SealedRecord], opener: Opener) -> list[Payload]:
    return [_payload(record, opener) for record in records]


def _payload(record: SealedRecord, opener: Opener) -> Payload:
    try:
        return opener.open(record)
    except (BrokenRule, ValueError, TypeError):
        return Unreadable()
