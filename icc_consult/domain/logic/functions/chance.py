"""Functions whose result nobody can foresee, unless they are seeded."""

from collections.abc import Sequence
from math import fmod, isfinite, isnan
from random import Random
from typing import TypeVar
from uuid import UUID

from icc_consult.domain.logic.functions.registry import function
from icc_consult.domain.logic.scope import Scope
from icc_consult.domain.logic.values import Nodes, Value, number, parts

_Item = TypeVar("_Item")
_MODULUS = 2**31 - 1
_MULTIPLIER = 16_807
_LONGEST_TOKEN = 1_000
_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"


@function("random", takes=0)
def _random(scope: Scope) -> Value:
    return scope.world.random.random()


@function("uuid", takes=(0, 1))
def _uuid(scope: Scope, *length: Value) -> Value:
    """Without an argument a version 4 UUID, with one that many letters and digits."""
    if not length:
        return str(UUID(int=scope.world.random.getrandbits(128), version=4))
    wanted = number(length[0], scope.zone)
    count = int(min(max(wanted, 0), _LONGEST_TOKEN)) if not isnan(wanted) else 0
    return "".join(scope.world.random.choice(_LETTERS) for _ in range(count))


@function("randomize", takes=(1, 2))
def _randomize(scope: Scope, nodes: Value, *seed: Value) -> Value:
    items = list(parts(nodes))
    if not seed:
        return Nodes(_drawn(items, scope.world.random))
    return Nodes(shuffled(items, number(seed[0], scope.zone)))


def _drawn(items: list[_Item], chance: Random) -> list[_Item]:
    return chance.sample(items, len(items))


def shuffled(items: Sequence[_Item], seed: float) -> list[_Item]:
    """The order that Collect, Enketo and Web Forms give for this seed: Durstenfeld over Park and Miller."""
    whole = int(seed) if isfinite(seed) else 0
    state = int(fmod(whole, _MODULUS))
    state += _MODULUS - 1 if state <= 0 else 0
    order: list[_Item] = []
    for place, item in enumerate(items):
        state = state * _MULTIPLIER % _MODULUS
        other = int((state - 1) / (_MODULUS - 1) * (place + 1))
        order.append(item)
        order[place], order[other] = order[other], item
    return order
