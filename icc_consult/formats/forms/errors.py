"""A form that cannot be used as it is."""

from dataclasses import dataclass

from icc_consult.domain.errors import BrokenRule
from icc_consult.formats.xlsform.problems import Problem


@dataclass
class FormHasErrors(BrokenRule):
    """The form can be read, and something in it stands against using it; `problems` are all there are."""

    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Those that must be put right."""
        return tuple(problem for problem in self.problems if problem.is_error)
