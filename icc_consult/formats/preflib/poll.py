"""A PrefLib profile as a poll."""

from collections.abc import Mapping

from icc_consult.formats.preflib.profile import DataType, Preference, Profile
from icc_consult.services.polls import Cast, Marked, Numbers, Option, Poll, Ranked, Scored


def poll_of(profile: Profile) -> Poll:
    """Orders are counted by Schulze. In one or two categories the first one marks: approval.

    With more categories the first is the best grade, and majority judgment counts them.
    """
    place = {number: index for index, number in enumerate(profile.alternatives)}
    options = tuple(Option(str(number), name or str(number)) for number, name in profile.alternatives.items())
    tiers = _Tiers(place)
    ballots = [tuple([tiers[tier] for tier in preference]) for preference in profile.ballots]
    counts = list(profile.ballots.values())
    if profile.data_type is not DataType.CAT:
        return Poll("", options, Ranked(ballots, counts), "schulze")
    few = len(profile.categories) <= 2
    cast: Cast = Marked([ballot[0] for ballot in ballots], counts) if few else _graded(profile, ballots)
    return Poll("", options, cast, "approval" if few else "majority-judgment")


class _Tiers(dict[tuple[int, ...], tuple[int, ...]]):
    """Numbers of alternatives as their places on the paper; equal ones are one and the same."""

    def __init__(self, place: Mapping[int, int]) -> None:
        super().__init__()
        self.place = place

    def __missing__(self, tier: tuple[int, ...]) -> tuple[int, ...]:
        found = self[tier] = tuple(sorted(self.place[each] for each in tier))
        return found


def _graded(profile: Profile, ballots: list[Preference]) -> Scored:
    best = len(ballots[0])
    words = {best - place: name for place, name in enumerate(profile.categories) if name}
    graded = [_grades(ballot, best) for ballot in ballots]
    return Scored(graded, 1, best, None, list(profile.ballots.values()), words)


def _grades(ballot: Preference, best: int) -> Numbers:
    return tuple(sorted((option, best - worse) for worse, tier in enumerate(ballot) for option in tier))
