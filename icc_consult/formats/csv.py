"""Answers as CSV: language-neutral codes, open texts apart, a codebook, frequencies.

Every file is UTF-8 with a byte order mark, its rows in random order; `docs/data-directory.md` says what the
columns are.
"""

import csv
import os
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from icc_consult.domain.ballot import (
    TOPIC_PAPERS,
    ApprovalPaper,
    BudgetPaper,
    DotsPaper,
    GradePaper,
    PairwisePaper,
    RankingPaper,
    Statement,
    StatementPaper,
)
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.items import Asked, items_of
from icc_consult.domain.response import Answered, AnswerState, Ended, Response, Written
from icc_consult.domain.survey import (
    Calculated,
    Date,
    MultipleChoice,
    Number,
    OpenText,
    Ranking,
    Scale,
    SingleChoice,
    Survey,
    Time,
)
from icc_consult.domain.wording import UNWORDED, Wording
from icc_consult.formats.answer_columns import columns_of, has_columns_of_options, value_cells
from icc_consult.formats.placing import NOTE, placing
from icc_consult.services.frequencies import Frequencies, asked_in, frequencies, options_of
from icc_consult.services.premises import Progress, silently

Row = Sequence[str]
SEPARATORS = (",", ";")
LEAST_TEXTS_OF_A_LANGUAGE = 10
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_chance = random.SystemRandom()
_T = TypeVar("_T")


def write_csv(
    out: Path,
    consultation: Consultation,
    responses: Sequence[Response],
    *,
    note: str,
    separator: str = ",",
    progress: Progress = silently,
) -> tuple[str, ...]:
    """Write the four files and the note that they are confidential; their names.

    All are written beside first: on an `OSError`, or where `progress` raises `Cancelled` between two rows,
    nothing that was in `out` has changed.
    """
    files = {
        "answers.csv": answer_rows(consultation, responses),
        "texts.csv": text_rows(consultation, responses),
        "codebook.csv": codebook_rows(consultation),
        "frequencies.csv": _counted(consultation, responses),
    }
    names = (*files, NOTE)
    with placing(out, names) as part:
        for name, rows in files.items():
            _write_rows(part / name, _watched(rows, progress), separator)
        (part / NOTE).write_text(f"{note}\n", encoding="utf-8")
    return names


def _watched(rows: Iterable[Row], progress: Progress) -> Iterator[Row]:
    for row in rows:
        progress(0, 0)
        yield row
    progress(0, 0)


