"""The two directions in which opinions differ most, and where everybody stands along them."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from icc_consult.counting.agreement.votes import UNSEEN, Statements

Floats = NDArray[np.float64]
BLOCK: Final = 6
BLOCKS: Final = 12
SMALL: Final = 150
EXACT: Final = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """Where people and statements stand.

    `points` is (participants, 2); `extremity`, (statements,), is how far one agreement alone would move a
    person from the middle; `components` is (2, statements), each of length 1 with its largest loading
    positive.
    """

    points: Floats
    extremity: Floats
    components: Floats
    center: Floats


def opinion_space(ballots: Statements) -> Space:
    """Principal components as Polis takes them (compdemocracy/polis, math/src/polismath/math/pca.clj).

    Hidden statements count as unsure for everybody; an unseen statement is filled with the mean of those who
    saw it. A person stands at sqrt(statements / answered) x the sum of (vote - mean) x loading over what they
    answered. Exact eigenvectors take the place of Polis's random start.
    """
    seen = (ballots.votes != UNSEEN) | ballots.hidden
    votes = np.where(seen & ~ballots.hidden, ballots.votes, 0).astype(np.float64)
    center = votes.sum(axis=0) / np.maximum(seen.sum(axis=0), 1)
    votes -= center
    votes *= seen
    components = _fixed_signs(_leading(votes))
    statements = votes.shape[1]
    stretch = np.sqrt(statements / np.maximum(seen.sum(axis=1), 1))
    extremity = np.sqrt(statements) * np.abs(1 - center) * np.hypot(components[0], components[1])
    return Space(votes @ components.T * stretch[:, None], extremity, components, center)


def _leading(votes: Floats) -> Floats:
    """The two leading principal directions, (2, statements); a direction without variance is zero."""
    spread = votes.T @ votes
    values, vectors = _krylov(spread) if len(spread) > SMALL else _eigen(spread)
    present = values > EXACT * max(values[0], 1)
    return np.where(present[:, None], vectors.T, 0)


def _eigen(spread: Floats) -> tuple[Floats, Floats]:
    values, vectors = np.linalg.eigh(spread)
    if len(values) == 1:
        return np.array([values[0], 0.0]), np.hstack([vectors, np.zeros((1, 1))])
    return values[:-3:-1], vectors[:, :-3:-1]


def _krylov(spread: Floats) -> tuple[Floats, Floats]:
    """The same by block Lanczos, several times as fast; what is not exact to rounding is left to `_eigen`."""
    start = np.argsort(-np.diag(spread), kind="stable")[:BLOCK]
    block = np.linalg.qr(spread[:, start])[0]
    basis, images = block, spread @ block
    for _ in range(BLOCKS - 1):
        rest = images[:, -BLOCK:]
        for _ in range(2):
            rest = rest - basis @ (basis.T @ rest)
        block = np.linalg.qr(rest)[0]
        basis, images = np.hstack([basis, block]), np.hstack([images, spread @ block])
    values, turns = np.linalg.eigh(basis.T @ images)
    values, vectors = values[:-3:-1], basis @ turns[:, :-3:-1]
    off = np.abs(spread @ vectors - vectors * values).max()
    square = np.abs(vectors.T @ vectors - np.eye(2)).max()
    if not (off <= EXACT * values[0] and square <= EXACT):
        return _eigen(spread)
    return values, vectors


def _fixed_signs(components: Floats) -> Floats:
    largest = np.abs(components).argmax(axis=1)
    signs = np.sign(components[np.arange(len(components)), largest])
    return components * np.where(signs == 0, 1, signs)[:, None]
