"""The first page of a sitting, known before any rule is run."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import overload

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.dependence import choices_of, looks_the_same, refers
from icc_consult.domain.draw import Draw
from icc_consult.domain.pages import Page
from icc_consult.domain.survey import Group, Repeat, Survey
from icc_consult.domain.way import heading_of, is_left_out, paper_pages, shown_pages


class PagesFromFirst(Sequence[Page]):
    """All pages of a sitting that begins. The first is there; the others are worked out when asked for.

    A form of five hundred questions has as many rules, and none of them decides what comes first.
    """

    def __init__(self, first: Page, working: Callable[[], Sequence[Page]]) -> None:
        """`working` comes to all pages, the first included, however late it is called."""
        self._first = first
        self._working = working

    @cached_property
    def _all(self) -> tuple[Page, ...]:
        return tuple(self._working())

    @overload
    def __getitem__(self, place: int) -> Page: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Page, ...]: ...
    def __getitem__(self, place: int | slice) -> Page | tuple[Page, ...]:
        return self._first if place == 0 else self._all[place]

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Page]:
        return iter(self._all)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all)

    def __repr__(self) -> str:
        return repr(self._all)


def first_page(consultation: Consultation, draw: Draw) -> Page | None:
    """The page that comes first whatever the rules say; none where they or chance have a say in it."""
    if draw.groups:
        return None
    for part in consultation.parts:
        if part.id in draw.leaves_out:
            continue
        if not isinstance(part, Survey):
            pages = tuple(paper_pages(part, draw))
        else:
            pages, is_certain = _first_in(part, draw)
            if not is_certain:
                return None
        if pages:
            return pages[0]
    return None


def _first_in(survey: Survey, draw: Draw) -> tuple[tuple[Page, ...], bool]:
    """The first pages of a survey, none where it has none, and whether that is certain."""
    for standing in survey.entries():
        entry, heading = standing.entry, heading_of(standing)
        if entry.rules.relevant or isinstance(entry, Repeat):
            return (), False
        if isinstance(entry, Group) or is_left_out(standing, draw):
            continue
        pages = shown_pages(survey, entry, entry.id, (), heading)
        if pages:
            is_certain = looks_the_same(entry, heading)
            return pages, is_certain and not any(refers(choice.text) for choice in choices_of(entry))
    return (), True
