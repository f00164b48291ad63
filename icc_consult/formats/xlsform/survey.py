"""The sheet `survey`: rows become questions, groups and repeats, one inside the other."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from icc_consult.formats.xlsform.entries import Entries, Entry
from icc_consult.formats.xlsform.form import ChoiceList, Group, Node, Place, Repeat
from icc_consult.formats.xlsform.kinds import Act, Kind, kind_of
from icc_consult.formats.xlsform.marks import BIDI, plain
from icc_consult.formats.xlsform.names import Names
from icc_consult.formats.xlsform.problems import At, Findings, What
from icc_consult.formats.xlsform.questions import Builder

DEEPEST = 50
_YES = frozenset({"yes", "true", "true()", "1"})
_NAMELESS = (Act.END_GROUP, Act.END_REPEAT, Act.UNKNOWN)


@dataclass(slots=True)
class _Open:
    """A group or repeat whose end has not come yet."""

    act: Act
    entry: Entry
    name: str
    children: list[Node] = field(default_factory=list)


class SurveyReader:
    """Reads the rows once, in order."""

    def __init__(
        self,
        entries: Entries,
        lists: Mapping[str, ChoiceList],
        externals: Mapping[str, ChoiceList],
        findings: Findings,
    ) -> None:
        self._entries = entries
        self._findings = findings
        self.names = Names(entries, findings)
        self._builder = Builder(entries, lists, externals, self.names, findings)
        self._disabled = frozenset([one.row for one in entries if _is_disabled(one)])
        self._root: list[Node] = []
        self._open: list[_Open] = []

    def nodes(self) -> tuple[Node, ...]:
        """The tree; what is wrong with it is among the findings."""
        kinds = [(entry, kind_of(entry.values.get("type", ""))) for entry in self._entries]
        for entry, kind in kinds:
            if kind.act not in _NAMELESS and entry.row not in self._disabled:
                self.names.take(entry, kind)
        for entry, kind in kinds:
            self._read(entry, kind)
        for left in self._open:
            self._findings.fail(What.NEVER_ENDS, self._at(left.entry), name=left.name)
        if not kinds:
            self._findings.fail(What.NO_QUESTIONS, self._entries.at(0, ""))
        return tuple(self._root)

    def _read(self, entry: Entry, kind: Kind) -> None:
        written = entry.values.get("type", "")
        if entry.row in self._disabled:
            self._findings.warn(What.ROW_LEFT_OUT, self._at(entry), text=entry.values.get("name", written))
            return
        if not written:
            self._without_type(entry)
            return
        if not written.isascii() and BIDI.search(written):
            self._findings.warn(What.BIDI_REMOVED, self._at(entry), text=plain(written))
        if kind.is_odd:
            read = kind.type or _plainly(kind.act)
            self._findings.warn(What.TYPE_READ_AS, self._at(entry), written=written, read=read)
        if kind.act is Act.ASK:
            self._add(self._builder.question(entry, kind))
        else:
            self._act(entry, kind)

    def _at(self, entry: Entry) -> At:
        return self._entries.at(entry.row, "type")

    def _act(self, entry: Entry, kind: Kind) -> None:
        match kind.act:
            case Act.BEGIN_GROUP | Act.BEGIN_REPEAT:
                self._begin(entry, kind)
            case Act.END_GROUP | Act.END_REPEAT:
                self._end(entry, kind)
            case Act.REFUSED:
                self._findings.fail(What.TYPE_REFUSED, self._at(entry), type=kind.type)
            case Act.UNKNOWN:
                self._findings.fail(What.UNKNOWN_TYPE, self._at(entry), type=kind.type)

    def _without_type(self, entry: Entry) -> None:
        if entry.values or entry.texts:
            self._findings.fail(What.NO_TYPE, self._at(entry))
        else:
            text = " ".join(entry.rest.values())[:80]
            self._findings.warn(What.ROW_LEFT_OUT, self._entries.at(entry.row, ""), text=text)

    def _begin(self, entry: Entry, kind: Kind) -> None:
        if len(self._open) == DEEPEST:
            self._findings.fail(What.TOO_DEEP, self._at(entry), deepest=str(DEEPEST))
        self._open.append(_Open(kind.act, entry, self.names.of(entry)))

    def _end(self, entry: Entry, kind: Kind) -> None:
        at = self._at(entry)
        if not self._open:
            self._findings.fail(What.NEVER_BEGAN, at, type=_plainly(kind.act))
            return
        begun = self._open.pop()
        is_repeat = begun.act is Act.BEGIN_REPEAT
        if is_repeat != (kind.act is Act.END_REPEAT):
            row = str(begun.entry.row)
            self._findings.fail(What.WRONG_END, at, name=begun.name, row=row, type=_plainly(begun.act))
        form = Repeat if is_repeat else Group
        place = Place(self._entries.sheet.name, begun.entry.row)
        parts = self._builder.parts(begun.entry)
        self._add(form(begun.name, place, tuple(begun.children), *parts))

    def _add(self, node: Node) -> None:
        (self._open[-1].children if self._open else self._root).append(node)


def _is_disabled(entry: Entry) -> bool:
    return "disabled" in entry.values and entry.values["disabled"].casefold() in _YES


def _plainly(act: Act) -> str:
    return act.name.lower()
