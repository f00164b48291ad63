"""Rows of tab-separated values as a survey: what follows a row belongs to it, language after language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from icc_consult.formats.limesurvey.rows import COLUMNS
from icc_consult.formats.limesurvey.structure import ALL_LANGUAGES, Asked, Item, Section, Survey
from icc_consult.formats.limesurvey.tables import Row
from icc_consult.formats.xlsform.form import Place

_OWN = frozenset(COLUMNS)
_RANDOM = "random_group"


@dataclass(slots=True)
class _Piece:
    """A row and those of the other languages that say the same."""

    row: Row
    texts: dict[str, str] = field(default_factory=dict)
    helps: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    inner: dict[str, "_Piece"] = field(default_factory=dict)

    def say(self, row: Row, language: str, *, is_first: bool, text: str = "text") -> None:
        self.texts[language] = row.cell(text)
        self.helps[language] = row.cell("help")
        for name in row.cells.keys() - _OWN:
            if value := row.cell(name):
                self.attributes.setdefault(name, {})[ALL_LANGUAGES if is_first else language] = value
                if is_first:
                    self.attributes[name][language] = value


def survey_of(rows: tuple[Row, ...]) -> Survey:
    """The survey in the rows."""
    return _Reader(rows).survey()


class _Reader:
    def __init__(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows
        self._settings = {row.cell("name"): row.cell("text") for row in rows if _class(row) == "S"}
        self._told: dict[str, dict[str, str]] = {}
        self._groups: dict[str, _Piece] = {}
        self._base = self._settings.get("language") or self._first_language()

    def _first_language(self) -> str:
        return next((row.cell("language") for row in self._rows if row.cell("language")), "en")

    def survey(self) -> Survey:
        self._gather()
        more = self._settings.get("additional_languages", "").split()
        spoken = [row.cell("language") for row in self._rows if _class(row) in {"SL", "G"}]
        return Survey(
            self._settings.get("sid", ""),
            tuple(dict.fromkeys(filter(None, (self._base, *more, *spoken)))),
            self._told.get("surveyls_title", {}),
            tuple(map(_section, self._groups.values())),
            self._told.get("surveyls_description", {}),
            self._told.get("surveyls_welcometext", {}),
            self._told.get("surveyls_endtext", {}),
        )

    def _gather(self) -> None:
        """Things in another language are found again by number, otherwise by their order or name."""
        group = question = _Piece(Row(Place("", 0), {}))
        seen: dict[str, int] = {}
        for row in self._rows:
            language = row.cell("language") or self._base
            match _class(row):
                case "SL":
                    self._told.setdefault(row.cell("name"), {})[language] = row.cell("text")
                case "G":
                    seen[language] = seen.get(language, 0) + 1
                    key = row.cell("id") or f"#{row.cell('type/scale') or seen[language]}"
                    group = self._piece(self._groups, key, row, language, "name")
                case "Q":
                    question = self._piece(group.inner, row.cell("name"), row, language)
                case "SQ" | "A" as kind:
                    key = f"{kind} {row.cell('type/scale') or '0'} {row.cell('name')}"
                    self._piece(question.inner, key, row, language)

    def _piece(
        self, among: dict[str, _Piece], key: str, row: Row, language: str, text: str = "text"
    ) -> _Piece:
        piece = among.setdefault(key, _Piece(row))
        piece.say(row, language, is_first=language == self._base, text=text)
        if text == "name":
            piece.helps[language] = row.cell("text")
        return piece


def _class(row: Row) -> str:
    return row.cell("class").upper()


def _section(group: _Piece) -> Section:
    return Section(
        group.texts,
        group.row.place,
        tuple(map(_asked, group.inner.values())),
        group.helps,
        group.row.cell("relevance"),
        group.attributes.get(_RANDOM, {}).get(ALL_LANGUAGES, ""),
    )


def _asked(question: _Piece) -> Asked:
    row = question.row
    subquestions = [one for key, one in question.inner.items() if key.startswith("SQ")]
    answers = [one for key, one in question.inner.items() if key.startswith("A ")]
    return Asked(
        row.cell("name"),
        row.cell("type/scale"),
        question.texts,
        row.place,
        question.helps,
        row.cell("mandatory").upper() in {"Y", "S"},
        row.cell("other").upper() == "Y",
        row.cell("relevance"),
        row.cell("validation"),
        tuple(_item(one, one.row.cell("relevance")) for one in subquestions),
        tuple(_item(one, "") for one in answers),
        question.attributes,
        _defaults(row, subquestions),
        row.cell("id"),
    )


def _item(piece: _Piece, relevance: str) -> Item:
    scale = 1 if piece.row.cell("type/scale") == "1" else 0
    return Item(piece.row.cell("name"), piece.texts, piece.row.place, scale, relevance)


def _defaults(row: Row, subquestions: list[_Piece]) -> Mapping[str, str]:
    own = {"": row.cell("default")} if row.cell("default") else {}
    inner = {one.row.cell("name"): one.row.cell("default") for one in subquestions}
    return own | {code: value for code, value in inner.items() if value}
