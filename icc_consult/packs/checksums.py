"""The checksums beside a pack, in the form that `sha256sum --check` reads."""

import re
from collections.abc import Mapping

from icc_consult.packs.container import SUMS
from icc_consult.packs.refusals import PackRefused, Reason

_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def sums_text(hashes: Mapping[str, str]) -> str:
    """One line a file, by name."""
    return "".join(f"{hashes[name]}  {name}\n" for name in sorted(hashes))


def check_sums(text: bytes, hashes: Mapping[str, str]) -> None:
    """Raise `PackRefused` unless the checksums name exactly these files with exactly these hashes."""
    listed = _listed(text)
    for name, sha256 in hashes.items():
        if name not in listed:
            raise PackRefused(Reason.UNLISTED_FILE, name)
        if listed[name] != sha256:
            raise PackRefused(Reason.WRONG_CHECKSUM, name)
    for name in listed:
        if name not in hashes:
            raise PackRefused(Reason.MISSING_FILE, name)


def _listed(text: bytes) -> dict[str, str]:
    try:
        lines = text.decode().splitlines()
    except UnicodeDecodeError as error:
        raise PackRefused(Reason.BAD_CHECKSUMS, SUMS) from error
    found: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        match = _LINE.fullmatch(line)
        if match is None or match[2] in found:
            raise PackRefused(Reason.BAD_CHECKSUMS, SUMS, str(number))
        found[match[2]] = match[1]
    return found
