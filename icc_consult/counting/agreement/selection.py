"""Which statements speak for a group, and which for everybody."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from icc_consult.counting.agreement.statistics import Z90, Floats, Side
from icc_consult.counting.agreement.votes import Flags

TOP: Final = 5
Picked = dict[str, object]


def representative(
    statements: Sequence[str], hidden: Flags, agree: Side, disagree: Side, seen: Floats, group: int
) -> list[Picked]:
    """Up to five statements for which the group stands (compdemocracy/polis, select-rep-comments).

    Those whose answer is significantly common in the group and significantly more common than elsewhere, by
    ratio x ratio test x share x test, the best agreement first of all; agreements before disagreements. Where
    there are none, the best agreement, or what differs most.
    """
    shown = np.flatnonzero(~hidden).tolist()
    passes = _passes(agree, group) | _passes(disagree, group)
    best_agree = _best_agreement(shown, agree, disagree, group)
    picked = [each for each in shown if passes[each] and each != best_agree]
    strength = _strength(agree, disagree, group)
    picked.sort(key=lambda each: -strength[each])
    if best_agree is not None:
        picked.insert(0, best_agree)
    elif not picked and shown:
        difference = np.maximum(agree.ratio_test[group], disagree.ratio_test[group])
        picked = [max(shown, key=lambda each: difference[each])]
    reports = [
        _report(statements, agree, disagree, seen, group, each, best=each == best_agree)
        for each in picked[:TOP]
    ]
    return sorted(reports, key=lambda report: report["answer"] != "agree")


def consensus(statements: Sequence[str], hidden: Flags, side: Side, seen: Floats) -> list[Picked]:
    """Up to five statements that significantly more than half of all answer this way, by share x test."""
    share, test = side.share[0], side.test[0]
    common = np.flatnonzero(~hidden & (share > 0.5) & (test > Z90)).tolist()
    common.sort(key=lambda each: -(share[each] * test[each]))
    return [
        {
            "statement": statements[each],
            "n_success": int(side.n[0, each]),
            "n_trials": int(seen[0, each]),
            "p_success": float(share[each]),
            "p_test": float(test[each]),
        }
        for each in common[:TOP]
    ]


def divisive(statements: Sequence[str], hidden: Flags, extremity: Floats) -> list[Picked]:
    """Up to five statements that pull people farthest apart: the highest extremity first."""
    apart = np.flatnonzero(~hidden & (extremity > 0)).tolist()
    apart.sort(key=lambda each: -extremity[each])
    return [{"statement": statements[each], "extremity": float(extremity[each])} for each in apart[:TOP]]


def _passes(side: Side, group: int) -> Flags:
    passes: Flags = (side.ratio_test[group] > Z90) & (side.test[group] > Z90)
    return passes


def _strength(agree: Side, disagree: Side, group: int) -> Floats:
    strengths = [
        side.ratio[group] * side.ratio_test[group] * side.share[group] * side.test[group]
        for side in (agree, disagree)
    ]
    agrees = agree.ratio_test[group] > disagree.ratio_test[group]
    chosen: Floats = np.where(agrees, strengths[0], strengths[1])
    return chosen


def _best_agreement(shown: Sequence[int], agree: Side, disagree: Side, group: int) -> int | None:
    """The statement the group agrees with most characteristically; the rule changes once one stands out."""
    ratio, share, test = agree.ratio[group], agree.share[group], agree.test[group]
    common = share * test
    characteristic = ratio * agree.ratio_test[group] * common
    best: int | None = None
    for each in shown:
        if agree.n[group, each] == 0 and disagree.n[group, each] == 0:
            continue
        if best is None:
            if test[each] > Z90 or (ratio[each] > 1 and share[each] > 0.5):
                best = each
            continue
        measure = characteristic if ratio[best] > 1 else common
        if measure[each] > measure[best]:
            best = each
    return best


def _report(
    statements: Sequence[str],
    agree: Side,
    disagree: Side,
    seen: Floats,
    group: int,
    each: int,
    *,
    best: bool,
) -> Picked:
    agrees = agree.ratio_test[group, each] > disagree.ratio_test[group, each]
    side = agree if agrees else disagree
    return {
        "statement": statements[each],
        "answer": "agree" if agrees else "disagree",
        "n_success": int(side.n[group, each]),
        "n_trials": int(seen[group, each]),
        "p_success": float(side.share[group, each]),
        "p_test": float(side.test[group, each]),
        "repness": float(side.ratio[group, each]),
        "repness_test": float(side.ratio_test[group, each]),
        **({"best_agree": True, "n_agree": int(agree.n[group, each])} if best else {}),
    }
