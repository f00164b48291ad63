"""Whether an answer fits what was asked."""

from icc_consult.domain.ballot import ApprovalPaper, StatementPaper
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.errors import AnswerDoesNotFit, TooManyChosen, UnknownItem
from icc_consult.domain.response import Answer, Answered, Approved, Chosen, ChosenMany, Value, Voted, Written
from icc_consult.domain.survey import MultipleChoice, OpenText, Question, Scale, SingleChoice, Survey


def fits(consultation: Consultation, item: str, answer: Answer) -> None:
    """Return quietly where it fits; raise `UnknownItem`, `AnswerDoesNotFit` or `TooManyChosen` otherwise."""
    asked = _asked(consultation, item)
    if asked is None:
        raise UnknownItem(item)
    if isinstance(answer, Answered):
        _check(item, asked, answer.value)


def _asked(consultation: Consultation, item: str) -> Question | StatementPaper | ApprovalPaper | None:
    for part in consultation.parts:
        match part:
            case Survey():
                for question in part.asked:
                    if question.id == item:
                        return question
            case StatementPaper() if any(statement.id == item for statement in part.statements):
                return part
            case ApprovalPaper() if part.id == item:
                return part
    return None


def _check(item: str, asked: Question | StatementPaper | ApprovalPaper, value: Value) -> None:
    match asked, value:
        case SingleChoice() | Scale(), Chosen(code):
            good = any(choice.code == code for choice in asked.choices)
        case MultipleChoice(), ChosenMany(codes):
            good = _many_fit(asked, codes)
        case OpenText(), Written(text):
            good = 0 < len(text) <= asked.max_length
        case StatementPaper(), Voted():
            good = True
        case ApprovalPaper(), Approved(topics):
            good = set(topics) <= {topic.id for topic in asked.topics} and len(set(topics)) == len(topics)
        case _:
            good = False
    if not good:
        raise AnswerDoesNotFit(item)


def _many_fit(question: MultipleChoice, codes: tuple[str, ...]) -> bool:
    if question.maximum is not None and len(codes) > question.maximum:
        raise TooManyChosen(question.id, question.maximum)
    chosen = [choice for choice in question.choices if choice.code in codes]
    if len(chosen) != len(codes) or not codes:
        return False
    return len(chosen) == 1 or not any(choice.is_exclusive for choice in chosen)
