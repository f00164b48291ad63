"""How ready the languages of a pack are, and whether it is opened all the same."""

import sys

from icc_consult.commands.speaking import HonestNo, ask, tell
from icc_consult.commands.translation_sentences import lack
from icc_consult.equipment import equipment, tag_of
from icc_consult.packs import Pack
from icc_consult.services.manuscript import Manuscript
from icc_consult.services.readiness import Lack, Readiness, readiness

_YES = ("y", "yes")


def languages_of(pack: Pack) -> tuple[Readiness, ...]:
    """How ready each language of a pack is."""
    return readiness(Manuscript(pack.document, tag_of), equipment, pack.media)


def check_languages(pack: Pack, *, anyway: bool) -> None:
    """Ask before a language is opened that residents cannot read; raises `HonestNo` where the answer is no.

    A language that is only not checked yet is no reason to ask; somebody who watches is told.
    """
    languages = languages_of(pack)
    fallback = equipment(pack.consultation.fallback_language).english
    unready = [one for one in languages if not one.is_ready]
    for one in unready:
        tell(f"{one.english} is not ready: {lack(one, fallback)}")
    if unready and not anyway:
        _ask()
    drafts = sum(one.lacks in (Lack.REVIEW, Lack.CHANGED) for one in languages)
    if drafts and sys.stderr.isatty():
        tell(f"Languages that are not fully checked, which residents are told: {drafts}.")


def _ask() -> None:
    if not sys.stdin.isatty():
        raise HonestNo("Not every language is ready; nothing was opened. --not-ready-too opens all the same.")
    ask("Open all the same? [y/N] ")
    if input().strip().lower() not in _YES:
        raise HonestNo("Nothing was opened.")
