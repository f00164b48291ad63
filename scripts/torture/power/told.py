"""What people at the kiosk and at the desk were told, and may rely on after a power cut."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

NOBODY, SOMEBODY = "", "somebody"
KEY = "data/key.age"


@dataclass(frozen=True, slots=True)
class Given:
    """The words of one response, and the voucher that it took, if any."""

    words: frozenset[str]
    voucher: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """All that was said until one moment, and what was being done just then.

    `files` has for each file the stamps of what it may hold, the later one last; an empty one is for none.
    `parts` are backups and other directories with what has to be in them; `aside` is damaged and kept all the
    same; `there` are files that have to be there at all.
    """

    thanked: Mapping[str, Given] = field(default_factory=dict)
    sending: str = NOBODY
    voucher: str = ""
    kept: tuple[str, frozenset[str]] | None = None
    sitting: str = NOBODY
    gone: frozenset[bytes] = frozenset()
    counted: Mapping[str, int] = field(default_factory=dict)
    counting: str = ""
    acts: frozenset[str] = frozenset()
    act: str = ""
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    there: frozenset[str] = frozenset()
    aside: str = ""

    @property
    def maybe(self) -> frozenset[str]:
        """Receipts that may be there although nobody was told so: of what is being done right now.

        Of `SOMEBODY` who just came the receipt is not known yet.
        """
        kept = self.kept[0] if self.kept else NOBODY
        return frozenset({self.sending, self.sitting, kept} - {NOBODY})


def after(told: Told, words: Sequence[str]) -> Told:
    """What people may rely on once this was said too."""
    verb, *rest = words
    return _MEANINGS[verb](told, *rest)


def _ends(told: Told, act: str) -> Told:
    return replace(told, act="", acts=told.acts | {act})


def _sits(told: Told, receipt: str) -> Told:
    """What was kept of a sitting that ended without an end is a response from now on."""
    settled = {told.kept[0]: Given(told.kept[1])} if told.kept else {}
    return replace(told, thanked={**told.thanked, **settled}, kept=None, sitting=receipt)


def _thanked(told: Told, receipt: str, voucher: str, *words: str) -> Told:
    thanked = {**told.thanked, receipt: Given(frozenset(words), voucher)}
    return replace(told, thanked=thanked, sending=NOBODY, voucher="", kept=None, sitting=NOBODY)


def _counted(told: Told, what: str) -> Told:
    return replace(told, counted={**told.counted, what: told.counted.get(what, 0) + 1}, counting="")


_MEANINGS: Mapping[str, Callable[..., Told]] = {
    "begins": lambda told, act: replace(told, act=act),
    "ends": _ends,
    "files": lambda told, *stamps: _files(told, dict(one.rsplit("=", 1) for one in stamps)),
    "comes": lambda told: replace(told, sitting=SOMEBODY),
    "sits": _sits,
    "keeps": lambda told, receipt: replace(told, sitting=receipt),
    "kept": lambda told, receipt, *words: replace(told, kept=(receipt, frozenset(words))),
    "sends": lambda told, receipt, voucher: replace(told, sending=receipt, voucher=voucher),
    "thanked": _thanked,
    "deletes": lambda told, _: replace(told, kept=None, counting="deleted"),
    "deleted": lambda told, _: replace(_counted(told, "deleted"), sitting=NOBODY),
    "counts": lambda told, what: replace(told, counting=what),
    "counted": _counted,
    "gone": lambda told, *bodies: replace(told, gone=told.gone | {bytes.fromhex(body) for body in bodies}),
    "part": lambda told, place, *receipts: replace(told, parts={**told.parts, place: frozenset(receipts)}),
    "there": lambda told, *paths: replace(told, there=told.there | {*paths}),
    "aside": lambda told, stamp: replace(told, aside=stamp),
}


def _files(told: Told, now: Mapping[str, str]) -> Told:
    return replace(told, files={name: (now.get(name, ""),) for name in {*told.files, *now}})


def history(first: Told, said: Sequence[tuple[str, ...]]) -> list[Told]:
    """What could be relied on at first, and after each time something was said.

    While something is being done at the desk, a file may hold what it held before, or what it will hold.
    """
    found = [first]
    for words in said:
        found.append(after(found[-1], words))
    later = found[-1].files
    for at in range(len(found) - 1, -1, -1):
        told = found[at]
        if not told.act:
            later = told.files
        else:
            files = {name: (*told.files.get(name, ("",)), *later[name]) for name in later}
            if told.act == "destroy":
                files.pop(KEY, None)  # it is filled with zeros before it goes
            found[at] = replace(told, files=files)
    return found
