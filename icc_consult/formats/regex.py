"""Regular expressions as forms write them, matched by RE2: linear in the text, whatever the pattern."""

import re
from functools import lru_cache

import re2  # type: ignore[import-untyped]

from icc_consult.domain.patterns import Matcher, PatternRefused

_CODE_POINT = re.compile(r"(?<!\\)((?:\\\\)*)\\u([0-9A-Fa-f]{4})")


class GoogleRe2:
    """Patterns of Java and JavaScript forms as far as RE2 knows them; the rest is refused by name."""

    @lru_cache(maxsize=512)  # noqa: B019 - one engine lives as long as the program
    def matcher(self, pattern: str) -> Matcher:
        """Compile once. Raises `PatternRefused`: lookaround, back references, huge repetitions."""
        options = re2.Options()
        options.log_errors = False
        try:
            compiled = re2.compile(_in_re2_spelling(pattern), options)
        except (re2.error, UnicodeEncodeError) as refused:
            raise PatternRefused(pattern, _reason(refused)) from None
        return lambda text: compiled.fullmatch(_encodable(text)) is not None


def _in_re2_spelling(pattern: str) -> str:
    return _CODE_POINT.sub(r"\1\\x{\2}", pattern)


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _reason(refused: Exception) -> str:
    said = refused.args[0] if refused.args else ""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(refused)
