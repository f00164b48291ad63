"""What is said about what was just tried."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from icc_consult.i18n import N_
from icc_consult.sentences import sentence
from icc_consult.services.errors import NotOpened

from ui.desk.errand_sentences import did_sentence, stick_sentence
from ui.desk.errands import Did
from ui.desk.scene import Scene
from ui.desk.state import Failed, Field, Good, Remark, Slip, Slipped, Went

_SLIPS: Mapping[Slip, str] = {
    Slip.NO_CONTROLLER: N_("Say who asks; residents read it before they begin."),
    Slip.PINS_DIFFER: N_("The two PINs differ; type the same one twice."),
    Slip.WORDS_DIFFER: N_("These are not the six words; look at your paper again."),
    Slip.NO_FOLDER: N_("Name a folder first."),
    Slip.SAME_PLACE: N_("The key lies there already; choose a folder on a stick."),
    Slip.NO_FILE: N_("Choose a file first."),
    Slip.NO_CODE: N_("Type or scan the code of a voucher first."),
}


@dataclass(frozen=True, slots=True)
class RemarkProps:
    """A sentence above the page, and whether it is good news. Without a sentence there is nothing to say."""

    text: str = ""
    is_good: bool = False


def derive_remark_props(scene: Scene) -> RemarkProps:
    """The sentence for the remark of the state."""
    remark: Remark | None = scene.state.remark
    match remark:
        case None:
            return RemarkProps()
        case Slipped():
            return RemarkProps(_slipped(scene, remark))
        case Went():
            return RemarkProps(_went(scene, remark), is_good=True)
        case Did():
            return RemarkProps(did_sentence(scene, remark), is_good=True)
        case Failed(OSError() as error, Field.PLACE | Field.FIRST | Field.SECOND):
            return RemarkProps(stick_sentence(error, scene.say))
        case Failed(NotOpened(), Field.PASSPHRASE):
            say = scene.say
            return RemarkProps(
                say("The key file is not there. Put in the stick it is on, or say where it is.")
            )
        case Failed(error):
            path = scene.state.text(Field.PATH)
            return RemarkProps(sentence(error, scene.say, pack=path))


def _slipped(scene: Scene, slipped: Slipped) -> str:
    say = scene.say
    match slipped.slip:
        case Slip.UNKNOWN_WORDS:
            return say("Not among the words: {words}. Look at your paper again.", words=slipped.detail)
        case Slip.WRONG_PIN:
            wait = slipped.number
            return say("Wrong PIN. Wait {number} seconds.", number=wait) if wait else say("Wrong PIN.")
        case Slip.NOT_READY:
            return say(
                "Residents cannot read everything in: {languages}. Continue once more to open all the same.",
                languages=slipped.detail,
            )
        case Slip.NO_COUNT:
            return say("Say how many: from 1 to {most}.", most=slipped.number)
        case slip:
            return say(_SLIPS[slip])


def _went(scene: Scene, went: Went) -> str:
    say = scene.say
    match went.good:
        case Good.KEY_MOVED:
            return say(
                "The key lies here now: {where}. Keep the stick where nobody else can take it.",
                where=went.detail,
            )
        case Good.PIN_CHANGED:
            return say("The new PIN is set.")
        case Good.REVISED:
            return say.counted(
                "{n} sentence is new in the next revision: {where}. Its translations are missing.",
                "{n} sentences are new in the next revision: {where}. Their translations are missing.",
                went.number,
                where=went.detail,
            )
        case Good.LISTED:
            return say.counted(
                "{n} line was written to {where}.",
                "{n} lines were written to {where}.",
                went.number,
                where=went.detail,
            )
        case Good.EXPORTED:
            written = say.counted(
                "{n} response was written to {where}.", "{n} responses were written to {where}.", went.number,
                where=went.detail,
            )  # fmt: skip
            if not went.unreadable:
                return written
            lost = say.counted("{n} could not be opened.", "{n} could not be opened.", went.unreadable)
            return f"{written} {lost}"
    assert_never(went.good)
