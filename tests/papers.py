"""A consultation with every kind of ballot paper, in all languages of the sample."""

from typing import Any

from icc_consult.packs import Pack
from icc_consult.packs.pack import pack_of

from tests.builders import sample

COSTS = (150_000, 40_000, 25_000, 60_000, 300_000, 90_000)
PURSE = 400_000


def document() -> dict[str, Any]:
    """The sample's topics as every kind of paper, and one of its questions as a ranking."""
    source = dict(sample().document)
    parts = {part["id"]: part for part in source["parts"]}
    topics, survey = parts["topics"], parts["survey"]["questions"]
    by_id = {question["id"]: question for question in survey}
    words = [choice for choice in by_id["q01"]["choices"] if not choice.get("aside")][::-1]
    numbers = [{"code": str(n), "text": dict.fromkeys(source["languages"], str(n))} for n in range(6)]
    priced = [{**topic, "cost": cost} for topic, cost in zip(topics["topics"], COSTS, strict=True)]
    services = [choice for choice in by_id["q06"]["choices"] if not choice.get("exclusive")]
    ranked = {
        "id": "order",
        "kind": "ranking",
        "text": by_id["q06"]["text"],
        "choices": services[:6],
        "max_choices": 3,
    }
    paper = {"text": topics["text"], "topics": topics["topics"]}
    return {
        **source,
        "parts": [
            {"id": "asked", "kind": "survey", "questions": [ranked]},
            {**paper, "id": "ranks", "kind": "ranking", "most": 3},
            {**paper, "id": "words", "kind": "judgment", "grades": words},
            {**paper, "id": "scores", "kind": "score", "grades": numbers},
            {**paper, "id": "dots", "kind": "dots", "dots": 6, "most_each": 4},
            {**paper, "id": "money", "kind": "budget", "purse": PURSE, "topics": priced},
            {**paper, "id": "pairs", "kind": "pairwise", "pairs": 3},
            {**parts["statements"], "id": "ideas", "proposals": True},
        ],
    }


def ballots() -> Pack:
    """That consultation as a pack."""
    return pack_of(document(), {}, sample().path)
