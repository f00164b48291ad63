"""What is said about sticks and paper."""

import errno
from collections.abc import Mapping
from typing import assert_never

from icc_consult.i18n import N_
from icc_consult.sentences import Voice, sentence

from ui.desk.errands import Chore, Did, Feat
from ui.desk.scene import Scene

CHORES: Mapping[Chore, str] = {
    Chore.CARRYING: N_("Writing to the stick, then reading it back. Leave the stick in …"),
    Chore.COPYING: N_("Copying, then opening the copy. Leave the sticks in …"),
    Chore.RESTORING: N_("Bringing back what is missing …"),
    Chore.PRINTING: N_("Writing …"),
    Chore.REVOKING: N_("Taking it back …"),
    Chore.CHECKING: N_("Checking …"),
    Chore.READING: N_("Opening the bundles …"),
    Chore.MERGING: N_("Taking in what is new …"),
    Chore.DRAWING: N_("Drawing the pictures …"),
}
_FULL = N_("The stick is full. Take another one, or delete something on it. Nothing is lost here.")
_LOCKED = N_("Nothing can be written on this stick. Look for a small switch on its side, or take another.")
_AWAY = N_(
    "The stick, or the folder on it, is not there any more. Put it in and try again. Nothing is lost here."
)
_STICKS: Mapping[int, str] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: _LOCKED,
    errno.EACCES: _LOCKED,
    errno.EPERM: _LOCKED,
    errno.ENOENT: _AWAY,
    errno.ENOTDIR: _AWAY,
    errno.ENODEV: _AWAY,
    errno.ENXIO: _AWAY,
    errno.EIO: _AWAY,
}


def stick_sentence(error: OSError, say: Voice) -> str:
    """What a stick's refusal means, and what to do."""
    known = _STICKS.get(error.errno or 0)
    return say(known) if known else sentence(error, say)


def did_sentence(scene: Scene, did: Did) -> str:
    """What went well."""
    say = scene.say
    match did.feat:
        case Feat.COPIED:
            return say.counted(
                "{n} copy was written, read back and opened.",
                "{n} copies were written, read back and opened.",
                did.number,
            )
        case Feat.RESTORED:
            return say.counted("{n} response came back.", "{n} responses came back.", did.number)
        case Feat.VOUCHERS_MADE:
            return say.counted(
                "{n} voucher is on this paper: {where}. Print it, then delete the file.",
                "{n} vouchers are on this paper: {where}. Print it, then delete the file.",
                did.number,
                where=did.where,
            )
        case Feat.REVOKED:
            return say("The voucher was taken back. Nobody can answer with it any more.")
        case Feat.REVOKED_BEFORE:
            return say("This voucher had been taken back before.")
        case Feat.SHEET_WRITTEN:
            return say("The sheet lies here: {where}. Print it and sign it.", where=did.where)
    assert_never(did.feat)
