"""Opening answers with the private key on every core, beside libsodium in a bare loop on every core.

The yardstick is a process a core that opens the same boxes by `SealedBox.decrypt` and throws them away. What
is compared with it opens records as the program does before it decodes them; decoding is told apart.
"""

import argparse
import json
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from multiprocessing.synchronize import Barrier
from statistics import median

from nacl.public import PrivateKey, SealedBox

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.errors import BrokenRule
from icc_consult.domain.fitting import fits
from icc_consult.domain.response import Response
from icc_consult.services.extent import sealed_size
from icc_consult.services.payload import encode
from icc_consult.services.ports import SealedRecord
from icc_consult.services.unlocking import Unreadable, reading_of
from icc_consult.services.unsealing import unsealed
from icc_consult.trust.sealing import PrivateOpener, key_id_of, sealer_to

from tests.builders import fullest_response, sample

LEAST = 0.9
CORES = len(os.sched_getaffinity(0))


def _response(consultation: Consultation) -> Response:
    """As much as fits the questions."""
    full = fullest_response(consultation)
    answers = {}
    for item, answer in full.answers.items():
        with suppress(BrokenRule):
            fits(consultation, item, answer)
            answers[item] = answer
    return replace(full, answers=answers)


def sealed_to(private: PrivateKey, consultation: Consultation, count: int) -> list[SealedRecord]:
    """Full answers to the sample consultation."""
    payload = encode(_response(consultation))
    sealer = sealer_to(bytes(private.public_key), size=sealed_size(consultation))
    return [sealer.seal(payload) for _ in range(count)]


def _loop(private: bytes, boxes: Sequence[bytes], together: Barrier) -> None:
    box = SealedBox(PrivateKey(private))
    together.wait()
    for one in boxes:
        box.decrypt(one)
    together.wait()


def bare(private: PrivateKey, records: Sequence[SealedRecord], cores: int) -> float:
    """Seconds that a process a core takes together."""
    context = multiprocessing.get_context("fork")
    together = context.Barrier(cores + 1)
    boxes = [record.body[1:] for record in records]
    each = [boxes[place::cores] for place in range(cores)]
    loops = [context.Process(target=_loop, args=(bytes(private), some, together)) for some in each]
    for one in loops:
        one.start()
    together.wait()
    began = time.perf_counter()
    together.wait()
    seconds = time.perf_counter() - began
    for one in loops:
        one.join()
    return seconds


def timed(act: Callable[[], int], count: int) -> float:
    """Seconds, and nothing was left out."""
    began = time.perf_counter()
    assert act() == count  # noqa: S101 - else something else was measured
    return time.perf_counter() - began


def measure(count: int, turns: int) -> dict[str, float]:
    """Answers a second of each way, the median of turns, and the ratio of ours to the library."""
    consultation, private = sample().consultation, PrivateKey.generate()
    records = sealed_to(private, consultation, count)
    opener = PrivateOpener(key_id_of(bytes(private.public_key)), private)
    one_core = records[: count // CORES]
    taken: dict[str, list[float]] = {name: [] for name in ("library", "one", "ours", "decoded")}
    for _ in range(turns):
        taken["library"].append(bare(private, records, CORES))
        taken["ours"].append(
            timed(lambda: sum(isinstance(one, bytes) for one in unsealed(records, opener)), count)
        )
        taken["one"].append(bare(private, one_core, 1))
        taken["decoded"].append(
            timed(
                lambda: sum(
                    not isinstance(one, Unreadable) for one in reading_of(records, opener, consultation)
                ),
                count,
            )
        )
    return _figures({name: median(seconds) for name, seconds in taken.items()}, count, len(one_core))


def _figures(seconds: dict[str, float], count: int, one_core: int) -> dict[str, float]:
    return {
        "cores": CORES,
        "bytes": sealed_size(sample().consultation),
        "library_per_second": round(count / seconds["library"]),
        "library_per_second_on_one_core_alone": round(one_core / seconds["one"]),
        "ours_per_second": round(count / seconds["ours"]),
        "ours_with_decoding_per_second": round(count / seconds["decoded"]),
        "ratio": round(seconds["library"] / seconds["ours"], 3),
    }


def main(arguments: list[str] | None = None) -> int:
    """Print what was measured; 1 where opening is slower than nine tenths of what the library can do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--responses", type=int, default=8_000, metavar="N")
    parser.add_argument("--turns", type=int, default=5, metavar="N")
    chosen = parser.parse_args(arguments)
    figures = measure(chosen.responses, chosen.turns)
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    return int(figures["ratio"] < LEAST)


if __name__ == "__main__":
    raise SystemExit(main())
