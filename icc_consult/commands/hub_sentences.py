"""What is told when a hub does not do what it was asked for: where, what, and what to do."""

from collections.abc import Mapping
from typing import Final

from icc_consult.domain.errors import BrokenRule
from icc_consult.sentences import printable, sentence
from icc_consult.services.hub_errors import HubFault, HubRefused, NotEnrolled, OtherEnrolled, SeveralEnrolled

_FAULTS: Final[Mapping[HubFault, str]] = {
    HubFault.ADDRESS: "this is no address of a hub; give a file, or postgresql://USER@HOST/NAME",
    HubFault.DRIVER: "the part that speaks to PostgreSQL is not installed; install icc-consult[hub]",
    HubFault.REFUSED: "no server answers there ({detail}); check the address, the network and the server",
    HubFault.PASSWORD: "the server does not take this user with this password; put the right one into "
    "ICC_CONSULT_DATABASE or into a password file that PGPASSFILE names",
    HubFault.NO_DATABASE: "there is no such database ({detail}); create it, or correct the name",
    HubFault.NOT_ENCRYPTED: "the connection would not be encrypted to a server that proves who it is "
    "({detail}); set up its certificate, or name the right one with sslrootcert",
    HubFault.NOT_ALLOWED: "the server does not allow this user to do that ({detail}); ask whoever set it up",
    HubFault.NO_HUB: "there is no hub here yet; make one with icc-consult hub init",
    HubFault.FOREIGN: "this is not the hub of this program; choose another place",
    HubFault.NEWER: "the hub was made by a newer program ({detail}); install that",
    HubFault.DAMAGED: "the hub is damaged ({detail}); restore its last backup",
    HubFault.DISK_FULL: "the disk of the hub is full, and nothing was taken in; make room and do it again",
    HubFault.READ_ONLY: "the hub cannot be written; check its permissions",
    HubFault.BUSY: "too many are at work here, and nothing was changed; do it again",
    HubFault.LOST: "the connection broke; do it again, because what was done already is not done twice",
    HubFault.OTHER: "the database reports an error: {detail}",
}
LACKING: Final = frozenset(
    {
        *(HubFault.DRIVER, HubFault.REFUSED, HubFault.NOT_ENCRYPTED, HubFault.DISK_FULL, HubFault.READ_ONLY),
        *(HubFault.BUSY, HubFault.LOST, HubFault.OTHER),
    }
)
"""What the environment lacks; everything else is the call's fault."""

_LONGEST = 200


def told_hub(error: BrokenRule) -> str | None:
    """One sentence about an error of a hub; none where it is another's."""
    match error:
        case HubRefused():
            detail = printable(error.detail.strip(), _LONGEST)
            return f"{printable(error.where)}: {_FAULTS[error.fault].format(detail=detail)}."
        case NotEnrolled(name):
            named = f"no consultation called {printable(name)}" if name else "no consultation yet"
            return f"The hub knows {named}; see icc-consult hub status."
        case SeveralEnrolled(names):
            shown = ", ".join(map(printable, names))
            return f"The hub knows several consultations; choose with --consultation: {shown}."
        case OtherEnrolled(opening):
            return f"The hub knows {printable(opening)} with another pack or key; nothing was changed."
    return None


def told(error: BrokenRule) -> str:
    """One sentence about any error."""
    return told_hub(error) or sentence(error)
