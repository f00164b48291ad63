"""Everything that writes answers, done once through the program's ordinary code while the disk is watched."""

import random
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from nacl.public import PrivateKey

from icc_consult.bootstrap import desk_at, open_kiosk
from icc_consult.domain.admission import FREELY, AdmissionRule
from icc_consult.domain.consultation import Policy
from icc_consult.domain.response import Answered, Ended, Written
from icc_consult.domain.wording import LanguageTag
from icc_consult.packs import pack_of, write_pack
from icc_consult.services import responding
from icc_consult.services.admitting import admit
from icc_consult.services.issuing import make_vouchers
from icc_consult.services.opening import open_consultation
from icc_consult.services.ports import Opener, SealedRecord, Sealer
from icc_consult.services.premises import Desk, NewKey, Terms
from icc_consult.services.responding import Kiosk, Seat
from icc_consult.trust.sealing import KeyRing, PrivateOpener, key_id_of
from icc_consult.trust.vault import AgeVault
from icc_consult.trust.vouchers import encode, new_serial, tag_of

from scripts.torture.power.watching import Watcher

EN = LanguageTag("en")
PASSPHRASE, PIN = "quick", "2468"
QUESTIONS = ("q1", "q2", "q3")
VOUCHERS = 8
_LETTERS = "abcdefghjkmnprtuvwxyz"


class OpenVault(AgeVault):
    """Keys whose lock takes no time: what is proved here is the disk, not the lock."""

    def new_key(self, passphrase: str) -> NewKey:  # noqa: ARG002
        """A key pair, its private half in the clear."""
        return _in_the_clear(b"")

    def renewed(self, locked: bytes, passphrase: str, wanted: str) -> NewKey:  # noqa: ARG002
        """One more, after those before."""
        return _in_the_clear(locked)

    def unlock(self, locked: bytes, passphrase: str) -> Opener:  # noqa: ARG002
        """By anybody."""
        keys = [PrivateKey(bytes.fromhex(line)) for line in locked.decode().split()]
        return KeyRing(tuple(PrivateOpener(key_id_of(bytes(key.public_key)), key) for key in keys))

    def rehearse(self, key: NewKey, passphrase: str) -> None:
        """It is what was written."""
        self.unlock(key.locked, passphrase)

    def hash_pin(self, pin: str) -> str:
        """Not hashed."""
        return pin


def _in_the_clear(before: bytes) -> NewKey:
    private = PrivateKey.generate()
    public = bytes(private.public_key)
    return NewKey(key_id_of(public), public, before + bytes(private).hex().encode() + b"\n")


def document(policy: str) -> dict[str, Any]:
    """Three open questions and nothing else, in two languages."""

    def text(words: str) -> dict[str, str]:
        return {tag: f"{words} ({tag})" for tag in (EN, "fr")}

    questions = [
        {"id": name, "kind": "open_text", "text": text("What first?"), "max_length": 40} for name in QUESTIONS
    ]
    return {
        "format": "icc-consult-pack",
        "version": 1,
        "id": "power",
        "title": text("Power"),
        "source_language": EN,
        "fallback_language": EN,
        "languages": [EN, "fr"],
        "policy": policy,
        "consent": {"title": text("Before you start"), "lines": [text("We ask no name.")]},
        "parts": [{"id": "life", "kind": "survey", "questions": questions}],
        "finish": {"lines": [text("Thank you.")]},
        "translations": {"fr": {"state": "draft"}},
    }


def desk_of(data: Path) -> Desk:
    """The ordinary desk, but for the lock of its keys."""
    return replace(desk_at(data), vault=OpenVault())


def open_at(data: Path, *, policy: Policy = Policy.KEEP, rule: AdmissionRule = AdmissionRule.HONOUR) -> Desk:
    """A consultation opened in a new directory."""
    desk, pack = desk_of(data), pack_of(document(policy.value))
    open_consultation(
        desk,
        consultation=pack.consultation,
        copy_pack=partial(write_pack, pack),
        terms=Terms(policy, "City of Sketches", "desk@example.org", rule),
        passphrase=PASSPHRASE,
        pin=PIN,
    )
    return desk


