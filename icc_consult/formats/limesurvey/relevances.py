"""When questions and groups of a survey are shown, as our expressions."""

from icc_consult.formats.limesurvey.from_script import FromScript
from icc_consult.formats.limesurvey.losses import LimeLoss, Losses
from icc_consult.formats.limesurvey.script import NotTranslatable
from icc_consult.formats.limesurvey.structure import Asked, Section, Survey
from icc_consult.formats.limesurvey.variables import Variables
from icc_consult.formats.xlsform.form import Place

_ALWAYS = frozenset({"", "1"})
_DEEPEST = 20


class Relevances:
    """The conditions of one survey, each translated once."""

    def __init__(self, survey: Survey, variables: Variables, losses: Losses) -> None:
        self._variables = variables
        self._losses = losses
        self._conditions = survey.conditions
        self._owners = {question.code: (section, question) for section, question in survey.asked()}
        self._done: dict[tuple[Place, str], str] = {}
        self._open: set[tuple[Place, str]] = set()

    def script(self) -> FromScript:
        """A translator for anything else that the survey works out."""
        return FromScript(self._variables, self.guard)

    def of_question(self, question: Asked) -> str:
        """Empty where it is always shown; what has no translation is told once."""
        if question.number in self._conditions and question.relevance in _ALWAYS:
            self._losses.warn(LimeLoss.CONDITIONS, question.place, "relevance", name=question.code)
        return self._condition(question.relevance, question.place, question.code, LimeLoss.RELEVANCE)

    def of_section(self, section: Section) -> str:
        """The same for a whole group."""
        name = next(iter(section.texts.values()), "")
        return self._condition(section.relevance, section.place, name, LimeLoss.GROUP_RELEVANCE)

    def of_row(self, relevance: str, place: Place, name: str) -> str:
        """The same for one row of an array."""
        return self._condition(relevance, place, name, LimeLoss.RELEVANCE)

    def guard(self, owner: str) -> str:
        """What must hold for a question to be shown: its own condition and that of its group."""
        if owner not in self._owners:
            return ""
        section, question = self._owners[owner]
        pieces = dict.fromkeys(filter(None, (self.of_section(section), self.of_question(question))))
        return " and ".join(pieces if len(pieces) < 2 else (f"({piece})" for piece in pieces))

    def _condition(self, script: str, place: Place, name: str, loss: LimeLoss) -> str:
        key = (place, script)
        if script in _ALWAYS:
            return ""
        if key in self._open or len(self._open) > _DEEPEST:
            raise NotTranslatable(script[:40])
        if key not in self._done:
            self._open.add(key)
            try:
                self._done[key] = self.script().condition(script)
            except NotTranslatable as broken:
                self._done[key] = ""
                column = "grelevance" if loss is LimeLoss.GROUP_RELEVANCE else "relevance"
                self._losses.warn(loss, place, column, name=name, expression=script, piece=broken.piece)
            finally:
                self._open.discard(key)
        return self._done[key]
