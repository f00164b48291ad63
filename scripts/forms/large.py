"""A form of four hundred questions, each with a condition on one before it."""

from scripts.forms.drawn import Drawn, Sheets

_COUNT = 400
_TOPICS = (
    ("the bus", "автобус"),
    ("the doctor", "лікар"),
    ("school", "школа"),
    ("your flat", "квартира"),
    ("work", "робота"),
    ("the language course", "мовні курси"),
    ("papers", "документи"),
    ("free time", "дозвілля"),
)


def four_hundred() -> Drawn:
    """Every kind of condition that people write, four hundred times; each question can be reached."""
    header = ["type", "name", "label::English (en)", "label::Ukrainian (uk)", "relevant", "constraint"]
    rows = [["integer", "start_age", "How old are you?", "Скільки вам років?", ". >= 0 and . < 120", ""]]
    rows[0][4:] = ["", ". >= 0 and . < 120"]
    rows += [_row(number) for number in range(1, _COUNT + 1)]
    choices = [
        ["list_name", "name", "label::English (en)", "label::Ukrainian (uk)"],
        ["fit", "good", "It goes well", "Добре"],
        ["fit", "middling", "So-so", "Посередньо"],
        ["fit", "bad", "It goes badly", "Погано"],
    ]
    settings = [
        ["form_title", "form_id", "default_language"],
        ["Everything at once", "everything", "English (en)"],
    ]
    sheets: Sheets = {"survey": [header, *rows], "choices": choices, "settings": settings}
    return Drawn("four_hundred.xlsx", "plain", sheets)


def _row(number: int) -> list[str]:
    english, ukrainian = _TOPICS[number % len(_TOPICS)]
    kind = ("select_one fit", "select_multiple fit", "integer")[number % 3]
    label = f"{number}. How is it with {english}?"
    constraint = ". >= 0 and . <= 50" if kind == "integer" else ""
    return [kind, f"q{number}", label, f"{number}. Як справи: {ukrainian}?", _condition(number), constraint]


def _condition(number: int) -> str:
    """On the question before, which any of several answers opens."""
    before = f"${{q{number - 1}}}"
    if number == 1:
        return "${start_age} >= 0"
    match (number - 1) % 3:
        case 0:
            return f"{before} != 'bad' or ${{start_age}} > 17"
        case 1:
            return (
                f"selected({before}, 'good') or count-selected({before}) < 3 or string-length({before}) = 0"
            )
        case _:
            return f"{before} >= 0 or {before} = ''"
