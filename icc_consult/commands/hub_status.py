"""How a hub stands, as JSON and as text."""

from typing import Any

from icc_consult.commands.verifying_sentences import plain_finding, told_finding
from icc_consult.sentences import printable
from icc_consult.services.hub import HubStatus, PlaceTold
from icc_consult.verifying.audit import head_of

_SHORT = 16


def plain_status(found: HubStatus) -> dict[str, Any]:
    """One consultation as JSON shows it."""
    return {
        "opening": found.opening.id,
        "consultation": found.opening.consultation,
        "fingerprint": found.opening.fingerprint,
        "state": "closed" if found.is_closed else "open",
        "books": found.books,
        "places": [_plain_place(place) for place in found.places],
        "audit": {"count": len(found.acts), "head": head_of(found.acts)},
        "findings": [plain_finding(finding) for finding in found.findings],
    }


def _plain_place(place: PlaceTold) -> dict[str, Any]:
    state = "closed" if place.is_closed else "open"
    return {
        "signer": place.signer,
        "name": place.name,
        "state": "nothing brought" if place.responses is None else state,
        "responses": place.responses,
    }


def status_as_text(found: HubStatus) -> str:
    """One consultation for people."""
    state = "closed" if found.is_closed else "open"
    numbers = ", ".join(f"{name} {number}" for name, number in found.books.items() if number)
    lines = [
        f"{printable(found.opening.consultation)}, opening {found.opening.id}, {state}",
        f"  {numbers or 'nothing yet'}",
        *(_place_as_text(place) for place in found.places),
        *(f"  {told_finding(finding)}" for finding in found.findings),
    ]
    return "\n".join(lines)


def _place_as_text(place: PlaceTold) -> str:
    said = "nothing brought" if place.responses is None else f"{place.responses} answers"
    closed = ", closed" if place.is_closed else ""
    return f"  {place.signer[:_SHORT]}  {printable(place.name) or '-'}  {said}{closed}"
