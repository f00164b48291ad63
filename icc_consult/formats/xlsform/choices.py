"""The sheet `choices`: lists of what may be answered."""

from collections import defaultdict

from icc_consult.formats.xlsform.entries import Entries, Entry
from icc_consult.formats.xlsform.form import Choice, ChoiceList, Place
from icc_consult.formats.xlsform.marks import plain
from icc_consult.formats.xlsform.problems import Findings, What
from icc_consult.formats.xlsform.repairs import without_marks


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
    values = entry.values
    if "list_name" in values and "name" in values:
        return True
    if not values and not entry.texts:
        findings.warn(What.ROW_LEFT_OUT, entries.at(entry.row, ""), text=" ".join(entry.rest.values())[:80])
    elif "list_name" not in values:
        findings.fail(What.CHOICE_WITHOUT_LIST, entries.at(entry.row, "list_name"))
    else:
        findings.fail(What.CHOICE_WITHOUT_NAME, entries.at(entry.row, "name"))
    return False


def _choice(entry: Entry, entries: Entries, findings: Findings) -> Choice:
    name = entry.values["name"]
    if not name.isascii():
        name = without_marks(name, entries.at(entry.row, "name"), findings)
    if not entry.texts:
        findings.warn(What.CHOICE_WITHOUT_LABEL, entries.at(entry.row, "label"), name=name)
    return Choice(name, Place(entries.sheet.name, entry.row), entry.texts, entry.rest)


def _check_names(choices: list[Choice], entries: Entries, findings: Findings, *, may_repeat: bool) -> None:
    exact: dict[str, Choice] = {}
    folded: dict[str, Choice] = {}
    for choice in choices:
        name, row = choice.name, choice.place.row
        if (earlier := exact.setdefault(name, choice)) is not choice:
            if not may_repeat:
                at = entries.at(row, "name")
                findings.fail(What.DUPLICATE_CHOICE, at, name=name, row=str(earlier.place.row))
        elif (alike := folded.setdefault(name.casefold(), choice)) is not choice:
            findings.warn(What.CHOICES_DIFFER_BY_CASE, entries.at(row, "name"), name=name, other=alike.name)
