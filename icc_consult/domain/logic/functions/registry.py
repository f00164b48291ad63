"""The functions that get their arguments as values."""

from collections.abc import Callable
from dataclasses import dataclass

from icc_consult.domain.logic.values import Value

Body = Callable[..., Value]


@dataclass(frozen=True, slots=True)
class Function:
    """A function of (scope, *values), and how many values it takes; `most` None is any number."""

    body: Body
    least: int
    most: int | None


FUNCTIONS: dict[str, Function] = {}


def function(*names: str, takes: int | tuple[int, int | None]) -> Callable[[Body], Body]:
    """Enter under each name. It takes so many arguments, or from the first number to the second."""
    least, most = (takes, takes) if isinstance(takes, int) else takes

    def enter(body: Body) -> Body:
        for name in names:
            FUNCTIONS[name] = Function(body, least, most)
        return body

    return enter
