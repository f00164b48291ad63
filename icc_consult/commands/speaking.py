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


def ask(text: str) -> None:
    """A question that is answered in the same line."""
    print(text, end="", file=sys.stderr, flush=True)  # noqa: T201 - see above


def show(text: str) -> None:
    """What was asked for, as text; letters that the terminal does not have are spelt out."""
    encoding = _encoding()
    print(text.encode(encoding, "backslashreplace").decode(encoding))  # noqa: T201 - see above


def _encoding() -> str:
    """That of standard output, which may be closed."""
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def show_json(document: Mapping[str, Any]) -> None:
    """What was asked for, as one JSON document; spelt out in JSON where the terminal lacks its letters."""
    text = json.dumps(document, ensure_ascii=False, indent=1)
    try:
        text.encode(_encoding())
    except UnicodeEncodeError:
        text = json.dumps(document, indent=1)
    print(text)  # noqa: T201 - see above


def progress_of(what: str) -> Progress:
    """Progress in one line where somebody watches, else none."""
    if not sys.stderr.isatty():
        return silently

    def told(done: int, of: int) -> None:
        print(f"\r{what}: {done}/{of}", end="\n" if done == of else "", file=sys.stderr)  # noqa: T201

    return told
