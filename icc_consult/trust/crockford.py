"""Crockford's base 32 with its check character: letters that a person can read, type and get right."""

import unicodedata

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECKED = 37
CHECKS = LETTERS + "*~$=U"
_MEANT = str.maketrans({"O": "0", "I": "1", "L": "1"})


def as_meant(text: str) -> str:
    """Capitals without what only stands between, O, I and L as 0 and 1, digits and letters of any width."""
    return "".join(map(_plain, text)).upper().translate(_MEANT)


def number_of(letters: str) -> int:
    """The number that letters of the alphabet write; raises `ValueError` for any other."""
    number = 0
    for letter in letters:
        number = number * len(LETTERS) + LETTERS.index(letter)
    return number


def written(number: int, length: int) -> str:
    """The number in so many letters."""
    return "".join(LETTERS[number >> 5 * place & 31] for place in range(length - 1, -1, -1))


def check_of(number: int) -> str:
    """The character that notices one wrong letter, or two beside each other that changed places."""
    return CHECKS[number % CHECKED]


def _plain(letter: str) -> str:
    """A letter or a digit of any script as ASCII has it; nothing for what only stands between."""
    kind = unicodedata.category(letter)
    if kind in ("Cc", "Cf", "Pd", "Pc") or kind.startswith("Z") or letter == "\N{MINUS SIGN}":
        return ""
    if kind == "Nd":
        return str(unicodedata.digit(letter))
    return unicodedata.normalize("NFKC", letter)
