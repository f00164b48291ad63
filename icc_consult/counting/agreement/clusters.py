"""Opinion groups: people who stand close together in the opinion space."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]
BASE: Final = 100
MOST_GROUPS: Final = 5
STARTS: Final = 12
ROUNDS: Final = 100


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """`labels` is (points,), groups by size from 0 on; `silhouettes` what each number of groups reached."""

    labels: Labels
    silhouettes: dict[int, float]


def opinion_groups(points: Floats, fewest: int) -> Clusters | None:
    """Two to five groups, as Polis finds them (compdemocracy/polis, math/src/polismath/math/clusters.clj).

    K-means gathers the points into up to a hundred base clusters, then k-means weighted by their size gathers
    these into k groups, k from 2 to 2 + base clusters / 12, five at most; the k with the highest mean
    silhouette over base clusters wins, a smaller k if equal. Instead of Polis's arrival order, starts are
    fixed: the farthest points in twelve directions and from there always the farthest from all chosen. Groups
    of fewer than `fewest` people dissolve into the nearest others. None where fewer than two groups remain.
    """
    base = _base_clusters(points)
    count = int(base.max()) + 1
    sizes = np.bincount(base, minlength=count)
    centres = np.stack([np.bincount(base, axis, count) for axis in points.T], axis=1) / sizes[:, None]
    distances = np.sqrt(((centres[:, None] - centres[None]) ** 2).sum(axis=2))
    tried: dict[int, tuple[float, Labels]] = {}
    for k in range(2, min(MOST_GROUPS, 2 + count // 12) + 1):
        labels = _dissolve(_gather(centres, sizes, min(k, count)), centres, sizes, fewest)
        groups = len(set(labels.tolist()))
        if groups >= 2:
            silhouette = _silhouette(distances, labels)
            if groups not in tried or silhouette > tried[groups][0]:
                tried[groups] = (silhouette, labels)
    if not tried:
        return None
    best = max(tried, key=lambda k: (tried[k][0], -k))
    return Clusters(_by_size(tried[best][1][base]), {k: tried[k][0] for k in sorted(tried)})


def _base_clusters(points: Floats) -> Labels:
    """The base cluster of every point; where few are distinct, each is its own."""
    distinct, labels = np.unique(points, axis=0, return_inverse=True)
    if len(distinct) <= BASE:
        return labels.astype(np.int64).ravel()
    centres = points[_spread_out(points, np.ones(len(points)), [_farthest(points)], BASE)]
    labels = np.full(len(points), -1)
    for _ in range(ROUNDS):
        nearest = (np.einsum("ij,ij->i", centres, centres) - 2 * points @ centres.T).argmin(axis=1)
        if (nearest == labels).all():
            break
        labels = nearest
        sizes = np.bincount(labels, minlength=len(centres))
        sums = np.stack([np.bincount(labels, axis, len(centres)) for axis in points.T], axis=1)
        centres = np.where(sizes[:, None] > 0, sums / np.maximum(sizes, 1)[:, None], centres)
    return np.unique(labels, return_inverse=True)[1]


def _farthest(points: Floats) -> int:
    return int(((points - points.mean(axis=0)) ** 2).sum(axis=1).argmax())


def _spread_out(points: Floats, weights: Floats, chosen: list[int], k: int) -> list[int]:
    """From the chosen points on, always the one farthest from all chosen, by weight x squared distance."""
    gaps = np.full(len(points), np.inf)
    for index in chosen:
        gaps = np.minimum(gaps, ((points - points[index]) ** 2).sum(axis=1))
    while len(chosen) < k:
        chosen.append(int((weights * gaps).argmax()))
        gaps = np.minimum(gaps, ((points - points[chosen[-1]]) ** 2).sum(axis=1))
    return chosen


def _gather(points: Floats, weights: NDArray[np.int64], k: int) -> Labels:
    """Weighted k-means from all starts at once; the labels of the tightest."""
    angles = 2 * np.pi * np.arange(STARTS) / STARTS
    firsts = (points @ np.stack([np.cos(angles), np.sin(angles)])).argmax(axis=0).tolist()
    sizes = weights.astype(np.float64)
    starts = sorted({tuple(_spread_out(points, sizes, [first], k)) for first in firsts})
    centres = points[np.array(starts)]
    labels = np.full((len(starts), len(points)), -1)
    for _ in range(ROUNDS):
        gaps = ((points[None, :, None] - centres[:, None]) ** 2).sum(axis=3)
        nearest = gaps.argmin(axis=2)
        if (nearest == labels).all():
            break
        labels = nearest
        within = (labels[:, None] == np.arange(k)[None, :, None]) * sizes
        total = within.sum(axis=2)
        centres = np.where(total[..., None] > 0, within @ points / np.maximum(total, 1)[..., None], centres)
    spread = (gaps.min(axis=2) * sizes).sum(axis=1)
    best: Labels = labels[int(spread.argmin())]
    return best


def _dissolve(labels: Labels, centres: Floats, sizes: NDArray[np.int64], fewest: int) -> Labels:
    """Hand the smallest group to the nearest other ones until every group has enough people."""
    labels = labels.copy()
    while True:
        people = np.bincount(labels, sizes)
        groups = np.flatnonzero(people)
        smallest = groups[people[groups].argmin()]
        if len(groups) < 2 or people[smallest] >= fewest:
            return np.unique(labels, return_inverse=True)[1]
        others = groups[groups != smallest]
        middles = np.array(
            [np.average(centres[labels == each], axis=0, weights=sizes[labels == each]) for each in others]
        )
        lost = np.flatnonzero(labels == smallest)
        gaps = ((centres[lost][:, None] - middles[None]) ** 2).sum(axis=2)
        labels[lost] = others[gaps.argmin(axis=1)]


def _silhouette(distances: Floats, labels: Labels) -> float:
    """The mean silhouette (Rousseeuw, 1987), 0 for a group of one. `distances` is (points, points)."""
    sizes = np.bincount(labels)
    sums = distances @ np.eye(len(sizes))[labels]
    own = sums[np.arange(len(labels)), labels] / np.maximum(sizes[labels] - 1, 1)
    means = sums / sizes
    means[np.arange(len(labels)), labels] = np.inf
    other = means.min(axis=1)
    widest = np.maximum(own, other)
    scores = np.where((sizes[labels] > 1) & (widest > 0), (other - own) / np.where(widest > 0, widest, 1), 0)
    return float(scores.mean())


def _by_size(labels: Labels) -> Labels:
    """The labels renamed from the largest group to the smallest; equal ones by who comes first."""
    names, first, sizes = np.unique(labels, return_index=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    rank = np.empty(len(names), dtype=np.int64)
    rank[order] = np.arange(len(names))
    return rank[np.searchsorted(names, labels)]
