"""The rows of a form as entries of a survey."""

from collections.abc import Collection, Mapping
from functools import cached_property

from icc_consult.domain.logic import Aspect
from icc_consult.formats.forms.choices import Lists, most_of
from icc_consult.formats.forms.drawing import Drawn, Members
from icc_consult.formats.forms.kinds import CHOOSING, KINDS, YES, BadRange, quoted
from icc_consult.formats.forms.losses import REFUSED, UNKEPT, Loss, Losses
from icc_consult.formats.forms.media import Shelf
from icc_consult.formats.forms.naming import Names, with_codes
from icc_consult.formats.forms.native import native, native_group
from icc_consult.formats.forms.texts import Spoken, label_of
from icc_consult.formats.xlsform.form import Group, Node, Question, Repeat, TextAspect, Texts, TextsByAspect
from icc_consult.formats.xlsform.kinds import EXTERNAL
from icc_consult.formats.xlsform.repairs import references_in
from icc_consult.i18n import N_, Say

_OTHER = "other"
_SILENT = frozenset({"calculate", "hidden"})
_LABEL = TextAspect.LABEL
_LABELS_ONLY = "label"
_OTHER_TEXT = N_("Other")
_WHICH = N_("Which one?")
_UNDERSTOOD = N_("I have read this")
_STAND_INS = {"today": "today()", "start": "now()", "end": "now()"}
_ROUNDS = 10
_MOST_ROUNDS = 100
_MESSAGES = tuple((one, one.value) for one in (TextAspect.CONSTRAINT_MESSAGE, TextAspect.REQUIRED_MESSAGE))
_RULES: Mapping[Aspect, str] = {
    aspect: aspect.value for aspect in Aspect if aspect is not Aspect.REPEAT_COUNT
}


