"""Answers that the form itself puts in, and keeps up to date while nobody has changed them."""

from collections.abc import Mapping

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.errors import AnswerDoesNotFit, TooManyChosen
from icc_consult.domain.fitting import fits
from icc_consult.domain.form_logic import as_value
from icc_consult.domain.pages import QuestionPage
from icc_consult.domain.response import Answer, Answered, Refused, Skipped
from icc_consult.domain.way import Way
from icc_consult.domain.wording import LanguageTag


def preset_of(
    consultation: Consultation, way: Way, page: QuestionPage, language: LanguageTag
) -> Answered | None:
    """What the form puts in on this page; none where that would be no answer to its question."""
    text = way.preset(page)
    value = as_value(page.question, text) if text else None
    if value is None:
        return None
    answer = Answered(value, language)
    try:
        fits(consultation, page.id, answer)
    except (AnswerDoesNotFit, TooManyChosen):
        return None
    return answer


def renewed(
    answers: Mapping[str, Answer], before: Mapping[str, Answered | None], now: Mapping[str, Answered | None]
) -> Mapping[str, Answer]:
    """The answers, with what is worked out `now` in place of what was.

    `before` has only pages whose answer a resident may change: where it differs, it is their own and stays.
    """
    changed: dict[str, Answer] = {}
    for name, fresh in now.items():
        given = answers[name]
        is_own = name in before and (isinstance(given, Skipped) or _value(given) != _value(before[name]))
        if not isinstance(given, Refused) and not is_own and _value(given) != _value(fresh):
            changed[name] = fresh or Skipped()
    return {**answers, **changed} if changed else answers


def _value(answer: Answer | None) -> object:
    return answer.value if isinstance(answer, Answered) else None
