"""What is told to a person when a rule was broken: where, what, and what to do. One sentence each."""

import errno
from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from functools import reduce
from typing import Protocol

from icc_consult.bundle_sentences import unfilled
from icc_consult.cameras import NoCamera, NoCameraLibrary, NoFilm
from icc_consult.domain.errors import BrokenRule, ConsultationClosed, NotSaved
from icc_consult.formats.forms.errors import FormHasErrors
from icc_consult.formats.forms.sentences import told_of
from icc_consult.formats.xlsform.refusals import FormRefused
from icc_consult.formats.xlsform.sentences import REFUSALS
from icc_consult.i18n import N_
from icc_consult.packs.refusals import PackRefused, Reason
from icc_consult.services import errors
from icc_consult.services.errors import Fault
from icc_consult.services.moderating import NothingAccepted, UnknownProposal
from icc_consult.verifying.regular_files import NoRegularFile, TooLargeHere


class Voice(Protocol):
    """Puts values into a sentence, perhaps in another language; `i18n.Say` is one."""

    def __call__(self, text: str, /, **values: str) -> str:
        """The sentence with its values."""


def plainly(text: str, /, **values: str) -> str:
    """The sentence in English."""
    return text.format(**values)


def joined(parts: Iterable[str], say: Voice = plainly) -> str:
    """Parts of a place, each kept together: in Arabic `survey, row 9, type` has no order at all."""
    wanted = [part for part in parts if part]
    return reduce(lambda before, part: say(_THEN, before=before, part=part), wanted) if wanted else ""


_THEN = N_("{before}, {part}")
CONFIDENTIAL = N_(
    "These files hold what single people answered. They are confidential: small groups could be recognised. "
    "Keep them inside the team that counts, and publish nothing from them before small groups are protected."
)

_LONGEST = 200
_PACKS: Mapping[Reason, str] = {
    Reason.NOT_FOUND: N_("{where}: there is no such file or directory; check the name."),
    Reason.UNREADABLE: N_("{where}: cannot be read ({detail}); check its permissions or the stick it is on."),
    Reason.NOT_A_ZIP: N_("{where}: this is no pack, because it is not a zip file; ask for the file again."),
    Reason.TRUNCATED: N_("{where}: the pack ends too early; copy it again from where it came."),
    Reason.DAMAGED: N_("{where}: the pack is damaged here; copy it again from where it came."),
    Reason.ENCRYPTED: N_("{where}: this file is encrypted; ask for a pack without a password."),
    Reason.UNKNOWN_COMPRESSION: N_(
        "{where}: it is compressed by the unknown method {detail}; pack it again as an ordinary zip."
    ),
    Reason.PATH_OUTSIDE: N_("{where}: this name leads out of the pack; do not trust this file."),
    Reason.BAD_FILE_NAME: N_(
        "{where}: not every system can have a file of this name; call it by letters, digits, - and _ alone."
    ),
    Reason.OVERLAPPING: N_("{where}: files overlap inside the zip; do not trust this file."),
    Reason.DUPLICATE_ENTRY: N_(
        "{where}: a file of this name is in the pack twice, capitals aside; take one of them out."
    ),
    Reason.TOO_MANY_FILES: N_("{where}: the pack has {detail} files; 10,000 are the most, so take some out."),
    Reason.TOO_LARGE: N_("{where}: with {detail} bytes it is too large; make its media smaller."),
    Reason.TOO_COMPRESSED: N_(
        "{where}: it would grow to {detail} bytes, more than a hundredfold; do not trust this file."
    ),
    Reason.NO_DOCUMENT: N_("{where}: the pack has no such file; choose the directory or zip that holds it."),
    Reason.NO_CHECKSUMS: N_("{where}: the zip has no such file; write the pack with this program."),
    Reason.BAD_CHECKSUMS: N_("{where}: the checksums cannot be read at line {detail}; write the pack again."),
    Reason.WRONG_CHECKSUM: N_(
        "{where}: it differs from its checksum; copy the pack again, or delete SHA256SUMS if you edited it."
    ),
    Reason.UNLISTED_FILE: N_("{where}: it has no checksum; write the pack again, or delete SHA256SUMS."),
    Reason.MISSING_FILE: N_("{where}: it has a checksum and is not there; copy the pack again."),
    Reason.VIDEO: N_("{where}: this is a video, which the kiosk cannot show; use a picture or a sound."),
    Reason.UNPLAYABLE: N_(
        "{where}: the kiosk cannot play a sound of the kind {detail}; convert it to MP3 or Ogg Vorbis."
    ),
    Reason.UNKNOWN_MEDIA: N_(
        "{where}: this is neither a picture (PNG, JPEG, GIF, WebP) nor a sound (MP3, Ogg Vorbis, FLAC, WAV); "
        "convert it or take it out."
    ),
    Reason.NOT_JSON: N_("{where}: this is not correct JSON ({detail}); correct it there."),
    Reason.DUPLICATE_MEMBER: N_(
        "{where}: the member {detail} stands twice in one object; delete one of them."
    ),
    Reason.NOT_A_PACK: N_('{where}: this is no consultation; its "format" must be "icc-consult-pack".'),
    Reason.NEWER_VERSION: N_(
        "{where}: the pack is of version {detail}, which is newer than this program; install a newer program."
    ),
    Reason.MISSING_FIELD: N_("{where}: this is missing; add it."),
    Reason.WRONG_KIND: N_("{where}: this should be of another kind ({detail}); correct it."),
    Reason.WRONG_VALUE: N_("{where}: {detail} is not possible here; correct it."),
    Reason.BAD_NAME: N_(
        "{where}: {detail} cannot be a name; begin with a letter, then use letters, digits and single _ . - "
        "and avoid lang, state and response."
    ),
    Reason.BAD_LANGUAGE: N_("{where}: {detail} is no language tag; use one such as ar or zh-Hans."),
    Reason.UNKNOWN_LANGUAGE: N_(
        "{where}: this program does not know the language {detail}; take it out or install a newer program."
    ),
    Reason.NO_FALLBACK: N_(
        "{where}: the fallback language {detail} is not among the languages; add it there."
    ),
    Reason.NO_SOURCE: N_("{where}: the source language {detail} is not among the languages; add it there."),
    Reason.NO_TEXT: N_("{where}: there is no text in any language; write one."),
    Reason.UNKNOWN_PART: N_(
        "{where}: {detail} is no kind of part that this program knows; use survey, statements, approval, "
        "ranking, judgment, score, dots, budget or pairwise, or install a newer program."
    ),
    Reason.UNKNOWN_QUESTION: N_(
        "{where}: {detail} is no kind of question that this program knows; use single_choice, scale, "
        "multiple_choice, ranking, open_text, number, date, time, note, calculated, group or repeat, "
        "or install a newer program."
    ),
    Reason.DUPLICATE_ID: N_("{where}: {detail} is used twice; give one of them another name."),
    Reason.TOO_LONG: N_("{where}: one response could take {detail} bytes, too many for a kiosk; ask less."),
    Reason.WRONG_LOGIC: N_(
        "{where}: this rule cannot be run ({detail}); correct it and convert the form again."
    ),
}

