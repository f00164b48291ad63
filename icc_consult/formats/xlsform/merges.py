"""Where merged cells stand in a worksheet: behind all its rows, where a reader finds them last."""

import re

_BLOCK = re.compile(rb"<mergeCells\b[^<>]*(?:(?<=/)>|(?<!/)>(?:\s*<mergeCell\b[^<>]*/>)*\s*</mergeCells>)")
_NONE = b"<mergeCells/>"


def merges_first(part: bytes) -> bytes:
    """The worksheet with its merged cells before its rows; as it is where anything about it is unusual.

    Calamine reads a worksheet twice, once for its values and once until it meets merged cells, or the end
    where there are none. It takes them wherever they stand.
    """
    begin, end = part.find(b"<sheetData"), part.rfind(b"</sheetData>")
    if not 0 <= begin < end:
        return part
    head, tail = part[:begin], part[end:]
    if b"<!" in head + tail or b"mergeCell" in head:
        return part
    block = _BLOCK.search(tail)
    if block is None:
        return part if b"mergeCell" in tail else b"".join((head, _NONE, part[begin:]))
    rest = b"".join((tail[: block.start()], tail[block.end() :]))
    return part if b"mergeCell" in rest else b"".join((head, block[0], part[begin:end], rest))
