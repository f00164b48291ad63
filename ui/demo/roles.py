"""How each kind of resident walks through the kiosk, and what they say of it afterwards."""

import random
from collections.abc import Callable

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.response import Answered, Chosen
from icc_consult.domain.survey import ChoiceCode, Scale, SingleChoice

from ui.demo.account import Account
from ui.demo.hands import Hands
from ui.demo.residents import Resident, Role
from ui.demo.visit import Visit

_LONGEST_WAIT_SECONDS = 300


def walk(hands: Hands, consultation: Consultation, resident: Resident) -> Account:
    """One resident from the welcome to the end: the thanks, the goodbye, or wherever they stand then."""
    visit = Visit(hands, consultation, resident.language, random.Random(resident.seed))  # noqa: S311 - to repeat
    visit.arrive()
    if resident.role is Role.WISHES:
        _wish(visit, resident.other)
    visit.pick_language()
    if resident.role is Role.DECLINES:
        return _decline(visit)
    visit.consent()
    if resident.role is Role.SWITCHES:
        visit.go_on(5)
        visit.switch(resident.other)
    return _ENDS.get(resident.role, _complete)(visit)


def go_away(hands: Hands) -> None:
    """Leave the screen to the next person."""
    if hands.page != "welcome":
        hands.tap("finish")
    hands.expect("welcome")


def _wish(visit: Visit, language: str) -> None:
    visit.hands.tap("wish")
    visit.hands.tap(f"wish-{language}")
    visit.hands.expect("wished")
    visit.hands.tap("chooseAnother")


def _decline(visit: Visit) -> Account:
    visit.hands.tap("decline")
    visit.hands.expect("goodbye")
    return visit.account("refused")


def _complete(visit: Visit) -> Account:
    visit.go_to_review()
    visit.send()
    return visit.account("complete")


def _leave(visit: Visit) -> Account:
    """What was tapped on the page that was never left is sent too."""
    visit.go_on(8)
    visit.answer_here()
    visit.hands.tap("leave")
    visit.hands.tap("sendAndLeave")
    visit.hands.expect("thanks")
    return visit.account("left")


def _delete(visit: Visit) -> Account:
    visit.go_on(6)
    visit.hands.tap("leave")
    visit.hands.tap("deleteAnswers")
    visit.hands.expect("delete")
    visit.hands.tap("confirmDelete")
    visit.hands.expect("goodbye")
    return Account("deleted", visit.language)


def _fall_asleep(visit: Visit) -> Account:
    """The first time they come back."""
    visit.go_on(4)
    visit.answer_here()
    visit.hands.wait_for("idle", at_most=_LONGEST_WAIT_SECONDS)
    visit.hands.tap("stay")
    visit.hands.wait_for("welcome", at_most=_LONGEST_WAIT_SECONDS)
    return visit.account("timed_out")


def _like_it_large(visit: Visit) -> Account:
    visit.go_on(3)
    for tool in ("textSize", "textSize", "contrast", "hide"):
        visit.hands.tap(tool)
    visit.hands.expect("hidden")
    visit.hands.tap("unhide")
    visit.hands.tap("help")
    visit.hands.expect("help")
    visit.hands.tap("close")
    return _complete(visit)


def _change(visit: Visit) -> Account:
    """One answer, from the check of all answers; then they want a receipt."""
    visit.go_to_review()
    questions = [one for one in visit.consultation.questions() if isinstance(one, SingleChoice | Scale)]
    question = next(one for one in questions if _is_chosen(visit, one.id))
    visit.hands.tap(f"change-{question.id}")
    visit.hands.expect(question.id)
    before = visit.answers[question.id]
    visit.choose_one(question.id, [one for one in question.choices if _given(one.code, visit) != before])
    visit.hands.tap("next")
    visit.send()
    visit.hands.tap("showReceipt")
    return visit.account("complete")


def _given(code: ChoiceCode, visit: Visit) -> Answered:
    return Answered(Chosen(code), visit.language)


def _is_chosen(visit: Visit, item: str) -> bool:
    answer = visit.answers.get(item)
    return isinstance(answer, Answered) and isinstance(answer.value, Chosen)


def _lose_power(visit: Visit) -> Account:
    """What was tapped on the page that was never left is not safe yet."""
    visit.go_on(7)
    account = visit.account("recovered")
    visit.answer_here()
    return account


_ENDS: dict[Role, Callable[[Visit], Account]] = {
    Role.LEAVES: _leave,
    Role.DELETES: _delete,
    Role.FALLS_ASLEEP: _fall_asleep,
    Role.LIKES_IT_LARGE: _like_it_large,
    Role.CHANGES: _change,
    Role.LOSES_POWER: _lose_power,
}
