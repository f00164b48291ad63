"""Things that tests begin with: packs on disk, opened data directories, answers of every kind."""

import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from nacl.public import PrivateKey

from icc_consult.assets import resources
from icc_consult.domain.ballot import ApprovalPaper, Statement, TopicId, Vote
from icc_consult.domain.consultation import Consultation, Policy
from icc_consult.domain.items import Asked
from icc_consult.domain.response import (
    Answer,
    Answered,
    Approved,
    Chosen,
    ChosenMany,
    Ended,
    Refused,
    Response,
    Sitting,
    Skipped,
    Voted,
    Written,
)
from icc_consult.domain.survey import MultipleChoice, OpenText
from icc_consult.domain.wording import LanguageTag
from icc_consult.packs import Pack, read_pack, write_pack
from icc_consult.services.errors import CannotBeOpened, RehearsalFailed, WrongPassphrase
from icc_consult.services.extent import sealed_size
from icc_consult.services.frequencies import asked_in
from icc_consult.services.opening import open_consultation
from icc_consult.services.ports import KeyId, Opener, Sealed, SealedRecord
from icc_consult.services.premises import Desk, NewKey, Terms
from icc_consult.services.responding import Kiosk
from icc_consult.storage.directory import LocalDirectory
from icc_consult.trust.sealing import PrivateOpener, key_id_of, sealer_to
from icc_consult.trust.vault import AgeVault

from tests.values import further_values

DAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PASSPHRASE = "one two three four five six"
PIN = "1234"
EN = LanguageTag("en")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(24)
OGG = b"OggS" + bytes(24) + b"\x01vorbis"


def sample() -> Pack:
    """The consultation that comes with the program."""
    return read_pack(resources() / "consultations" / "our-city-our-voice")