def text_cell(text: str) -> str:
    """A text that no spreadsheet runs as a formula; one that is a plain number stays as it is."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def answer_rows(consultation: Consultation, responses: Sequence[Response]) -> Iterator[Row]:
    """The heading, then one row a response in random order."""
    asked = asked_in(consultation)
    yield [*(name for one in asked for name in columns_of(one)), *RESPONSE_COLUMNS]
    for response in _shuffled(responses):
        cells = [cell for one in asked for cell in _cells(one, response)]
        yield [*cells, response.language, response.ended.value, response.fingerprint]


RESPONSE_COLUMNS = ("response__language", "response__ended", "response__fingerprint")


def _cells(asked: Asked, response: Response) -> list[str]:
    answer = response.answers.get(asked.id)
    value, language = (answer.value, answer.language) if isinstance(answer, Answered) else (None, "")
    cells = [text_cell(cell) for cell in value_cells(asked, value)]
    return [*cells, language, response.state(asked.id).value]


def text_rows(consultation: Consultation, responses: Sequence[Response]) -> Iterator[Row]:
    """Open texts in random order; the language only where ten texts of the question have it."""
    yield "question", "language", "text"
    for question in consultation.open_texts():
        found = _shuffled(_written(question, responses))
        of_language = Counter(language for language, _ in found)
        for language, text in found:
            common = of_language[language] >= LEAST_TEXTS_OF_A_LANGUAGE
            yield question.id, language if common else "", text_cell(text)


def _written(question: OpenText, responses: Sequence[Response]) -> Iterator[tuple[str, str]]:
    for response in responses:
        match response.answers.get(question.id):
            case Answered(Written(text), language):
                yield language, text


def codebook_rows(consultation: Consultation) -> Iterator[Row]:
    """Every column and code, with its text in every language of the consultation."""
    yield "name", "kind", "paper", "column", "value", "code", *consultation.languages
    for asked, paper in _with_papers(consultation):
        yield from _asked_rows(asked, paper, consultation)
    for state in AnswerState:
        yield "", "state", "", "*__state", "", state.value, *_texts(UNWORDED, consultation)
    for ended in Ended:
        yield "response", "ended", "", "response__ended", "", ended.value, *_texts(UNWORDED, consultation)


def _with_papers(consultation: Consultation) -> Iterator[tuple[Asked, str]]:
    """Everything asked, and the ballot paper it stands on; none for a question."""
    paper_of = {item.name: "" for item in items_of(consultation)}
    for part in consultation.parts:
        if not isinstance(part, Survey):
            names = [one.id for one in part.statements] if isinstance(part, StatementPaper) else []
            paper_of |= dict.fromkeys([*names, part.id, f"{part.id}-proposal"], part.id)
    for asked in asked_in(consultation):
        yield asked, paper_of[asked.id]


def _asked_rows(asked: Asked, paper: str, consultation: Consultation) -> Iterator[Row]:
    kind, wordings, values = _kind(asked), _wordings(asked), _values(asked)
    whole = values.get("", "")
    yield asked.id, kind, paper, asked.id, whole, "", *_texts(asked.text, consultation)
    for code in options_of(asked):
        column = f"{asked.id}__{code}" if has_columns_of_options(asked) else asked.id
        texts = _texts(wordings.get(code, UNWORDED), consultation)
        yield asked.id, kind, paper, column, values.get(code, ""), code, *texts
    for place, grade in enumerate(asked.grades if isinstance(asked, GradePaper) else ()):
        texts = _texts(grade.text, consultation)
        yield asked.id, "grade", paper, f"{asked.id}__*", str(place), grade.code, *texts


def _values(asked: Asked) -> dict[str, str]:
    """What counting must know besides the answers: of the whole under no name, of options under theirs."""
    match asked:
        case RankingPaper():
            return {"": str(asked.places)}
        case Ranking():
            return {"": str(asked.most)}
        case DotsPaper():
            return {"": str(asked.dots)}
        case BudgetPaper():
            return {"": str(asked.purse), **{str(topic.id): str(topic.cost) for topic in asked.topics}}
    return {}


_KINDS: dict[type, str] = {
    Statement: "statement",
    ApprovalPaper: "approval",
    RankingPaper: "ranking",
    DotsPaper: "dots",
    BudgetPaper: "budget",
    PairwisePaper: "pairwise",
    SingleChoice: "single_choice",
    Scale: "scale",
    MultipleChoice: "multiple_choice",
    Ranking: "ranking",
    OpenText: "open_text",
    Number: "number",
    Date: "date",
    Time: "time",
    Calculated: "calculated",
}


def _kind(asked: Asked) -> str:
    if isinstance(asked, GradePaper):
        return "score" if asked.are_scores else "judgment"
    return _KINDS[type(asked)]


def _wordings(asked: Asked) -> dict[str, Wording]:
    match asked:
        case SingleChoice() | Scale() | MultipleChoice() | Ranking():
            return {choice.code: choice.text for choice in asked.choices}
        case _ if isinstance(asked, TOPIC_PAPERS):
            return {topic.id: topic.text for topic in asked.topics}
    return {}


def _texts(wording: Wording, consultation: Consultation) -> list[str]:
    return [text_cell(wording.texts.get(tag, "")) for tag in consultation.languages]


def frequency_rows(all_items: Iterable[Frequencies]) -> Iterator[Row]:
    """Counts a code and a state; the base of a code is who answered, that of a state is everybody."""
    yield "name", "measure", "code", "count", "base", "share"
    for item in all_items:
        for code, count in item.counts.items():
            yield item.asked.id, "answer", code, str(count), str(item.base), _share(count, item.base)
        everybody = sum(item.states.values())
        for state, count in item.states.items():
            yield item.asked.id, "state", state.value, str(count), str(everybody), _share(count, everybody)


def _counted(consultation: Consultation, responses: Sequence[Response]) -> Iterator[Row]:
    yield from frequency_rows(frequencies(consultation, responses))


def _share(count: int, base: int) -> str:
    return f"{count / base:.4f}" if base else ""


def _shuffled(values: Iterable[_T]) -> list[_T]:
    shuffled = list(values)
    _chance.shuffle(shuffled)
    return shuffled


def _write_rows(path: Path, rows: Iterable[Row], separator: str) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=separator, lineterminator="\r\n").writerows(rows)
        stream.flush()
        os.fsync(stream.fileno())
