"""What the pages of the desk say, as tables of cases."""

from dataclasses import replace
from pathlib import Path

import pytest

from icc_consult.domain.consultation import Policy, TranslationState
from icc_consult.domain.errors import NotSaved
from icc_consult.domain.wording import LanguageTag, Wording
from icc_consult.services.errors import InUse, NotOpened, PinDoesNotFit, WrongPassphrase
from icc_consult.services.ports import DayTotal

from ui.desk.choosing import derive_choosing_props
from ui.desk.consultation import derive_consultation_props, short_fingerprint
from ui.desk.desk import derive_desk_props
from ui.desk.empty import derive_empty_props
from ui.desk.errands import Chore
from ui.desk.interface import nearest_language, spoken_languages
from ui.desk.languages import Progress, lacks, progress_of, wordings
from ui.desk.paging import cover_of, page_of
from ui.desk.remarks import derive_remark_props
from ui.desk.safety import derive_safety_props
from ui.desk.standing import derive_standing_props
from ui.desk.state import (
    Busy,
    Choosing,
    DeskState,
    Failed,
    Field,
    Good,
    Rail,
    Remark,
    Safe,
    Setting,
    Slip,
    Slipped,
    Standing,
    Task,
    Went,
)
from ui.desk.unlocking import derive_unlocking_props

from tests.builders import DAY
from tests.ui.desk.scenes import DAYS, TROUBLES, opened, pack, scene, state, states

PAGES = {
    "choosing": "ChoosingPage",
    "consultation before": "EmptyPage",
    "safety before": "SafetyPage",
    "terms": "TermsPage",
    "languages chosen": "LanguagesPage",
    "results chosen": "EmptyPage",
    "noting": "PassphrasePage",
    "typing back": "TypeBackPage",
    "day": "DayPage",
    "closing": "ClosingPage",
    "results while open": "EmptyPage",
    "safety key": "KeyPage",
    "safety pin": "PinPage",
    "closed": "ClosedPage",
    "unlocking": "UnlockingPage",
    "findings": "FindingsPage",
    "exporting": "ExportingPage",
}


@pytest.mark.parametrize(("name", "file"), PAGES.items())
def test_each_state_has_its_page(name: str, file: str) -> None:
    assert page_of(scene(dict(states())[name])).file == file


def test_a_cover_lies_over_whatever_page_there_is() -> None:
    found = dict(states())
    cover = cover_of(scene(found["interface"]))
    assert cover is not None
    assert cover.file == "InterfacePage"
    assert cover_of(scene(found["day"])) is None


REMARKS: list[tuple[Remark, str]] = [
    (Slipped(Slip.NO_CONTROLLER, Field.CONTROLLER), "Say who asks"),
    (Slipped(Slip.PINS_DIFFER, Field.PIN_AGAIN), "The two PINs differ"),
    (Slipped(Slip.WORDS_DIFFER, Field.WORDS), "not the six words"),
    (Slipped(Slip.UNKNOWN_WORDS, Field.WORDS, detail="wrogn"), "Not among the words: wrogn"),
    (Slipped(Slip.WRONG_PIN, Field.STAFF_PIN), "Wrong PIN."),
    (Slipped(Slip.WRONG_PIN, Field.STAFF_PIN, number=30), "Wait 30 seconds"),
    (Slipped(Slip.NO_FOLDER, Field.OUT), "Name a folder"),
    (Slipped(Slip.SAME_PLACE, Field.STICK), "The key lies there already"),
    (Failed(WrongPassphrase(), Field.PASSPHRASE), "not the right one"),
    (Failed(PinDoesNotFit(4, 12), Field.PIN), "4 to 12 digits"),
    (Failed(InUse("/data")), "/data: a kiosk is at work here"),
    (Failed(NotOpened("/data/key.age"), Field.PASSPHRASE), "The key file is not there"),
    (Failed(NotSaved("full")), "could not be saved"),
    (Failed(OSError(28, "No space left on device", "/out")), "/out: the disk is full; make room."),
]


@pytest.mark.parametrize(("remark", "said"), REMARKS)
def test_what_goes_wrong_is_told_in_a_sentence(remark: Remark, said: str) -> None:
    props = derive_remark_props(scene(state(remark=remark)))
    assert said in props.text
    assert not props.is_good


def test_what_was_exported_is_counted_and_what_was_not_too() -> None:
    done = derive_remark_props(scene(state(remark=Went(Good.EXPORTED, "/out", 1))))
    assert done.text == "1 response was written to /out."
    assert done.is_good
    lost = derive_remark_props(scene(state(remark=Went(Good.EXPORTED, "/out", 52, 3))))
    assert lost.text == "52 responses were written to /out. 3 could not be opened."


