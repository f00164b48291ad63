"""The page of a question, by its kind and by how its form wants it to look."""

from typing import assert_never

from icc_consult.domain.session import QuestionPage, Session
from icc_consult.domain.survey import (
    Calculated,
    Date,
    MultipleChoice,
    Note,
    Number,
    OpenText,
    Ranking,
    Scale,
    SingleChoice,
    Time,
)

from ui.kiosk.card import CardViewModel, derive_given_props
from ui.kiosk.choice import ChoiceProps, ChoiceViewModel, derive_choice_props, derive_steps_props
from ui.kiosk.entry import EntryViewModel, derive_entry_props
from ui.kiosk.paging import Place
from ui.kiosk.papers import ranking_place
from ui.kiosk.scene import Scene
from ui.kiosk.writing import WritingViewModel, derive_writing_props


def question_place(scene: Scene, session: Session, page: QuestionPage) -> Place:
    """The page that asks this question, or that shows what the form put in itself."""
    question = page.question
    if question.is_read_only or isinstance(question, Note | Calculated):
        return Place(page.id, "CardPage", CardViewModel, derive_given_props(scene, session, page))
    match question:
        case OpenText():
            return Place(page.id, "WritingPage", WritingViewModel, derive_writing_props(scene, question))
        case Ranking():
            return ranking_place(scene, question)
        case Number() if question.steps():
            return _choosing(page.id, derive_steps_props(scene, question))
        case Number() | Date() | Time():
            return Place(page.id, "EntryPage", EntryViewModel, derive_entry_props(scene, question))
        case SingleChoice() | Scale() | MultipleChoice():
            return _choosing(page.id, derive_choice_props(scene, question))
    assert_never(question)


def _choosing(name: str, props: ChoiceProps) -> Place:
    """Choices in a list; beside each other, with pictures or with sounds, another file draws them."""
    is_list = props.layout in ("list", "compact") and not any(one["sound"] for one in props.choices)
    return Place(name, "ChoicePage" if is_list else "TilesPage", ChoiceViewModel, props)
