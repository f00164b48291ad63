"""The tables of an .lss file as a survey, whatever generation of LimeSurvey wrote it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from icc_consult.formats.limesurvey.structure import ALL_LANGUAGES, Asked, Item, Section, Survey, Texts
from icc_consult.formats.limesurvey.tables import Row, Tables

_NONE = "0"
_SUBQUESTIONS = "subquestions"


def survey_in(tables: Tables) -> Survey:
    """The survey. Up to version 3 a row stands for one language; later texts have tables of their own."""
    return _Gatherer(tables).survey()


@dataclass(frozen=True, slots=True)
class _Entity:
    """One thing, and its texts by column and language."""

    row: Row
    texts: Mapping[str, Texts]

    def cell(self, name: str) -> str:
        return self.row.cell(name)

    def text(self, name: str) -> Texts:
        return self.texts.get(name, {})


class _Gatherer:
    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._base = self._first("surveys", "language") or self._first(
            "surveys_languagesettings", "surveyls_language"
        )
        subquestions = self._entities(_SUBQUESTIONS, "qid", "question_l10ns", ("question",))
        self._subquestions = _grouped(subquestions, "parent_qid")
        self._answers = _grouped(self._answer_entities(), "qid")
        self._attributes = self._read_attributes()
        self._defaults = self._read_defaults({one.cell("qid"): one.cell("title") for one in subquestions})

    def survey(self) -> Survey:
        groups = self._entities("groups", "gid", "group_l10ns", ("group_name", "description"))
        questions = self._entities("questions", "qid", "question_l10ns", ("question", "help"))
        by_group = _grouped([one for one in questions if one.cell("parent_qid") in {"", _NONE}], "gid")
        settings = self._settings()
        return Survey(
            self._first("surveys", "sid"),
            self._languages(),
            settings("surveyls_title"),
            tuple(self._section(one, by_group[one.cell("gid")]) for one in _ordered(groups, "group_order")),
            settings("surveyls_description"),
            settings("surveyls_welcometext"),
            settings("surveyls_endtext"),
            frozenset(row.cell("qid") for row in self._rows("conditions")),
        )

    def _rows(self, table: str) -> tuple[Row, ...]:
        return self._tables.get(table, ())

    def _first(self, table: str, column: str) -> str:
        rows = self._rows(table)
        return rows[0].cell(column) if rows else ""

    def _languages(self) -> tuple[str, ...]:
        more = self._first("surveys", "additional_languages").split()
        told = [row.cell("surveyls_language") for row in self._rows("surveys_languagesettings")]
        return tuple(dict.fromkeys(filter(None, (self._base, *more, *told)))) or ("en",)

    def _settings(self) -> Callable[[str], Texts]:
        rows = self._rows("surveys_languagesettings")

        def texts(column: str) -> Texts:
            return {row.cell("surveyls_language") or self._base: row.cell(column) for row in rows}

        return texts

    # -- rows that are one thing --------------------------------------------------------------

    def _entities(self, table: str, key: str, l10ns: str, columns: tuple[str, ...]) -> list[_Entity]:
        """What the rows of a table stand for, with texts from the rows themselves or from beside."""
        beside = self._beside(l10ns, key, columns)
        first: dict[str, Row] = {}
        own: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
        for row in self._rows(table):
            name = row.cell(key)
            if name not in first or row.cell("language") == self._base:
                first[name] = row
            for column in columns:
                if column in row.cells:
                    own[name][column][row.cell("language") or self._base] = row.cell(column)
        return [_Entity(row, beside.get(name) or own[name]) for name, row in first.items()]

    def _beside(
        self, table: str, key: str, columns: tuple[str, ...]
    ) -> Mapping[str, Mapping[str, dict[str, str]]]:
        found: dict[str, dict[str, dict[str, str]]] = {}
        for row in self._rows(table):
            texts = found.setdefault(row.cell(key), {column: {} for column in columns})
            for column in columns:
                texts[column][row.cell("language") or self._base] = row.cell(column)
        return found

    def _answer_entities(self) -> list[_Entity]:
        """Answers have a number of their own since version 4, and before that question, code and scale."""
        beside = self._beside("answer_l10ns", "aid", ("answer",))
        found: dict[tuple[str, str, str], _Entity] = {}
        for row in self._rows("answers"):
            key = (row.cell("qid"), row.cell("code"), row.cell("scale_id"))
            texts = beside.get(row.cell("aid"), {}).get("answer", {})
            before = found[key].text("answer") if key in found else {}
            own = {row.cell("language") or self._base: row.cell("answer")} if "answer" in row.cells else {}
            first = found[key].row if key in found else row
            found[key] = _Entity(first, {"answer": {**before, **own, **texts}})
        return list(found.values())

    def _read_attributes(self) -> Mapping[str, dict[str, dict[str, str]]]:
        found: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
        for row in self._rows("question_attributes"):
            language = row.cell("language") or ALL_LANGUAGES
            found[row.cell("qid")][row.cell("attribute")][language] = row.cell("value")
        return found

    def _read_defaults(self, codes: Mapping[str, str]) -> Mapping[str, dict[str, str]]:
        """Defaults of the first language: of questions, and of subquestions by their codes."""
        beside = {
            row.cell("dvid"): row.cell("defaultvalue")
            for row in self._rows("defaultvalue_l10ns")
            if row.cell("language") in {"", self._base}
        }
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for row in self._rows("defaultvalues"):
            if row.cell("language") not in {"", self._base} or row.cell("specialtype"):
                continue
            value = beside.get(row.cell("dvid"), row.cell("defaultvalue"))
            of = row.cell("sqid")
            if value and (of in {"", _NONE} or of in codes):
                found[row.cell("qid")][codes.get(of, "")] = value
        return found

    # -- what they are ------------------------------------------------------------------------

    def _section(self, group: _Entity, questions: list[_Entity]) -> Section:
        return Section(
            group.text("group_name"),
            group.row.place,
            tuple(map(self._asked, _ordered(questions, "question_order"))),
            group.text("description"),
            group.cell("grelevance"),
            group.cell("randomization_group"),
        )

    def _asked(self, one: _Entity) -> Asked:
        number = one.cell("qid")
        return Asked(
            one.cell("title"),
            one.cell("type"),
            one.text("question"),
            one.row.place,
            one.text("help"),
            one.cell("mandatory").upper() in {"Y", "S"},
            one.cell("other").upper() == "Y",
            one.cell("relevance"),
            one.cell("preg"),
            tuple(self._items(self._subquestions[number], "title", "question", "question_order")),
            tuple(self._items(self._answers[number], "code", "answer", "sortorder")),
            self._attributes.get(number, {}),
            self._defaults.get(number, {}),
            number,
        )

    def _items(self, entities: Iterable[_Entity], code: str, text: str, order: str) -> Iterator[Item]:
        for one in _ordered(entities, order):
            scale = 1 if one.cell("scale_id") == "1" else 0
            yield Item(one.cell(code), one.text(text), one.row.place, scale, one.cell("relevance"))


def _grouped(entities: Iterable[_Entity], key: str) -> defaultdict[str, list[_Entity]]:
    found: defaultdict[str, list[_Entity]] = defaultdict(list)
    for one in entities:
        found[one.cell(key)].append(one)
    return found


def _ordered(entities: Iterable[_Entity], column: str) -> list[_Entity]:
    return sorted(entities, key=lambda one: _rank(one.cell(column)))


def _rank(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
