"""What is told about each thing that a check found."""

from collections.abc import Mapping

from icc_consult.sentences import printable
from icc_consult.verifying.findings import Finding, Flaw

_FLAWS: Mapping[Flaw, str] = {
    Flaw.BOOKS: "the books do not balance: {detail}",
    Flaw.AUDIT_BROKEN: "the audit log does not hold from entry {detail} on",
    Flaw.AUDIT_CHANGED: "the audit log is not the one that checkpoint {detail} saw",
    Flaw.CHAIN_BROKEN: "checkpoint {detail} does not follow the one before",
    Flaw.CHAIN_FORKED: "there are two different checkpoints {detail}: one directory went on twice",
    Flaw.SHRUNK: "numbers changed that only may grow: {detail}",
    Flaw.OTHER_CONTENT: "what is here is not what the last checkpoint says: {detail}",
    Flaw.NO_CHECKPOINT: "there is no checkpoint of the end",
    Flaw.OTHER_CONSULTATION: "it belongs to another consultation",
    Flaw.NOT_EXTENDED: "it does not go on from checkpoint {detail}",
    Flaw.LOST: "records are missing: {detail}",
    Flaw.NOT_ALL_HERE: "fewer are here than the places say: {detail}",
    Flaw.RECEIPT_UNKNOWN: "the receipt {detail} is not among the counted ones",
    Flaw.NO_RECORD: "this is no record: {detail}",
}
_SHORT = 16


def told_finding(finding: Finding) -> str:
    """One line about it; whose it is stands in brackets."""
    said = _FLAWS[finding.flaw].format(detail=printable(finding.detail, 200))
    return f"{said} [{printable(finding.source[:_SHORT])}]" if finding.source else said


def plain_finding(finding: Finding) -> dict[str, str]:
    """As JSON shows it."""
    return {
        "flaw": finding.flaw.value,
        "source": finding.source,
        "detail": finding.detail,
        "what": told_finding(finding),
    }
