"""`rehearse`."""

from argparse import Namespace
from typing import Any

from icc_consult.commands.forms import read_or_refuse
from icc_consult.commands.speaking import HonestNo, NotPossible, show, show_json
from icc_consult.formats.spelling import spelt
from icc_consult.sentences import printable
from icc_consult.services.rehearsing import Rehearsal, rehearse
from icc_consult.sources import MOST_TOLD

_MOST_RUNS = 1_000_000


def run_rehearse(chosen: Namespace) -> int:
    """Let automatic residents answer; 1 where anything was never reached, refused or inconsistent."""
    if not 1 <= chosen.runs <= _MOST_RUNS:
        raise NotPossible(f"--runs {chosen.runs}: a number from 1 to {_MOST_RUNS} is needed.")
    source = read_or_refuse(chosen)
    if source.pack is None:
        raise HonestNo(f"{chosen.file}: it has errors; see them with icc-consult check.")
    found = rehearse(source.pack.consultation, runs=chosen.runs, seed=chosen.seed, spell=spelt)
    document = plain(found) | {"title": source.title, "seed": chosen.seed}
    if chosen.json:
        show_json(document)
    else:
        show(_as_text(found))
    return 0 if found.is_good else 1


def plain(found: Rehearsal) -> dict[str, Any]:
    """The report as a document."""
    return {
        "ok": found.is_good,
        "runs": found.runs,
        "pages": found.pages,
        "reached": dict(found.reached),
        "answered": dict(found.answered),
        "never_reached": list(found.never_reached),
        "refused": [
            {
                "name": name,
                "times": times,
                "always": name in found.never_taken,
                "rule": found.rules.get(name),
            }
            for name, times in found.refused.items()
        ],
        "inconsistent": [{"name": name, "what": what} for name, what in found.inconsistent.items()],
    }


def _as_text(found: Rehearsal) -> str:
    lines = [f"{found.runs} residents turned {found.pages} pages."]
    lines += [f"never reached: {name}" for name in found.never_reached]
    lines += [
        f"{'no answer was taken' if name in found.never_taken else 'hard to answer'}: "
        f"{name} ({times} times){_demanded(found.rules.get(name, ''))}"
        for name, times in found.refused.items()
    ]
    lines += [f"inconsistent: {name}: {what}" for name, what in found.inconsistent.items()]
    return "\n".join(lines)


def _demanded(rule: str) -> str:
    """Perhaps a person finds an answer that nobody here could invent."""
    return f"; none that was invented fits {printable(rule, MOST_TOLD)}" if rule else ""
