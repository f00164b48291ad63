"""Remarks on every text of a consultation, in all its languages."""

from collections.abc import Iterator
from dataclasses import dataclass

from icc_consult.domain.ballot import StatementPaper, Topic
from icc_consult.domain.consultation import Consultation, Part
from icc_consult.domain.survey import Card, Question, Survey
from icc_consult.domain.wording import LanguageTag, Wording
from icc_consult.plainness.remarks import Kind, Remark, Role, lix_remarks, remarks

Text = tuple[str, Wording, Role]


@dataclass(frozen=True, slots=True)
class Placed:
    """A remark, the language it is about, and where: `q08/religious`, or nothing for a whole language."""

    place: str
    language: LanguageTag
    remark: Remark


def consultation_remarks(consultation: Consultation) -> tuple[Placed, ...]:
    """Every remark, language by language, in the order of the questionnaire. A sensitive question with a help
    card was written with care: its subject is not remarked.
    """
    texts = tuple(_texts(consultation))
    careful = {
        question.id for question in consultation.questions() if question.is_sensitive and question.help_card
    }
    return tuple(
        placed
        for tag in consultation.languages
        for placed in _spoken(texts, tag)
        if placed.remark.kind is not Kind.SUBJECT or placed.place.partition("/")[0] not in careful
    )


def _spoken(texts: tuple[Text, ...], tag: LanguageTag) -> Iterator[Placed]:
    asked = [
        wording.texts.get(tag, "") for _, wording, role in texts if role in (Role.QUESTION, Role.STATEMENT)
    ]
    for remark in lix_remarks(asked, tag):
        yield Placed("", tag, remark)
    for place, wording, role in texts:
        for remark in remarks(wording.texts.get(tag, ""), tag, role):
            yield Placed(place, tag, remark)


def _texts(consultation: Consultation) -> Iterator[Text]:
    yield "title", consultation.title, Role.LINE
    yield "welcome", consultation.welcome, Role.LINE
    yield from _card("consent", consultation.consent)
    for part in consultation.parts:
        yield part.id, part.text, Role.LINE
        yield from _part(part)
    for line in consultation.finish:
        yield "finish", line, Role.LINE


def _part(part: Part) -> Iterator[Text]:
    match part:
        case Survey():
            for question in part.asked:
                yield from _question(question)
        case StatementPaper():
            for statement in part.statements:
                yield statement.id, statement.text, Role.STATEMENT
        case _:
            for topic in part.topics:
                yield from _topic(topic)


def _question(question: Question) -> Iterator[Text]:
    yield question.id, question.text, Role.QUESTION
    yield question.id, question.hint, Role.LINE
    for choice in getattr(question, "choices", ()):
        yield f"{question.id}/{choice.code}", choice.text, Role.CHOICE
    yield from _card(f"{question.id}/help", question.help_card)
    yield from _card(f"{question.id}/learn_more", question.learn_more)


def _topic(topic: Topic) -> Iterator[Text]:
    yield topic.id, topic.text, Role.TOPIC
    yield from _card(f"{topic.id}/learn_more", topic.learn_more)
    for argument in (*topic.arguments_for, *topic.arguments_against):
        yield f"{topic.id}/arguments", argument, Role.LINE


def _card(place: str, card: Card | None) -> Iterator[Text]:
    if card is not None:
        for wording in (card.title, *card.lines):
            yield place, wording, Role.LINE
