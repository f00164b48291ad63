"""The vectors are those that implementations of RFC 6962 and RFC 9162 share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.verifying import merkle

LEAVES = [
    bytes.fromhex(text)
    for text in (
        *("", "00", "10", "2021", "3031", "40414243", "5051525354555657"),
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
A = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
B = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
C = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
D = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
E = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
F = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"


def hexed(proof: list[bytes]) -> list[str]:
    return [one.hex() for one in proof]


@pytest.mark.parametrize("size", range(9))
def test_a_root_is_the_published_one(size: int) -> None:
    assert merkle.root(LEAVES[:size]).hex() == ROOTS[size]


@pytest.mark.parametrize(
    ("place", "size", "proof"),
    [(0, 1, []), (0, 8, [A, B, C]), (5, 8, [D, E, ROOTS[4]]), (2, 3, [ROOTS[2]]), (1, 5, [ROOTS[1], B, D])],
)
def test_an_inclusion_proof_is_the_published_one(place: int, size: int, proof: list[str]) -> None:
    assert hexed(merkle.inclusion_proof(LEAVES[:size], place)) == proof


@pytest.mark.parametrize(
    ("before", "size", "proof"), [(1, 1, []), (1, 8, [A, B, C]), (6, 8, [F, E, ROOTS[4]]), (2, 5, [B, D])]
)
def test_a_consistency_proof_is_the_published_one(before: int, size: int, proof: list[str]) -> None:
    assert hexed(merkle.consistency_proof(LEAVES[:size], before)) == proof


@pytest.mark.parametrize("size", range(1, 40))
def test_every_leaf_of_every_tree_is_proved_and_no_other(size: int) -> None:
    entries = [bytes([number]) for number in range(size)]
    wanted = merkle.root(entries)
    for place, entry in enumerate(entries):
        proof = merkle.inclusion_proof(entries, place)
        assert merkle.is_included(entry, place, size, proof, wanted)
        assert not merkle.is_included(b"other", place, size, proof, wanted)
        assert not merkle.is_included(entry, place, size, [*proof, wanted], wanted)
        assert not merkle.is_included(entry, (place + 1) % size, size, proof, wanted) or size == 1
        assert not proof or not merkle.is_included(entry, place, size, proof[1:], wanted)


@pytest.mark.parametrize("size", range(40))
def test_every_tree_grew_from_its_beginnings_and_from_nothing_else(size: int) -> None:
    entries = [bytes([number]) for number in range(size)]
    new = merkle.root(entries)
    for before in range(size + 1):
        old = merkle.root(entries[:before])
        proof = merkle.consistency_proof(entries, before)
        assert merkle.is_consistent(before, size, old, new, proof)
        assert not merkle.is_consistent(before, size, b"x" * 32, new, proof)
        assert before in (0, size) or not merkle.is_consistent(before, size, old, b"x" * 32, proof)
        assert not merkle.is_consistent(before, size, old, new, [*proof, new])
        assert not proof or not merkle.is_consistent(before, size, old, new, proof[:-1])
    assert not merkle.is_consistent(size + 1, size, new, new, [])


@given(st.lists(st.binary(max_size=8)), st.randoms(use_true_random=False))
def test_the_root_of_a_set_knows_no_order_and_no_doubles(entries: list[bytes], order) -> None:  # type: ignore[no-untyped-def]
    again = entries + entries[:3]
    order.shuffle(again)
    assert merkle.root_of_set(again) == merkle.root_of_set(entries)
