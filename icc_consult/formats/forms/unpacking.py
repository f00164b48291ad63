"""The document of a pack as the sheets of an XLSForm."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from icc_consult.formats.forms.kinds import LONGEST_ANSWER
from icc_consult.formats.forms.papers import paper_rows
from icc_consult.formats.forms.sheets import Cells, Table, appended, header_of, spread

Document = Mapping[str, Any]
OWN_SHEET = "_icc_consult"
_PIECE = 8_000
EDGE = "|"
_RULES = ("relevant", "constraint", "required", "calculation", "choice_filter", "trigger", "repeat_count")
_FIXED = {"open_text": "text", "date": "date", "time": "time", "note": "note", "calculated": "calculate"}
_CHOOSING = {
    "single_choice": "select_one",
    "scale": "select_one",
    "multiple_choice": "select_multiple",
    "ranking": "rank",
}
OTHER = "other"


def sheets_of(document: Document) -> list[Table]:
    """The sheets, the last of them the document itself for whoever reads the form here again.

    Another program reads the others: what it has no word for (statements, ballot papers, help) stands there
    as the nearest kind of question.
    """
    writer = _Writer()
    parts = document["parts"]
    for part in parts:
        if part["kind"] != "survey":
            paper_rows(part, writer.survey, writer.choices)
        elif len(parts) == 1:
            writer.entries(part["questions"])
        else:
            writer.group({**part, "kind": "group"}, kind_column=part["kind"])
    settings = _settings(document)
    tables = [writer.survey, writer.choices, settings]
    return [*appended(tables), *_others(document), _own(document, tables)]


def _settings(document: Document) -> Table:
    source = document["source_language"]
    kept = document.get("xlsform", {}).get("settings", {})
    table = Table("settings")
    table.add(
        {
            **spread("form_title", document["title"]),
            **kept,
            "form_title": document["title"].get(source, ""),
            "form_id": kept.get("form_id", document["id"]),
            "default_language": header_of("", source).removeprefix("::"),
        }
    )
    return table


def _others(document: Document) -> Iterator[Table]:
    for name, rows in document.get("xlsform", {}).get("sheets", {}).items():
        table = Table(name)
        heading, *rest = rows or [[]]
        for row in rest:
            table.add(dict(zip(heading, row, strict=False)))
        yield table


def _own(document: Document, tables: Sequence[Table]) -> Table:
    """The document in pieces that fit a cell, and before them what the other sheets say, in short."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    table = Table(OWN_SHEET)
    table.add({"document": digest((table.name, table.lines()) for table in tables)})
    for start in range(0, len(text), _PIECE):
        table.add({"document": f"{EDGE}{text[start : start + _PIECE]}{EDGE}"})
    return table


def digest(sheets: Iterator[tuple[str, list[list[str]]]]) -> str:
    """What names the content of sheets: any change of a cell changes it, empty cells and sheets do not."""
    hashed = hashlib.sha256()
    for name, rows in sheets:
        filled = [[cell.strip() for cell in row] for row in rows]
        kept = [[index, cell] for row in filled for index, cell in enumerate([*row, "\n"]) if cell]
        if len(kept) > 1:
            hashed.update(json.dumps([name, kept]).encode())
    return hashed.hexdigest()


