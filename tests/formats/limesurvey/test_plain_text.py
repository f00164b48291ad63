"""HTML as a kiosk shows it."""

from html.parser import HTMLParser

import pytest

from icc_consult.formats.limesurvey.losses import LimeLoss
from icc_consult.formats.limesurvey.plain_text import LONGEST, plain_text

from tests.formats.limesurvey.drawing import Drawn


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("One<br/>two<p>three</p><p>four</p>", "One\ntwo\n\nthree\n\nfour"),
        ("<ul><li>a</li><li>b</li></ul>", "• a\n• b"),
        ("x <script>alert('<p>no</p>')</script>y<style>p{}</style>", "x y"),
        ("<p>a &amp; b &lt; c&nbsp;d</p>", "a & b < c\xa0d"),
        ("plain\ntext & 3 < 4", "plain\ntext & 3 < 4"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("<p>مرحبا <strong>بكم</strong></p>", "مرحبا بكم"),
        ("<script>never closed <p>no</p>", ""),
        ("<b>a</b><!-- no <p>no</p> -->b", "ab"),
        ("<b>3 < 4</b> <a never closed", "3 < 4 <a never closed"),
        ("<b>a\xa0</b><br>\xa0b", "a\nb"),
    ],
)
def test_html_becomes_text_with_its_paragraphs(html: str, text: str) -> None:
    assert plain_text(html).text == text


def test_pictures_in_a_text_are_named_as_lost() -> None:
    assert plain_text('<img src="/upload/a%20b.png?x=1"><audio src="s.mp3">').lost == ("a%20b.png", "s.mp3")
    drawn = Drawn().ask("S", "q", 'Look <img src="/upload/map.png"/> here')
    [lost] = drawn.read().problems
    assert (lost.what, lost.sheet, lost.detail["file"]) == (LimeLoss.IMAGE, "questions", "map.png")


@pytest.mark.parametrize("piece", ["<a ", '<a b="', "<!--", "\xa0", "<![CDATA[", "</", "<p>"])
def test_tags_that_never_end_take_no_time(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    began: list[int] = []
    parse = HTMLParser.parse_starttag

    def counted(reader: HTMLParser, at: int) -> int:
        began.append(at)
        return parse(reader, at)

    monkeypatch.setattr(HTMLParser, "parse_starttag", counted)
    html = f"<b>x</b>{piece * (LONGEST // len(piece))}"
    assert len(plain_text(html).text) <= len(html)
    assert len(began) <= html.count("<p>") + 1
