"""Patterns of forms, matched through a port in linear time."""

import time
from collections.abc import Iterator

import pytest

from icc_consult.domain import patterns
from icc_consult.domain.logic import PatternRefused, evaluate
from icc_consult.domain.patterns import Matcher, NoRegexEngine, default_regex_engine, provide_regex_engine
from icc_consult.formats.regex import GoogleRe2


class Echo:
    """An engine for which every pattern is the text itself."""

    def matcher(self, pattern: str) -> Matcher:
        """Equality."""
        return lambda text: text == pattern


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if nothing had been registered."""
    monkeypatch.setattr(patterns, "_providers", [])
    default_regex_engine.cache_clear()
    yield
    default_regex_engine.cache_clear()


def test_the_engine_of_the_program_is_there_without_being_asked() -> None:
    assert evaluate("regex(${post}, '[0-9]{4}-[0-9]{3}')", {"post": "8000-123"}) is True


def test_a_caller_may_bring_an_engine() -> None:
    assert evaluate("regex('a+', 'a+')", regex=Echo()) is True
    assert evaluate("regex('aa', 'a+')", regex=Echo()) is False


def test_a_registered_engine_takes_over(no_engine: None) -> None:
    provide_regex_engine(Echo)
    assert evaluate("regex('[', '[')") is True


def test_without_any_engine_the_missing_part_is_named(no_engine: None) -> None:
    assert evaluate("1 + 1") == 2
    with pytest.raises(NoRegexEngine):
        evaluate("regex('a', 'a')")


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("[0-9]+", "12", True),
        ("[0-9]+", "12a", False),
        (r"\p{L}+", "سلام", True),
        (r"[\u0600-\u06FF]+", "سلام", True),
        (r"\\u0041", r"\u0041", True),
        (r"[ა-ჰ]{3}", "აბგ", True),
        ("a.c", "a\nc", False),
        (".", "\ud800", True),
    ],
)
def test_a_pattern_covers_the_whole_text(pattern: str, text: str, matches: bool) -> None:
    assert GoogleRe2().matcher(pattern)(text) is matches


@pytest.mark.parametrize("pattern", ["(?=a)", r"(a)\1", "a{2000}", "[", "a++", "\ud800"])
def test_what_is_not_matched_in_linear_time_is_refused(
    pattern: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(PatternRefused) as found:
        GoogleRe2().matcher(pattern)
    assert found.value.pattern == pattern
    assert found.value.reason
    assert capfd.readouterr().err == ""


def test_a_pattern_that_explodes_elsewhere_ends_here_at_once() -> None:
    began = time.process_time()
    assert evaluate("regex(${a}, '(a|a)*(a|a)*(a|a)*b')", {"a": "a" * 50_000}) is False
    assert time.process_time() - began < 1
