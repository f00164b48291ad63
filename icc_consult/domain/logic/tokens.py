"""The words of an expression."""

import re

from icc_consult.domain.logic.errors import NotAnExpression

_NAME = r"[^\W\d][^\s!-,/:-@\[-^`{-~‘-‟«»≠≤≥]*"
_WORD = re.compile(
    rf"""\s* (?:
    (?P<answer> \$\{{ [^{{}}]* \}} )
  | (?P<name> {_NAME} (?: :(?!:) {_NAME} )? )
  | (?P<sign> != | <= | >= | // | \.\. | \.(?![0-9]) | [-+*=<>|/()\[\],] )
  | (?P<text> "[^"]*" | '[^']*' )
  | (?P<number> [0-9]+ (?: \.[0-9]* )? | \.[0-9]+ )
  | (?P<end> \Z )
  | (?P<unreadable> . )
    )""",
    re.VERBOSE | re.DOTALL,
)

Token = tuple[str, str, int]


def tokens_of(expression: str) -> list[Token]:
    """All words without the spaces: kind, letters, and where they stand.

    Kinds are `number, text, answer, name, sign` and one `end`. Raises `NotAnExpression`.
    """
    found: list[Token] = []
    for word in _WORD.finditer(expression):
        kind = word.lastgroup or "unreadable"
        found.append((kind, word[kind], word.start(kind)))
        if kind == "unreadable":
            raise NotAnExpression(expression, word.start(kind))
        if kind == "end":
            break
    return found
