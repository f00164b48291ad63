"""Lists of choices as a pack holds them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from icc_consult.domain.logic import Aspect
from icc_consult.formats.forms.drawing import Members
from icc_consult.formats.forms.files import list_in
from icc_consult.formats.forms.kinds import YES
from icc_consult.formats.forms.lookups import check_filter
from icc_consult.formats.forms.losses import Loss, Losses
from icc_consult.formats.forms.media import Shelf
from icc_consult.formats.forms.naming import RESERVED_CODES, Codes
from icc_consult.formats.forms.texts import Spoken, label_of
from icc_consult.formats.xlsform.form import ChoiceList, Form, Node, Question
from icc_consult.formats.xlsform.kinds import FROM_FILE
from icc_consult.verifying.regular_files import read_regular

_SEVERAL = frozenset({"select_multiple", "select_multiple_from_file"})
_OWN = frozenset({"exclusive", "icc::aside"})
_NOBODY: frozenset[str] = frozenset()
_ALONE = re.compile(
    r"""not\(\s*selected\(\s*\.\s*,\s*(['"])(?P<code>[^'"]+)\1\s*\)\s*and\s*count-selected\(\s*\.\s*\)\s*>\s*1\s*\)""",
    re.VERBOSE,
)
_MOST = re.compile(r"count-selected\(\s*\.\s*\)\s*(?P<sign><=|<|=)\s*(?P<number>\d+)")


class Lists:
    """The lists of a form, each made once for all questions that use it."""

    def __init__(
        self, form: Form, nodes: tuple[Node, ...], spoken: Spoken, shelf: Shelf, losses: Losses
    ) -> None:
        """`nodes` are all of the form, those inside of others too."""
        self._form = form
        self._nodes = nodes
        self._spoken = spoken
        self._shelf = shelf
        self._losses = losses
        self._files: dict[str, ChoiceList | None] = {}
        self._made: dict[tuple[int, frozenset[str], bool], list[Members]] = {}
        self._taken = frozenset(self._columns()) & RESERVED_CODES
        self.changed: dict[str, dict[str, str]] = {}

    def _columns(self) -> Iterator[str]:
        """The codes of all lists of which several may be chosen: each becomes part of a column."""
        nodes = (node for node in self._nodes if isinstance(node, Question))
        several = {(node.type, node.list_name) for node in nodes if node.type in _SEVERAL}
        for kind, name in several:
            found = self._form.lists.get(name)
            if kind != "select_multiple":
                yield from RESERVED_CODES
            elif found:
                yield from (choice.name for choice in found.choices)

    @property
    def are_all_in_form(self) -> bool:
        """Whether no list was looked for in a file of its own."""
        return not self._files

    def of(self, question: Question) -> ChoiceList | None:
        """The list of a question; none where it has none that can be read."""
        name = question.list_name
        if name.startswith("${"):
            self._losses.refuse(Loss.LIST_FROM_REPEAT, question.place, name=question.name, list=name)
            return None
        if question.type in FROM_FILE:
            return self._from_file(question)
        found = self._form.lists.get(name) or self._form.external_lists.get(name)
        if found is None or not found.choices:
            self._losses.fail(Loss.NO_CHOICES, question.place, "type", list=name)
            return None
        return found

    def _from_file(self, question: Question) -> ChoiceList | None:
        name = question.list_name
        if name not in self._files:
            path = self._shelf.find(name)
            columns = (question.parameters.get("value", "name"), question.parameters.get("label", "label"))
            self._files[name] = list_in(read_regular(path), name, *columns) if path else None
        found = self._files[name]
        if found is None or not found.choices:
            self._losses.fail(Loss.LIST_MISSING, question.place, "type", file=name)
            return None
        check_filter(question, found, frozenset(node.name for node in self._nodes), self._losses)
        return found

    def members(self, question: Question, found: ChoiceList) -> list[Members]:
        """The choices of a question, the same for all that offer the same. Columns come along where a filter
        reads them.
        """
        alone = _alone_in(question.logic.values())
        filtered = Aspect.CHOICE_FILTER in question.logic
        key = (id(found), alone, filtered)
        if key not in self._made:
            self._made[key] = self._members(found, alone, filtered=filtered)
        return self._made[key]

    def _members(self, found: ChoiceList, alone: Collection[str], *, filtered: bool) -> list[Members]:
        codes = self.codes(found)
        members: list[Members] = []
        once: set[str] = set()
        for choice in found.choices:
            if choice.name in once:
                continue
            once.add(choice.name)
            member: Members = {
                "code": codes[choice.name],
                "text": label_of(choice.texts, self._spoken, choice.name),
            }
            if choice.name in alone or choice.columns.get("exclusive", "").casefold() in YES:
                member["exclusive"] = True
            if choice.columns.get("icc::aside", "").casefold() in YES:
                member["aside"] = True
            columns = {name: cell for name, cell in choice.columns.items() if name not in _OWN}
            if filtered:
                member["columns"] = columns
            elif columns:
                member["xlsform"] = {"rest": columns}
            members.append(member | self._shelf.members(choice.texts, choice.place))
        return members

    def codes(self, found: ChoiceList) -> Codes:
        """The codes of a list; those that had to change are remembered for expressions.

        One that no column can have changes in every list: expressions do not say whose code they mean.
        """
        codes = Codes((choice.name for choice in found.choices), taken=self._taken)
        if codes.changed and found.name not in self.changed:
            for choice in found.choices:
                if choice.name in codes.changed:
                    new = codes[choice.name]
                    self._losses.warn(Loss.CODE_CHANGED, choice.place, "name", name=choice.name, new=new)
        if codes.changed:
            self.changed.setdefault(found.name, {}).update(codes.changed)
        return codes


def _alone_in(written: Iterable[str]) -> frozenset[str]:
    """The codes that rules let nobody choose beside others."""
    closer = [text for text in written if "selected" in text]
    if not closer:
        return _NOBODY
    return frozenset([match["code"] for text in closer for match in _ALONE.finditer(text)])


def most_of(logic: Mapping[Aspect, str]) -> int | None:
    """How many may be chosen, where a constraint says so in the usual way and nothing else."""
    found = _MOST.fullmatch(logic.get(Aspect.CONSTRAINT, "").strip())
    if not found:
        return None
    number = int(found["number"]) - (found["sign"] == "<")
    return number if number > 0 and found["sign"] != "=" else None
