"""The reviewed registry of languages: neither Qt nor Babel is trusted with direction, names or digits.

The facts lie in resources/languages.json; docs/languages.md says why they differ from CLDR where they do.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from icc_consult.assets import resources
from icc_consult.values import value

if TYPE_CHECKING:
    from decimal import Decimal

Direction = Literal["ltr", "rtl"]

FSI, PDI = "\u2068", "\u2069"
_LATIN_DIGITS = "0123456789"
_WRITTEN_OTHERWISE = {"TW": "Hant", "HK": "Hant", "MO": "Hant"}


class UnknownLanguage(Exception):
    """The registry holds no language of this tag, nor one that may stand for it."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


class MissingPluralForm(Exception):
    """The forms hold neither the category that the number needs nor `other`."""

    def __init__(self, tag: str, category: str) -> None:
        super().__init__(tag, category)
        self.tag = tag
        self.category = category


@value
class Language:
    """What the program knows of one language. `plural_locale` is a CLDR locale that Babel has.

    `line_height` is the distance between two baselines in ems of the first family; `digits` are ten
    characters from nought; `grouped_from` is the smallest number whose thousands are set apart.
    """

    tag: str
    endonym: str
    english: str
    script: str
    direction: Direction
    digits: str
    decimal: str
    group: str
    groups_of_two: bool
    grouped_from: int
    plural_locale: str
    font_families: tuple[str, ...]
    line_height: float
    fallbacks: tuple[str, ...]
    mainly_oral: bool
    keyboard: str
    catalogue: str

    @property
    def is_rtl(self) -> bool:
        """Whether the page is laid out from right to left."""
        return self.direction == "rtl"


def known_languages() -> tuple[Language, ...]:
    """All languages a resident may be offered, in the order of `picker_order`; no pseudo-languages."""
    listed = _registry()["languages"]
    return tuple(_by_tag()[tag] for tag in picker_order(str(entry["tag"]) for entry in listed))


@cache
def language(tag: str) -> Language:
    """The language of a BCP 47 or ISO 639-3 tag, in any case, with `-` or `_`.

    A region is dropped where the registry has no entry of its own; a script never is: zh-TW and ku-Arab
    raise UnknownLanguage rather than come back in letters their readers did not ask for.
    """
    asked = tag.strip().replace("_", "-").lower()
    names = _names()
    if asked in names:
        return _by_tag()[names[asked]]
    primary, script, region = _subtags(asked)
    for candidate in (f"{primary}-{script}", f"{primary}-{region}", primary):
        known = names.get(candidate.lower())
        if known is not None and script in ("", _by_tag()[known].script):
            return _by_tag()[known]
    raise UnknownLanguage(tag)


def picker_order(tags: Iterable[str], *, first: Sequence[str] = ()) -> tuple[str, ...]:
    """The tags grouped by script and sorted by endonym, those of `first` in front in their own order."""
    found = dict.fromkeys(language(tag) for tag in tags)
    front = tuple(dict.fromkeys(chosen for chosen in map(language, first) if chosen in found))
    rest = sorted((one for one in found if one not in front), key=_picker_place)
    return tuple(one.tag for one in (*front, *rest))


def script_groups(tags: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The tags of `picker_order` as (ISO 15924 script, tags) groups."""
    groups: dict[str, list[str]] = {}
    for tag in picker_order(tags):
        groups.setdefault(language(tag).script, []).append(tag)
    return tuple((script, tuple(members)) for script, members in groups.items())


def native_digits(text: str, tag: str) -> str:
    """The text with its ASCII digits written as the language writes them."""
    return text.translate(_digit_table(language(tag).digits))


def format_number(value: float | Decimal, tag: str, *, places: int | None = None) -> str:
    """A number in the language's digits and separators, rounded half to even to `places` where given."""
    from decimal import ROUND_HALF_EVEN, Decimal  # noqa: PLC0415 - the first page shows no number

    chosen = language(tag)
    exact = Decimal(str(value))
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)
    whole, _, fraction = f"{abs(exact):f}".partition(".")
    written = _grouped(whole, chosen) + (chosen.decimal + fraction if fraction else "")
    sign = "−" if exact < 0 else ""
    return native_digits(sign + written, chosen.tag)


