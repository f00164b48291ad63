"""Passphrases of six words that a person can write down and type back."""

import secrets
from functools import cache

from icc_consult.services.errors import PassphraseTooWeak

WORDS = 6
PHRASE = 4
LEAST_LETTERS = 16


@cache
def word_list() -> tuple[str, ...]:
    """The 2,048 English words of BIP 39: short, common, told apart by their first four letters."""
    from mnemonic import Mnemonic  # noqa: PLC0415 - only an opening needs words

    return tuple(Mnemonic("english").wordlist)


def new_passphrase() -> str:
    """Six words drawn by the system's randomness: 66 bits."""
    return " ".join(secrets.choice(word_list()) for _ in range(WORDS))


def new_phrase() -> str:
    """Four words that nobody else writes in a row."""
    return " ".join(secrets.choice(word_list()) for _ in range(PHRASE))


def unknown_words(typed: str) -> tuple[str, ...]:
    """What was typed and is no word of the list: a slip that can be pointed at before anything is tried."""
    return tuple(word for word in _split(typed) if word not in word_list())


def as_typed_back(typed: str) -> str:
    """The passphrase that was meant: capitals, hyphens and spaces between the words do not matter.

    What is not made of six words of the list stays as it is, without the space around it.
    """
    words = _split(typed)
    return " ".join(words) if len(words) == WORDS and not unknown_words(typed) else typed.strip()


def passphrases_in(typed: str) -> tuple[str, ...]:
    """The passphrases that were meant: one a line, or their words all in a row, six for each."""
    lines = [line for line in typed.splitlines() if line.strip()]
    words = _split(typed)
    if len(lines) == 1 and len(words) > WORDS and len(words) % WORDS == 0 and not unknown_words(typed):
        lines = [" ".join(words[start : start + WORDS]) for start in range(0, len(words), WORDS)]
    return tuple(as_typed_back(line) for line in lines)


def strong_enough(passphrase: str) -> str:
    """The same passphrase; raises `PassphraseTooWeak` where it is too short for what it protects."""
    if len(passphrase) < LEAST_LETTERS:
        raise PassphraseTooWeak(LEAST_LETTERS)
    return passphrase


def _split(typed: str) -> list[str]:
    return typed.casefold().replace("-", " ").split()
