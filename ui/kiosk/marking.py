"""What one press does to what is chosen. Pure; the page and the kiosk only pass it on."""

from icc_consult.domain.ballot import ApprovalPaper, TopicId
from icc_consult.domain.errors import TooManyChosen
from icc_consult.domain.response import Answer, Answered, Approved, Chosen, ChosenMany, Numbered
from icc_consult.domain.survey import ChoiceCode, MultipleChoice, Number, Question
from icc_consult.domain.wording import LanguageTag


def chosen(question: Question, before: Answer | None, code: str, language: LanguageTag) -> Answer | None:
    """The answer after a press on `code`; none where nothing is left. Raises `TooManyChosen`."""
    pressed = ChoiceCode(code)
    if isinstance(question, Number):
        return Answered(Numbered(code), language)
    if not isinstance(question, MultipleChoice):
        return Answered(Chosen(pressed), language)
    codes = _after(question, _codes(before), pressed)
    if question.maximum is not None and len(codes) > question.maximum:
        raise TooManyChosen(question.id, question.maximum)
    return Answered(ChosenMany(codes), language) if codes else None


def marked(paper: ApprovalPaper, before: Answer | None, topic: str, language: LanguageTag) -> Answer:
    """The ballot after a press on `topic`, its topics in the order of the paper."""
    marks = set(before.value.topics) if _is_approval(before) else set()  # type: ignore[union-attr]
    marks ^= {TopicId(topic)}
    return Answered(Approved(tuple(one.id for one in paper.topics if one.id in marks)), language)


def _is_approval(answer: Answer | None) -> bool:
    return isinstance(answer, Answered) and isinstance(answer.value, Approved)


def _codes(answer: Answer | None) -> tuple[ChoiceCode, ...]:
    if isinstance(answer, Answered) and isinstance(answer.value, ChosenMany):
        return answer.value.codes
    return ()


def _after(
    question: MultipleChoice, before: tuple[ChoiceCode, ...], pressed: ChoiceCode
) -> tuple[ChoiceCode, ...]:
    exclusive = {choice.code for choice in question.choices if choice.is_exclusive}
    if pressed in before:
        kept = set(before) - {pressed}
    elif pressed in exclusive:
        kept = {pressed}
    else:
        kept = (set(before) - exclusive) | {pressed}
    return tuple(choice.code for choice in question.choices if choice.code in kept)
