"""`backup` and `restore`."""

from argparse import Namespace
from typing import Any

from icc_consult.bootstrap import desk_at
from icc_consult.commands.speaking import show_json, tell
from icc_consult.sentences import sentence
from icc_consult.services.auditing import Act, note
from icc_consult.services.backing_up import Copied, NotCopied, back_up, restore
from icc_consult.storage.backups import LocalBackups

_LACKING = 3


def run_backup(chosen: Namespace) -> int:
    """A backup in each place; where one could not be written, something is lacking there."""
    done = back_up(LocalBackups(chosen.data), to=chosen.to, with_keys=chosen.with_keys)
    if chosen.json:
        show_json({"data": str(chosen.data), "backups": [_plain(one) for one in done]})
    for one in done:
        match one:
            case Copied():
                tell(f"{one.where}: {one.responses} responses, read back and opened.")
                if not one.is_signed:
                    tell(f"{one.where}: it could not be signed, because the signing key is not there.")
            case NotCopied():
                tell(f"{one.where}: not copied. {sentence(one.error)}")
    return _LACKING if any(isinstance(one, NotCopied) for one in done) else 0


def _plain(one: Copied | NotCopied) -> dict[str, Any]:
    match one:
        case Copied():
            return {
                "where": str(one.where),
                "ok": True,
                "responses": one.responses,
                "bytes": one.size,
                "signed": one.is_signed,
            }
        case NotCopied():
            return {"where": str(one.where), "ok": False, "what": sentence(one.error)}


def run_restore(chosen: Namespace) -> int:
    """What is missing here comes back."""
    backups, salvaged = LocalBackups(chosen.data), {"salvaged": 1} if chosen.salvage else {}
    done = restore(backups, source=chosen.source, signer=chosen.signer, is_salvaging=chosen.salvage)
    note(desk_at(chosen.data), Act.RESTORED, responses=done.responses, wishes=done.wishes, **salvaged)
    aside = str(done.quarantine) if done.quarantine else None
    if chosen.json:
        show_json(
            {
                "data": str(chosen.data),
                "responses": done.responses,
                "wishes": done.wishes,
                "new": done.is_new,
                "signer": done.signer,
                "quarantine": aside,
            }
        )
    if aside:
        tell(f"The answers that lay here were damaged. They were put aside in {aside}.")
    if done.is_new and done.signer and not chosen.signer:
        tell(f"The backup is signed by {done.signer}: compare that with a checkpoint somebody kept.")
    tell(f"{chosen.data}: {done.responses} responses and {done.wishes} wishes came back.")
    return 0
