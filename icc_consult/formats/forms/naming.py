"""Names and codes of a form as a pack can hold them, and expressions that go by the new ones."""

import re
from collections.abc import Collection, Iterable, Mapping

_LONGEST = 64
_NAME = re.compile(r"[^\W\d_][\w.-]{0,63}(?<!_)")
_NAMES = re.compile(rf"(?:{_NAME.pattern}\n)*")
_BEFORE_LETTERS = re.compile(r"^[\W\d_]+")
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_NOT_IN_CODES = re.compile(r"[^\w.:-]+")
_RESERVED = frozenset({"response"})
RESERVED_CODES = frozenset({"lang", "state"})


class Names:
    """A name for every entry, its own wherever a pack can hold it."""

    def __init__(self, written: Iterable[str]) -> None:
        names = {name: name for name in written}
        self._new = names if _are_names(names) else {name: name for name in names if _is_name(name)}
        self._taken = set(self._new)
        for name in names:
            if name not in self._new:
                self._new[name] = self.free(name)
        self.changed = {old: new for old, new in self._new.items() if old != new}
        self._pattern = _pattern(self.changed)

    def __getitem__(self, written: str) -> str:
        return self._new[written]

    def free(self, wanted: str) -> str:
        """A name like this one that nothing has yet."""
        name = _name_like(wanted)
        number = 2
        while name in self._taken:
            tail = f"-{number}"
            name, number = _name_like(wanted)[: _LONGEST - len(tail)] + tail, number + 1
        self._taken.add(name)
        return name

    def in_text(self, text: str) -> str:
        """An expression, or a text with references, by the new names."""
        if self._pattern is None or not text:
            return text
        return self._pattern.sub(lambda found: self.changed[found[0]], text)


def _pattern(changed: Mapping[str, str]) -> re.Pattern[str] | None:
    if not changed:
        return None
    longest_first = sorted(changed, key=len, reverse=True)
    return re.compile(rf"(?<![\w.'\"-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w.-])")


def _are_names(names: Collection[str]) -> bool:
    """Whether one look at all of them together shows that a pack can hold each."""
    joined = "".join([f"{name}\n" for name in names])
    is_plain = "__" not in joined and _RESERVED.isdisjoint(names) and joined.count("\n") == len(names)
    return is_plain and bool(_NAMES.fullmatch(joined))


def _is_name(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and "__" not in name and name not in _RESERVED


def _name_like(name: str) -> str:
    plain = re.sub(r"__+", "_", _NOT_IN_NAMES.sub("-", name))
    plain = _BEFORE_LETTERS.sub("", plain)[:_LONGEST].rstrip("_") or "q"
    return f"{plain}-1" if plain in _RESERVED else plain


class Codes:
    """A code for every choice of a list, its own wherever a pack can hold it."""

    def __init__(self, written: Iterable[str], *, taken: Collection[str]) -> None:
        """`taken` are codes that would head a column of something else."""
        self._new: dict[str, str] = {}
        for name in written:
            self._new.setdefault(name, self._code_like(name, taken))
        self.changed = {old: new for old, new in self._new.items() if old != new}

    def __getitem__(self, written: str) -> str:
        return self._new[written]

    def _code_like(self, name: str, taken: Collection[str]) -> str:
        sign = "-" if re.match(r"-\d", name) else ""
        plain = sign + (_NOT_IN_CODES.sub("-", name).lstrip(".:-")[:_LONGEST] or "x")
        code, number = plain, 2
        while code in self._new.values() or code in taken:
            tail = f"-{number}"
            code, number = plain[: _LONGEST - len(tail)] + tail, number + 1
        return code


def with_codes(expression: str, changed: Mapping[str, str]) -> str:
    """An expression by new codes: only whole quoted texts are codes."""
    for old, new in changed.items():
        for quote in "'\"":
            expression = expression.replace(f"{quote}{old}{quote}", f"{quote}{new}{quote}")
    return expression
