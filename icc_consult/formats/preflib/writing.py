"""Writing PrefLib's files, with the header of today."""

from collections.abc import Iterator
from typing import Final

from icc_consult.formats.preflib.profile import DataType, Preference, Profile

LEADING: Final = (
    *("FILE NAME", "TITLE", "DESCRIPTION", "DATA TYPE", "MODIFICATION TYPE", "RELATES TO", "RELATED FILES"),
    *("PUBLICATION DATE", "MODIFICATION DATE"),
)


def preflib_text(profile: Profile) -> str:
    """The text of a file: UTF-8 without byte order mark, line feeds, a line for each different preference."""
    return "".join(f"{line}\n" for line in (*_header(profile), *_ballots(profile)))


def _header(profile: Profile) -> Iterator[str]:
    stated = {**profile.header, "DATA TYPE": profile.data_type.value}
    others = (key for key in profile.header if key not in LEADING)
    for key in (*LEADING, *others):
        yield f"# {key}: {_one_line(stated.get(key, ''))}".rstrip()
    has_categories = profile.data_type is DataType.CAT
    yield f"# NUMBER ALTERNATIVES: {len(profile.alternatives)}"
    yield f"# NUMBER VOTERS: {profile.voters}"
    yield f"# NUMBER UNIQUE {'PREFERENCES' if has_categories else 'ORDERS'}: {len(profile.ballots)}"
    if has_categories:
        yield f"# NUMBER CATEGORIES: {len(profile.categories)}"
        for number, name in enumerate(profile.categories, start=1):
            yield f"# CATEGORY NAME {number}: {_one_line(name)}"
    for number, name in profile.alternatives.items():
        yield f"# ALTERNATIVE NAME {number}: {_one_line(name)}"


def _ballots(profile: Profile) -> Iterator[str]:
    for preference, count in profile.ballots.items():
        yield f"{count}: {_notation(preference)}"


def _notation(preference: Preference) -> str:
    return ",".join(
        str(place[0]) if len(place) == 1 else f"{{{','.join(map(str, place))}}}" for place in preference
    )


def _one_line(text: str) -> str:
    return text.replace("\n", " ").strip()
