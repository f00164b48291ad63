"""Surveys of LimeSurvey, drawn as short as a person would tell them."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from icc_consult.domain.consultation import Consultation
from icc_consult.formats.limesurvey.reading import LimeSurvey, read_survey
from icc_consult.packs import pack_of

Text = str | Mapping[str, str]


class Drawn:
    """A survey under construction; `old` puts texts into the rows themselves, as up to version 3."""

    def __init__(self, *languages: str, old: bool = False, number: str = "4711") -> None:
        self.languages = languages or ("en",)
        self.old = old
        self.rows: dict[str, list[dict[str, str]]] = {}
        self._numbers = iter(range(1, 10_000))
        base, *more = self.languages
        self._add("surveys", sid=number, language=base, additional_languages=" ".join(more))
        self._group = ""

    def _add(self, table: str, **cells: str) -> None:
        self.rows.setdefault(table, []).append(cells)

    def told(self, **texts: Text) -> "Drawn":
        """Title, welcome and end of the survey."""
        for language in self.languages:
            cells = {f"surveyls_{name}": _in(text, language) for name, text in texts.items()}
            self._add("surveys_languagesettings", surveyls_language=language, **cells)
        return self

    def _entity(self, table: str, l10ns: str, key: str, cells: dict[str, str], texts: dict[str, Text]) -> str:
        number = str(next(self._numbers))
        if not self.old:
            self._add(table, **{key: number}, **cells)
        for language in self.languages:
            said = {name: _in(text, language) for name, text in texts.items()}
            if self.old:
                own = {} if table == "answers" else {key: number}
                self._add(table, **own, **cells, language=language, **said)
            else:
                self._add(l10ns, **{key: number}, language=language, **said)
        return number

    def group(self, name: Text = "Group", about: Text = "", **cells: str) -> "Drawn":
        """A group; what is drawn next belongs to it."""
        order = str(len(self.rows.get("groups", ())))
        texts = {"group_name": name, "description": about}
        self._group = self._entity("groups", "group_l10ns", "gid", {"group_order": order, **cells}, texts)
        return self

    def ask(
        self,
        type_: str,
        code: str,
        text: Text = "",
        *,
        subquestions: Mapping[str, Text] | Iterable[str] = (),
        columns: Iterable[str] = (),
        answers: Mapping[str, Text] | Iterable[str] = (),
        more_answers: Iterable[str] = (),
        attributes: Mapping[str, str] | None = None,
        help_: Text = "",
        **cells: str,
    ) -> "Drawn":
        """A question with its subquestions, answers and attributes."""
        if not self._group:
            self.group()
        order = str(len(self.rows.get("questions", ())))
        own = {"parent_qid": "0", "gid": self._group, "type": type_, "title": code, "question_order": order}
        texts = {"question": text or code, "help": help_}
        number = self._entity("questions", "question_l10ns", "qid", {**own, **cells}, texts)
        for scale, items in enumerate((subquestions, columns)):
            for place, (name, said) in enumerate(_pairs(items)):
                inner = {
                    "parent_qid": number,
                    "title": name,
                    "question_order": str(place),
                    "scale_id": str(scale),
                }
                self._entity("subquestions", "question_l10ns", "qid", inner, {"question": said})
        for scale, items in enumerate((answers, more_answers)):
            for place, (name, said) in enumerate(_pairs(items)):
                inner = {"qid": number, "code": name, "sortorder": str(place), "scale_id": str(scale)}
                self._entity("answers", "answer_l10ns", "aid", inner, {"answer": said})
        for name, value in (attributes or {}).items():
            self._add("question_attributes", qid=number, attribute=name, value=value)
        return self

    def xml(self) -> bytes:
        """The file."""
        tables = "".join(
            f"<{table}><rows>{''.join(map(_row, rows))}</rows></{table}>" for table, rows in self.rows.items()
        )
        head = (
            f"<LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>{257 if self.old else 640}</DBVersion>"
        )
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<document>{head}{tables}</document>'.encode()

    def read(self, *, leaves_out: bool = False) -> LimeSurvey:
        """What becomes of it."""
        return read_survey(self.xml(), leaves_out=leaves_out)

    def document(self) -> Mapping[str, object]:
        """The document it becomes; there must be one."""
        read = self.read()
        assert read.document is not None, read.problems
        return read.document

    def consultation(self) -> Consultation:
        """The consultation it becomes; there must be one."""
        return pack_of(self.document()).consultation

    def entries(self) -> dict[str, dict[str, object]]:
        """All entries by name, those inside groups too."""
        return {entry["id"]: entry for entry in _all(self.document()["parts"][0]["questions"])}

    def losses(self) -> list[tuple[str, str, str]]:
        """Which sheet, what, and about which question."""
        return [(one.sheet, one.what.value, one.detail.get("name", "")) for one in self.read().problems]


def _all(entries):
    for entry in entries:
        yield entry
        yield from _all(entry.get("questions", ()))


def _in(text: Text, language: str) -> str:
    return text if isinstance(text, str) else text.get(language, "")


def _pairs(items: Mapping[str, Text] | Iterable[str]) -> list[tuple[str, Text]]:
    return list(items.items()) if isinstance(items, Mapping) else [(one, f"the {one}") for one in items]


def _row(cells: Mapping[str, str]) -> str:
    return f"<row>{''.join(f'<{name}>{escape(value)}</{name}>' for name, value in cells.items())}</row>"
