"""The sheet `choices`: lists of what may be answered."""

from collections import defaultdict

from icc_consult.formats.xlsform.entries import Entries, Entry
from icc_consult.formats.xlsform.form import Choice, ChoiceList, Place
from icc_consult.formats.xlsform.marks import BIDI, plain
from icc_consult.formats.xlsform.problems import Findings, What


def lists_in(entries: Entries, findings: Findings, *, may_repeat: bool) -> dict[str, ChoiceList]:
    """All lists by name, in the order of the sheet."""
    found: defaultdict[str, list[Choice]] = defaultdict(list)
    for entry in entries:
        name = entry.values.get("list_name", "")
        if _is_whole(entry, entries, findings):
            found[plain(name)].append(_choice(entry, entries, findings))
    columns = frozenset(header.column or header.written for header in entries.headers if not header.language)
    for choices in found.values():
        _check_names(choices, entries, findings, may_repeat=may_repeat)
    return {name: ChoiceList(name, tuple(choices), columns) for name, choices in found.items()}


def _is_whole(entry: Entry, entries: Entries, findings: Findings) -> bool:
    missing = (("list_name", What.CHOICE_WITHOUT_LIST), ("name", What.CHOICE_WITHOUT_NAME))
    if not entry.values and not entry.texts:
        findings.warn(What.ROW_LEFT_OUT, entries.at(entry.row, ""), text=" ".join(entry.rest.values())[:80])
        return False
    for column, what in missing:
        if column not in entry.values:
            findings.fail(what, entries.at(entry.row, column))
            return False
    return True


def _choice(entry: Entry, entries: Entries, findings: Findings) -> Choice:
    written = entry.values["name"]
    name = BIDI.sub("", written)
    if name != written:
        findings.warn(What.BIDI_REMOVED, entries.at(entry.row, "name"), text=name)
    if not entry.texts:
        findings.warn(What.CHOICE_WITHOUT_LABEL, entries.at(entry.row, "label"), name=name)
    place = Place(entries.sheet.name, entry.row)
    return Choice(name, place, entry.texts, entry.rest)


def _check_names(choices: list[Choice], entries: Entries, findings: Findings, *, may_repeat: bool) -> None:
    exact: dict[str, Choice] = {}
    folded: dict[str, Choice] = {}
    for choice in choices:
        at = entries.at(choice.place.row, "name")
        if (earlier := exact.setdefault(choice.name, choice)) is not choice:
            if not may_repeat:
                row = str(earlier.place.row)
                findings.fail(What.DUPLICATE_CHOICE, at, name=choice.name, row=row)
        elif (alike := folded.setdefault(choice.name.casefold(), choice)) is not choice:
            findings.warn(What.CHOICES_DIFFER_BY_CASE, at, name=choice.name, other=alike.name)
