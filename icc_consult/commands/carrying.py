"""`bundle` and `merge`."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from icc_consult.bootstrap import desk_at, opened_pack
from icc_consult.bundles.envelope import Lock, ToPassphrase, ToRecipient, Unlock
from icc_consult.bundles.reading import Brought, check_is_bundle, read_bundle_file
from icc_consult.bundles.writing import SUFFIX, Written, write_bundle
from icc_consult.commands import secrets
from icc_consult.commands.keys import unlock_with
from icc_consult.commands.speaking import HonestNo, NotPossible, show_json, tell
from icc_consult.commands.verifying_sentences import plain_finding, told_finding
from icc_consult.packs import write_pack
from icc_consult.sentences import sentence
from icc_consult.services.bundle_errors import TooFewNew, UnknownSigner
from icc_consult.services.bundling import bundle
from icc_consult.services.merging import (
    Delivery,
    Merged,
    begin_merging,
    check_deliveries,
    known_signers,
    merge,
)
from icc_consult.services.premises import Desk, Opening
from icc_consult.services.uncollected import uncollected
from icc_consult.storage.key_file import DirectoryWithKey
from icc_consult.storage.places import Places
from icc_consult.trust.words import as_typed_back
from icc_consult.verifying.regular_files import read_regular


def run_bundle(chosen: Namespace) -> int:
    """Write everything to a stick; told only when the stick gave it back."""
    if chosen.out.suffix != SUFFIX:
        raise NotPossible(f"{chosen.out}: the name of a bundle ends in {SUFFIX}; choose such a name.")
    desk = desk_at(chosen.data)
    lock = lock_for(desk.directory.opening(), chosen.passphrase_file)
    written: list[Written] = []
    with honestly():
        done = bundle(
            desk, out=chosen.out, write=lambda inside: written.append(write_bundle(chosen.out, inside, lock))
        )
    document = {
        "bundle": str(chosen.out),
        "bytes": written[0].size,
        "sha256": written[0].sha256,
        "signer": done.state.signer,
        "state": "closed" if done.state.is_closed else "open",
        "books": done.books,
        "findings": [plain_finding(finding) for finding in done.findings],
    }
    if chosen.json:
        show_json(document)
    for finding in done.findings:
        tell(told_finding(finding))
    count = done.books["sealed"]
    tell(f"{count} answers were written to {chosen.out} and read back: you may remove the stick.")
    return 0


@contextmanager
def honestly() -> Iterator[None]:
    """What can be asked for and is refused for a reason is an honest no, not a mistake."""
    try:
        yield
    except (TooFewNew, UnknownSigner) as error:
        raise HonestNo(sentence(error)) from error


def lock_for(opening: Opening, passphrase_files: Sequence[Path]) -> Lock:
    if opening.recipient:
        return ToRecipient(opening.recipient)
    return ToPassphrase(as_typed_back(secrets.existing_passphrase(passphrase_files)))


def run_merge(chosen: Namespace) -> int:
    """Bring bundles together; every difference is named."""
    desk = desk_at(chosen.out)
    is_new = not Places(chosen.out).opening.exists()
    if is_new and chosen.source is None:
        raise NotPossible(f"{chosen.out}: this is new; give --from DIR, where the consultation was opened.")
    if is_new:
        desk.directory.check_new()
    deliveries = _brought(chosen, is_new=is_new)
    with honestly():
        if is_new:
            _begin(desk, chosen, deliveries)
        merged = merge(desk, deliveries, known=chosen.signer)
    if chosen.json:
        show_json(_plain_merged(chosen.out, deliveries, merged))
    for finding in merged.findings:
        tell(told_finding(finding))
    count = merged.books["sealed"]
    tell(f"{merged.added} answers were new; {count} are in {chosen.out}.")
    if not merged.is_closed:
        tell("Not every place has closed the consultation; close it here when no more bundles will come.")
    return 0


def _brought(chosen: Namespace, *, is_new: bool) -> list[Delivery]:
    for path in chosen.bundles:
        check_is_bundle(path)
    holder = chosen.source or (None if is_new else chosen.out)
    unlock = unlock_with(holder, chosen.key, chosen.passphrase_file)
    return brought_in(chosen.bundles, unlock, is_salvaging=chosen.salvage)


@uncollected()
def brought_in(bundles: Iterable[Path], unlock: Unlock, *, is_salvaging: bool) -> list[Delivery]:
    """What bundles hold; it is told where one was salvaged. Raises `BundleRefused` or `OSError`."""
    brought = [read_bundle_file(path, unlock, is_salvaging=is_salvaging) for path in bundles]
    for one in brought:
        if one.is_salvaged:
            tell(f"{one.where}: {_salvaged(one)}; no signature covers them.")
    return [Delivery(str(one.where), one.state, one.is_salvaged) for one in brought]


def _salvaged(one: Brought) -> str:
    missing = "nobody knows how many are lost" if one.missing is None else f"{one.missing} are lost"
    return f"{len(one.state.records)} whole records were salvaged, {missing}"


def _begin(desk: Desk, chosen: Namespace, deliveries: Iterable[Delivery]) -> None:
    """Whatever would stop the merging is found before anything is made."""
    source = desk_at(chosen.source)
    if chosen.key is not None:
        source = replace(source, directory=DirectoryWithKey(chosen.source, key=chosen.key))
    first = source.directory.opening()
    check_deliveries(first, deliveries, {*chosen.signer, *known_signers(source)})
    pack = opened_pack(chosen.source)
    document = read_regular(Places(chosen.source).opening)
    begin_merging(desk, source=source, document=document, copy_pack=partial(write_pack, pack))


def _plain_merged(out: Path, deliveries: Iterable[Delivery], merged: Merged) -> dict[str, object]:
    return {
        "data": str(out),
        "state": "closed" if merged.is_closed else "open",
        "added": merged.added,
        "books": merged.books,
        "sources": list(merged.sources),
        "bundles": plain_deliveries(deliveries),
        "findings": [plain_finding(finding) for finding in merged.findings],
    }


def plain_deliveries(deliveries: Iterable[Delivery]) -> list[dict[str, object]]:
    """The bundles as JSON shows them."""
    return [
        {
            "bundle": one.where,
            "signer": one.state.signer,
            "state": "closed" if one.state.is_closed else "open",
            "records": len(one.state.records),
            "salvaged": one.is_salvaged,
        }
        for one in deliveries
    ]
