"""What stands over every question: its group and round, text, hint and picture, and what is amiss."""

from icc_consult.domain.session import QuestionPage
from icc_consult.domain.survey import Date, Number, Question, Time
from icc_consult.languages import native_digits

from ui.kiosk.date_faults import date_fault
from ui.kiosk.journey import Answering
from ui.kiosk.scene import Scene, Spoken


def headed(scene: Scene, question: Question) -> Spoken:
    """All of it as one value for the page; what is not there is empty."""
    above, hint, fault = _above(scene), scene.spoken(question.hint), _fault(scene, question)
    return {
        **scene.spoken(question.text),
        "above": above["text"],
        "aboveLanguage": above["language"],
        "hint": hint["text"],
        "hintLanguage": hint["language"],
        "picture": scene.picture(question.picture),
        "sound": scene.sound(question.sound, question.text),
        "fault": fault["text"],
        "faultLanguage": fault["language"],
    }


def said(scene: Scene, text: str) -> Spoken:
    """A sentence of the program as a page shows a wording."""
    return {"text": text, "language": scene.language, "fallback": False}


def _above(scene: Scene) -> Spoken:
    """The group around the question; in a repeat the number of the round."""
    page = scene.journey.session.page if scene.journey.session else None
    if not isinstance(page, QuestionPage):
        return said(scene, "")
    heading = scene.spoken(page.heading)
    if not page.path:
        return heading
    if not heading["text"]:
        return said(scene, scene.say("Round {number}", number=page.path[-1] + 1))
    number = native_digits(str(page.path[-1] + 1), str(heading["language"]))
    return {**heading, "text": f"{heading['text']} · {number}"}


def _fault(scene: Scene, question: Question) -> Spoken:
    """Why the resident is still here, in the words of the form where it has some."""
    stage = scene.journey.stage
    if not isinstance(stage, Answering):
        return said(scene, "")
    if isinstance(question, Date) and (told := date_fault(scene, stage, question)):
        return said(scene, told)
    if not stage.is_faulty:
        return said(scene, "")
    fault = stage.session.fault
    if fault is not None and fault.message:
        return scene.spoken(fault.message)
    if fault is None or not fault.is_missing:
        return said(scene, _unfit(scene, question))
    return said(scene, scene.say("Please answer, or choose “I prefer not to answer”."))


def _unfit(scene: Scene, question: Question) -> str:
    match question:
        case Number():
            return " ".join((scene.say("This number does not fit."), bounds(scene, question))).strip()
        case Time():
            return scene.say("This time is not complete yet.")
    return scene.say("This answer does not fit. Please change it.")


def bounds(scene: Scene, question: Number) -> str:
    """Which numbers can be given; empty where all can."""
    least, most = question.least, question.most
    if least is not None and most is not None:
        return scene.say("From {least} to {most}", least=least, most=most)
    if least is not None:
        return scene.say("{least} or more", least=least)
    return scene.say("{most} or less", most=most) if most is not None else ""
