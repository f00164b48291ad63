"""A few questions as both sides know them, and answers to them as both sides store them."""

from collections.abc import Mapping

from hypothesis import strategies as st

from icc_consult.formats.limesurvey.scope import Many, One, Ranked, Scope
from icc_consult.formats.limesurvey.variables import Mark, Rank, Sort, Value, Variables

from tests.formats.limesurvey.evaluating import Script

COLOURS = {"red": "red", "dark_blue": "darkb", "9": "9"}
MARKS = {"a": "a", "b_c": "bc", "none": "none"}
SCOPE = Scope(
    {
        "age": One("age", Sort.NUMBER),
        "rooms": One("rooms", Sort.NUMBER),
        "stars": One("stars", Sort.CODE, {"1": "1", "2": "2", "3": "3"}),
        "colour": One("colour", Sort.CODE, COLOURS),
        "word": One("word", Sort.TEXT),
        "likes": Many("likes", MARKS),
        "order": Ranked("order", {"x": "x", "y": "y"}),
    }
)
PARTS = {"likes": [f"likes_{new}" for new in MARKS.values()], "order": ["order_1", "order_2"]}


def variables() -> Variables:
    found = Variables()
    sorts = {
        "age": Sort.NUMBER,
        "rooms": Sort.NUMBER,
        "stars": Sort.CODE,
        "colour": Sort.CODE,
        "word": Sort.TEXT,
    }
    for name, sort in sorts.items():
        found.add(name, Value(name, sort, name))
    for new in MARKS.values():
        found.add(f"likes_{new}", Mark("likes", new, "likes"))
    for place in range(2):
        found.add(f"order_{place + 1}", Rank("order", place, "order"))
    return found


ANSWERS = st.fixed_dictionaries(
    {
        "age": st.none() | st.integers(-2, 12),
        "rooms": st.none() | st.integers(0, 3),
        "stars": st.sampled_from(["", "1", "2", "3"]),
        "colour": st.sampled_from(["", *COLOURS]),
        "word": st.sampled_from(["", "red", "x y", "it's", "0", "3"]),
        "likes": st.lists(st.sampled_from([*MARKS]), unique=True),
        "order": st.sampled_from([[], ["x"], ["y"], ["x", "y"], ["y", "x"]]),
    }
)


def stored(answers: Mapping[str, object]) -> Script:
    """The answers as LimeSurvey stores them."""
    found = {name: "" if answers[name] is None else str(answers[name]) for name in ("age", "rooms", "stars")}
    found |= {"colour": COLOURS.get(str(answers["colour"]), ""), "word": str(answers["word"])}
    found |= {f"likes_{new}": "Y" if old in answers["likes"] else "" for old, new in MARKS.items()}
    order = [*answers["order"], "", ""]
    return Script(found | {"order_1": order[0], "order_2": order[1]}, PARTS)


def renamed(answers: Mapping[str, object]) -> dict[str, object]:
    """The answers by LimeSurvey's codes."""
    likes = [MARKS[code] for code in answers["likes"]]
    return {**answers, "colour": COLOURS.get(str(answers["colour"]), ""), "likes": likes}
