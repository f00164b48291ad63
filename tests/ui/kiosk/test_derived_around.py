"""What the pages before and after the questions show, and what lies over them, as tables of cases."""

from dataclasses import replace

import pytest

from icc_consult.domain.consultation import Policy
from icc_consult.domain.session import CardPage
from icc_consult.domain.survey import Card
from icc_consult.domain.wording import LanguageTag, Wording

from ui.kiosk.card import derive_card_props, derive_learning_props
from ui.kiosk.gone import derive_gone_props
from ui.kiosk.help import derive_help_props
from ui.kiosk.idle import derive_idle_props
from ui.kiosk.journey import (
    Gone,
    Idling,
    Journey,
    Learning,
    Leaving,
    Picking,
    Promised,
    Staffing,
    Switching,
    Thanked,
    Wishing,
)
from ui.kiosk.language import derive_language_props
from ui.kiosk.leave import derive_leave_props
from ui.kiosk.promise import derive_promise_props, derive_promised_props
from ui.kiosk.qr import modules
from ui.kiosk.scene import Promise
from ui.kiosk.staff import derive_staff_props
from ui.kiosk.thanks import derive_thanks_props
from ui.kiosk.trouble import derive_trouble_props
from ui.kiosk.welcome import derive_welcome_props
from ui.kiosk.wish import derive_wish_props

from tests.builders import sample
from tests.ui.kiosk.scenes import EN, PROMISE, RECEIPT, SKETCH, answering, scene_of, texts

SAMPLE = sample().consultation
FRESH = Journey(EN)


def test_the_welcome_greets_in_every_language_that_has_a_greeting() -> None:
    props = derive_welcome_props(scene_of(FRESH, consultation=SAMPLE))
    assert [one["language"] for one in props.greetings] == list(SAMPLE.languages)
    assert len({one["hello"] for one in props.greetings}) > 15
    assert [one["titleLanguage"] for one in props.greetings] == list(SAMPLE.languages)
    assert len(props.endonyms) == len(SAMPLE.languages)


@pytest.mark.parametrize(("is_practice", "said"), [(False, ""), (True, "Practice: nothing is stored.")])
def test_practice_says_that_it_is_practice(is_practice: bool, said: str) -> None:
    promise = Promise(Policy.KEEP, is_practice=is_practice)
    scene = scene_of(FRESH, consultation=SAMPLE, promise=promise)
    assert derive_welcome_props(scene).practice == said
    assert derive_thanks_props(scene, Thanked(RECEIPT)).may_show is not is_practice


def test_the_wall_shows_each_language_in_its_own_script_and_lets_one_wish() -> None:
    props = derive_language_props(scene_of(FRESH.at(Picking())))
    assert [tile["endonym"] for tile in props.tiles] == ["English", "Français", "العربية"]
    assert (props.current, props.may_wish) == ("", True)


def test_over_a_page_the_wall_marks_the_language_and_wants_no_wish() -> None:
    props = derive_language_props(scene_of(answering("q1", language="fr").under(Switching())))
    assert (props.current, props.may_wish) == ("fr", False)


def test_only_languages_that_are_not_here_can_be_wished_for() -> None:
    props = derive_wish_props(scene_of(FRESH.at(Wishing())))
    tags = [tile["tag"] for tile in props.tiles]
    assert "ti" in tags
    assert not set(tags) & set(SKETCH.languages)
    assert props.thanks == ""


def test_a_wish_is_thanked_for_by_name() -> None:
    props = derive_wish_props(scene_of(FRESH.at(Wishing("ti"))))
    assert props.tiles == ()
    assert "ትግርኛ" in props.thanks


@pytest.mark.parametrize(
    ("policy", "kept"),
    [
        (Policy.KEEP, "If you leave early, the city keeps the answers you gave. You can also delete them."),
        (Policy.DISCARD, "If you leave early, nothing is kept."),
    ],
)
def test_the_promise_tells_the_policy_who_asks_and_the_age(policy: Policy, kept: str) -> None:
    props = derive_promise_props(scene_of(FRESH, promise=replace(PROMISE, policy=policy)))
    assert texts(props.lines) == [
        "We ask no name.",
        "Who asks: City of Sketches",
        "Questions? Welcome desk",
        kept,
        "After you send, nobody can find your answers again. Not even to delete them.",
        "You must be 16 years or older.",
    ]


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("en", ""),
        ("fr", "This translation is a draft. A native speaker has not checked it yet."),
        ("de", "This text is not in your language yet."),
    ],
)
def test_the_promise_says_what_a_translation_is_worth(language: str, notice: str) -> None:
    scene = scene_of(Journey(LanguageTag(language)))
    assert derive_promise_props(scene).notice["text"] == scene.say(notice)


