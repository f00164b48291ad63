"""HTML as the plain text that a kiosk shows: paragraphs stay, scripts go, what cannot be shown is named."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

LONGEST = 50_000
_SILENT = frozenset({"script", "style", "template", "noscript", "head", "title", "select"})
_BLOCKS = frozenset(
    "p div section article header footer h1 h2 h3 h4 h5 h6 ul ol table tr blockquote pre fieldset hr".split()
)
_MEDIA = {
    "img": "src",
    "audio": "src",
    "video": "src",
    "source": "src",
    "iframe": "src",
    "embed": "src",
    "object": "data",
}
_MARKUP = re.compile(r"<[a-zA-Z/!]|&[#\w]+;")
_UNCLOSED = re.compile(r"<(?![^<>]*>)")
_AROUND = " \t\u00a0"
_GAPS = re.compile(r"\n{3,}")


class PlainText(NamedTuple):
    """The text, and the files that stood in it."""

    text: str
    lost: tuple[str, ...] = ()


def plain_text(html: str) -> PlainText:
    """The text of some HTML; without any markup it stays as it is, line breaks too."""
    html = html.replace("\r\n", "\n").replace("\r", "\n")[:LONGEST]
    if not _MARKUP.search(html):
        return PlainText(html.strip())
    reader = _Reader()
    reader.feed(_UNCLOSED.sub("&lt;", _without_comments(html)))
    reader.close()
    return PlainText(_tidy("".join(reader.pieces)), tuple(dict.fromkeys(reader.lost)))


def _without_comments(html: str) -> str:
    """Piece by piece, as the parser takes ever longer over comments and tags that never end."""
    first, *rest = html.split("<!--")
    return "".join([first, *(piece.partition("-->")[2] for piece in rest)])


def _tidy(text: str) -> str:
    lines = "\n".join(line.strip(_AROUND) for line in text.split("\n"))
    return _GAPS.sub("\n\n", lines).strip(f"{_AROUND}\n")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.lost: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            return
        if tag in _SILENT:
            self._silent = tag
        elif tag in _MEDIA:
            self._lose(dict(attrs).get(_MEDIA[tag]) or "")
        elif tag == "br":
            self.pieces.append("\n")
        elif tag == "li":
            self.pieces.append("\n• ")
        elif tag in _BLOCKS:
            self.pieces.append("\n\n" if tag != "tr" else "\n")
        elif tag in {"td", "th"}:
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._silent = "" if tag == self._silent else self._silent
        elif tag in _BLOCKS:
            self.pieces.append("\n\n" if tag != "tr" else "\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(re.sub(r"[ \t\n\f]+", " ", data))

    def _lose(self, source: str) -> None:
        name = source.partition("?")[0].rstrip("/").rpartition("/")[2]
        if source.startswith("data:"):
            name = source[: source.find(",")][:40]
        if name:
            self.lost.append(name)
