"""`verify`."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from icc_consult.bundles.reading import is_bundle, read_bundle_file
from icc_consult.commands.keys import unlock_with
from icc_consult.commands.speaking import HonestNo, NotPossible, show, show_json
from icc_consult.commands.verifying_sentences import plain_finding
from icc_consult.sentences import printable
from icc_consult.verifying.audit import head_of
from icc_consult.verifying.canonical import NotCanonical
from icc_consult.verifying.checking import books, check, check_merged
from icc_consult.verifying.checkpoints import Checkpoint
from icc_consult.verifying.data_directory import Unreadable, is_data_directory, read_directory
from icc_consult.verifying.findings import Finding, Flaw
from icc_consult.verifying.following import check_follows, check_follows_checkpoint, check_follows_state
from icc_consult.verifying.manifest import MAGIC
from icc_consult.verifying.receipts import Proof, as_printed, codes_in, proof_for, read_list
from icc_consult.verifying.records import Kind
from icc_consult.verifying.regular_files import open_regular
from icc_consult.verifying.state import Signed, State, checkpoints, logs


@dataclass(frozen=True, slots=True)
class Paper:
    """A checkpoint on its own, or a list of receipts under one: what can be handed to anybody."""

    signed: Signed
    codes: list[bytes] | None


Subject = State | Paper
_LONGEST = 200


def run_verify(chosen: Namespace) -> int:
    """Check it, and say everything that does not fit."""
    subject = _subject(chosen.path, chosen)
    findings = list(_findings(subject))
    document = _told(subject)
    if chosen.since is not None:
        findings += _since(subject, _subject(chosen.since, chosen))
    if chosen.receipt is not None:
        code = as_printed(chosen.receipt)
        proof = proof_for(code, _codes(subject))
        document["receipt"] = _plain_receipt(code, proof)
        findings += [] if proof else [Finding(Flaw.RECEIPT_UNKNOWN, detail=code)]
    document |= {"ok": not findings, "findings": [plain_finding(finding) for finding in findings]}
    if chosen.json:
        show_json(document)
    else:
        show(_as_text(document))
    if findings:
        raise HonestNo(f"{printable(str(chosen.path))}: not everything fits.")
    return 0


def _subject(path: Path, chosen: Namespace) -> Subject:
    try:
        if path.is_dir():
            if not is_data_directory(path):
                raise NotPossible(f"{path}: no consultation was opened here; check the name.")
            return read_directory(path)
        if not path.is_file():
            raise NotPossible(f"{path}: there is no such file; check the name.")
        if is_bundle(path):
            return _bundle(path, chosen)
        return _paper(path)
    except Unreadable as error:
        raise NotPossible(f"{path}: {error.args[0]} cannot be read; it is damaged.") from error
    except NotCanonical as error:
        raise NotPossible(
            f"{path}: this is no bundle, no checkpoint and no list of receipts, or it was changed."
        ) from error


def _bundle(path: Path, chosen: Namespace) -> State:
    with open_regular(path) as stream:
        is_locked = stream.read(len(MAGIC)) != MAGIC
    unlock = unlock_with(chosen.source, chosen.key, chosen.passphrase_file) if is_locked else None
    return read_bundle_file(path, unlock).state


def _paper(path: Path) -> Paper:
    with open_regular(path) as stream:
        signed, codes = read_list(stream)
    return Paper(signed, codes)


def _findings(subject: Subject) -> tuple[Finding, ...]:
    match subject:
        case State():
            return tuple(sorted({*check(subject), *(check_merged(subject) if subject.is_merged else ())}))
        case Paper():
            return ()


def _since(subject: Subject, old: Subject) -> tuple[Finding, ...]:
    match subject, old:
        case State(), State():
            return check_follows_state(subject, old)
        case State(), Paper():
            return check_follows_checkpoint(subject, old.signed)
        case Paper(), Paper():
            return check_follows(subject.signed, old.signed)
        case _:
            raise NotPossible(
                "A checkpoint alone cannot show that all of a bundle is in it; give its bundle."
            )


def _codes(subject: Subject) -> list[bytes]:
    codes = codes_in(subject) if isinstance(subject, State) else subject.codes
    if codes is None:
        raise NotPossible("A checkpoint names no receipts; give the list of receipts, or the data directory.")
    return codes


def _told(subject: Subject) -> dict[str, Any]:
    if isinstance(subject, State):
        log = logs(subject).get(subject.signer, [])
        return {
            "what": "state",
            **subject.identity.plain(),
            "signer": subject.signer,
            "state": "closed" if subject.is_closed else "open",
            "kind": "merged" if subject.is_merged else "kiosk",
            "books": books(subject),
            "audit": {"entries": len(log), "head": head_of(log)},
            "checkpoints": {source: len(chain) for source, chain in checkpoints(subject).items()},
        }
    one: Checkpoint = subject.signed.checkpoint
    return {
        "what": "checkpoint" if subject.codes is None else "receipts",
        **one.identity.plain(),
        "signer": one.signer,
        "state": "closed" if one.is_closed else "open",
        "kind": "merged" if one.is_merged else "kiosk",
        "number": one.number,
        "day": one.day.isoformat(),
        "books": {"sealed": one.amounts[Kind.SEALED].count, "receipts": one.amounts[Kind.RECEIPT].count},
        "audit": {"entries": one.log.count, "head": one.head},
    }


def _plain_receipt(code: str, proof: Proof | None) -> dict[str, Any]:
    if proof is None:
        return {"code": code, "counted": False}
    return {
        "code": code,
        "counted": True,
        "place": proof.place,
        "of": proof.size,
        "root": proof.root,
        "proof": list(proof.hashes),
    }


def _as_text(document: dict[str, Any]) -> str:
    told = {name: str(value) for name, value in document.items() if isinstance(value, str | int)}
    plain = [f"{name:>12}  {printable(value, _LONGEST)}" for name, value in told.items()]
    counted = [f"{name:>12}  {number}" for name, number in document["books"].items()]
    counted += [f"{f'log {name}':>12}  {value}" for name, value in document["audit"].items()]
    counted += [
        f"{'checkpoints':>12}  {n} of {source}" for source, n in document.get("checkpoints", {}).items()
    ]
    if "receipt" in document:
        is_counted = document["receipt"]["counted"]
        counted.append(f"{document['receipt']['code']}: {'counted' if is_counted else 'not counted'}")
    return "\n".join([*plain, *counted, *(f"wrong: {one['what']}" for one in document["findings"])])
