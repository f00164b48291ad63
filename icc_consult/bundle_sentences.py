"""What is told to a person when something about bundles, checkpoints or their keys was broken."""

from collections.abc import Mapping

from icc_consult.domain.errors import BrokenRule
from icc_consult.i18n import N_
from icc_consult.services import bundle_errors as errors
from icc_consult.services import key_errors
from icc_consult.services.bundle_errors import Damage, Unfit

RULES: Mapping[type[BrokenRule], str] = {
    errors.SigningKeyAway: N_(
        "{where}: the signing key is not there; bring it back, or open a new directory with this program."
    ),
    errors.TooFewNew: N_(
        "Only {new} answers are new, and a bundle leaves with at least {least}, so that nobody stands alone; "
        "wait, or close the consultation."
    ),
    errors.OtherConsultation: N_(
        "{where}: this belongs to another consultation; choose the one that was opened together with this."
    ),
    errors.UnknownSigner: N_(
        "{where}: it is signed with the key {signer}, which nobody named; compare it with what "
        "\u201cinspect\u201d shows at its kiosk, and name it with --signer."
    ),
    errors.OnlyMerged: N_("{where}: this holds what bundles brought; choose the directory of a kiosk."),
    errors.NotMerged: N_(
        "{where}: bundles are merged into a new directory; choose one that does not exist yet."
    ),
    key_errors.HoldersAlike: N_("Each of the three holders needs a passphrase of their own; draw another."),
    key_errors.SecondHolderNeeded: N_(
        "This key opens with the passphrases of two of its three holders; give those of two."
    ),
    key_errors.KeyDestroyed: N_(
        "The private key was destroyed on {day}, on purpose; nobody can read these answers any more."
    ),
    key_errors.NotConfirmed: N_(
        "What was typed is not the name of the consultation, {consultation}; nothing was destroyed."
    ),
    key_errors.PaperMistyped: N_(
        "There is a slip in these lines of the text: {lines}; compare them with the paper, letter by letter."
    ),
    key_errors.PaperContradicts: N_(
        "These lines of the paper were typed twice and differently: {lines}; keep the right ones."
    ),
    key_errors.PaperLacks: N_("These lines of the paper are not in the text: {lines}; type them too."),
    key_errors.PaperDiffers: N_(
        "Every line fits by itself, and together they are no key; compare all of them with one paper."
    ),
    key_errors.NoOpenText: N_(
        "Control answers are found by their own words, and this consultation asks for none; add an open text."
    ),
    key_errors.ControlsUnknown: N_(
        "These are not the control answers that were planned; take the table that was filled in, all of it."
    ),
    errors.StreamDamaged: N_(
        "{where}: these frames do not belong together, and they were forgotten; show the whole stream again."
    ),
    errors.NoListOfHeld: N_(
        "{where}: this does not tell what the desk has already; receive what icc-consult held draws there."
    ),
    errors.StreamTooLong: N_(
        "This is more than {most} bytes, too much to be shown as pictures; write a bundle to a stick."
    ),
}

DAMAGES: Mapping[Damage, str] = {
    Damage.NOT_FOUND: N_("{where}: there is no such file; check the name."),
    Damage.NO_BUNDLE: N_("{where}: this is no bundle; choose a file that ends in .iccb."),
    Damage.TOO_LARGE: N_("{where}: with more than {detail} bytes it is too large for a bundle."),
    Damage.OTHER_KEY: N_(
        "{where}: this key does not open the bundle; bring the key of the consultation it comes from."
    ),
    Damage.DAMAGED: N_(
        "{where}: the bundle is damaged, and nothing was taken from it; write it again at its kiosk, or try "
        "--salvage where that kiosk is lost."
    ),
    Damage.READ_BACK: N_(
        "{where}: the stick did not give back what was written; keep the data and take another stick."
    ),
}
UNFIT: Mapping[Unfit, str] = {
    Unfit.NOT_FOUND: N_("{where}: there is no such file; check the name."),
    Unfit.NOT_OPENED: N_("{where}: no consultation was opened here; check the name."),
    Unfit.UNREADABLE: N_("{where}: {detail} cannot be read; it is damaged."),
    Unfit.NOTHING_OF_OURS: N_(
        "{where}: this is no bundle, no checkpoint and no list of receipts, or it was changed."
    ),
    Unfit.CHECKPOINT_ALONE: N_(
        "A checkpoint alone cannot show that all of a bundle is in it; give its bundle."
    ),
    Unfit.NO_RECEIPTS: N_(
        "A checkpoint names no receipts; give the list of receipts, or the data directory."
    ),
}


def unfilled(error: BrokenRule) -> str | None:
    """The sentence for an error, with the names of its facts in braces; none where it is another's."""
    if isinstance(error, errors.BundleRefused):
        return DAMAGES[error.damage]
    if isinstance(error, errors.NotCheckable):
        return UNFIT[error.unfit]
    return RULES.get(type(error))
