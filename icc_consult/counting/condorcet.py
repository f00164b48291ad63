"""Condorcet: the option that beats every other one, if there is one."""

from icc_consult.counting.ballots import Rankings
from icc_consult.counting.majorities import Relation, majorities, matrix_step
from icc_consult.counting.outcome import Outcome, Tie


def condorcet(ballots: Rankings) -> Outcome:
    """Condorcet (1785): the option that more people rank above than below each other one, or nothing.

    A tie is stated where no option beats all others but several lose to none. Steps: one with the pairwise
    matrix `above`, and `smith`, the smallest set whose members all beat everything outside.
    """
    above = majorities(ballots)
    beats = above > above.T
    others = len(above) - 1
    winners = [name for name, row in zip(ballots.options, beats, strict=True) if row.sum() == others]
    unbeaten = tuple(name for name, column in zip(ballots.options, beats.T, strict=True) if not column.any())
    smith = [ballots.options[option] for option in _smith(beats)]
    return Outcome(
        rule="condorcet",
        participants=ballots.participants,
        options=ballots.options,
        outcome=tuple(winners),
        chosen=tuple(winners),
        ties=(Tie("winner", unbeaten),) if len(unbeaten) > 1 else (),
        steps=({**matrix_step(ballots, above), "smith": [*smith]},),
    )


def _smith(beats: Relation) -> list[int]:
    """Options from the fewest defeats on, until all that are in beat all that are out."""
    order = sorted(range(len(beats)), key=lambda option: (int(beats[:, option].sum()), option))
    size = 1
    while not beats[order[:size]][:, order[size:]].all():
        size += 1
    return sorted(order[:size])
