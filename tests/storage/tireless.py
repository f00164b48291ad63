"""A kiosk whose residents never end: it says on standard output what it told them is saved, until killed."""

import sys
from pathlib import Path

from icc_consult.domain.response import Answered, Written
from icc_consult.services import responding

from tests.builders import EN, desk_over, kiosk_at
from tests.sketches import pack_drawn


def main() -> None:
    """Send every other sitting, delete the rest."""
    kiosk = kiosk_at(desk_over(Path(sys.argv[1]), pack_drawn()))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        seat = responding.begin(kiosk, language=EN)
        responding.keep(kiosk, seat)
        seat = responding.answer(seat, item="q3", given=Answered(Written(seat.receipt), EN))
        seat = responding.turn_page(kiosk, seat)
        responding.send(kiosk, seat)
        sys.stdout.write(f"{seat.receipt}\n")
        sys.stdout.flush()
        responding.turn_page(kiosk, responding.begin(kiosk, language=EN))
        responding.delete(kiosk)
        sys.stdout.write("deleted\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