def test_what_was_promised_can_be_read_again_word_for_word() -> None:
    scene = scene_of(answering("q1", language="fr").under(Promised()))
    before, again = derive_promise_props(scene), derive_promised_props(scene)
    assert again == replace(before, is_over=True)
    assert not before.is_over


def test_the_thanks_show_the_receipt_only_when_asked() -> None:
    scene = scene_of(FRESH)
    quiet = derive_thanks_props(scene, Thanked(RECEIPT))
    shown = derive_thanks_props(scene, Thanked(RECEIPT, shows_receipt=True))
    assert (texts(quiet.lines), quiet.receipt, quiet.modules) == (["Thank you."], "", ())
    assert (shown.receipt, shown.modules) == (RECEIPT, modules(RECEIPT))


def test_half_an_answer_is_thanked_for_as_what_it_is() -> None:
    props = derive_thanks_props(scene_of(FRESH), Thanked(RECEIPT, is_partial=True))
    assert texts(props.lines) == ["Your answers were sent. Thank you!"]


def test_a_consultation_without_last_words_thanks_all_the_same() -> None:
    scene = scene_of(FRESH, consultation=replace(SKETCH, finish=()))
    assert texts(derive_thanks_props(scene, Thanked(RECEIPT)).lines) == ["Your answers were sent. Thank you!"]


def test_a_receipt_is_a_square_of_dark_and_light() -> None:
    rows = modules(RECEIPT)
    assert {len(row) for row in rows} == {len(rows)}
    assert set("".join(rows)) == {"0", "1"}
    assert rows[0].startswith("1111111")


SENT = "Then your answers so far are sent, and the screen is empty for the next person."
DELETED = "Then your answers are deleted, and the screen is empty for the next person."


@pytest.mark.parametrize(
    ("journey", "policy", "consequence"),
    [
        (answering("q1"), Policy.KEEP, SENT),
        (answering("q1"), Policy.DISCARD, DELETED),
        (FRESH.at(Picking()), Policy.KEEP, ""),
    ],
)
def test_the_countdown_tells_what_happens_to_the_answers(
    journey: Journey, policy: Policy, consequence: str
) -> None:
    scene = scene_of(journey, promise=replace(PROMISE, policy=policy))
    props = derive_idle_props(scene, Idling(23))
    assert (props.countdown, props.consequence) == ("23 seconds", consequence)


def test_numbers_are_written_as_the_language_writes_them() -> None:
    scene = scene_of(Journey(LanguageTag("fa")))
    assert "۲۳" in derive_idle_props(scene, Idling(23)).countdown


@pytest.mark.parametrize(
    ("overlay", "dots", "remark", "is_open"),
    [
        (Staffing(), 0, "", False),
        (Staffing("12"), 2, "", False),
        (Staffing(is_wrong=True), 0, "Wrong PIN.", False),
        (Staffing(is_wrong=True, wait_seconds=30), 0, "Wrong PIN. Wait 30 seconds.", False),
        (Staffing(is_open=True), 0, "", True),
    ],
)
def test_the_staff_door_shows_no_digit(overlay: Staffing, dots: int, remark: str, is_open: bool) -> None:
    props = derive_staff_props(scene_of(FRESH), overlay)
    assert (props.dots, props.remark, props.is_open) == (dots, remark, is_open)


def test_a_card_tells_and_arguments_take_sides() -> None:
    more = Learning(Card(wording("Buses"), (wording("They run."),)), (wording("Fast."),), (wording("Dear."),))
    over = derive_learning_props(scene_of(FRESH), more)
    assert [(line["side"], line["text"]) for line in over.lines] == [
        ("", "They run."),
        ("for", "Fast."),
        ("against", "Dear."),
    ]
    assert (over.title["text"], over.notice, over.is_over) == ("Buses", "", True)
    assert not derive_card_props(scene_of(FRESH), CardPage("c", more.card)).is_over


def wording(text: str) -> Wording:
    return Wording({EN: text})


def test_plain_pages_show_what_they_were_given() -> None:
    scene = scene_of(FRESH)
    assert derive_gone_props(scene, Gone(has_deleted=True)).has_deleted
    assert derive_leave_props(Leaving(confirms_deletion=True)).confirms_deletion
    assert derive_trouble_props("disk full").reason == "disk full"
    assert len(derive_help_props(scene).lines) == 7