def format_money(amount: int, currency: str, tag: str) -> str:
    """Whole units of an ISO 4217 currency: the number as the registry writes it, the sign as CLDR puts it."""
    from babel import Locale  # noqa: PLC0415 - only a budget speaks of money
    from babel.numbers import get_currency_symbol  # noqa: PLC0415

    chosen = language(tag)
    locale = Locale.parse(chosen.plural_locale)
    pattern = locale.currency_formats["standard"]
    sign = get_currency_symbol(currency, locale)
    before, after = (part.replace("¤", sign) for part in (pattern.prefix[0], pattern.suffix[0]))
    return f"{before}{format_number(amount, tag)}{after}"


def plural(tag: str, n: float | Decimal, forms: Mapping[str, str]) -> str:
    """The form for the CLDR category of `n`, else that for `other`; MissingPluralForm if neither is there."""
    category = plural_category(tag, n)
    if category in forms:
        return forms[category]
    if "other" in forms:
        return forms["other"]
    raise MissingPluralForm(tag, category)


def plural_category(tag: str, n: float | Decimal) -> str:
    """`zero`, `one`, `two`, `few`, `many` or `other`, by CLDR's rules through Babel."""
    from babel import Locale  # noqa: PLC0415 - the kiosk's start must not pay for Babel

    return str(Locale.parse(language(tag).plural_locale).plural_form(n))


def isolated(text: str) -> str:
    """The text between U+2068 and U+2069, so that an inserted name cannot reorder the sentence around it."""
    return f"{FSI}{text}{PDI}"


def is_rtl_text(text: str) -> bool:
    """Whether any character of the text is strongly right-to-left."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def _subtags(asked: str) -> tuple[str, str, str]:
    primary, *rest = asked.split("-")
    script = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), "")
    region = next((part.upper() for part in rest if len(part) == 2), "")
    if primary in ("zh", "cmn") and not script:
        script = _WRITTEN_OTHERWISE.get(region, "")
    return primary, script, region


def _grouped(whole: str, chosen: Language) -> str:
    if int(whole) < chosen.grouped_from:
        return whole
    head, groups = whole[:-3], [whole[-3:]]
    size = 2 if chosen.groups_of_two else 3
    while head:
        groups.append(head[-size:])
        head = head[:-size]
    return chosen.group.join(reversed(groups))


def _picker_place(one: Language) -> tuple[int, str]:
    order = [script["code"] for script in _registry()["scripts"]]
    bare = unicodedata.normalize("NFD", one.endonym.casefold())
    return order.index(one.script), "".join(mark for mark in bare if not unicodedata.combining(mark))


@cache
def _digit_table(digits: str) -> dict[int, int]:
    return str.maketrans(_LATIN_DIGITS, digits)


@cache
def _registry() -> dict[str, Any]:
    registry: dict[str, Any] = json.loads((resources() / "languages.json").read_text(encoding="utf-8"))
    return registry


@cache
def _by_tag() -> dict[str, Language]:
    registry = _registry()
    scripts = {script["code"]: script for script in registry["scripts"]}
    entries = [*registry["languages"], *registry["pseudo"]]
    return {entry["tag"]: _language(entry, scripts[entry["script"]], registry["digits"]) for entry in entries}


@cache
def _names() -> dict[str, str]:
    own = {tag.lower(): tag for tag in _by_tag()}
    return own | {alias.lower(): tag for alias, tag in _registry()["aliases"].items()}


def _language(entry: dict[str, Any], script: dict[str, Any], digits: dict[str, str]) -> Language:
    return Language(
        tag=entry["tag"],
        endonym=entry["endonym"],
        english=entry["english"],
        script=entry["script"],
        direction=entry.get("direction", script["direction"]),
        digits=digits[entry["digits"]],
        decimal=entry["decimal"],
        group=entry["group"],
        groups_of_two=entry.get("groups_of_two", False),
        grouped_from=entry.get("grouped_from", 1000),
        plural_locale=entry["cldr"],
        font_families=tuple(entry.get("families", script["families"])),
        line_height=entry.get("line_height", script["line_height"]),
        fallbacks=tuple(entry.get("fallbacks", ())),
        mainly_oral=entry.get("mainly_oral", False),
        keyboard=entry["keyboard"],
        catalogue=entry["tag"].replace("-", "_"),
    )
