"""Bringing together at the desk what several kiosks of a consultation collected."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from icc_consult.bundles.envelope import Unlock
from icc_consult.bundles.reading import Brought, read_bundle_file
from icc_consult.domain.errors import BrokenRule
from icc_consult.packs import write_pack
from icc_consult.services.bundle_errors import BundleRefused, Damage, OtherConsultation
from icc_consult.services.checkpointing import identity_of
from icc_consult.services.merging import (
    STEPS,
    Delivery,
    begin_merging,
    check_deliveries,
    known_signers,
    merge,
)
from icc_consult.services.premises import Desk, Progress, past_stopping
from icc_consult.storage.key_file import DirectoryWithKey
from icc_consult.storage.openings import read_opening
from icc_consult.storage.places import Places
from icc_consult.verifying.records import Kind

from ui.desk.errands import Looked, Taken
from ui.desk.state import Opened
from ui.errands_checking import unlock_with

_TOGETHER = "together"


def _read(path: Path, unlock: Unlock) -> tuple[Brought, BundleRefused | None]:
    """What a bundle holds; of a damaged one what is whole, and the damage. Raises where that is no answer."""
    try:
        return read_bundle_file(path, unlock), None
    except BundleRefused as error:
        if error.damage is Damage.DAMAGED:
            brought = read_bundle_file(path, unlock, is_salvaging=True)
            if brought.state.count(Kind.SEALED):
                return brought, error
        raise


@dataclass(frozen=True)
class Together:
    """One directory for each consultation, beside those of kiosks, in which all of it comes together."""

    root: Path
    desk_at: Callable[[Path], Desk]

    def look_into(
        self, opened: Opened, bundles: Sequence[Path], passphrase: str, progress: Progress
    ) -> tuple[Looked, ...]:
        """What each bundle holds; raises what is wrong with the key."""
        unlock = unlock_with(self.desk_at, opened.key, passphrase)
        have, known = self._have(opened), self._known(opened)
        return tuple(self._looked(opened, bundles, unlock, have, known, progress))

    def _looked(
        self,
        opened: Opened,
        bundles: Sequence[Path],
        unlock: Unlock,
        have: Collection[bytes],
        known: Collection[str],
        progress: Progress,
    ) -> Iterator[Looked]:
        for number, path in enumerate(bundles):
            progress(number, len(bundles))
            try:
                brought, damage = _read(path, unlock)
                state = brought.state
                if state.identity != identity_of(opened.seen.opening):
                    raise OtherConsultation(str(path))
            except (BrokenRule, OSError) as error:
                yield Looked(path, error=error)
                continue
            hashes = {record.hash for record in state.of(Kind.SEALED)}
            new = len(hashes.difference(have))
            yield Looked(
                path,
                len(hashes),
                new,
                state.signer,
                state.signer in known,
                state.is_closed,
                error=damage,
                is_salvaged=brought.is_salvaged,
                missing=brought.missing_answers,
                delivery=Delivery(str(path), state, brought.is_salvaged),
            )

    def _have(self, opened: Opened) -> frozenset[bytes]:
        place = self._place(opened)
        if place is None:
            return frozenset()
        records = self.desk_at(place).directory.ledger().records()
        return frozenset(record.hash for record in records if record.kind is Kind.SEALED)

    def _known(self, opened: Opened) -> frozenset[str]:
        place = self._place(opened)
        known = known_signers(self.desk_at(opened.data))
        return known | known_signers(self.desk_at(place)) if place else known

    def _place(self, opened: Opened) -> Path | None:
        """Where it comes together, if anything came yet."""
        if opened.seen.opening.is_merged:
            return opened.data
        for data in sorted(self.root.iterdir()) if self.root.is_dir() else ():
            try:
                opening = read_opening(Places(data).opening)
            except (BrokenRule, OSError):
                continue
            if opening.is_merged and opening.id == opened.seen.opening.id:
                return data
        return None

    def take_in(
        self, opened: Opened, looked: Sequence[Looked], believed: Collection[str], progress: Progress
    ) -> Taken:
        """All that can be taken in, or nothing of it; raises as `merge` does.

        It can be stopped before anything is made or written, and not any more after that.
        """
        deliveries = [one.delivery for one in looked if one.delivery is not None]
        place = self._place(opened)
        if place is None:
            place = self._begun(opened, deliveries, believed, progress)
            progress = past_stopping(progress)
        merged = merge(self.desk_at(place), deliveries, known=believed, progress=progress)
        findings = tuple((one.flaw.value, one.detail) for one in merged.findings)
        books = tuple(merged.books.items())
        return Taken(place, merged.added, merged.books["sealed"], books, merged.is_closed, findings)

    def _begun(
        self, opened: Opened, deliveries: Sequence[Delivery], believed: Collection[str], progress: Progress
    ) -> Path:
        """Whatever would stop it is found before anything is made."""
        source = self.desk_at(opened.data)
        if opened.key != Places(opened.data).key:
            source = replace(source, directory=DirectoryWithKey(opened.data, key=opened.key))
        check_deliveries(opened.seen.opening, deliveries, {*believed, *known_signers(source)})
        place = self._free_place(opened)
        document = Places(opened.data).opening.read_bytes()
        progress(0, STEPS)
        begin_merging(
            self.desk_at(place), source=source, document=document, copy_pack=partial(write_pack, opened.pack)
        )
        return place

    def _free_place(self, opened: Opened) -> Path:
        number, place = 1, self.root / f"{opened.data.name}-{_TOGETHER}"
        while place.exists():
            number += 1
            place = self.root / f"{opened.data.name}-{_TOGETHER}-{number}"
        return place
