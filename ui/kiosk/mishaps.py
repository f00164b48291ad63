"""What went wrong, in a sentence for the page of trouble."""

from icc_consult.domain.errors import BrokenRule, NotSaved
from icc_consult.sentences import FAULTS, plainly, sentence
from icc_consult.services.errors import Fault


def told(trouble: BrokenRule | OSError) -> str:
    """Why what was given could not be saved."""
    if isinstance(trouble, NotSaved) and trouble.reason in set(Fault):
        return plainly(FAULTS[Fault(trouble.reason)])
    return sentence(trouble)
