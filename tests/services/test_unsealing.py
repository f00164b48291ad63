import os
from collections.abc import Iterator

from nacl.public import PrivateKey

from icc_consult.services.ports import KeyId, Sealed, SealedRecord
from icc_consult.services.unsealing import Unreadable, unsealed
from icc_consult.trust.sealing import PrivateOpener, key_id_of, sealer_to

PRIVATE = PrivateKey.generate()
SEALER = sealer_to(bytes(PRIVATE.public_key), size=64)
OPENER = PrivateOpener(key_id_of(bytes(PRIVATE.public_key)), PRIVATE)
MANY = [SEALER.seal(b"%d" % number) for number in range(1_000)]


def test_what_many_threads_open_comes_in_the_order_of_the_records() -> None:
    assert list(unsealed(MANY, OPENER)) == [b"%d" % number for number in range(1_000)]


def test_what_cannot_be_opened_stands_in_its_place_and_stops_nobody() -> None:
    strange = SealedRecord(KeyId("ff" * 8), MANY[0].body)
    broken = SealedRecord(OPENER.key, Sealed(MANY[0].body[:-1]))
    found = list(unsealed([MANY[0], strange, MANY[1], broken, MANY[2]], OPENER))
    assert found == [b"0", Unreadable(), b"1", Unreadable(), b"2"]


def test_only_a_few_records_are_taken_ahead_of_whoever_reads() -> None:
    taken: list[int] = []

    def counted() -> Iterator[SealedRecord]:
        for number, record in enumerate(MANY * 10):
            taken.append(number)
            yield record

    found = unsealed(counted(), OPENER)
    assert next(found) == b"0"
    assert len(taken) <= (2 * (os.cpu_count() or 1) + 1) * 64
    found.close()
