"""The rules of one entry of a form, as its author wrote them in the expression language."""

from dataclasses import dataclass, fields

from icc_consult.domain.said import Said
from icc_consult.domain.wording import UNWORDED, Wording


@dataclass(frozen=True)
class Rules(Said):
    """When an entry applies and which answers it takes; an empty expression says nothing."""

    relevant: str = ""
    constraint: str = ""
    required: str = ""
    calculation: str = ""
    choice_filter: str = ""
    default: str = ""
    trigger: str = ""
    repeat_count: str = ""
    constraint_message: Wording = UNWORDED
    required_message: Wording = UNWORDED


EXPRESSIONS = tuple(one.name for one in fields(Rules) if not one.name.endswith("_message"))
FREE = Rules()
