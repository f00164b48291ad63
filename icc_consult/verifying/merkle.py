"""Merkle trees as RFC 9162 (section 2.1) defines them, over SHA-256.

Sets are put in order first (`root_of_set`), so that a root says what is in it and nothing of who came when.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256 as _sha256

Hash = bytes


def leaf_hash(entry: bytes) -> Hash:
    """The hash of one leaf."""
    return _sha256(b"\0" + entry).digest()


def root(entries: Sequence[bytes]) -> Hash:
    """The root over entries in their order."""
    return _root([_sha256(b"\0" + entry).digest() for entry in entries])


def root_of_set(entries: Iterable[bytes]) -> Hash:
    """The root over entries that have no order: each once, sorted as bytes."""
    return root(sorted(set(entries)))


def inclusion_proof(entries: Sequence[bytes], place: int) -> list[Hash]:
    """What shows that the entry at `place` is under the root, from the leaf upwards."""
    return _path(place, [leaf_hash(entry) for entry in entries])


def is_included(entry: bytes, place: int, size: int, proof: Sequence[Hash], wanted: Hash) -> bool:
    """Whether the proof leads from the entry to the root of a tree of this size (section 2.1.3.2)."""
    if not 0 <= place < size:
        return False
    here, last, found = place, size - 1, leaf_hash(entry)
    for one in proof:
        if last == 0:
            return False
        if here & 1 or here == last:
            found = _node(one, found)
            while not here & 1 and here:
                here, last = here >> 1, last >> 1
        else:
            found = _node(found, one)
        here, last = here >> 1, last >> 1
    return last == 0 and found == wanted


def consistency_proof(entries: Sequence[bytes], before: int) -> list[Hash]:
    """What shows that the tree over the first `before` entries grew into the tree over all of them."""
    return _subproof(before, [leaf_hash(entry) for entry in entries], is_whole=True) if before else []


def is_consistent(before: int, size: int, old: Hash, new: Hash, proof: Sequence[Hash]) -> bool:
    """Whether the proof leads from the old root to the new one (section 2.1.4.2)."""
    if before == size or not before:
        return not proof and 0 <= before <= size and (old == new if before else old == _root([]))
    if not 0 < before < size or not proof:
        return False
    steps = list(proof) if before & (before - 1) else [old, *proof]
    here, last = before - 1, size - 1
    while here & 1:
        here, last = here >> 1, last >> 1
    first = second = steps[0]
    for one in steps[1:]:
        if last == 0:
            return False
        if here & 1 or here == last:
            first, second = _node(one, first), _node(one, second)
            while not here & 1 and here:
                here, last = here >> 1, last >> 1
        else:
            second = _node(second, one)
        here, last = here >> 1, last >> 1
    return last == 0 and (first, second) == (old, new)


def _node(left: Hash, right: Hash) -> Hash:
    return _sha256(b"\1" + left + right).digest()


def _split(size: int) -> int:
    return 1 << (size - 1).bit_length() - 1


def _root(leaves: Sequence[Hash]) -> Hash:
    """Level by level, which gives the tree of the definition: whoever has no neighbour waits for the next."""
    level = leaves
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=False)
        above = [_sha256(b"\1" + left + right).digest() for left, right in pairs]
        if len(level) % 2:
            above.append(level[-1])
        level = above
    return level[0] if level else _sha256().digest()


def _path(place: int, leaves: Sequence[Hash]) -> list[Hash]:
    if len(leaves) < 2:
        return []
    middle = _split(len(leaves))
    if place < middle:
        return [*_path(place, leaves[:middle]), _root(leaves[middle:])]
    return [*_path(place - middle, leaves[middle:]), _root(leaves[:middle])]


def _subproof(before: int, leaves: Sequence[Hash], *, is_whole: bool) -> list[Hash]:
    if before == len(leaves):
        return [] if is_whole else [_root(leaves)]
    middle = _split(len(leaves))
    if before <= middle:
        return [*_subproof(before, leaves[:middle], is_whole=is_whole), _root(leaves[middle:])]
    return [*_subproof(before - middle, leaves[middle:], is_whole=False), _root(leaves[:middle])]
