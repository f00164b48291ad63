"""What the cell under `type` says: a question of some kind, or where a group or repeat begins and ends."""

import re
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from icc_consult.formats.xlsform.marks import plain


class Act(Enum):
    """What a row does."""

    ASK = auto()
    BEGIN_GROUP = auto()
    BEGIN_REPEAT = auto()
    END_GROUP = auto()
    END_REPEAT = auto()
    REFUSED = auto()
    UNKNOWN = auto()


class Kind(NamedTuple):
    """The cell, understood. `is_odd` where it was not written as it should be."""

    act: Act
    type: str = ""
    list_name: str = ""
    has_other: bool = False
    is_odd: bool = False


_NAMES = {
    "text": "text|string|add text prompt",
    "integer": "integer|int|add integer prompt|percentage|number of days in last month|"
    "number of days in last six months|number of days in last year",
    "decimal": "decimal|add decimal prompt",
    "range": "range",
    "date": "date|add date prompt",
    "time": "time",
    "datetime": "datetime|date time|add date time prompt|add datetime prompt",
    "note": "note|add note prompt",
    "acknowledge": "acknowledge|trigger|add acknowledge prompt",
    "calculate": "calculate|add calculate prompt",
    "hidden": "hidden",
    "image": "image|photo|picture|add image prompt|add photo prompt",
    "audio": "audio|add audio prompt",
    "video": "video|add video prompt",
    "file": "file|add file prompt",
    "barcode": "barcode|add barcode prompt",
    "geopoint": "geopoint|gps|location|add location prompt",
    "geotrace": "geotrace",
    "geoshape": "geoshape",
    "start": "start|start time|get start time",
    "end": "end|end time|get end time",
    "today": "today|get today",
    "deviceid": "deviceid|device id|imei|get device id|uri:deviceid",
    "phonenumber": "phonenumber|phone number|get phone number|uri:phonenumber",
    "subscriberid": "subscriberid|subscriber id|get subscriber id|uri:subscriberid",
    "simserial": "simserial|sim id|get sim id|uri:simserial",
    "username": "username|uri:username",
    "email": "email|uri:email",
    "audit": "audit",
    "start-geopoint": "start geopoint",
    "background-geopoint": "background geopoint",
    "background-audio": "background audio",
    "xml-external": "xml external",
    "csv-external": "csv external",
    "osm": "osm",
}
_SELECTS = {
    "select_one": "select one|select1|select one from|select one using|add select one prompt using",
    "select_multiple": "select multiple|select all that apply|select all that apply from|"
    "select multiple from|select multiple using|add select multiple prompt using",
    "select_one_from_file": "select one from file",
    "select_multiple_from_file": "select multiple from file",
    "select_one_external": "select one external",
    "rank": "rank",
}
_PLAIN = {alias: name for name, aliases in _NAMES.items() for alias in aliases.split("|")}
_CHOOSING = {alias: name for name, aliases in _SELECTS.items() for alias in aliases.split("|")}
_LONGEST_FIRST = sorted(_CHOOSING, key=len, reverse=True)
_STRUCTURE = {
    ("begin", "group"): Act.BEGIN_GROUP,
    ("begin", "repeat"): Act.BEGIN_REPEAT,
    ("end", "group"): Act.END_GROUP,
    ("end", "repeat"): Act.END_REPEAT,
}
_BLOCK = re.compile(r"(begin|end) (group|repeat|lgroup|looped group)")
_REFUSED = re.compile(
    r"(?:begin|end) (?:score|rank|kobomatrix|matrix|loop)|score row|rank level|"
    r"(?:begin|end) loop over .*|kobo.*|"
    r"cascading select.*"
)
_OTHER = re.compile(r"^(.*\S) (?:or other|or specify other)$")
METADATA = frozenset(
    "start end today deviceid phonenumber subscriberid simserial username email audit "
    "start-geopoint background-geopoint background-audio".split()
)
SILENT = METADATA | frozenset("calculate hidden xml-external csv-external".split())
CHOOSING = frozenset(_SELECTS)
FROM_FILE = frozenset({"select_one_from_file", "select_multiple_from_file"})
EXTERNAL = frozenset({"xml-external", "csv-external"})


@lru_cache(maxsize=1024)
def kind_of(cell: str) -> Kind:
    """Read the cell; case, spaces, hyphens and underscores may vary. A list keeps its own spelling."""
    if not cell.isascii():
        cell = plain(cell)
    spaced = _spaced(cell)
    if block := _BLOCK.fullmatch(spaced):
        what = "group" if block[2] == "group" else "repeat"
        usual = cell in (f"{block[1]}_{what}", f"{block[1]} {what}")
        return Kind(_STRUCTURE[block[1], what], is_odd=not usual)
    if _REFUSED.fullmatch(spaced):
        return Kind(Act.REFUSED, cell)
    if name := _PLAIN.get(spaced):
        return Kind(
            Act.ASK, name, is_odd=cell not in (name, name.lower(), "dateTime") and cell != cell.lower()
        )
    for alias in _LONGEST_FIRST:
        if spaced == alias or spaced.startswith(f"{alias} "):
            return _choosing(cell, alias)
    if spaced.startswith("osm "):
        return Kind(Act.ASK, "osm", cell.rsplit(maxsplit=1)[-1])
    return Kind(Act.UNKNOWN, cell)


def _choosing(cell: str, alias: str) -> Kind:
    """The list is what follows the words of the alias, as it is spelt in the cell."""
    rest = cell
    for word in alias.split():
        rest = rest[rest.casefold().index(word) + len(word) :]
    rest = rest.lstrip() if rest[:1].isspace() else rest.lstrip("_-")
    spaced = _spaced(rest)
    has_other = bool(_OTHER.match(spaced))
    if has_other:
        rest = re.sub(r"[\s_-]+or[\s_-]+(?:specify[\s_-]+)?other$", "", rest, flags=re.IGNORECASE)
    head = cell[: len(cell) - len(rest)] if rest else cell
    return Kind(Act.ASK, _CHOOSING[alias], rest, has_other, is_odd=head != head.lower() or "-" in head)


def _spaced(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", text.casefold()).strip()