FAULTS: Mapping[Fault, str] = {
    Fault.NEWER: N_("it was written by a newer program; install that"),
    Fault.FOREIGN: N_("it was not written by this program; choose another directory"),
    Fault.DAMAGED: N_("it is damaged; restore the last backup"),
    Fault.DISK_FULL: N_("the disk is full; make room"),
    Fault.DISK_FAULT: N_("the disk reports an error; check the disk"),
    Fault.READ_ONLY: N_("it cannot be written; check its permissions"),
    Fault.BUSY: N_("another program is using it; end that"),
    Fault.READ_BACK: N_("the disk did not give back what was written; check the disk"),
    Fault.LOW_SPACE: N_("the disk is nearly full; make room"),
    Fault.BOOKS_DIFFER: N_("sealed responses, receipts and totals differ; keep a copy of the directory"),
    Fault.UNFINISHED_LOST: N_("an unfinished session was damaged and could not be recovered"),
    Fault.UNREADABLE: N_("a note about earlier trouble cannot be read"),
    Fault.QUARANTINED: N_("answers were damaged and put aside; what a backup had is here again"),
    Fault.BACKUP: N_("this is a backup; restore it into a directory of its own"),
}

_DISKS: Mapping[int, Fault] = {
    errno.ENOSPC: Fault.DISK_FULL,
    errno.EDQUOT: Fault.DISK_FULL,
    errno.EROFS: Fault.READ_ONLY,
    errno.EIO: Fault.DISK_FAULT,
}

