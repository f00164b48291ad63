"""`verify`."""

from argparse import Namespace
from functools import partial
from pathlib import Path
from typing import Any

from icc_consult.bundles.subjects import Subject, flaws_in, flaws_since, receipts_of, subject_at
from icc_consult.commands.keys import unlock_with
from icc_consult.commands.speaking import HonestNo, show, show_json
from icc_consult.commands.verifying_sentences import plain_finding
from icc_consult.sentences import printable
from icc_consult.verifying.audit import head_of
from icc_consult.verifying.checking import books
from icc_consult.verifying.checkpoints import Checkpoint
from icc_consult.verifying.findings import Finding, Flaw
from icc_consult.verifying.receipts import Proof, as_printed, proof_for
from icc_consult.verifying.records import Kind
from icc_consult.verifying.state import State, checkpoints, logs

_LONGEST = 200


def run_verify(chosen: Namespace) -> int:
    """Check it, and say everything that does not fit."""
    subject = _subject(chosen.path, chosen)
    findings = list(flaws_in(subject))
    document = _told(subject)
    if chosen.since is not None:
        findings += flaws_since(subject, _subject(chosen.since, chosen))
    if chosen.receipt is not None:
        code = as_printed(chosen.receipt)
        proof = proof_for(code, receipts_of(subject))
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
    return subject_at(path, partial(unlock_with, chosen.source, chosen.key, chosen.passphrase_file))


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
