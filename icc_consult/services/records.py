"""Writing into a document that is nobody else's: texts, and what is noted about each translation."""

from collections.abc import Mapping
from typing import Any, cast

from icc_consult.domain.consultation import TranslationState
from icc_consult.services.manuscript import NOTES, Manuscript, Unit

HISTORY = "history"
_DRAFTS = ("first", "second")
_AGREED = ("adjudicated_by", "pretests")


class Notebook:
    """Notes about translations in a document; the document is changed in place."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self.document = cast("dict[str, Any]", manuscript.document)

    def write(self, unit: Unit, tag: str, text: str) -> None:
        """Put a text where it stands, under the tag by which the language is written there."""
        node: Any = self.document
        for step in unit.pointer:
            node = node[step]
        node[self._written(node, tag)] = text

    def note(self, tag: str, key: str, **facts: Any) -> None:
        """Note facts about one text; None takes a fact away."""
        record = self._record(tag, key)
        for name, fact in facts.items():
            if fact is None:
                record.pop(name, None)
            else:
                record[name] = fact.value if isinstance(fact, TranslationState) else fact

    def retire(self, before: Manuscript, tag: str, key: str) -> None:
        """The source is another one: how the translation came about goes into its history."""
        self._remember(before, tag, key, also=_DRAFTS)
        for name in _DRAFTS:
            self._record(tag, key).pop(name, None)

    def take(self, before: Manuscript, tag: str, key: str, text: str) -> None:
        """Put another text in place of the one that was agreed on, if any; the two translations stay."""
        if text != before.units[key].text(tag):
            self._remember(before, tag, key)
        self.write(before.units[key], tag, text)

    def _remember(self, before: Manuscript, tag: str, key: str, also: tuple[str, ...] = ()) -> None:
        record, unit = self._record(tag, key), before.units[key]
        known = {name: record[name] for name in (*_DRAFTS, *_AGREED) if name in record}
        if any(name in known for name in (*_AGREED, *also)):
            former = {"text": unit.text(tag), "source": unit.text(before.source_language)}
            record.setdefault(HISTORY, []).append(former | known)
        for name in _AGREED:
            record.pop(name, None)

    def pretest(self, tag: str, key: str, *, by: str, note: str) -> None:
        """What was found when readers tried the text."""
        found = [*self._record(tag, key).get("pretests", []), {"by": by, "note": note}]
        self.note(tag, key, state=TranslationState.PRETESTED, pretests=found)

    def settle(self, tag: str, states: Mapping[str, TranslationState], *, weakest: TranslationState) -> None:
        """Note the language's state, and for every text the state that it would lose or gain by that."""
        missing, draft = TranslationState.MISSING, TranslationState.DRAFT
        inherited = draft if weakest is missing else weakest
        for key, state in states.items():
            noted = self._manuscript.record(tag, key).get("state")
            if state not in (noted, inherited, missing):
                self.note(tag, key, state=state)
        self._entry(tag)["state"] = weakest.value

    def _record(self, tag: str, key: str) -> dict[str, Any]:
        records = self._entry(tag).setdefault("texts", {})
        found: dict[str, Any] = records.setdefault(key, {})
        return found

    def _entry(self, tag: str) -> dict[str, Any]:
        entries = self.document.setdefault(NOTES, {})
        entry: dict[str, Any] = entries.setdefault(self._written(entries, tag), {})
        return entry

    def _written(self, named: Mapping[str, Any], tag: str) -> str:
        """The tag as it is written there already."""
        tag_of = self._manuscript.tag_of
        return next(
            (one for one in named if one == tag), next((one for one in named if tag_of(one) == tag), tag)
        )
