"""`proposals list`, `proposals accept`, `proposals reject` and `proposals revise`."""

from argparse import Namespace
from dataclasses import dataclass
from typing import Any

from icc_consult.bootstrap import decisions_at
from icc_consult.commands.reading import unlocked
from icc_consult.commands.speaking import HonestNo, NotPossible, progress_of, show, show_json, tell
from icc_consult.packs import pack_of, read_pack, write_pack
from icc_consult.sentences import printable
from icc_consult.services.moderating import (
    Decision,
    Decisions,
    NothingAccepted,
    Proposal,
    Standing,
    UnknownProposal,
    decided,
    proposals_in,
    revised,
)
from icc_consult.services.unlocking import read_all

_LONGEST = 400


@dataclass(frozen=True, slots=True)
class _Queue:
    decisions: Decisions
    proposals: tuple[Proposal, ...]


def run_proposals(chosen: Namespace) -> int:
    """One act about proposals; all of them need the passphrase, for the words are sealed."""
    desk, opener = unlocked(chosen)
    decisions = decisions_at(chosen.data)
    responses = read_all(desk, opener, progress=progress_of("Opening responses")).responses
    found = proposals_in(desk.consultation(), responses, decisions.load())
    acts = {"list": _list, "accept": _accept, "reject": _reject, "revise": _revise}
    return acts[chosen.act](chosen, _Queue(decisions, found))


def _list(chosen: Namespace, queue: _Queue) -> int:
    if chosen.json:
        show_json({"proposals": [_plain(one) for one in queue.proposals]})
    elif queue.proposals:
        show("\n".join(_line(one) for one in queue.proposals))
    else:
        tell("Nobody proposed anything.")
    return 0


def _plain(one: Proposal) -> dict[str, Any]:
    return {
        "id": one.id,
        "paper": one.paper,
        "text": one.text,
        "times": one.times,
        "standing": one.decision.standing.value,
        "reason": one.decision.reason,
    }


def _line(one: Proposal) -> str:
    times = f" (written {one.times} times)" if one.times > 1 else ""
    reason = f" because: {printable(one.decision.reason, _LONGEST)}" if one.decision.reason else ""
    told = printable(one.text, _LONGEST)
    return f"{one.id}  {one.decision.standing.value:<8}  {one.paper}: {told}{times}{reason}"


def _accept(chosen: Namespace, queue: _Queue) -> int:
    return _decide(chosen, queue, Decision(Standing.ACCEPTED))


def _reject(chosen: Namespace, queue: _Queue) -> int:
    reason = chosen.reason.strip()
    if not reason:
        raise NotPossible("A proposal is rejected with a reason; give it with --reason.")
    return _decide(chosen, queue, Decision(Standing.REJECTED, reason))


def _decide(chosen: Namespace, queue: _Queue, decision: Decision) -> int:
    try:
        after = decided(queue.decisions.load(), queue.proposals, chosen.ids, decision)
    except UnknownProposal as error:
        raise NotPossible(f"{printable(error.name)}: nobody proposed anything of this name.") from error
    queue.decisions.save(after)
    if chosen.json:
        show_json({"ids": chosen.ids, "standing": decision.standing.value, "reason": decision.reason})
    tell(f"{len(chosen.ids)} proposals are {decision.standing.value}.")
    return 0


def _revise(chosen: Namespace, queue: _Queue) -> int:
    if chosen.out.exists():
        raise NotPossible(f"{chosen.out}: there is something here already; choose a new name.")
    pack = read_pack(chosen.data / "pack.iccpack")
    try:
        document, count = revised(pack.document, queue.proposals)
    except NothingAccepted as error:
        raise HonestNo("No proposal was accepted that is not in the pack already.") from error
    revision = pack_of(document, dict(pack.media), pack.path)
    write_pack(revision, chosen.out)
    if chosen.json:
        show_json({"out": str(chosen.out), "new": count, "fingerprint": revision.fingerprint})
    tell(f"{count} proposals are statements of {chosen.out} now; their translations are missing.")
    return 0
