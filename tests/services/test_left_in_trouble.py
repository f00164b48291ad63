"""A resident who met trouble and left is not overwritten by the next one."""

from pathlib import Path

from icc_consult.domain.response import Ended, Skipped
from icc_consult.domain.wording import LanguageTag
from icc_consult.services import closing, responding, unlocking

from tests.builders import PASSPHRASE, kiosk_at, opened
from tests.sketches import pack_drawn

ENGLISH = LanguageTag("en")


def test_what_was_saved_before_trouble_is_safe_when_the_next_resident_begins(tmp_path: Path) -> None:
    desk = opened(tmp_path / "data", pack_drawn())
    kiosk = kiosk_at(desk)
    assert kiosk.store is not None
    first = responding.turn_page(kiosk, responding.begin(kiosk, language=ENGLISH))
    seen = first.session.pages[0].id

    second = responding.begin(kiosk, language=ENGLISH)
    responding.turn_page(kiosk, second)
    responding.delete(kiosk)

    kiosk.store.release()
    closing.close(desk)
    found = unlocking.read_all(desk, unlocking.unlock(desk, passphrase=PASSPHRASE)).responses
    assert [(one.ended, one.answers.get(seen)) for one in found] == [(Ended.RECOVERED, Skipped())]
