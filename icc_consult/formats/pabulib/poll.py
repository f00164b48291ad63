"""A .pb file as a poll."""

from collections.abc import Mapping

from icc_consult.formats.ballots.text import money, whole
from icc_consult.formats.pabulib.instance import Instance, Vote, VoteType
from icc_consult.services.polls import Cast, Dotted, Marked, Numbers, Option, Poll, Ranked, Scored


def poll_of(instance: Instance) -> Poll:
    """The poll in an instance.

    Approvals are counted as META's `rule` says, by equal shares where it says neither that nor greedy; other
    votes by what their type is for. A project that a scoring ballot leaves out has META's `default_score`.
    """
    options = tuple(Option(project.id, instance.name(project), project.cost) for project in instance.projects)
    budget = money(instance.meta.get("budget", ""))
    stops = _stated(instance) == "greedynoskip"
    return Poll("", options, _cast(instance), _rule(instance), budget=budget, stops=stops)


def _stated(instance: Instance) -> str:
    return instance.meta.get("rule", "").lower().replace("-", "").replace(" ", "")


def _rule(instance: Instance) -> str:
    match instance.vote_type:
        case VoteType.ORDINAL:
            return "borda"
        case VoteType.CUMULATIVE:
            return "dots"
        case VoteType.SCORING:
            return "score"
    return "greedy" if _stated(instance).startswith("greedy") else "equal-shares"


def _cast(instance: Instance) -> Cast:
    place = {project.id: index for index, project in enumerate(instance.projects)}
    match instance.vote_type:
        case VoteType.ORDINAL:
            alone = [(index,) for index in range(len(place))]
            return Ranked([tuple(alone[place[each]] for each in vote.projects) for vote in instance.votes])
        case VoteType.CUMULATIVE:
            return _dotted(instance, place)
        case VoteType.SCORING:
            return _scored(instance, place)
    return Marked([tuple(sorted(place[each] for each in vote.projects)) for vote in instance.votes])


def _numbers(vote: Vote, place: Mapping[str, int]) -> Numbers:
    return tuple(
        sorted((place[each], points) for each, points in zip(vote.projects, vote.points, strict=True))
    )


def _dotted(instance: Instance, place: Mapping[str, int]) -> Dotted:
    used = max(sum(vote.points) for vote in instance.votes)
    return Dotted(
        [_numbers(vote, place) for vote in instance.votes], max(used, _meta(instance, "max_sum_points", 0))
    )


def _scored(instance: Instance, place: Mapping[str, int]) -> Scored:
    default = _meta(instance, "default_score", 0)
    given = [points for vote in instance.votes for points in vote.points]
    least = min([default, *given, _meta(instance, "min_points", default)])
    most = max([default, *given, _meta(instance, "max_points", default)])
    return Scored([_numbers(vote, place) for vote in instance.votes], least, most, default)


def _meta(instance: Instance, key: str, default: int) -> int:
    value = whole(instance.meta.get(key, ""))
    return default if value is None else value
