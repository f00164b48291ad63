"""Names and codes as LimeSurvey can hold them: letters and digits, few of them, capitals aside."""

import re

QUESTION, SUBQUESTION, ANSWER = 20, 20, 5
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9]+")
_RESERVED = frozenset({"self", "this", "that", "naok", "sid", "gid", "qid", "token", "other", "time", "null"})


class Codes:
    """Codes of one kind, each given once."""

    def __init__(self, most: int, *, begins_with_letter: bool = False) -> None:
        self._most = most
        self._begins_with_letter = begins_with_letter
        self._taken = set(_RESERVED)

    def code(self, wanted: str) -> str:
        """The code nearest to a name."""
        minus = "m" if re.match(r"-\d", wanted) else ""
        plain = minus + _NOT_PLAIN.sub("", wanted)
        if not plain or (self._begins_with_letter and not plain[0].isalpha()):
            plain = f"q{plain}"
        code, number = plain[: self._most], 2
        while code.casefold() in self._taken:
            tail = str(number)
            code, number = plain[: self._most - len(tail)] + tail, number + 1
        self._taken.add(code.casefold())
        return code