def test_typing_answers_the_remark_about_that_field_only() -> None:
    slipped = state(remark=Slipped(Slip.PINS_DIFFER, Field.PIN_AGAIN))
    assert slipped.with_text(Field.CONTACT, "x").remark is not None
    assert slipped.with_text(Field.PIN_AGAIN, "1").remark is None


def test_the_totals_stand_newest_first_with_their_sum_last() -> None:
    props = derive_standing_props(scene(state()), opened())
    assert [row["name"] for row in props.days] == ["2 March 2026", "1 March 2026", "All days"]
    assert props.days[0]["cells"] == ["12", "1", "2", "0"]
    assert props.days[-1]["cells"] == ["52", "4", "8", "1"]
    assert props.summary == "52 responses lie sealed here. Today: 12"


def test_one_day_needs_no_sum() -> None:
    assert len(derive_standing_props(scene(state()), opened(DAYS[1:])).days) == 1


def test_a_day_without_anybody_says_what_to_do_next() -> None:
    empty = derive_standing_props(scene(state()), opened(()))
    assert empty.days == ()
    assert "Start the day" in empty.summary
    assert derive_standing_props(scene(state()), opened((), closed=True)).summary == "Nobody answered."


def test_trouble_is_told_with_its_day_and_what_to_do() -> None:
    told = derive_standing_props(scene(state()), opened(troubles=TROUBLES)).troubles
    assert told == ("2 March 2026: the disk is full; make room.", "Now: the disk is nearly full; make room.")


def test_days_are_written_in_the_language_and_digits_of_the_desk() -> None:
    props = derive_standing_props(scene(state(language="fa")), opened((DayTotal(DAY, 1),)))
    assert props.days[0]["name"] == "۲ مارس ۲۰۲۶"
    assert props.days[0]["cells"] == ["۱", "۰", "۰", "۰"]


def test_the_consultation_is_told_in_parts_and_counts() -> None:
    props = derive_consultation_props(
        scene(state(today=Setting(pack(), Policy.DISCARD))), pack().consultation
    )
    counts = [row["text"] for row in props.parts]
    assert counts == ["12 questions", "20 statements; everybody sees 10", "6 topics", "4 questions"]
    facts = {row["label"]: row["text"] for row in props.facts}
    assert facts["Half-finished answers"] == "Nothing is kept when somebody leaves early."
    assert facts["Who asks"] == "Said when it is opened"
    assert props.lead == "It takes about 5 minutes."


def test_an_opened_consultation_tells_the_terms_it_was_opened_with() -> None:
    props = derive_consultation_props(scene(state(today=Standing(opened()))), pack().consultation)
    facts = {row["label"]: row["text"] for row in props.facts}
    assert facts["Who asks"] == "City of Sketches, Department for Participation"
    assert str(facts["Half-finished answers"]).startswith("Kept")


def test_a_fingerprint_is_short_enough_to_compare_by_eye() -> None:
    assert short_fingerprint("sha256:0123456789abcdef0123") == "0123 4567 89ab"


DRAFT, DONE, MISSING = TranslationState.DRAFT, TranslationState.REVIEWED, TranslationState.MISSING
LACKS = [
    (Progress(DONE, DONE, 0), "Nothing is missing."),
    (Progress(DRAFT, DRAFT, 0), "A native speaker should check the questions and the buttons."),
    (Progress(DRAFT, DONE, 0), "A native speaker should check the questions."),
    (Progress(DONE, DRAFT, 0), "A native speaker should check the buttons."),
    (Progress(DRAFT, MISSING, 0), "The buttons are not translated; they appear in English."),
    (Progress(TranslationState.NEEDS_REVIEW, DRAFT, 0), "The questions changed after they were translated."),
    (Progress(DRAFT, MISSING, 1), "1 text is missing; residents read it in English, marked as such."),
    (Progress(DRAFT, DRAFT, 7), "7 texts are missing; residents read them in English, marked as such."),
]


@pytest.mark.parametrize(("progress", "sentence"), LACKS)
def test_each_language_lacks_one_thing_at_a_time(progress: Progress, sentence: str) -> None:
    assert lacks(scene(state()), pack().consultation, progress).startswith(sentence)


def test_a_text_that_was_not_translated_is_counted() -> None:
    consultation = pack().consultation
    arabic = LanguageTag("ar")
    assert progress_of(consultation, arabic) == Progress(DRAFT, DRAFT, 0)
    english_only = replace(consultation, title=Wording({LanguageTag("en"): "Title"}))
    assert progress_of(english_only, arabic).missing == 1
    assert sum(1 for _ in wordings(consultation)) > 100