class _Writer:
    def __init__(self) -> None:
        self.survey, self.choices = Table("survey"), Table("choices")
        self._lists: dict[str, list[Any]] = {}

    def entries(self, entries: Sequence[Document]) -> None:
        for entry in entries:
            if entry["kind"] in {"group", "repeat"}:
                self.group(entry)
            elif not entry.get("xlsform", {}).get("implied"):
                self._question(entry)

    def group(self, entry: Document, *, kind_column: str = "") -> None:
        kept = entry.get("xlsform", {})
        written = "repeat" if entry["kind"] == "repeat" else "group"
        own = {"icc::draw": str(entry.get("draw", "")), "icc::shuffled": _yes(entry.get("shuffled"))}
        self.survey.add(
            {
                "type": f"begin_{written}",
                "name": entry["id"],
                **spread("label", entry.get("text")),
                **_rules(entry),
                "appearance": " ".join(kept.get("appearance", ())),
                "icc::part": kind_column,
                **own,
                **kept.get("rest", {}),
            }
        )
        self.entries(entry["questions"])
        self.survey.add({"type": f"end_{written}"})

    def _question(self, entry: Document) -> None:
        kept = entry.get("xlsform", {})
        looks = list(entry.get("looks", ()))
        guidance = (entry.get("learn_more") or {}).get("lines", [])
        self.survey.add(
            {
                "type": self._type(entry),
                "name": entry["id"],
                **spread("label", entry.get("text")),
                **spread("hint", entry.get("hint")),
                **(spread("guidance_hint", guidance[0]) if guidance else {}),
                **_rules(entry),
                **_bounds(entry),
                **spread("media::image", _files(entry.get("picture"))),
                **spread("media::audio", _files(entry.get("sound"))),
                "appearance": " ".join(looks),
                "parameters": _parameters(entry),
                "default": _default(entry.get("default", "")),
                "read_only": _yes(entry.get("read_only")),
                **_native(entry),
                **kept.get("rest", {}),
            }
        )
        if help_card := entry.get("help"):
            self._note(f"{entry['id']}-help", help_card, entry.get("relevant", ""))

    def _note(self, name: str, card: Document, relevant: str) -> None:
        lines = card["lines"][0] if card["lines"] else {}
        self.survey.add(
            {
                "type": "note",
                "name": name,
                **spread("label", card["title"]),
                **spread("hint", lines),
                "relevant": relevant,
            }
        )

    def _type(self, entry: Document) -> str:
        kind = entry["kind"]
        written = str(entry.get("xlsform", {}).get("type", ""))
        if kind in _FIXED:
            return "hidden" if written == "hidden" else _FIXED[kind]
        if kind == "number":
            return "range" if "step" in entry else "integer" if entry.get("whole", True) else "decimal"
        if written.startswith(("acknowledge", "trigger")):
            return "acknowledge"
        return self._choosing(entry, written)

    def _choosing(self, entry: Document, written: str) -> str:
        choices = entry["choices"]
        has_other = written.endswith(("or_other", "or other", "or specify other"))
        if has_other and choices[-1]["code"] == OTHER:
            choices = choices[:-1]
        words = written.split()
        wanted = words[1] if len(words) > 1 and "file" not in words[0] else entry["id"]
        name = self._list(wanted, choices)
        return f"{_CHOOSING[entry['kind']]} {name}{' or_other' if has_other else ''}"

    def _list(self, wanted: str, choices: Sequence[Document]) -> str:
        """The name of the list of these choices, written once."""
        plain = [{name: value for name, value in choice.items() if name != "columns"} for choice in choices]
        name, number = wanted, 2
        while name in self._lists and self._lists[name] != plain:
            name, number = f"{wanted}_{number}", number + 1
        if name not in self._lists:
            self._lists[name] = plain
            for choice in choices:
                self.choices.add({"list_name": name, **choice_cells(choice)})
        return name


def choice_cells(choice: Document) -> Cells:
    """The cells of one choice."""
    return {
        **choice.get("columns", {}),
        **choice.get("xlsform", {}).get("rest", {}),
        "name": choice["code"],
        **spread("label", choice["text"]),
        **spread("media::image", _files(choice.get("picture"))),
        **spread("media::audio", _files(choice.get("sound"))),
        "exclusive": _yes(choice.get("exclusive")),
        "icc::aside": _yes(choice.get("aside")),
    }


def _rules(entry: Document) -> dict[str, str]:
    messages = {
        **spread("constraint_message", entry.get("constraint_message")),
        **spread("required_message", entry.get("required_message")),
    }
    return {name: entry[name] for name in _RULES if name in entry} | messages


def _bounds(entry: Document) -> dict[str, str]:
    """Bounds that have no column of their own, as a constraint where there is none."""
    if "constraint" in entry:
        return {}
    if entry["kind"] == "multiple_choice" and "max_choices" in entry:
        return {"constraint": f"count-selected(.) <= {entry['max_choices']}"}
    if entry["kind"] == "number" and "step" not in entry:
        bounds = [
            f". {sign} {entry[name]}" for name, sign in (("least", ">="), ("most", "<=")) if name in entry
        ]
        return {"constraint": " and ".join(bounds)}
    return {}


def _parameters(entry: Document) -> str:
    given = dict(entry.get("xlsform", {}).get("parameters", {}))
    if "step" in entry:
        given |= {"start": entry["least"], "end": entry["most"], "step": entry["step"]}
    if entry.get("shuffled"):
        given["randomize"] = "true"
    return " ".join(f"{name}={value}" for name, value in given.items())


def _default(expression: str) -> str:
    """A quoted text is written plain, as authors do."""
    quote = expression[:1]
    inner = expression[1:-1]
    is_plain = quote in {"'", '"'} and expression.endswith(quote) and quote not in inner
    return inner if is_plain and len(expression) > 1 else expression


def _native(entry: Document) -> dict[str, str]:
    """What XLSForm has no column for."""
    length = entry.get("max_length", LONGEST_ANSWER) if entry["kind"] == "open_text" else LONGEST_ANSWER
    return {
        "icc::kind": "scale" if entry["kind"] == "scale" else "",
        "icc::sensitive": _yes(entry.get("sensitive")),
        "icc::hidden": _yes(entry.get("hidden")),
        "icc::max_length": "" if length == LONGEST_ANSWER else str(length),
        "icc::max_choices": str(entry.get("max_choices", "")) if entry["kind"] == "ranking" else "",
    }


def _files(names: Mapping[str, str] | None) -> dict[str, str]:
    return {tag: name.rpartition("/")[2] for tag, name in (names or {}).items()}


def _yes(value: object) -> str:
    return "yes" if value else ""
