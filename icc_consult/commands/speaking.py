"""How commands talk: messages for people on standard error, one document on standard output."""

import json
import sys
from collections.abc import Mapping
from typing import Any

from icc_consult.services.premises import Progress, silently


class NotPossible(Exception):
    """The call cannot be carried out as it was given; the message says why."""


class HonestNo(Exception):
    """The answer to what was asked is no; the message says why."""


def tell(text: str) -> None:
    """One line for people."""
    print(text, file=sys.stderr)  # noqa: T201 - this is where a command speaks


def show(text: str) -> None:
    """What was asked for, as text."""
    print(text)  # noqa: T201 - see above


def show_json(document: Mapping[str, Any]) -> None:
    """What was asked for, as one JSON document."""
    print(json.dumps(document, ensure_ascii=False, indent=1))  # noqa: T201 - see above


def progress_of(what: str) -> Progress:
    """Progress in one line where somebody watches, else none."""
    if not sys.stderr.isatty():
        return silently

    def told(done: int, of: int) -> None:
        print(f"\r{what}: {done}/{of}", end="\n" if done == of else "", file=sys.stderr)  # noqa: T201

    return told
