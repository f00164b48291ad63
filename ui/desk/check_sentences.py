"""What a check finds, in the facilitator's words."""

from collections.abc import Mapping, Sequence

from icc_consult.i18n import N_
from icc_consult.verifying.findings import Flaw

from ui.desk.scene import Scene

FLAWS: Mapping[str, str] = {
    Flaw.BOOKS: N_("The books do not balance: {detail}."),
    Flaw.AUDIT_BROKEN: N_(
        "The log of what facilitators did was changed: it does not hold from entry {detail} on."
    ),
    Flaw.AUDIT_CHANGED: N_("The log is not the one that the signed numbers of checkpoint {detail} saw."),
    Flaw.CHAIN_BROKEN: N_("Checkpoint {detail} does not follow the one before."),
    Flaw.CHAIN_FORKED: N_("There are two different checkpoints {detail}: a copy of this went on by itself."),
    Flaw.SHRUNK: N_("Numbers became smaller that only may grow: {detail}."),
    Flaw.OTHER_CONTENT: N_("What is here is not what was signed last: {detail}."),
    Flaw.NO_CHECKPOINT: N_("It was closed, and nobody signed its numbers at the end."),
    Flaw.OTHER_CONSULTATION: N_("It belongs to another consultation."),
    Flaw.NOT_EXTENDED: N_("It does not go on from the older checkpoint {detail}."),
    Flaw.LOST: N_("Something that was in the older one is missing: {detail}."),
    Flaw.NOT_ALL_HERE: N_("Fewer are here than the kiosks signed: {detail}."),
    Flaw.RECEIPT_UNKNOWN: N_("The receipt {detail} is not among the counted ones."),
    Flaw.NO_RECORD: N_("Something here is no record at all: {detail}."),
}
KINDS: Mapping[str, str] = {
    "directory": N_("Answers on this computer"),
    "bundle": N_("Bundle"),
    "checkpoint": N_("Checkpoint"),
    "receipts": N_("List of receipts"),
}
BOOKS: Mapping[str, str] = {
    "sealed": N_("Sealed answers"),
    "receipts": N_("Receipts"),
    "spent": N_("With a voucher"),
    "unlocked": N_("Let in by the staff"),
    "honour": N_("On honour"),
    "recovered": N_("Saved after a power cut"),
}


def told_flaws(scene: Scene, findings: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """A sentence for each finding, each once."""
    told = (scene.say(FLAWS[flaw], detail=detail) for flaw, detail in findings)
    return tuple(dict.fromkeys(told))
