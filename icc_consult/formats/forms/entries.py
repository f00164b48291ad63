"""The rows of a form as entries of a survey."""

from collections.abc import Collection, Iterator

from icc_consult.domain.logic import Aspect
from icc_consult.formats.forms.choices import Lists, most_of
from icc_consult.formats.forms.kinds import CHOOSING, KINDS, YES, BadRange, Members, quoted
from icc_consult.formats.forms.losses import REFUSED, UNKEPT, Loss, Losses
from icc_consult.formats.forms.media import Shelf
from icc_consult.formats.forms.naming import Names, with_codes
from icc_consult.formats.forms.native import OWN_COLUMNS, native, native_group
from icc_consult.formats.forms.texts import Document, Spoken, label_of
from icc_consult.formats.xlsform.form import Group, Node, Question, Repeat, TextAspect, TextsByAspect
from icc_consult.formats.xlsform.kinds import EXTERNAL
from icc_consult.i18n import N_, Say

_OTHER = "other"
_SILENT = frozenset({"calculate", "hidden"})
_LABELS_ONLY = "label"
_OTHER_TEXT = N_("Other")
_WHICH = N_("Which one?")
_UNDERSTOOD = N_("I have read this")
_SELF_EVIDENT = frozenset({"text", "integer", "decimal", "date", "time", "note"})
_STAND_INS = {"today": "today()", "start": "now()", "end": "now()"}
_ROUNDS = 10
_MOST_ROUNDS = 100