def test_nothing_opened_says_where_to_begin() -> None:
    found = dict(states())
    nothing = derive_choosing_props(scene(found["choosing"]))
    assert "Begin" in nothing.lead
    assert nothing.ready["text"] == "Our city, our voice"
    assert nothing.about.endswith("It takes about 5 minutes. Residents choose from 19 languages.")
    shelf = derive_choosing_props(scene(found["choosing among some"])).opened
    assert [row["state"] for row in shelf] == [
        "Open since 2 March 2026",
        "Closed on 2 March 2026",
        "Open since 2 March 2026. Brought together from several kiosks.",
    ]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("results before", "No consultation was chosen yet."),
        ("results chosen", "The consultation is not open yet."),
        ("results while open", "Answers are sealed as long as the consultation is open"),
    ],
)
def test_results_say_why_there_are_none(name: str, reason: str) -> None:
    props = derive_empty_props(scene(dict(states())[name]))
    assert props.text.startswith(reason)
    assert props.can_go


def test_the_place_of_the_key_is_asked_only_where_it_is_not_at_home() -> None:
    shown = scene(dict(states())["unlocking"])
    stick = Path("/media/stick/key.age")
    assert not derive_unlocking_props(shown, opened(closed=True)).asks_key
    away = derive_unlocking_props(shown, opened(closed=True, key=stick))
    assert (away.asks_key, away.key) == (True, str(stick))
    lost = scene(dict(states())["unlocking, no key"])
    assert derive_unlocking_props(lost, opened(closed=True)).asks_key


def test_safety_tells_where_data_and_key_lie() -> None:
    home = derive_safety_props(scene(state(today=Standing(opened()))))
    assert [row["text"] for row in home.facts] == [
        "/consultations/our-city",
        "/consultations/our-city/key.age",
    ]
    assert home.is_key_home
    away = derive_safety_props(scene(state(today=Standing(opened(key=Path("/media/stick/key.age"))))))
    assert not away.is_key_home
    nothing = derive_safety_props(scene(state(today=Choosing(), safe=Safe.PIN)))
    assert nothing.facts == ()
    assert nothing.promises


def test_work_under_way_tells_how_far_it_is() -> None:
    reading = derive_desk_props(scene(state(busy=Busy(Task.EXPORTING, 40, 80))))
    assert (reading.busy, reading.busy_share, reading.can_cancel) == (
        "Reading responses: 40 of 80",
        0.5,
        True,
    )
    for chore, done, can_cancel in (
        (Chore.COPYING, 79, True),
        (Chore.COPYING, 80, False),
        (Chore.RESTORING, 80, False),
        (Chore.MERGING, 0, True),
        (Chore.MERGING, 1, False),
        (Chore.READING, 80, True),
    ):
        assert derive_desk_props(scene(state(busy=Busy(chore, done, 80)))).can_cancel is can_cancel
    assert derive_desk_props(scene(state(busy=Busy(Chore.COPYING)))).can_cancel
    opening = derive_desk_props(scene(state(busy=Busy(Task.OPENING))))
    assert opening.busy_share < 0
    assert not opening.can_cancel


def test_secrets_are_forgotten_and_names_are_not() -> None:
    typed = state().with_text(Field.PASSPHRASE, "six words").with_text(Field.CONTROLLER, "City")
    kept = typed.without_secrets()
    assert kept.text(Field.PASSPHRASE) == ""
    assert kept.text(Field.CONTROLLER) == "City"


@pytest.mark.parametrize(
    ("locale", "tag"), [("de-AT", "de"), ("pt-PT", "pt-PT"), ("fi", "en"), ("xx", "en"), ("ar-EG", "ar")]
)
def test_the_desk_begins_in_the_language_of_the_system_where_it_speaks_it(locale: str, tag: str) -> None:
    assert nearest_language(locale) == tag


def test_the_desk_offers_only_languages_that_have_a_catalogue() -> None:
    assert "en" in spoken_languages()
    assert "de" in spoken_languages()
    assert "fi" not in spoken_languages()
    assert "en-XA" not in spoken_languages()


def test_results_are_never_shown_of_a_consultation_that_is_open() -> None:
    reading = dict(states())["findings"]
    still_open = replace(reading, today=Standing(opened()))
    assert page_of(scene(still_open)).file == "EmptyPage"
    assert DeskState("en", rail=Rail.RESULTS).opened is None
