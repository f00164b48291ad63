"""What a survey of LimeSurvey asks for and a kiosk does otherwise or not at all."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from icc_consult.formats.xlsform.form import Place
from icc_consult.formats.xlsform.problems import Problem, Severity


class LimeLoss(StrEnum):
    """The kinds of it."""

    IMAGE = "lime_image"
    EXPRESSION_IN_TEXT = "lime_expression_in_text"
    RELEVANCE = "lime_relevance"
    GROUP_RELEVANCE = "lime_group_relevance"
    CHECK = "lime_check"
    CHOICE_RELEVANCE = "lime_choice_relevance"
    EQUATION = "lime_equation"
    LANGUAGE_SWITCH = "lime_language_switch"
    UNKNOWN_TYPE = "lime_unknown_type"
    DUPLICATE_CODE = "lime_duplicate_code"
    NO_CODE = "lime_no_code"
    SETTING = "lime_setting"
    DEFAULT = "lime_default"
    CONDITIONS = "lime_conditions"
    NOTHING_TO_ANSWER = "lime_nothing_to_answer"
    ORDER = "lime_order"


SHEETS: Final[Mapping[str, str]] = {"survey": "surveys"}


class Losses:
    """What is lost while a survey is read, in the order in which it is met."""

    def __init__(self, *, leaves_out: bool) -> None:
        """`leaves_out`: the facilitator agreed to go on without questions that no kiosk can ask."""
        self.found: list[Problem] = []
        self._leaves_out = leaves_out

    def warn(self, loss: LimeLoss, place: Place, column: str = "", **detail: str) -> None:
        """Something that is done otherwise; each once."""
        problem = Problem(Severity.WARNING, loss, place.sheet, place.row, column, detail)
        if problem not in self.found[-20:]:
            self.found.append(problem)

    def refuse(self, loss: LimeLoss, place: Place, column: str = "type", **detail: str) -> None:
        """A question that cannot be asked; without agreement it stands against the survey."""
        severity = Severity.WARNING if self._leaves_out else Severity.ERROR
        self.found.append(Problem(severity, loss, place.sheet, place.row, column, detail))
