"""Questions of a pack as questions of LimeSurvey."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from icc_consult.domain.logic import LogicError, parse
from icc_consult.domain.logic.tree import Call, Chain, Node, Number, Own, Text
from icc_consult.formats.limesurvey.changes import Change, Notes
from icc_consult.formats.limesurvey.coding import ANSWER, QUESTION, SUBQUESTION, Codes
from icc_consult.formats.limesurvey.plan import Condition, Planned
from icc_consult.formats.limesurvey.scope import Known, Many, One, Ranked, Scope
from icc_consult.formats.limesurvey.script import NotTranslatable
from icc_consult.formats.limesurvey.structure import ALL_LANGUAGES, Asked, Item, Texts
from icc_consult.formats.limesurvey.to_script import (
    calculation_of,
    other_answer,
    script_of,
    script_of_tree,
)
from icc_consult.formats.limesurvey.variables import Sort
from icc_consult.formats.limesurvey.words import Words
from icc_consult.formats.limesurvey.writing_out import expression_text, numeral
from icc_consult.formats.xlsform.form import Place

NOWHERE = Place("", 0)
_TYPES = {
    "single_choice": "L",
    "scale": "L",
    "multiple_choice": "M",
    "ranking": "R",
    "open_text": "S",
    "number": "N",
    "date": "D",
    "time": "D",
    "note": "X",
    "calculated": "*",
}
_FORMATS = {"day": "yyyy-mm-dd", "month": "yyyy-mm", "year": "yyyy"}
_SORTS = {"number": Sort.NUMBER, "date": Sort.MOMENT, "time": Sort.MOMENT}
_BOUNDS = {"<=": "max_answers", ">=": "min_answers"}


def everywhere(values: Mapping[str, str]) -> dict[str, Texts]:
    """Attributes that have no language."""
    return {name: {ALL_LANGUAGES: value} for name, value in values.items() if value}


class Asking:
    """Makes questions. Names are all given before the first rule is translated."""

    def __init__(self, words: Words, notes: Notes) -> None:
        self._words = words
        self._notes = notes
        self._codes = Codes(QUESTION, begins_with_letter=True)
        self._known: dict[str, Known] = {}
        self._calculations: dict[str, str] = {}

    def name(self, wanted: str) -> str:
        """A code for a question, told where it is another."""
        code = self._codes.code(wanted)
        if code != wanted:
            self._notes.tell(Change.NAME, name=wanted, new=code)
        return code

    def items(self, name: str, wanted: Sequence[str], most: int) -> dict[str, str]:
        """Codes for subquestions or answers by those they had, told where they are others."""
        codes = Codes(most)
        found = {code: codes.code(code) for code in wanted}
        changed = ", ".join(f"{code} → {new}" for code, new in found.items() if code != new)
        if changed:
            self._notes.tell(Change.CODE, name=name, codes=changed, most=str(most))
        return found

    def learn(self, questions: Sequence[Planned]) -> None:
        """Give every question its code and find out what can be worked out."""
        for one in questions:
            if one.entry["kind"] not in {"note", "calculated"}:
                self._known[one.key] = self._made_known(one)
        waiting = [one for one in questions if one.entry["kind"] == "calculated"]
        while waiting:
            left = [one for one in waiting if not self._work_out(one)]
            if len(left) == len(waiting):
                break
            waiting = left
        for one in waiting:
            expression = one.entry.get("calculation", "")
            self._notes.tell(Change.CALCULATION, name=one.key, expression=expression)

    def _made_known(self, one: Planned) -> Known:
        entry, code = one.entry, self.name(one.key)
        wanted = [choice["code"] for choice in entry.get("choices", ()) if choice["code"] != one.other]
        match entry["kind"]:
            case "single_choice" | "scale":
                answers = self.items(one.key, wanted, ANSWER)
                return One(code, Sort.CODE, other_answer(answers, one.other))
            case "multiple_choice":
                return Many(code, self.items(one.key, wanted, SUBQUESTION), one.other)
            case "ranking":
                return Ranked(code, self.items(one.key, wanted, ANSWER))
        return One(code, _SORTS.get(entry["kind"], Sort.TEXT))

    def _work_out(self, one: Planned) -> bool:
        try:
            written, sort = calculation_of(one.entry.get("calculation", ""), self.scope(one))
        except NotTranslatable:
            return False
        self._calculations[one.key] = written
        self._known[one.key] = One(self.name(one.key), sort)
        return True

    def scope(self, one: Planned) -> Scope:
        """What can be seen from a question."""
        return Scope(self._known, one.nearer, one.key)

    # -- one question -------------------------------------------------------------------------

    def asked(self, one: Planned) -> Iterator[Asked]:
        """The question, and after it the card of help where it has one."""
        entry, scope = one.entry, self.scope(one)
        if entry["kind"] == "calculated":
            yield from self._calculated(one)
            return
        self._tell_losses(one)
        relevance = self.relevance(one.conditions, one.key)
        yield self._question(one, scope, relevance)
        if card := entry.get("help"):
            text = self._words.joined(card["title"], *card["lines"])
            told = self._words.texts(text, scope, one.key)
            yield Asked(self._codes.code(f"{one.key}help"), "X", told, NOWHERE, relevance=relevance)

    def _calculated(self, one: Planned) -> Iterator[Asked]:
        if one.key not in self._calculations:
            return
        told = dict.fromkeys(self._words.plain(self._words.said("-")), f"{{{self._calculations[one.key]}}}")
        relevance = self.relevance(one.conditions, one.key)
        hidden = everywhere({"hidden": "1"})
        yield Asked(self._known[one.key].code, "*", told, NOWHERE, relevance=relevance, attributes=hidden)

    def _question(self, one: Planned, scope: Scope, relevance: str) -> Asked:
        entry, words = one.entry, self._words
        known = self._known.get(one.key)
        code = known.code if known else self.name(one.key)
        checks, pattern = self._checks(one, scope)
        help_text = words.joined(entry.get("hint"), *(entry.get("learn_more") or {}).get("lines", ()))
        return Asked(
            code,
            "T" if "multiline" in entry.get("looks", ()) else _TYPES[entry["kind"]],
            words.texts(entry["text"], scope, one.key),
            NOWHERE,
            words.texts(help_text, scope, one.key),
            entry.get("required") == "true()",
            bool(one.other),
            relevance,
            pattern,
            tuple(self._choices(one, known.marks)) if isinstance(known, Many) else (),
            tuple(self._choices(one, known.answers)) if isinstance(known, One | Ranked) else (),
            {**self._attributes(one, known), **checks},
            self._defaults(one, known),
        )

    def _choices(self, one: Planned, codes: Mapping[str, str]) -> Iterator[Item]:
        scope = self.scope(one)
        for choice in one.entry.get("choices", ()):
            if choice["code"] != one.other:
                told = self._words.texts(choice["text"], scope, one.key)
                yield Item(codes[choice["code"]], told, NOWHERE)

    def relevance(self, conditions: Sequence[Condition], name: str) -> str:
        """All conditions together; one that has no translation is told and left out."""
        pieces: dict[str, None] = {}
        for one in conditions:
            try:
                pieces[script_of(one.expression, Scope(self._known, one.nearer))] = None
            except NotTranslatable:
                self._notes.tell(Change.RELEVANCE, name=name, expression=one.expression)
        pieces.pop("1", None)
        return " && ".join(pieces if len(pieces) < 2 else (f"({piece})" for piece in pieces)) or "1"

    # -- attributes ---------------------------------------------------------------------------

    def _attributes(self, one: Planned, known: Known | None) -> dict[str, Texts]:
        entry, kind = one.entry, one.entry["kind"]
        values = {
            "hidden": "1" if entry.get("hidden") else "",
            "random_group": one.shuffled_with,
            "max_answers": str(entry.get("max_choices", "")),
        }
        if entry.get("shuffled"):
            order = "subquestion_order" if kind == "multiple_choice" else "answer_order"
            values |= {"random_order": "1", order: "random"}
        if isinstance(known, Many):
            alone = [choice["code"] for choice in entry["choices"] if choice.get("exclusive")]
            values["exclude_all_others"] = ";".join(
                known.marks[code] for code in alone if code in known.marks
            )
        if kind == "number":
            values |= _bounds(entry)
        if kind in {"date", "time"}:
            values["date_format"] = "HH:MM" if kind == "time" else _FORMATS[entry.get("precision", "day")]
        if kind == "open_text":
            values["maximum_chars"] = str(entry.get("max_length", ""))
        return {**everywhere(values), **self._told_attributes(one)}

    def _told_attributes(self, one: Planned) -> dict[str, Texts]:
        entry, scope = one.entry, self.scope(one)
        other = [choice["text"] for choice in entry.get("choices", ()) if choice["code"] == one.other]
        found = {
            "other_replace_text": self._words.texts(other[0] if one.other else None, scope, one.key),
            "em_validation_q_tip": self._words.texts(entry.get("constraint_message"), scope, one.key),
        }
        return {name: texts for name, texts in found.items() if texts}

    def _checks(self, one: Planned, scope: Scope) -> tuple[dict[str, Texts], str]:
        """Attributes that check, and a pattern; each piece of a constraint goes where it fits."""
        written = one.entry.get("constraint", "")
        values: dict[str, str] = {}
        pattern, scripts = "", []
        for piece in _pieces(written):
            match piece:
                case Call("regex", (Own(), Text(wanted))) if not pattern:
                    pattern = f"/^(?:{wanted.replace('/', chr(92) + '/')})$/"
                case Chain(Call("count-selected", (Own(),)), ((sign, Number(number)),)) if sign in _BOUNDS:
                    values[_BOUNDS[sign]] = numeral(number)
                case _:
                    try:
                        scripts.append(script_of_tree(piece, scope))
                    except NotTranslatable:
                        told = _told(piece, written)
                        self._notes.tell(Change.CHECK, name=one.key, expression=told)
        if scripts:
            whole = scripts if len(scripts) < 2 else (f"({script})" for script in scripts)
            values["em_validation_q"] = " && ".join(whole)
        return everywhere(values), pattern

    def _defaults(self, one: Planned, known: Known | None) -> dict[str, str]:
        written = one.entry.get("default", "")
        if not written:
            return {}
        value = _constant(written)
        if isinstance(known, Many):
            codes = value.split()
            if codes and all(code in known.marks for code in codes):
                return {known.marks[code]: "Y" for code in codes}
        elif isinstance(known, One) and value and _may_begin(known, value):
            return {"": known.answers.get(value, value)}
        self._notes.tell(Change.DEFAULT, name=one.key, expression=written)
        return {}

    # -- what is lost -------------------------------------------------------------------------

    def _tell_losses(self, one: Planned) -> None:
        entry, tell = one.entry, self._notes.tell
        required = entry.get("required", "")
        if required not in {"", "true()", "false()"}:
            tell(Change.REQUIRED, name=one.key, expression=required)
        if "choice_filter" in entry:
            tell(Change.FILTER, name=one.key, expression=entry["choice_filter"])
        lost = {
            Change.TRIGGER: "trigger" in entry,
            Change.MEDIA: any("picture" in each or "sound" in each for each in _spoken(entry)),
            Change.MASKED: entry.get("masked"),
            Change.CALENDAR: entry.get("calendar", "gregorian") != "gregorian",
            Change.STEP: "step" in entry and str(entry["step"]) != "1",
            Change.READ_ONLY: entry.get("read_only"),
            Change.ASIDE: any(choice.get("aside") for choice in entry.get("choices", ())),
        }
        for change, is_lost in lost.items():
            if is_lost:
                tell(change, name=one.key)


def _may_begin(known: One, value: str) -> bool:
    return value in known.answers if known.sort is Sort.CODE else known.sort is not Sort.MOMENT


def _spoken(entry: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield entry
    yield from entry.get("choices", ())


def _bounds(entry: Mapping[str, Any]) -> dict[str, str]:
    return {
        "num_value_int_only": "1" if entry.get("whole", True) else "",
        "min_num_value_n": str(entry.get("least", "")),
        "max_num_value_n": str(entry.get("most", "")),
    }


def _pieces(constraint: str) -> list[Node]:
    if not constraint:
        return []
    try:
        tree = parse(constraint).tree
    except LogicError:
        return [Text(constraint)]
    if isinstance(tree, Chain) and tree.rest[0][0] == "and":
        return [tree.first, *(one for _, one in tree.rest)]
    return [tree]


def _told(piece: Node, written: str) -> str:
    try:
        return expression_text(piece)
    except NotTranslatable:
        return written


def _constant(expression: str) -> str:
    try:
        tree = parse(expression).tree
    except LogicError:
        return ""
    match tree:
        case Text(value):
            return value
        case Number(value):
            return numeral(value)
    return ""