_RULES: Mapping[type[BrokenRule], str] = {
    errors.WrongPassphrase: N_("The passphrase is not the right one; type its six words again."),
    errors.PassphraseTooWeak: N_("The passphrase is too short; use the six words that were drawn."),
    errors.PinDoesNotFit: N_("A PIN has 4 to 12 digits and nothing else; choose another."),
    errors.KeyDamaged: N_("The key file is damaged; put back the copy that was moved to a stick."),
    errors.RehearsalFailed: N_(
        "The saved key did not open a trial response, so nothing was opened; try again."
    ),
    errors.CannotBeOpened: N_("A record cannot be opened with this key."),
    errors.NotOpened: N_("{where}: no consultation was opened here; open one first, or check the name."),
    errors.KeyAway: N_("{where}: the key file is not there; bring it back from where it was moved to."),
    errors.OtherKey: N_("This key belongs to another consultation; bring the one that was made for this."),
    errors.NotEmpty: N_("{where}: there is something here already; choose a new or empty directory."),
    NothingAccepted: N_("No proposal was accepted that is not in the pack already; accept one first."),
    UnknownProposal: N_("{name}: nobody proposed anything of this name."),
    errors.InUse: N_("{where}: a kiosk is at work here; end its day first."),
    errors.StillOpen: N_("The consultation is still open, and answers can be read only after it is closed."),
    errors.OtherOpening: N_("This backup belongs to another opening; choose the one that was made here."),
    errors.BackupNotSigned: N_(
        "{where}: nobody has signed this backup, or it was changed; restore with --salvage if you trust it."
    ),
    errors.BackupOfOtherKey: N_(
        "{where}: this backup is signed by {signer}, and that is not the key that was asked for."
    ),
    errors.OtherPack: N_("This pack is not the one that was opened here; take the pack that was opened."),
    errors.SqliteTooOld: N_("SQLite {found} is too old to keep answers safe; install {least} or newer."),
    errors.VoucherMistyped: N_("This is no voucher, or there is a slip in it; scan it again."),
    errors.VoucherUnknown: N_("This voucher was not made for this place."),
    errors.VoucherSpent: N_("This voucher has been used already."),
    errors.VoucherRevoked: N_("This voucher is no longer valid."),
    errors.NotByVouchers: N_("This consultation was opened without vouchers."),
    errors.UnknownBatch: N_("There is no batch of vouchers called {batch}; look at one of its cards."),
    errors.NotAdmitted: N_("Please ask the staff to let you begin."),
    errors.Cancelled: N_("Stopped; nothing was written."),
    ConsultationClosed: N_("The consultation is closed; that is final."),
    NoCameraLibrary: N_("What reads from cameras is not installed here; install icc-consult[camera]."),
    NoCamera: N_("Camera {camera} is not there, or another program uses it; plug it in, or end that."),
    NoFilm: N_("{where}: this cannot be read as a film of ordinary size; record it again."),
    NotSaved: N_("It could not be saved; make room on the disk or check it, and try again."),
}

_NO_REGULAR_FILE = N_("{where}: this is a pipe or a device and no file; give the name of a file.")
_TOO_LARGE_HERE = N_("{where}: this is too large for what is read here; check the name.")


def sentence(error: BrokenRule | OSError, say: Voice = plainly, *, pack: str = "") -> str:
    """One sentence about what was broken; where that lies in a pack or directory, it is named first."""
    match error:
        case PackRefused():
            where = joined((printable(pack), printable(error.where, _LONGEST)), say)
            detail = printable(error.detail, _LONGEST)
            return say(_PACKS[error.reason], where=where or say(N_("The pack")), detail=detail)
        case FormRefused() | FormHasErrors():
            return _of_form(error, say, printable(pack))
        case errors.DirectoryRefused():
            return f"{printable(error.where)}: {say(FAULTS[error.fault])}."
        case FileNotFoundError() | NotADirectoryError() if error.filename:
            return say(_PACKS[Reason.NOT_FOUND], where=printable(str(error.filename)))
        case NoRegularFile():
            return say(_NO_REGULAR_FILE, where=printable(str(error.filename)))
        case TooLargeHere():
            return say(_TOO_LARGE_HERE, where=printable(str(error.filename)))
        case OSError():
            where = f"{printable(str(error.filename))}: " if error.filename else ""
            fault = _DISKS.get(error.errno or 0)
            return f"{where}{say(FAULTS[fault]) if fault else error.strerror or error}."
        case _:
            return say(unfilled(error) or _RULES[type(error)], **_values(error))


def _of_form(error: FormRefused | FormHasErrors, say: Voice, file: str) -> str:
    """What is wrong with a form: as a whole, or the first of its errors and how many there are."""
    if isinstance(error, FormRefused):
        detail = {"where": printable(error.where), "detail": printable(error.detail, _LONGEST)}
        told = " ".join(say(text, **detail) for text in REFUSALS[error.reason])
        return f"{file}: {told}" if file else told
    first, count = error.errors[0], str(len(error.errors))
    message, fix = (say(text, **printable_detail(first.detail, _LONGEST)) for text in told_of(first))
    place = joined((file, first.sheet, str(first.row or "")), say)
    whole = say(_MORE_ERRORS, count=count) if len(error.errors) > 1 else ""
    return f"{place}: {message} {fix} {whole}".rstrip()


_MORE_ERRORS = N_("There are {count} such errors; see them all with icc-consult check.")


def printable_detail(detail: Mapping[str, str], most: int) -> dict[str, str]:
    """What a sentence names, each as `printable` shows it."""
    return {name: printable(text, most) for name, text in detail.items()}


def _values(error: BrokenRule) -> dict[str, str]:
    values: Mapping[str, object] = vars(error) if is_dataclass(error) else {}
    return {name: printable(str(value)) for name, value in values.items()}


def printable(text: str, most: int | None = None) -> str:
    """The text in one line, cut where it is long; what could steer a terminal is spelt out."""
    shown = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text[:most])
    return shown if most is None or len(text) <= most else f"{shown}…"
