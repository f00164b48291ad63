"""What pyxform, the reader that ODK and KoboToolbox use, makes of a workbook."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from icc_consult.formats.xlsform.form import Form, Question, walk
from icc_consult.formats.xlsform.marks import plain
from icc_consult.formats.xlsform.tongues import UNDETERMINED

_TEXTS = ("label", "hint", "guidance_hint", "constraint_message", "required_message")
_ADDED = ("generated_table_list_label_", "reserved_name_for_field_list_labels_")
_PLAIN = "default"
_SPECIFY = "Specify other."


@dataclass(frozen=True, slots=True)
class Seen:
    """What two readers of one form must agree on: names of rows, codes of lists in use, languages."""

    names: tuple[str, ...]
    lists: Mapping[str, tuple[str, ...]]
    languages: frozenset[str]


def oracle(content: bytes, suffix: str = ".xlsx") -> Seen | None:
    """What pyxform sees; nothing where it refuses the form, or breaks down over it."""
    try:
        document: Mapping[str, Any] = convert(content, file_type=suffix, pretty_print=False)._pyxform
    except (PyXFormError, LookupError, AttributeError, TypeError):
        return None
    rows = list(_rows(document))
    lists = {
        name: tuple(choice["name"] for choice in document["choices"][name] if choice["name"] != "other")
        for name in (row.get("list_name") or row.get("itemset") for row in rows)
        if name in document.get("choices", {})
    }
    default = document.get("default_language", _PLAIN)
    written = [row for row in rows if row.get("label") != _SPECIFY]
    spoken = {language for row in written for language in _languages(row, default)}
    named = (row["name"] for row in rows if not row["name"].startswith(_ADDED))
    names = tuple(name.replace("generated_note_name_", "note_") for name in named)
    return Seen(names, lists, frozenset(spoken))


def _rows(parent: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for row in parent.get("children", ()):
        if row["name"] == "meta":
            yield from (one for one in row["children"] if one["name"] == "audit")
        else:
            yield row
            yield from _rows(row)


def _languages(row: Mapping[str, Any], default: str) -> Iterator[str]:
    texts = [row.get(column) for column in _TEXTS[:3]]
    texts += [row.get("bind", {}).get(f"jr:{name}") for name in ("constraintMsg", "requiredMsg")]
    for text in texts:
        if isinstance(text, dict):
            yield from text
        elif text:
            yield default


def seen(form: Form) -> Seen:
    """What we see."""
    nodes = [node for node, _ in walk(form.nodes) if node.name]
    asked = [node for node in nodes if isinstance(node, Question)]
    lists = {
        node.list_name: tuple(c.name for c in form.lists[node.list_name].choices if c.name != "other")
        for node in asked
        if node.list_name in form.lists
    }
    written = [texts for node in nodes for aspect, texts in node.texts.items() if not aspect.is_media]
    used = {tag for texts in written for tag in texts}
    names = {one.tag: one.written or (_PLAIN,) for one in form.languages}
    spoken = {plain(name) for tag in used for name in (_PLAIN,) * (tag == UNDETERMINED) or names[tag]}
    return Seen(tuple(node.name for node in nodes), lists, frozenset(spoken))
