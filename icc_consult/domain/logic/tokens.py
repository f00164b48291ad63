"""The words of an expression."""

import re
from dataclasses import dataclass

from icc_consult.domain.logic.errors import NotAnExpression

_NAME = r"[^\W\d][^\s!-,/:-@\[-^`{-~‘-‟«»≠≤≥]*"
_WORD = re.compile(
    rf"""
    (?P<space> \s+ )
  | (?P<number> [0-9]+ (?: \.[0-9]* )? | \.[0-9]+ )
  | (?P<text> "[^"]*" | '[^']*' )
  | (?P<answer> \$\{{ [^{{}}]* \}} )
  | (?P<name> {_NAME} (?: :(?!:) {_NAME} )? )
  | (?P<sign> != | <= | >= | // | \.\. | [-+*=<>|/()\[\],.] )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its kind (`number, text, answer, name, sign, end`), its letters, and where it stands."""

    kind: str
    text: str
    position: int


def tokens_of(expression: str) -> tuple[Token, ...]:
    """All words without the spaces, closed by one of kind `end`. Raises `NotAnExpression`."""
    found: list[Token] = []
    position = 0
    while position < len(expression):
        word = _WORD.match(expression, position)
        if word is None or word.lastgroup is None:
            raise NotAnExpression(expression, position)
        if word.lastgroup != "space":
            found.append(Token(word.lastgroup, word.group(), position))
        position = word.end()
    return (*found, Token("end", "", position))
