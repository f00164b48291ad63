"""What is told to a person about what a kiosk does otherwise than the form asks."""

from collections.abc import Mapping

from icc_consult.formats.forms.losses import Loss
from icc_consult.formats.limesurvey.losses import LimeLoss
from icc_consult.formats.limesurvey.sentences import LIME_LOSSES
from icc_consult.formats.xlsform.problems import Problem
from icc_consult.formats.xlsform.sentences import Told, told
from icc_consult.i18n import N_

_LEAVE = N_("Take the question out, or agree to go on without it.")

LOSSES: Mapping[Loss, Told] = {
    Loss.RECORDING: Told(
        N_("{name} asks for a recording ({type}), which a kiosk in a public room does not make."),
        N_("Ask for a text instead, or agree to go on without it."),
    ),
    Loss.LOCATION: Told(
        N_("{name} asks where the person is ({type}); the kiosk never takes a position."),
        N_("Ask for the district as a choice instead, or agree to go on without it."),
    ),
    Loss.BARCODE: Told(N_("{name} asks for a barcode ({type}), which the kiosk does not read."), _LEAVE),
    Loss.FILE: Told(
        N_("{name} asks for a picture or file ({type}), which nobody has at a kiosk."),
        N_("Ask for a text instead, or agree to go on without it."),
    ),
    Loss.MOMENT: Told(
        N_("{name} asks for a day and a time in one ({type})."),
        N_("Make it two questions, one of type date and one of type time."),
    ),
    Loss.METADATA: Told(
        N_("{type} is not recorded: answers carry no time, no device and no person."),
        N_("Nothing needs to be done."),
    ),
    Loss.VIDEO: Told(
        N_("The video {file} is left out; the kiosk shows pictures and plays sounds."),
        N_("Use a picture with a sound instead."),
    ),
    Loss.MEDIUM_MISSING: Told(
        N_("The file {file} was not found beside the form."),
        N_("Put it into the directory of the form, or into a directory named media there."),
    ),
    Loss.LIST_MISSING: Told(
        N_("The list {file} was not found beside the form, or it is empty."),
        N_("Put the file into the directory of the form."),
    ),
    Loss.COLUMN_NOT_THERE: Told(
        N_("The list {file} has no column {name}."),
        N_("Name one that it has ({known}), or add the column to its file."),
    ),
    Loss.LIST_FROM_REPEAT: Told(
        N_("{name} takes its choices from earlier answers ({list}), which the kiosk does not do."),
        N_("Give it a list of its own, or agree to go on without it."),
    ),
    Loss.NO_CHOICES: Told(N_("The list {list} has no choices."), N_("Add its choices on the sheet choices.")),
    Loss.NAME_CHANGED: Told(
        N_("The name {name} cannot head a column here, so it is called {new}."),
        N_("Nothing needs to be done; rules that use it were changed too."),
    ),
    Loss.CODE_CHANGED: Told(
        N_("The choice {name} cannot be part of a column here, so it is called {new}."),
        N_("Nothing needs to be done; rules that use it were changed too."),
    ),
    Loss.LANGUAGE_NOT_SHOWN: Told(
        N_("The kiosk has no screen in {language}; its texts are kept and not shown."),
        N_("Ask for the language to be added, or use one that the kiosk has."),
    ),
    Loss.NO_LANGUAGE_SHOWN: Told(
        N_("None of the languages of the form is one that the kiosk has."),
        N_("Write the languages as in label::English (en)."),
    ),
    Loss.LANGUAGE_TAKEN: Told(
        N_("The form does not say which language it is in; English is taken."),
        N_("Write label::Français (fr) or the like instead of label."),
    ),
    Loss.BAD_RANGE: Told(
        N_("The range of {name} leads nowhere."), N_("Write for example: start=1 end=5 step=1.")
    ),
    Loss.SEED_NOT_KEPT: Told(
        N_("The order of the choices of {name} is drawn for each person; the seed is not used."),
        N_("Nothing needs to be done; the draw is recorded."),
    ),
    Loss.NOTHING_ASKED: Told(N_("The form asks nothing that a kiosk can ask."), N_("Add a question.")),
}


def told_of(problem: Problem) -> Told:
    """The sentences of whatever can be wrong with a form, details not yet put in."""
    if isinstance(problem.what, LimeLoss):
        return LIME_LOSSES[problem.what]
    return LOSSES[problem.what] if isinstance(problem.what, Loss) else told(problem)
