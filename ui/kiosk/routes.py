"""Ways through for the time people have, and the two ways on after a round. Pure."""

from icc_consult.domain.consultation import Consultation, Route

MORE, ENOUGH, WHOLE = "more", "enough", "whole-way"


def routes_offered(consultation: Consultation) -> tuple[Route, ...]:
    """The routes that a resident chooses among; none where everybody takes the whole way."""
    return consultation.routes


def offers_whole(consultation: Consultation) -> bool:
    """Whether the whole way must be offered beside the routes, because each of them is shorter."""
    return all(route.leaves_out or route.statements is not None for route in consultation.routes)


def route_named(consultation: Consultation, name: str) -> Route | None:
    """The route of this name; none is the whole way."""
    return next((route for route in consultation.routes if route.id == name), None)
