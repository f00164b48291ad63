"""A consultation drawn as the small text a person would write.

languages en fr              the first is source and fallback; other texts end in their tag
policy discard               else keep
survey life                  a part; `optional survey profile` may be passed by
q1 scale How is it?          one, scale, many, `many 2` for at most two, `text 40` for forty letters
  good Good                  a choice: its code, its text
  ~unknown I don't know      off the scale
  !none None of these        stands alone
statements 2                 a part of which two are drawn
+ s1 People listen.          + positive, - negative, = proposal
approval topics              a part
* t1 More buses              a topic
"""

from typing import Any

from icc_consult.domain.consultation import Consultation
from icc_consult.packs import Pack, pack_of

_KINDS = {"one": "single_choice", "scale": "scale", "many": "multiple_choice", "text": "open_text"}
_DIRECTIONS = {"+": "positive", "-": "negative", "=": "proposal"}

SMALL = """
    languages en fr ar
    survey life
    q1 scale How is it here?
      good Good
      bad Bad
      ~unknown I don't know
    q2 many 2 Which services are hard to use?
      health Doctor
      school School
      work Work
      !none None of these
    q3 text 40 What should the city do first?
    statements 2
    + s1 People listen.
    - s2 People forget us.
    = s3 The city should write.
    approval topics
    * t1 More buses
    * t2 A meeting place
    optional survey profile
    p1 one How old are you?
      young Young
      old Old
"""


def document_of(sketch: str = SMALL) -> dict[str, Any]:
    """The document of a pack that is drawn like this."""
    drawing = _Drawing()
    for line in sketch.splitlines():
        if line.strip():
            drawing.add(line.strip())
    return drawing.document()


def pack_drawn(sketch: str = SMALL) -> Pack:
    """The pack that is drawn like this."""
    return pack_of(document_of(sketch))


def consultation_drawn(sketch: str = SMALL) -> Consultation:
    """The consultation that is drawn like this."""
    return pack_drawn(sketch).consultation


class _Drawing:
    def __init__(self) -> None:
        self.languages = ["en"]
        self.policy = "keep"
        self.parts: list[dict[str, Any]] = []

    def add(self, line: str) -> None:
        first, _, rest = line.partition(" ")
        match first:
            case "languages":
                self.languages = rest.split()
            case "policy":
                self.policy = rest
            case "survey":
                self.parts.append({"id": rest, "kind": "survey", "questions": []})
            case "optional":
                self.add(rest)
                self.parts[-1]["optional"] = True
            case "statements":
                self.parts.append({"id": "statements", "kind": first, "draw": int(rest), "statements": []})
            case "approval":
                self.parts.append({"id": rest, "kind": "approval", "topics": []})
            case "+" | "-" | "=":
                statement = {**self._named(rest), "direction": _DIRECTIONS[first]}
                self.parts[-1]["statements"].append(statement)
            case "*":
                self.parts[-1]["topics"].append(self._named(rest))
            case _ if rest.split()[0] in _KINDS:
                self.parts[-1]["questions"].append(self._question(first, rest))
            case _:
                self.parts[-1]["questions"][-1]["choices"].append(self._choice(first, rest))

    def document(self) -> dict[str, Any]:
        return {
            "format": "icc-consult-pack",
            "version": 1,
            "id": "sketch",
            "title": self._text("A sketch"),
            "source_language": self.languages[0],
            "fallback_language": self.languages[0],
            "languages": self.languages,
            "policy": self.policy,
            "consent": {"title": self._text("Before you start"), "lines": [self._text("We ask no name.")]},
            "parts": self.parts,
            "finish": {"lines": [self._text("Thank you.")]},
            "translations": {tag: {"state": "draft"} for tag in self.languages[1:]},
        }

    def _question(self, name: str, rest: str) -> dict[str, Any]:
        kind, _, text = rest.partition(" ")
        number, _, after = text.partition(" ")
        limit = int(number) if number.isdecimal() else None
        wording = self._text(text if limit is None else after)
        question: dict[str, Any] = {"id": name, "kind": _KINDS[kind], "text": wording}
        if kind != "text":
            question["choices"] = []
        if limit is not None:
            question["max_length" if kind == "text" else "max_choices"] = limit
        return question

    def _choice(self, code: str, text: str) -> dict[str, Any]:
        choice: dict[str, Any] = {"code": code.lstrip("~!"), "text": self._text(text)}
        if code.startswith("~"):
            choice["aside"] = True
        if code.startswith("!"):
            choice["exclusive"] = True
        return choice

    def _named(self, rest: str) -> dict[str, Any]:
        name, _, text = rest.partition(" ")
        return {"id": name, "text": self._text(text)}

    def _text(self, text: str) -> dict[str, str]:
        others = {tag: f"{text} ({tag})" for tag in self.languages[1:]}
        return {self.languages[0]: text, **others}
