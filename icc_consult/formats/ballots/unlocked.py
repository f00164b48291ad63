"""Responses that were unlocked as polls, through the same columns as our own export, in memory alone."""

import csv
import io
from collections.abc import Iterable, Sequence

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.response import Response
from icc_consult.formats.ballots.codebook import CODEBOOK, Codebook
from icc_consult.formats.ballots.export import ANSWERS, polls_in
from icc_consult.formats.ballots.faults import Remarks
from icc_consult.formats.ballots.tables import table_in
from icc_consult.formats.ballots.text import Source
from icc_consult.formats.csv import Row, answer_rows, codebook_rows
from icc_consult.services.polls import Poll


def polls_of(consultation: Consultation, responses: Sequence[Response], remarks: Remarks) -> tuple[Poll, ...]:
    """Every ballot paper of a consultation; raises BallotsRefused where nobody cast a ballot."""
    book = Codebook(table_in(_source(CODEBOOK, codebook_rows(consultation), remarks)))
    answers = table_in(_source(ANSWERS, answer_rows(consultation, responses), remarks), named=str)
    return polls_in(book, answers)


def _source(name: str, rows: Iterable[Row], remarks: Remarks) -> Source:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return Source(name, text.getvalue().replace("\r\n", "\n").replace("\r", "\n"), remarks)
