"""Checking at the desk what `icc-consult verify` checks."""

from collections.abc import Callable
from pathlib import Path

from icc_consult.bundles.envelope import ByIdentity, ByPassphrase, Unlock
from icc_consult.bundles.subjects import Paper, Subject, flaws_in, flaws_since, receipts_of, subject_at
from icc_consult.services.errors import KeyAway
from icc_consult.services.premises import Desk
from icc_consult.storage.key_file import LocalKeyFile
from icc_consult.trust.words import as_typed_back
from icc_consult.verifying.audit import head_of
from icc_consult.verifying.checking import books
from icc_consult.verifying.findings import Finding, Flaw
from icc_consult.verifying.receipts import as_printed, proof_for
from icc_consult.verifying.records import Kind
from icc_consult.verifying.state import State, logs

from ui.desk.errands import Checked


def check_subject(path: Path, since: Path | None, receipt: str, unlock: Callable[[], Unlock]) -> Checked:
    """Whether all fits; raises `NotCheckable`, `BundleRefused`, what is wrong with the key, or `OSError`."""
    subject = subject_at(path, unlock)
    findings = [*flaws_in(subject)]
    if since is not None:
        findings += flaws_since(subject, subject_at(since, unlock))
    code = as_printed(receipt) if receipt else ""
    if code and proof_for(code, receipts_of(subject)) is None:
        findings.append(Finding(Flaw.RECEIPT_UNKNOWN, detail=code))
    plain = tuple((one.flaw.value, one.detail) for one in findings)
    signer = subject.signer if isinstance(subject, State) else subject.signed.checkpoint.signer
    return Checked(_kind(path, subject), path, _books(subject), _head(subject), signer, plain, code)


def unlock_with(desk_at: Callable[[Path], Desk], key: Path | None, passphrase: str) -> Unlock:
    """What opens bundles; raises `KeyAway`, `WrongPassphrase` or `KeyDamaged`."""
    locked = LocalKeyFile(key).read() if key is not None else None
    if key is None or locked is None:
        raise KeyAway(str(key or ""))
    identity = desk_at(key.parent).vault.identity(locked, passphrase)
    return ByIdentity(identity) if identity else ByPassphrase(as_typed_back(passphrase))


def _kind(path: Path, subject: Subject) -> str:
    if isinstance(subject, Paper):
        return "checkpoint" if subject.codes is None else "receipts"
    return "directory" if path.is_dir() else "bundle"


def _books(subject: Subject) -> tuple[tuple[str, int], ...]:
    if isinstance(subject, State):
        return tuple(books(subject).items())
    amounts = subject.signed.checkpoint.amounts
    return (("sealed", amounts[Kind.SEALED].count), ("receipts", amounts[Kind.RECEIPT].count))


def _head(subject: Subject) -> str:
    if isinstance(subject, State):
        return head_of(logs(subject).get(subject.signer, []))
    return subject.signed.checkpoint.head