class Entries:
    """Makes entries of nodes, in order."""

    def __init__(
        self,
        spoken: Spoken,
        names: Names,
        lists: Lists,
        shelf: Shelf,
        losses: Losses,
        wanted: Collection[str] = (),
    ) -> None:
        """`wanted` are the names that rules and texts ask for."""
        self._spoken = spoken
        self._wanted = wanted
        self._names = names
        self._lists = lists
        self._shelf = shelf
        self._losses = losses

    def of(self, nodes: tuple[Node, ...]) -> Iterator[Members]:
        """The entries of these nodes; what a kiosk does not ask is left out and told."""
        for node in nodes:
            if isinstance(node, Group):
                yield from self._group(node)
            elif node.type in CHOOSING:
                yield from self._choosing(node)
            else:
                yield from self._question(node)

    # -- groups -------------------------------------------------------------------------------

    def _group(self, node: Group) -> Iterator[Members]:
        questions = list(self.of(node.children))
        if not questions:
            return
        is_repeat = isinstance(node, Repeat)
        rounds = self._rounds(node) if is_repeat else {}
        text = self._shown(self._texts(node), TextAspect.LABEL)
        named = {"text": text} if text else {}
        yield {
            "id": self._names[node.name],
            "kind": "repeat" if is_repeat else "group",
            **named,
            **self._rules(node),
            **rounds,
            **native_group(node.rest),
            **self._kept(node),
            "questions": questions,
        }

    def _rounds(self, node: Group) -> Members:
        """How many rounds there can be: as many as a fixed count says, otherwise ten."""
        count = node.logic.get(Aspect.REPEAT_COUNT, "").strip()
        if not count:
            return {"most_rounds": _ROUNDS}
        fixed = min(int(count), _MOST_ROUNDS) if count.isdecimal() else _ROUNDS
        return {"repeat_count": self._names.in_text(count), "most_rounds": max(fixed, 1)}

    # -- questions ----------------------------------------------------------------------------

    def _question(self, node: Question) -> Iterator[Members]:
        if node.type in UNKEPT:
            self._losses.warn(Loss.METADATA, node.place, "type", type=node.type)
            yield from self._stand_in(node)
        elif node.type in REFUSED:
            self._losses.refuse(REFUSED[node.type], node.place, type=node.written, name=node.name)
            yield from self._stand_in(node)
        elif node.type in EXTERNAL:
            yield from self._stand_in(node)
        elif node.type == "acknowledge":
            choice = {"code": "OK", "text": self._said(_UNDERSTOOD)}
            yield {**self._asked(node), "kind": "single_choice", "choices": [choice]}
        elif make := KINDS.get(node.type):
            try:
                yield self._asked(node) | make(node) | native(node.rest) | self._calculation(node)
            except BadRange:
                self._losses.fail(Loss.BAD_RANGE, node.place, "parameters", name=node.name)

    def _stand_in(self, node: Question) -> Iterator[Members]:
        """What rules and texts read of a row that is left out; it is never stored."""
        if node.name in self._wanted:
            yield {
                "id": self._names[node.name],
                "kind": "calculated",
                "calculation": _STAND_INS.get(node.type, "''"),
                "hidden": True,
                "xlsform": {"type": "calculate"},
            }

    def _calculation(self, node: Question) -> Members:
        """A calculation that was written wins over the one its kind brings."""
        written = node.logic.get(Aspect.CALCULATION)
        return {"calculation": self._expression(written)} if written else {}

    def _choosing(self, node: Question) -> Iterator[Members]:
        if _LABELS_ONLY in node.appearance:
            yield from self._stand_in(node)
            return
        found = self._lists.of(node)
        if found is None:
            return
        choices = self._lists.members(node, found)
        shuffled = {"shuffled": True} if node.parameters.get("randomize", "").casefold() in YES else {}
        if shuffled and "seed" in node.parameters:
            self._losses.warn(Loss.SEED_NOT_KEPT, node.place, "parameters", name=node.name)
        kind = "scale" if node.rest.get("icc::kind") == "scale" else CHOOSING[node.type]
        most = most_of(node.logic) if kind == "multiple_choice" else None
        bound = {"max_choices": most} if most and most <= len(choices) else {}
        adds_other = node.has_other and all(choice["code"] != _OTHER for choice in choices)
        if adds_other:
            choices.append({"code": _OTHER, "text": self._said(_OTHER_TEXT)})
        yield {**self._asked(node), "kind": kind, **bound, **shuffled, "choices": choices}
        if node.has_other:
            yield self._which(node)

    def _which(self, node: Question) -> Members:
        """The text that says which other one, as ODK names it."""
        name = self._names[node.name]
        return {
            "id": self._names.free(f"{name}_other"),
            "kind": "open_text",
            "text": self._said(_WHICH),
            "relevant": f"selected(${{{name}}}, '{_OTHER}')",
            "xlsform": {"implied": True},
        }

    def _said(self, sentence: str) -> dict[str, str]:
        """A sentence of the program in every language of the form that it speaks."""
        source = {str(self._spoken.source): Say(self._spoken.source)(sentence)}
        spoken = {str(tag): Say(tag) for tag in self._spoken.tags}
        return source | {tag: say(sentence) for tag, say in spoken.items() if say.spoken_in(sentence) == tag}

    # -- what all have ------------------------------------------------------------------------

    def _asked(self, node: Question) -> Members:
        texts = self._texts(node)
        members: Members = {"id": self._names[node.name]}
        if node.type not in _SILENT or texts.get(TextAspect.LABEL):
            members["text"] = label_of(texts, self._spoken, node.name)
        hint = self._shown(texts, TextAspect.HINT)
        if hint and hint != members.get("text"):
            members["hint"] = hint
        guidance = self._shown(texts, TextAspect.GUIDANCE_HINT)
        if guidance and "text" in members:
            members["learn_more"] = {"title": members["text"], "lines": [guidance]}
        if node.rest.get("read_only", "").casefold() in YES:
            members["read_only"] = True
        if node.appearance:
            members["looks"] = list(dict.fromkeys(node.appearance))
        media = self._shelf.members(texts, node.place)
        for more in (native(node.rest), self._rules(node), self._default(node), media, self._kept(node)):
            members.update(more)
        return members

    def _shown(self, texts: TextsByAspect, aspect: TextAspect) -> Document:
        """A text for a document, where any language of the kiosk has it."""
        if aspect not in texts:
            return {}
        found = self._spoken.document(texts[aspect])
        return found if self._spoken.has_shown(found) else {}

    def _texts(self, node: Node) -> TextsByAspect:
        if not self._names.changed:
            return node.texts
        return {
            aspect: {tag: self._names.in_text(text) for tag, text in texts.items()}
            for aspect, texts in node.texts.items()
        }

    def _rules(self, node: Node) -> Members:
        logic: Members = {
            aspect.value: self._expression(written)
            for aspect, written in node.logic.items()
            if aspect is not Aspect.REPEAT_COUNT and written.strip()
        }
        if logic.get("required") == "false()":
            del logic["required"]
        texts = self._texts(node)
        for aspect in (TextAspect.CONSTRAINT_MESSAGE, TextAspect.REQUIRED_MESSAGE):
            if message := self._shown(texts, aspect):
                logic[aspect.value] = message
        return logic

    def _expression(self, written: str) -> str:
        expression = self._names.in_text(written)
        for changed in self._lists.changed.values():
            expression = with_codes(expression, changed)
        return expression

    def _default(self, node: Question) -> Members:
        if not node.default or node.type in {"hidden", "note"}:
            return {}
        value = node.default
        for changed in self._lists.changed.values():
            value = changed.get(value, value)
        return {"default": quoted(value)}

    def _kept(self, node: Node) -> Members:
        """What no part of an entry comes from, kept for whoever writes the form again."""
        kept: Members = {}
        rest = {name: cell for name, cell in node.rest.items() if name not in OWN_COLUMNS}
        if rest:
            kept["rest"] = rest
        if node.parameters:
            kept["parameters"] = dict(node.parameters)
        if isinstance(node, Question) and node.type not in _SELF_EVIDENT:
            kept["type"] = node.written
        if isinstance(node, Group) and node.appearance:
            kept["appearance"] = list(node.appearance)
        if self._names[node.name] != node.name:
            kept["name"] = node.name
        return {"xlsform": kept} if kept else {}
