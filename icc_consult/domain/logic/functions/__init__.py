"""The functions of the language, one module a subject; importing them fills the registry."""

from icc_consult.domain.logic.functions import chance, coding, dates, land, logical, numbers, selection, texts
from icc_consult.domain.logic.functions.registry import FUNCTIONS, Function

SUBJECTS = (chance, coding, dates, land, logical, numbers, selection, texts)

__all__ = ["FUNCTIONS", "SUBJECTS", "Function"]
