"""Pictures and sounds that a form names, and the files they are."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from icc_consult.formats.forms.losses import Loss, Losses
from icc_consult.formats.forms.texts import Spoken
from icc_consult.formats.xlsform.form import Place, TextAspect, Texts

MEDIA = "media"
_ASPECTS = {TextAspect.IMAGE: "picture", TextAspect.AUDIO: "sound"}


class Shelf:
    """The directory beside a form where its media lie; what is used is remembered."""

    def __init__(self, directory: Path | None, spoken: Spoken, losses: Losses) -> None:
        self._directory = directory
        self._spoken = spoken
        self._losses = losses
        self.used: dict[str, Path] = {}

    def members(self, texts: Mapping[TextAspect, Texts], place: Place) -> dict[str, Texts]:
        """The members `picture` and `sound` of a question or choice."""
        if texts.get(TextAspect.VIDEO):
            self._losses.warn(Loss.VIDEO, place, "video", file=next(iter(texts[TextAspect.VIDEO].values())))
        found: dict[str, Texts] = {}
        for aspect, member in _ASPECTS.items():
            if aspect not in texts:
                continue
            names = {tag: self._take(name, place, aspect) for tag, name in texts[aspect].items()}
            taken = self._spoken.document({tag: name for tag, name in names.items() if name})
            if self._spoken.has_shown(taken):
                found[member] = taken
        return found

    def _take(self, name: str, place: Place, aspect: TextAspect) -> str:
        plain = PurePosixPath(name.strip().replace("\\", "/").removeprefix("jr://").strip("/")).name
        path = self.find(plain)
        if path is None:
            self._losses.warn(Loss.MEDIUM_MISSING, place, aspect.value, file=plain)
            return ""
        self.used[f"{MEDIA}/{plain}"] = path
        return f"{MEDIA}/{plain}"

    def find(self, name: str) -> Path | None:
        """The file of this name beside the form, or in its folder for media."""
        return None if self._directory is None else found_beside(self._directory, name)


def found_beside(directory: Path, name: str) -> Path | None:
    """The file of this name in the directory of a form, or in its folder for media."""
    if not name or name != Path(name).name:
        return None
    places = (directory, directory / MEDIA, *sorted(directory.glob("*-media")))
    return next((place / name for place in places if (place / name).is_file()), None)
