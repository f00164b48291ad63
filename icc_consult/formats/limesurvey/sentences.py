"""What is told to a person about surveys of LimeSurvey, read and written."""

from collections.abc import Mapping

from icc_consult.formats.limesurvey.changes import Change
from icc_consult.formats.limesurvey.losses import LimeLoss
from icc_consult.formats.xlsform.sentences import Told
from icc_consult.i18n import N_

_NOTHING = N_("Nothing needs to be done.")
_BY_HAND = N_("Write the rule anew after converting, or ask in another way.")

LIME_LOSSES: Mapping[LimeLoss, Told] = {
    LimeLoss.IMAGE: Told(
        N_("The picture, sound or film {file} inside the text of {name} is left out."),
        N_("Put it into the pack as a picture of its question."),
    ),
    LimeLoss.EXPRESSION_IN_TEXT: Told(
        N_("The text of {name} works out {expression}; here stands … instead."),
        N_("Write the text without it."),
    ),
    LimeLoss.RELEVANCE: Told(
        N_(
            "{name} depends on {expression}, which has no exact translation ({piece}), so it is always shown."
        ),
        _BY_HAND,
    ),
    LimeLoss.GROUP_RELEVANCE: Told(
        N_(
            "The group {name} depends on {expression}, which has no exact translation ({piece}), so it is "
            "always shown."
        ),
        _BY_HAND,
    ),
    LimeLoss.CHECK: Told(
        N_("Answers to {name} are not checked by {expression}, which has no exact translation ({piece})."),
        _BY_HAND,
    ),
    LimeLoss.CHOICE_RELEVANCE: Told(
        N_("The choice {code} of {name} depends on {expression}; here it is always offered."),
        _BY_HAND,
    ),
    LimeLoss.EQUATION: Told(
        N_("{name} works out {expression}, which has no exact translation ({piece}), so it is left out."),
        _BY_HAND,
    ),
    LimeLoss.LANGUAGE_SWITCH: Told(
        N_("{name} switches the language; the kiosk has a language wall and a button on every page."),
        _NOTHING,
    ),
    LimeLoss.UNKNOWN_TYPE: Told(
        N_("{name} is of the type {type}, which this program does not know."),
        N_("Take the question out, or agree to go on without it."),
    ),
    LimeLoss.DUPLICATE_CODE: Told(
        N_("The code {name} is used by more than one question, so this one is called {new}."),
        N_("Rules mean the first of them; give the other another code."),
    ),
    LimeLoss.NO_CODE: Told(N_("A question without a code is called {new}."), _NOTHING),
    LimeLoss.SETTING: Told(
        N_("The setting {setting} of {name} has no counterpart at the kiosk and is not used."),
        N_("Look at the question once more after converting."),
    ),
    LimeLoss.DEFAULT: Told(
        N_("The answer that {name} begins with ({value}) cannot be taken over."),
        _NOTHING,
    ),
    LimeLoss.CONDITIONS: Told(
        N_(
            "{name} has conditions of the old kind that no relevance equation repeats, so it is always shown."
        ),
        N_("Save the survey once in a newer LimeSurvey, which turns conditions into equations."),
    ),
    LimeLoss.NOTHING_TO_ANSWER: Told(
        N_("{name} has no subquestions or answers, so there is nothing to ask."),
        N_("Add some, or take the question out."),
    ),
    LimeLoss.ORDER: Told(
        N_("Chance decides the order only among neighbours; {name} stands apart from the others of {order}."),
        N_("Put them one after the other."),
    ),
}

CHANGES: Mapping[Change, str] = {
    Change.NAME: N_("{name} is called {new}: LimeSurvey has letters and digits, twenty at most."),
    Change.CODE: N_("Choices of {name} have other codes, of {most} letters and digits at most: {codes}."),
    Change.NESTED: N_("The group {name} lies inside another; its questions carry its rule themselves."),
    Change.ROUNDS: N_("The questions of {name} are written out {count} times."),
    Change.RELEVANCE: N_("{name} is always shown: LimeSurvey cannot work out {expression} in the same way."),
    Change.CHECK: N_(
        "Answers to {name} are not checked: LimeSurvey cannot work out {expression} in the same way."
    ),
    Change.REQUIRED: N_("{name} is not mandatory: whether it is, depends on {expression}."),
    Change.FILTER: N_(
        "All choices of {name} are always offered; LimeSurvey has no filter like {expression}."
    ),
    Change.CALCULATION: N_("{name} is left out: LimeSurvey cannot work out {expression} in the same way."),
    Change.DEFAULT: N_("{name} begins without an answer; {expression} cannot be worked out there."),
    Change.TRIGGER: N_("{name} is worked out at once; a trigger is unknown to LimeSurvey."),
    Change.DRAW: N_("Everybody sees all of {name}; nothing is drawn."),
    Change.MEDIA: N_("The pictures and sounds of {name} are left out; put them in by hand."),
    Change.MASKED: N_("What is typed at {name} is seen on the screen."),
    Change.CALENDAR: N_("{name} asks in the Gregorian calendar."),
    Change.STEP: N_("{name} takes every number between its bounds, not only steps."),
    Change.READ_ONLY: N_("{name} can be changed by whoever answers."),
    Change.ASIDE: N_("The choices of {name} that lie off the scale stand among the others."),
    Change.TEXT: N_("The text of {name} shows … where {answer} would stand."),
    Change.ARGUMENTS: N_("What can be read about the topics of {name} is left out."),
    Change.PAPER: N_(
        "{name} ({kind}) stands there as the nearest question; read here again it is that question."
    ),
    Change.ROUTES: N_("Routes through the survey are left out; everybody takes the whole way."),
    Change.LANGUAGE: N_("Texts that lack {language} stand there in the source language."),
}
