"""Every call that a document prints is one that the program takes."""

import argparse
import re
import shlex
from collections.abc import Iterator
from functools import cache

import pytest

from icc_consult.cli import WINDOWED, build_parser

from ui import demo_command, desk_command, kiosk_command

from tests.rules.tree import name_of, sources

CODE = re.compile(r"```[^\n]*\n(.*?)```|`([^`\n]+)`", re.DOTALL)
CALL = re.compile(r"(?:^|[\s;&$/])icc-consult +([a-z][^\n;&|#]*(?:FILE\|DIR[^\n#]*)?)", re.MULTILINE)
WINDOWS = {"kiosk": kiosk_command, "desk": desk_command, "demo": demo_command}
PLACEHOLDER = re.compile(r"[A-Z][A-Z0-9]*")


def _calls() -> Iterator[tuple[str, str, bool]]:
    """Where it stands, what is called, and whether it stands in a block, where it is written out whole."""
    for paper in sources(".md"):
        for block, span in CODE.findall(paper.read_text("utf-8")):
            for call in CALL.findall(block or span):
                yield name_of(paper), call.strip(), bool(block)


CALLS = sorted(set(_calls()))


@cache
def _parser() -> argparse.ArgumentParser:
    return build_parser()


def _acts(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    subs = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    return dict(next(subs).choices) if _has_acts(parser) else {}


def _has_acts(parser: argparse.ArgumentParser) -> bool:
    return any(isinstance(one, argparse._SubParsersAction) for one in parser._actions)


def _words(call: str) -> list[str]:
    """The call without brackets and dots, which say what may be left out or repeated."""
    return [word for word in shlex.split(re.sub(r"[\[\]]|\.\.\.|…", " ", call)) if word]


def _wrong(call: str) -> list[str]:
    """The command or the options that the program does not know."""
    command, *words = _words(call)
    parser = WINDOWS[command].parser() if command in WINDOWED else _acts(_parser()).get(command)
    if parser is None:
        return [command]
    if acts := _acts(parser):
        named = [word for word in words if word in acts]
        if not named:
            return [word for word in words if re.fullmatch(r"[a-z]+", word)]
        parser = acts[named[0]]
    return [word for word in words if word.startswith("-") and word not in parser._option_string_actions]


def _refused(call: str) -> str:
    """What is wrong with a whole call, once each placeholder stands for something."""
    words = _words(call)
    parser = WINDOWS[words[0]].parser() if words[0] in WINDOWED else _parser()
    parser.exit_on_error = False
    filled = _filled(words)
    try:
        parser.parse_args(filled[1:] if words[0] in WINDOWED else filled)
    except (SystemExit, argparse.ArgumentError) as error:
        return str(error) or "refused"
    return ""


def _filled(words: list[str]) -> list[str]:
    fillings = {"--rule": "approval", "--count": "1", "--residents": "12", "--runs": "1", "--seats": "1"}
    pairs = zip(["", *words], words, strict=False)
    return [
        fillings[before] if before in fillings and PLACEHOLDER.fullmatch(word) else word
        for before, word in pairs
    ]


def test_papers_print_many_calls() -> None:
    assert len(CALLS) > 50
    assert any(is_block for _, _, is_block in CALLS)


@pytest.mark.parametrize(("paper", "call", "is_block"), CALLS)
def test_a_call_in_a_paper_names_options_that_the_command_has(paper: str, call: str, is_block: bool) -> None:
    assert _wrong(call) == [], paper


@pytest.mark.parametrize(("paper", "call"), [(paper, call) for paper, call, block in CALLS if block])
def test_a_call_in_a_block_can_be_typed_as_it_stands(paper: str, call: str) -> None:
    assert _refused(call) == "", paper