@dataclass
class _Noting:
    """A sealer that remembers what it sealed."""

    real: Sealer
    sealed: list[bytes] = field(default_factory=list)

    @property
    def size(self) -> int:
        return self.real.size

    def seal(self, payload: bytes) -> SealedRecord:
        record = self.real.seal(payload)
        self.sealed.append(bytes(record.body))
        return record


@dataclass
class Day:
    """A kiosk that works while the disk is watched. A careless one thanks before it saves."""

    watcher: Watcher
    kiosk: Kiosk
    chance: random.Random
    codes: list[str]
    is_careless: bool = False

    def come(self, *acts: str) -> None:
        """One resident after the other."""
        for act in acts:
            getattr(self, f"_{act}")()

    def _sit(self) -> tuple[Seat, list[str], str]:
        code = self.codes.pop() if self.codes else ""
        admission = admit(self.kiosk, voucher=code) if code else FREELY
        seat = responding.begin(self.kiosk, language=EN, admission=admission)
        self._sealer().sealed.clear()
        self.watcher.say("sits", seat.receipt)
        words: list[str] = []
        for question in QUESTIONS[: self.chance.randint(1, 3)]:
            words.append("".join(self.chance.sample(_LETTERS, 10)))
            seat = responding.answer(seat, item=question, given=Answered(Written(words[-1]), EN))
            self.watcher.say("keeps", seat.receipt)
            seat = responding.turn_page(self.kiosk, seat)
            if self.kiosk.policy is Policy.KEEP:
                self.watcher.say("kept", seat.receipt, *words)
        voucher = getattr(admission, "tag", b"").hex()
        return seat, words, voucher

    def _sealer(self) -> _Noting:
        assert isinstance(self.kiosk.sealer, _Noting)  # noqa: S101 - `working` put it there
        return self.kiosk.sealer

    def _send(self, ended: Ended = Ended.COMPLETE) -> None:
        seat, words, voucher = self._sit()
        snapshots = list(self._sealer().sealed)
        if self.is_careless:
            self.watcher.say("thanked", seat.receipt, voucher, *words)
        self.watcher.say("sends", seat.receipt, voucher)
        responding.send(self.kiosk, seat, ended=ended)
        self.watcher.say("thanked", seat.receipt, voucher, *words)
        self._gone(snapshots)

    def _leave(self) -> None:
        self._send(Ended.LEFT)

    def _delete(self) -> None:
        seat, _, _ = self._sit()
        self.watcher.say("deletes", seat.receipt)
        responding.delete(self.kiosk)
        self.watcher.say("deleted", seat.receipt)
        self._gone(self._sealer().sealed)

    def _gone(self, bodies: list[bytes]) -> None:
        self.watcher.say("gone", *(body[1:33].hex() for body in bodies))

    def _walk_off(self) -> None:
        """Nothing more happens: whoever comes next finds the snapshot a response."""
        self._sit()

    def _refuse(self) -> None:
        self.watcher.say("counts", "refused")
        responding.refuse(self.kiosk)
        self.watcher.say("counted", "refused")

    def _wish(self) -> None:
        self.watcher.say("counts", "wish")
        responding.wish(self.kiosk, language="yue")
        self.watcher.say("counted", "wish")

    def _rest(self) -> None:
        responding.rest(self.kiosk)


@contextmanager
def acting(watcher: Watcher, act: str) -> Iterator[None]:
    """Something is done at the desk, and told once it is done."""
    watcher.say("begins", act)
    yield
    watcher.say("ends", act)


@contextmanager
def working(
    watcher: Watcher, chance: random.Random, codes: list[str], *, is_careless: bool = False
) -> Iterator[Day]:
    """A kiosk from its first moment to its last."""
    with acting(watcher, "day"):
        kiosk = open_kiosk(watcher.place / "data")
    assert kiosk.sealer is not None  # noqa: S101 - it is no practice
    day = Day(watcher, replace(kiosk, sealer=_Noting(kiosk.sealer)), chance, codes, is_careless)
    yield day
    assert kiosk.store is not None  # noqa: S101
    with acting(watcher, "night"):
        kiosk.store.release()


def vouchers_made(desk: Desk) -> list[str]:
    """Codes of a new batch."""
    serials = [new_serial() for _ in range(VOUCHERS)]
    consultation = desk.directory.opening().consultation
    make_vouchers(desk, name=secrets.token_hex(2), tags=[tag_of(consultation, one) for one in serials])
    return [encode(one) for one in serials]