def pack_directory(root: Path, document: Mapping[str, Any], media: Mapping[str, bytes] | None = None) -> Path:
    """A pack written as a directory, by hand."""
    root.mkdir(parents=True)
    (root / "consultation.json").write_text(json.dumps(document))
    for name, content in (media or {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root


def pack_zip(path: Path, files: Sequence[tuple[str, bytes]], *, sums: bool = True) -> Path:
    """A pack written as a zip, by hand, with checksums of exactly these files."""
    lines = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in files)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
        if sums:
            archive.writestr("SHA256SUMS", lines)
    return path


@dataclass(frozen=True)
class QuickVault(AgeVault):
    """Keys whose lock takes no time: for tests of everything but the lock."""

    def new_key(self, passphrase: str) -> NewKey:
        """A key pair, its private half in the clear after the passphrase."""
        private = PrivateKey.generate()
        public = bytes(private.public_key)
        return NewKey(key_id_of(public), public, passphrase.encode() + b"|" + bytes(private).hex().encode())

    def unlock(self, locked: bytes, passphrase: str) -> Opener:
        """Only by the same passphrase."""
        expected, _, private = locked.partition(b"|")
        if expected != passphrase.encode():
            raise WrongPassphrase
        key = PrivateKey(bytes.fromhex(private.decode()))
        return PrivateOpener(key_id_of(bytes(key.public_key)), key)

    def rehearse(self, key: NewKey, passphrase: str) -> None:
        """Without a process of its own."""
        opener = self.unlock(key.locked, passphrase)
        try:
            opener.open(self.sealer(key.public, size=8).seal(b"trial"))
        except CannotBeOpened as error:
            raise RehearsalFailed from error

    def hash_pin(self, pin: str) -> str:
        """Not hashed."""
        return pin


def desk_over(data: Path, pack: Pack) -> Desk:
    """A desk with a quick vault."""
    return Desk(LocalDirectory(data, lambda: DAY), QuickVault(), lambda: pack.consultation, now=lambda: NOW)


def opened(data: Path, pack: Pack, policy: Policy = Policy.KEEP) -> Desk:
    """A consultation opened in a new data directory."""
    desk = desk_over(data, pack)
    open_consultation(
        desk,
        consultation=pack.consultation,
        copy_pack=partial(write_pack, pack),
        terms=Terms(policy, "City of Sketches", "desk@example.org"),
        passphrase=PASSPHRASE,
        pin=PIN,
    )
    return desk


def kiosk_at(desk: Desk) -> Kiosk:
    """The kiosk of an opened consultation; what was left unfinished is recovered."""
    opening, consultation = desk.directory.opening(), desk.consultation()
    store = desk.directory.hold()
    store.recover(day=DAY)
    sealer = sealer_to(opening.public_key, size=sealed_size(consultation))
    return Kiosk(consultation, opening.terms.policy, store, sealer, today=lambda: DAY)


def sealed_record(mark: bytes = b"body", size: int = 2_400) -> SealedRecord:
    """Bytes that stand for a sealed response."""
    return SealedRecord(KeyId("00112233445566aa"), Sealed(mark.ljust(size, b".")))


def response_with(consultation: Consultation, answers: Mapping[str, Answer], **changes: Any) -> Response:
    """A response to a consultation whose every item was offered."""
    facts: dict[str, Any] = {
        "fingerprint": consultation.fingerprint,
        "language": EN,
        "ended": Ended.COMPLETE,
        "offered": frozenset(consultation.items()),
    }
    return Response(answers=answers, **(facts | changes))


def fullest_answer(asked: Asked, language: LanguageTag) -> Answer:
    """The answer that takes the most bytes."""
    match asked:
        case OpenText():
            return Answered(Written("\U0001f600" * asked.max_length), language)
        case Statement():
            return Answered(Voted(Vote.DISAGREE), language)
        case ApprovalPaper():
            return Answered(Approved(tuple(topic.id for topic in asked.topics)), language)
        case MultipleChoice():
            return Answered(ChosenMany(tuple(choice.code for choice in asked.choices)), language)
        case _:
            return Answered(Chosen(max((choice.code for choice in asked.choices), key=len)), language)


def fullest_response(consultation: Consultation) -> Response:
    """Nobody can give more than this."""
    language = max(consultation.languages, key=len)
    asked = asked_in(consultation)
    return response_with(
        consultation,
        {one.id: fullest_answer(one, language) for one in asked},
        language=language,
        ended=Ended.RECOVERED,
        drawn=tuple(one.id for one in asked if isinstance(one, Statement)),
        turned_scales=tuple(one.id for one in asked if type(one).__name__ == "Scale"),
        sitting=Sitting(999, 3, "contrast", 999),
    )


def values_of(asked: Asked) -> st.SearchStrategy[Any]:
    """Every value that fits."""
    if (further := further_values(asked)) is not None:
        return further
    match asked:
        case OpenText():
            letters = st.characters(codec="utf-8")
            return st.builds(Written, st.text(letters, min_size=1, max_size=asked.max_length))
        case Statement():
            return st.builds(Voted, st.sampled_from(Vote))
        case ApprovalPaper():
            topics = st.lists(st.sampled_from([t.id for t in asked.topics]), unique=True)
            return topics.map(lambda found: Approved(tuple(TopicId(topic) for topic in found)))
        case MultipleChoice():
            codes = st.lists(st.sampled_from([c.code for c in asked.choices]), unique=True, min_size=1)
            return codes.map(lambda found: ChosenMany(tuple(found)))
        case _:
            return st.builds(Chosen, st.sampled_from([c.code for c in asked.choices]))


def responses_to(consultation: Consultation) -> st.SearchStrategy[Response]:
    """Responses of every shape."""
    languages = st.sampled_from(consultation.languages)
    quiet = st.sampled_from([Skipped(), Refused()])
    answers = {
        one.id: st.one_of(quiet, st.builds(Answered, values_of(one), languages))
        for one in asked_in(consultation)
    }
    items = st.sets(st.sampled_from(sorted(answers)))
    return st.builds(
        partial(response_with, consultation),
        st.fixed_dictionaries({}, optional=answers),
        language=languages,
        ended=st.sampled_from(Ended),
        offered=items.map(frozenset),
        drawn=st.permutations(["s1", "s2", "s3"]).map(tuple),
        sitting=st.builds(Sitting, st.integers(0, 99), st.integers(1, 3), st.sampled_from(["light", "dark"])),
    )
