"""How plain the texts are: what was remarked, how often and where."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from icc_consult.domain.consultation import Consultation
from icc_consult.i18n import N_
from icc_consult.plainness import Kind, Placed, consultation_remarks
from icc_consult.remark_sentences import unchecked
from icc_consult.sentences import joined

from ui.desk.scene import Scene

_PLACES = 6
_KINDS: Mapping[str, tuple[Kind, ...]] = {
    N_("Sentences that could be shorter: {n} ({places})"): (Kind.MANY_WORDS, Kind.MANY_CHARACTERS),
    N_("Words that could be shorter: {n} ({places})"): (Kind.LONG_WORD,),
    N_("Questions that say no: {n} ({places})"): (Kind.NEGATION,),
    N_("Perhaps two ideas in one: {n} ({places})"): (Kind.TWO_IDEAS, Kind.TWO_SENTENCES),
    N_("About origin, religion, legal status or health: {n} ({places})"): (Kind.SUBJECT,),
    N_("All questions together are not easy to read (LIX {lix})."): (Kind.LIX,),
}


def plainness_lines(scene: Scene, consultation: Consultation) -> tuple[str, ...]:
    """A sentence for each kind of remark on the original, and one about the translations."""
    placed, source = _remarks(consultation), consultation.source_language
    own = [one for one in placed if one.language == source]
    lines = (*_own(scene, own), *_translated(scene, len(placed) - len(own)))
    return (*lines, *unchecked(consultation, scene.say))


@lru_cache(maxsize=4)
def _remarks(consultation: Consultation) -> tuple[Placed, ...]:
    return consultation_remarks(consultation)


def _own(scene: Scene, placed: list[Placed]) -> Iterator[str]:
    for template, kinds in _KINDS.items():
        found = [one for one in placed if one.remark.kind in kinds]
        places = tuple(dict.fromkeys(one.place for one in found))
        if places:
            named = joined(places[:_PLACES], scene.say) + (" …" if len(places) > _PLACES else "")
            yield scene.say(template, n=len(places), places=named, lix=found[0].remark.number)


def _translated(scene: Scene, number: int) -> Iterator[str]:
    if number:
        yield scene.say.counted(
            "The translations have {n} remark.", "The translations have {n} remarks.", number
        )
