"""What a form asks for and a kiosk does otherwise or not at all."""

from enum import StrEnum
from typing import Final

from icc_consult.formats.xlsform.form import Place
from icc_consult.formats.xlsform.problems import Problem, Severity


class Loss(StrEnum):
    """The kinds of it."""

    RECORDING = "recording"
    LOCATION = "location"
    BARCODE = "barcode"
    FILE = "file"
    MOMENT = "moment"
    METADATA = "metadata"
    VIDEO = "video"
    MEDIUM_MISSING = "medium_missing"
    LIST_MISSING = "list_missing"
    COLUMN_NOT_THERE = "column_not_there"
    LIST_FROM_REPEAT = "list_from_repeat"
    NO_CHOICES = "no_choices"
    NAME_CHANGED = "name_changed"
    CODE_CHANGED = "code_changed"
    LANGUAGE_NOT_SHOWN = "language_not_shown"
    NO_LANGUAGE_SHOWN = "no_language_shown"
    LANGUAGE_TAKEN = "language_taken"
    BAD_RANGE = "bad_range"
    SEED_NOT_KEPT = "seed_not_kept"
    NOTHING_ASKED = "nothing_asked"


REFUSED: Final = {
    "image": Loss.FILE,
    "audio": Loss.RECORDING,
    "video": Loss.RECORDING,
    "background-audio": Loss.RECORDING,
    "file": Loss.FILE,
    "barcode": Loss.BARCODE,
    "geopoint": Loss.LOCATION,
    "geotrace": Loss.LOCATION,
    "geoshape": Loss.LOCATION,
    "start-geopoint": Loss.LOCATION,
    "background-geopoint": Loss.LOCATION,
    "osm": Loss.LOCATION,
    "datetime": Loss.MOMENT,
}
UNKEPT: Final = frozenset(
    "start end today deviceid phonenumber subscriberid simserial username email audit".split()
)


class Losses:
    """What is lost while a form is packed, in the order in which it is met."""

    def __init__(self, *, leaves_out: bool) -> None:
        """`leaves_out`: the facilitator agreed to go on without questions of refused kinds."""
        self.found: list[Problem] = []
        self._leaves_out = leaves_out

    def refuse(self, loss: Loss, place: Place, column: str = "type", **detail: str) -> None:
        """A question that a kiosk does not ask; without agreement it stands against the form."""
        severity = Severity.WARNING if self._leaves_out else Severity.ERROR
        self.found.append(Problem(severity, loss, place.sheet, place.row, column, detail))

    def fail(self, loss: Loss, place: Place, column: str = "", **detail: str) -> None:
        """Something that stands against the form."""
        self.found.append(Problem(Severity.ERROR, loss, place.sheet, place.row, column, detail))

    def warn(self, loss: Loss, place: Place, column: str = "", **detail: str) -> None:
        """Something that is done otherwise."""
        self.found.append(Problem(Severity.WARNING, loss, place.sheet, place.row, column, detail))
