"""Small forms with rules, as documents of packs."""

from typing import Any

from icc_consult.domain.consultation import Consultation
from icc_consult.packs import pack_of

Entry = dict[str, Any]


def en(text: str) -> dict[str, str]:
    return {"en": text, "fr": f"{text} fr"}


def entry(kind: str, name: str, **members: Any) -> Entry:
    """One entry of a survey; choices are given as a text of codes."""
    choices = members.pop("choices", "")
    if isinstance(choices, str) and choices:
        members["choices"] = [{"code": code, "text": en(code.capitalize())} for code in choices.split()]
    elif choices:
        members["choices"] = choices
    text = {} if kind == "calculated" else {"text": en(members.pop("text", f"{name}?"))}
    return {"id": name, "kind": kind, **text, **members}


def form_document(*entries: Entry, **members: Any) -> dict[str, Any]:
    """A document whose first part is a survey of these entries."""
    return {
        "format": "icc-consult-pack",
        "version": 1,
        "id": "form",
        "title": en("Form"),
        "languages": ["en", "fr"],
        "source_language": "en",
        "fallback_language": "en",
        "policy": "keep",
        "consent": {"title": en("Consent"), "lines": []},
        "finish": {"lines": []},
        "parts": [{"id": "form_part", "kind": "survey", "questions": list(entries)}],
        **members,
    }


def form(*entries: Entry, **members: Any) -> Consultation:
    """The consultation of such a document."""
    return pack_of(form_document(*entries, **members)).consultation


def topics(*names: str, **members: Any) -> list[Entry]:
    """Topics of a ballot paper."""
    return [{"id": name, "text": en(name.capitalize()), **members} for name in names]


GRADES = [{"code": code, "text": en(code)} for code in ("poor", "good", "great")]
PAPERS = [
    {"id": "rank", "kind": "ranking", "most": 2, "text": en("Rank"), "topics": topics("bus", "park", "pool")},
    {
        "id": "judge",
        "kind": "judgment",
        "text": en("Judge"),
        "grades": GRADES,
        "topics": topics("bus", "park"),
    },
    {
        "id": "score",
        "kind": "score",
        "text": en("Score"),
        "grades": [{"code": str(n), "text": en(str(n))} for n in range(-1, 3)],
        "topics": topics("bus", "park"),
    },
    {
        "id": "dots",
        "kind": "dots",
        "dots": 5,
        "most_each": 3,
        "text": en("Dots"),
        "topics": topics("bus", "park"),
    },
    {
        "id": "money",
        "kind": "budget",
        "purse": 100,
        "text": en("Pay"),
        "topics": topics("bus", "park", cost=60),
    },
    {"id": "pairs", "kind": "pairwise", "text": en("Which?"), "topics": topics("bus", "park", "pool")},
    {
        "id": "say",
        "kind": "statements",
        "proposals": True,
        "statements": [{"id": "s1", "text": en("People listen.")}],
    },
]


def everything() -> dict[str, Any]:
    """A document with every kind of question and every ballot paper."""
    document = form_document(
        entry("single_choice", "single", choices="a b"),
        entry("scale", "scale", choices="low high"),
        entry("multiple_choice", "many", choices="a b c"),
        entry("ranking", "order", choices="a b c", max_choices=2, shuffled=True),
        entry("open_text", "words", max_length=20),
        entry("number", "whole", least=0, most=99),
        entry("number", "share", whole=False, least="0.5", most="9.5"),
        entry("date", "day"),
        entry("date", "month", precision="month"),
        entry("time", "clock"),
        entry("note", "note"),
        entry("calculated", "twice", calculation="${whole} * 2"),
        {
            "id": "draw",
            "kind": "group",
            "draw": 1,
            "questions": [entry("open_text", "x"), entry("open_text", "y")],
        },
        {"id": "child", "kind": "repeat", "most_rounds": 2, "questions": [entry("number", "age")]},
    )
    document["parts"] += PAPERS
    document["routes"] = [
        {"id": "short", "text": en("One minute"), "minutes": 1, "statements": 0, "leaves_out": ["pairs"]}
    ]
    return document
