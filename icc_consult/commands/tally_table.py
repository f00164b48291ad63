"""An outcome as a table that a person can read."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from icc_consult.commands.tally_sentences import shown
from icc_consult.counting.outcome import Choice, Outcome
from icc_consult.services.polls import Poll, Scored

LONGEST_LABEL: Final = 60
LONGEST_GRADE: Final = 30
Figures = dict[str, Mapping[str, str]]
Steps = Sequence[Mapping[str, Any]]
_SUMMED: Final = {
    "approval": ("votes", "share"),
    "score": ("mean", "raters"),
    "borda": ("points",),
    "dots": ("dots", "people"),
    "pairwise": ("share", "wins", "losses"),
}


def table(poll: Poll, outcome: Outcome) -> str:
    """The places or the winners with what decided, then ties, lots and, for statements, groups."""
    labels = {option.id: option.label for option in poll.options}
    people = "1 person" if outcome.participants == 1 else f"{outcome.participants} people"
    options = "1 option" if len(labels) == 1 else f"{len(labels)} options"
    head = f"Counted by {outcome.rule}: {people}, {options}."
    rows = list(_rows(poll, outcome, labels))
    parts = [head, "", *_aligned(rows), *_ties(outcome), *_lots(outcome)]
    if outcome.rule == "agreement":
        parts += _agreement(outcome, labels)
    return "\n".join(parts)


def _rows(poll: Poll, outcome: Outcome, labels: Mapping[str, str]) -> Iterator[list[str]]:
    figures = _figures(poll, outcome)
    yield ["", "id", "option", *figures]
    for place, name in _places(outcome):
        label = shown(labels[name], LONGEST_LABEL) if labels[name] != name else ""
        yield [place, shown(name), label, *(of.get(name, "") for of in figures.values())]


def _places(outcome: Outcome) -> Iterator[tuple[str, str]]:
    """Every option with its place: a number, `=` where it is shared, `chosen`, `by lot`, or nothing."""
    orders = outcome.rule not in ("stv", "greedy", "equal-shares", "fair-agenda", "condorcet")
    whole_order = orders and len(_flat(outcome.outcome)) >= len(outcome.chosen)
    told: list[str] = []
    for choice in outcome.outcome:
        tied = (choice,) if isinstance(choice, str) else choice
        for name in tied:
            yield _place(outcome, choice, name, len(told) + 1 if whole_order else 0), name
        told += tied
    for name in outcome.options:
        if name not in told:
            yield "", name


def _place(outcome: Outcome, choice: Choice, name: str, number: int) -> str:
    by_lot = any(lot.to in ("seat", "first", "out") for lot in outcome.lots)
    if number and not any(tie.at == "seats" for tie in outcome.ties):
        return str(number) if isinstance(choice, str) else f"={number}"
    if isinstance(choice, str):
        return "chosen"
    return ("by lot" if by_lot else "tied") if name in outcome.chosen else "lost lot"


def _flat(choices: Sequence[Choice]) -> list[str]:
    return [name for each in choices for name in ((each,) if isinstance(each, str) else each)]


def _figures(poll: Poll, outcome: Outcome) -> Figures:
    """The columns of numbers, by the rule."""
    steps: Steps = outcome.steps
    rule = outcome.rule
    if rule == "majority-judgment":
        return {"median": _graded(poll, steps[0]["median"]), "ungraded": _told(steps[0]["ungraded"])}
    if rule in _SUMMED:
        return {name: _told(steps[0][name], share=name == "share") for name in _SUMMED[rule]}
    if rule in ("schulze", "ranked-pairs", "condorcet"):
        return {"beats": _told(_beaten(steps[0]["above"]))}
    if rule in ("irv", "stv"):
        return {"last votes": _told(_last_votes(steps))}
    if rule in ("greedy", "equal-shares", "fair-agenda"):
        return _spent(poll, steps, money=rule != "fair-agenda")
    return _agreed(outcome, steps)


def _graded(poll: Poll, medians: Mapping[str, int]) -> dict[str, str]:
    """The grades in the words of the paper, or as numbers where it has none."""
    words = poll.cast.words if isinstance(poll.cast, Scored) else {}
    return {name: shown(words.get(grade, str(grade)), LONGEST_GRADE) for name, grade in medians.items()}


def _told(numbers: Mapping[str, Any], *, share: bool = False) -> dict[str, str]:
    return {name: _number(value, share=share) for name, value in numbers.items()}


def _number(value: float | None, *, share: bool = False) -> str:
    if value is None:
        return ""
    if share:
        return f"{100 * value:.1f} %"
    return str(value) if isinstance(value, int) else f"{value:.10g}"


def _beaten(above: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    return {
        name: sum(1 for other, votes in row.items() if votes > above[other][name])
        for name, row in above.items()
    }


def _last_votes(steps: Steps) -> dict[str, float]:
    """What each option had before it left the count, or when it was over."""
    found: dict[str, float] = {}
    for step in steps:
        votes: Mapping[str, float] = step.get("votes", {})
        if len(votes) > 1 or not found:
            found |= {name: number for name, number in votes.items() if number or name not in found}
    return found


def _spent(poll: Poll, steps: Steps, *, money: bool) -> Figures:
    votes = {step["project"]: step["votes"] for step in steps if "votes" in step and "project" in step}
    costs = {option.id: float(option.cost) for option in poll.options if option.cost is not None}
    return {**({"cost": _told(costs)} if money else {}), "votes": _told(votes)}


def _agreed(outcome: Outcome, steps: Steps) -> Figures:
    """Percentages of those who answered, and the group-informed consensus."""
    told = [step for step in steps if "statement" in step]
    shares = {
        answer: _told({step["statement"]: step["share"][answer] for step in told}, share=True)
        for answer in ("agree", "disagree", "unsure")
    }
    answered = {step["statement"]: str(step["seen"]) for step in told}
    common: Mapping[str, float] = getattr(outcome, "group_informed_consensus", {})
    return {
        **shares,
        "answered": answered,
        "consensus": {name: f"{value:.3f}" for name, value in common.items()},
    }


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = []
    for row in rows:
        left = [f"{cell:<{width}}" for cell, width in zip(row[:3], widths[:3], strict=True)]
        right = [f"{cell:>{width}}" for cell, width in zip(row[3:], widths[3:], strict=True)]
        lines.append("  ".join((*left, *right)).rstrip())
    return lines


def _ties(outcome: Outcome) -> list[str]:
    lines = [
        f"  {_names(tie.options)}: {tie.at}{f' {tie.step}' if tie.step else ''}, "
        + ("the tie stands" if tie.settled == "stands" else f"settled by {tie.settled}")
        for tie in outcome.ties
    ]
    return ["", "Ties", *lines] if lines else []


def _lots(outcome: Outcome) -> list[str]:
    lines = [
        f"  {_names(lot.drawn)} among {_names(lot.among)} ({lot.to}, seed {lot.seed})" for lot in outcome.lots
    ]
    return ["", "Lots", *lines, *_drawn_winners(outcome)] if lines else []


def _drawn_winners(outcome: Outcome) -> Iterator[str]:
    """Who is chosen, where the table can only say that several share the first place."""
    first = outcome.outcome[0] if outcome.outcome else ""
    if isinstance(first, tuple) and _place(outcome, first, first[0], 1).startswith("="):
        yield f"  So {_names(outcome.chosen)} is chosen; under other lots it could be another of the first."


def _names(names: Sequence[str]) -> str:
    return ", ".join(map(shown, names))


def _agreement(outcome: Outcome, labels: Mapping[str, str]) -> list[str]:
    groups: Mapping[str, Sequence[str]] = getattr(outcome, "groups", {})
    picked: Mapping[str, Sequence[Mapping[str, Any]]] = getattr(outcome, "representative", {})
    lines = ["", "Groups"] if groups else ["", "No groups."]
    for name, members in groups.items():
        lines.append(f"  {shown(name)}: {len(members)} people")
        lines += [f"    {each['answer']}: {_label(each['statement'], labels)}" for each in picked[name]]
    return lines


def _label(name: str, labels: Mapping[str, str]) -> str:
    return f"{shown(name)} {shown(labels[name], LONGEST_LABEL)}" if labels[name] != name else shown(name)
