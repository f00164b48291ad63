"""What is told about translations: what a language lacks, what an import changes, why a file is refused."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from icc_consult.sentences import printable
from icc_consult.services.readiness import Lack, Readiness
from icc_consult.services.translating import Change
from icc_consult.services.translation_errors import Flaw, Problem

_LONGEST = 200

FLAWS: Final[Mapping[Flaw, str]] = {
    Flaw.NOT_FOUND: "there is no such file; check the name",
    Flaw.UNREADABLE: "it cannot be read ({detail}); check its permissions or the stick it is on",
    Flaw.UNKNOWN_FORMAT: '"{detail}" is no ending that this program knows; use .xlf, .xliff, .po or .xlsx',
    Flaw.TOO_LARGE: "it is too large for texts of a consultation; check that it is the right file",
    Flaw.NOT_UTF8: "the text is not in UTF-8; save it again in that encoding",
    Flaw.MALFORMED: "the file is damaged or not what its ending says; ask for it again",
    Flaw.NOT_OURS: "this is no {detail} file that this program wrote; export one and translate that",
    Flaw.XML_BOMB: "it defines entities, which no translation needs; do not trust this file",
    Flaw.INLINE_ELEMENT: "the element {detail} inside a text cannot be taken in; write the text without it",
    Flaw.NO_KEY: "a text has no key; give it back the one it had",
    Flaw.NO_COLUMN: "the column {detail} is missing; add it as it was",
    Flaw.COLUMN_TWICE: "there are two columns {detail}; take one out",
    Flaw.CELL_TOO_LONG: 'no cell can hold a text as long as "{detail}…"; use another format',
    Flaw.FORMULA: "this cell is a formula; write the text itself",
    Flaw.NOT_TEXT: "this is no text; write it as one",
    Flaw.UNKNOWN_STATE: '"{detail}" is no state; use missing, draft, needs_review, reviewed or pretested',
    Flaw.OTHER_CONSULTATION: 'the file is about the consultation "{detail}"; choose the file of this pack',
    Flaw.UNKNOWN_LANGUAGE: 'the language "{detail}" is none of the consultation; add it there first',
    Flaw.SOURCE_LANGUAGE: "{detail} is the source language, which is not translated; choose another",
    Flaw.OTHER_SOURCE_LANGUAGE: 'the file was translated from "{detail}", not from the source language',
    Flaw.UNKNOWN_KEY: "the pack has no such text; export the file again",
    Flaw.KEY_TWICE: "this text is there twice; take one out",
    Flaw.PLACEHOLDERS: "the placeholders must be those of the source ({detail}); put them back",
    Flaw.UNWRITABLE: "the letter {detail} cannot be written into every file; take it out",
    Flaw.SOURCE_MOVED: "the source was changed here and in the pack; export the file again",
    Flaw.OTHER_SOURCE: "it was translated from another source than the pack has now; export the file again",
    Flaw.SOURCE_EDITED: "sources are changed with the step draft only; undo this",
    Flaw.SAME_PERSON: "{detail} made the other translation of this text; two people must translate apart",
    Flaw.NOT_TWO: "there are no two translations to adjudicate; take in the steps first and second before",
    Flaw.NOT_REVIEWED: "only a text that was adjudicated is pretested; do that before",
    Flaw.OTHER_TEXT: "what was tried with readers is not the text of the pack; export the file again",
    Flaw.NO_NAME: "who did the step {detail} is not said; add --by NAME",
    Flaw.NO_NOTE: "what the pretest found is not said; add --note TEXT",
}


def problem(one: Problem, path: Path) -> str:
    """One sentence: the file, the place in it, the text, what is wrong and what to do."""
    places = [part for part in (printable(str(path)), one.where, printable(one.key, _LONGEST)) if part]
    what = FLAWS[one.flaw].format(detail=printable(one.detail, _LONGEST) or "none")
    return f"{', '.join(places)}: {what}."


def lack(one: Readiness, fallback: str) -> str:
    """What a language lacks, in one sentence."""
    texts = one.texts
    match one.lacks:
        case None:
            return "Nothing is missing."
        case Lack.FONTS:
            return "There is no font for its letters; install the program whole."
        case Lack.CONTENT:
            said = f"{_are(one.missing, texts)} missing"
            return said + ("." if one.english == fallback else f"; residents read {fallback} there.")
        case Lack.INTERFACE:
            return "The program's own sentences are not translated; buttons come in another language."
        case Lack.CHANGED:
            return f"{_are(one.changed, texts)} to be checked again, because the source changed."
        case Lack.SENTENCES:
            return f"{1 - one.interface:.1%} of the program's own sentences are not translated."
        case Lack.REVIEW:
            return f"{_are(texts - one.reviewed, texts)} not agreed on from two translations."
        case Lack.AUDIO:
            return (
                f"{_are(texts - one.spoken, texts)} without sound, and many of its speakers do not read it."
            )


def _are(some: int, of: int) -> str:
    return f"{some} of {of} texts {'is' if some == 1 else 'are'}"


def readiness_table(languages: Sequence[Readiness], fallback: str) -> str:
    """A row a language, and under it what it lacks."""
    lines = ["language  ready  state         interface  content  audio  reviewed  fonts"]
    for one in languages:
        lines += [_row(one), f"          {one.english}: {lack(one, fallback)}"]
    return "\n".join(lines)


def _row(one: Readiness) -> str:
    shares = one.shares
    cells = (
        f"{one.language:<8}",
        f"{_yes(one.is_ready):<5}",
        f"{'source' if one.is_source else one.state.value:<12}",
        f"{shares['interface']:>9.0%}",
        f"{shares['content']:>7.0%}",
        f"{shares['audio']:>5.0%}",
        f"{shares['reviewed']:>8.0%}",
        _yes(one.has_fonts),
    )
    return "  ".join(cells)


def _yes(is_so: object) -> str:
    return "yes" if is_so else "no"


def change_lines(change: Change) -> Iterator[str]:
    """A change as three lines: where, before, after."""
    yield f"{printable(change.key)}  {change.language}  {change.what}"
    yield f"  - {printable(change.before)}"
    yield f"  + {printable(change.after)}"