class Entries:
    """Makes entries of nodes, in order. `is_plain` while every bound in them is one that packs know."""

    def __init__(
        self,
        nodes: tuple[Node, ...],
        spoken: Spoken,
        names: Names,
        lists: Lists,
        shelf: Shelf,
        losses: Losses,
    ) -> None:
        """`nodes` are all of the form, those inside of others too."""
        self._nodes = nodes
        self._spoken = spoken
        self._names = names
        self._lists = lists
        self._shelf = shelf
        self._losses = losses
        self._found: list[Drawn] = []
        self.is_plain = True

    def of(self, nodes: tuple[Node, ...]) -> tuple[Drawn, ...]:
        """The entries of these nodes; what a kiosk does not ask is left out and told."""
        around, self._found = self._found, []
        for node in nodes:
            if isinstance(node, Group):
                self._group(node)
            elif node.type in CHOOSING:
                self._choosing(node)
            else:
                self._question(node)
        found, self._found = tuple(self._found), around
        return found

    # -- groups -------------------------------------------------------------------------------

    def _group(self, node: Group) -> None:
        inner = self.of(node.children)
        if not inner:
            return
        texts, kind = self._texts(node) if self._names.changed else node.texts, "group"
        members: Members = {"id": self._names[node.name]}
        rules = self._rules(node, texts)
        if isinstance(node, Repeat):
            kind = "repeat"
            self._count_rounds(node, members, rules)
        if text := self._shown(texts.get(TextAspect.LABEL, {})):
            members["text"] = text
        if node.rest:
            self._add_native(members, native_group(node.rest))
        self._found.append(Drawn(kind, members, rules, node, inner=inner))

    def _count_rounds(self, node: Group, members: Members, rules: Members) -> None:
        """How many rounds there can be: as many as a fixed count says, otherwise ten."""
        count = node.logic.get(Aspect.REPEAT_COUNT, "").strip()
        members["most_rounds"] = _ROUNDS
        if count:
            fixed = min(int(count), _MOST_ROUNDS) if count.isdecimal() else _ROUNDS
            members["most_rounds"] = max(fixed, 1)
            rules["repeat_count"] = self._names.in_text(count)

    # -- questions ----------------------------------------------------------------------------

    def _question(self, node: Question) -> None:
        if make := KINDS.get(node.type):
            try:
                kind, more = make(node)
            except BadRange:
                self._losses.fail(Loss.BAD_RANGE, node.place, "parameters", name=node.name)
            else:
                self._add(kind, node, more)
        elif node.type in UNKEPT:
            self._losses.warn(Loss.METADATA, node.place, "type", type=node.type)
            self._stand_in(node)
        elif node.type in REFUSED:
            self._losses.refuse(REFUSED[node.type], node.place, type=node.written, name=node.name)
            self._stand_in(node)
        elif node.type in EXTERNAL:
            self._stand_in(node)
        elif node.type == "acknowledge":
            choice = {"code": "OK", "text": self._said(_UNDERSTOOD)}
            self._add("single_choice", node, {"choices": [choice]})

    def _add(self, kind: str, node: Question, members: Members, bound: Members | None = None) -> None:
        """An entry of its own: its columns win over the members its kind brings, and a `bound` over both."""
        texts = self._texts(node) if self._names.changed else node.texts
        self._add_asked(members, node, texts)
        if node.rest:
            self._add_native(members, native(node.rest))
            if node.rest.get("read_only", "").casefold() in YES:
                members["read_only"] = True
        if bound:
            members.update(bound)
        rules = self._rules(node, texts)
        if node.default:
            self._put_default(node, rules)
        if node.type in _SILENT and Aspect.CALCULATION not in node.logic:
            rules["calculation"] = quoted(node.default)
        self._found.append(Drawn(kind, members, rules, node))

    def _add_native(self, members: Members, own: Members) -> None:
        if own:
            self.is_plain = False
            members.update(own)

    def _stand_in(self, node: Question) -> None:
        """What rules and texts read of a row that is left out; it is never stored."""
        if node.name in self._wanted:
            members = {"id": self._names[node.name], "hidden": True}
            rules = {"calculation": _STAND_INS.get(node.type, "''")}
            self._found.append(Drawn("calculated", members, rules, kept={"type": "calculate"}))

    @cached_property
    def _wanted(self) -> Collection[str]:
        """Every name that a rule or a text asks for."""
        written: list[str] = []
        for node in self._nodes:
            written += node.logic.values()
            written += (text for texts in node.texts.values() for text in texts.values())
        return frozenset(name for text in written for name in references_in(text))

    def _choosing(self, node: Question) -> None:
        if _LABELS_ONLY in node.appearance:
            self._stand_in(node)
            return
        found = self._lists.of(node)
        if found is None:
            return
        choices = self._lists.members(node, found)
        more: Members = {"choices": choices}
        if node.parameters:
            self._shuffle(node, more)
        kind = "scale" if node.rest.get("icc::kind") == "scale" else CHOOSING[node.type]
        most = most_of(node.logic) if kind == "multiple_choice" else None
        bound = {"max_choices": most} if most and most <= len(choices) else None
        if node.has_other and all(choice["code"] != _OTHER for choice in choices):
            more["choices"] = [*choices, {"code": _OTHER, "text": self._said(_OTHER_TEXT)}]
        self._add(kind, node, more, bound)
        if node.has_other:
            self._which(node)

    def _shuffle(self, node: Question, members: Members) -> None:
        if node.parameters.get("randomize", "").casefold() in YES:
            members["shuffled"] = True
            if "seed" in node.parameters:
                self._losses.warn(Loss.SEED_NOT_KEPT, node.place, "parameters", name=node.name)

    def _which(self, node: Question) -> None:
        """The text that says which other one, as ODK names it."""
        name = self._names[node.name]
        members = {"id": self._names.free(f"{name}_other"), "text": self._said(_WHICH)}
        rules = {"relevant": f"selected(${{{name}}}, '{_OTHER}')"}
        self._found.append(Drawn("open_text", members, rules, kept={"implied": True}))

    def _said(self, sentence: str) -> Texts:
        """A sentence of the program in every language of the form that it speaks."""
        source = {self._spoken.source: Say(self._spoken.source)(sentence)}
        spoken = {tag: Say(tag) for tag in self._spoken.tags}
        return source | {tag: say(sentence) for tag, say in spoken.items() if say.spoken_in(sentence) == tag}

    # -- what all have ------------------------------------------------------------------------

    def _add_asked(self, members: Members, node: Question, texts: TextsByAspect) -> None:
        members["id"] = self._names[node.name]
        if node.type not in _SILENT or texts.get(_LABEL):
            members["text"] = label_of(texts, self._spoken, node.name)
        if _says_more(texts):
            self._explain(members, texts)
            members.update(self._shelf.members(texts, node.place))
        if node.appearance:
            members["looks"] = list(dict.fromkeys(node.appearance))

    def _explain(self, members: Members, texts: TextsByAspect) -> None:
        if TextAspect.HINT in texts:
            hint = self._shown(texts[TextAspect.HINT])
            if hint and hint != members.get("text"):
                members["hint"] = hint
        if TextAspect.GUIDANCE_HINT in texts:
            guidance = self._shown(texts[TextAspect.GUIDANCE_HINT])
            if guidance and "text" in members:
                members["learn_more"] = {"title": members["text"], "lines": [guidance]}

    def _shown(self, texts: Texts) -> Texts:
        """A text for a document, where any language of the kiosk has it."""
        found = self._spoken.document(texts)
        return found if self._spoken.has_shown(found) else {}

    def _texts(self, node: Node) -> TextsByAspect:
        """What is said, by the new names."""
        return {
            aspect: {tag: self._names.in_text(text) for tag, text in texts.items()}
            for aspect, texts in node.texts.items()
        }

    def _rules(self, node: Node, texts: TextsByAspect) -> Members:
        rules: Members = {}
        is_changed = self._names.changed or self._lists.changed
        for aspect, written in node.logic.items():
            if aspect in _RULES and written.strip():
                rules[_RULES[aspect]] = self._renamed(written) if is_changed else written
        if "required" in rules and rules["required"] == "false()":
            del rules["required"]
        if _says_more(texts):
            self._add_messages(rules, texts)
        return rules

    def _add_messages(self, rules: Members, texts: TextsByAspect) -> None:
        for aspect, member in _MESSAGES:
            if aspect in texts and (message := self._shown(texts[aspect])):
                rules[member] = message

    def _renamed(self, written: str) -> str:
        """What is written, by the new names and codes."""
        expression = self._names.in_text(written)
        for changed in self._lists.changed.values():
            expression = with_codes(expression, changed)
        return expression

    def _put_default(self, node: Question, rules: Members) -> None:
        if node.type not in {"hidden", "note"}:
            value = node.default
            for changed in self._lists.changed.values():
                value = changed.get(value, value)
            rules["default"] = quoted(value)


def _says_more(texts: TextsByAspect) -> bool:
    """Whether there is more to read than a label."""
    return len(texts) > 1 or _LABEL not in texts
