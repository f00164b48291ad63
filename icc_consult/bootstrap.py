"""Where the parts are put together. Only the program's two entrances come here."""

from icc_consult.packs import Pack
from icc_consult.services.responding import Kiosk


def practice_kiosk(pack: Pack) -> Kiosk:
    """A kiosk to try: nothing is written anywhere."""
    return Kiosk(pack.consultation, pack.consultation.policy, store=None, sealer=None)
