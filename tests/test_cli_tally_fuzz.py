"""Whatever lies in a file, `tally` counts it or refuses it in one sentence; it never breaks down."""

import json
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icc_consult.cli import main
from icc_consult.services.polls import RULES

VOTES = Path(__file__).parent / "data" / "votes"
FILES = sorted(
    path
    for path in VOTES.rglob("*")
    if path.suffix in (".pb", ".soc", ".toc", ".toi", ".soi", ".cat", ".blt")
)
ENDINGS = sorted({path.suffix for path in FILES})
CAREFUL = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
SCRAPS = [
    *b"0 -1 1 9 99999999999999999999 nan inf 1e400 , ; : { } {} # - = (".split(),
    *(b'"', b"\0", b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", "\u2028".encode(), "٣".encode()),
    *(b"", b"\n", b"\r", b"\t", b"0\n", b" 0\n", b"VOTES\n", b"PROJECTS\n"),
]


def check(path: Path, capsys, *options: str) -> None:
    """It is counted with JSON that can be read, or refused in one sentence."""
    code = main(["tally", str(path), "--json", *options])
    shown = capsys.readouterr()
    if code == 0:
        document = json.loads(shown.out)
        assert document["participants"] > 0
        assert main(["tally", str(path), *options]) == 0
        assert capsys.readouterr().out
    else:
        assert (code, shown.out, shown.err.count("\n")) == (2, "", 1)
        assert shown.err.isprintable() or shown.err[:-1].isprintable()


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file in which a few pieces were cut out, doubled or replaced by scraps."""
    content = whole
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.sampled_from([0, 1, 2, 5, 40])))
        scrap = draw(st.sampled_from(SCRAPS) | st.just(content[start:end] * 2) | st.binary(max_size=3))
        content = content[:start] + scrap + content[end:]
    return content


@CAREFUL
@given(data=st.data(), ending=st.sampled_from([*ENDINGS, ".txt"]))
def test_any_bytes_are_counted_or_refused(tmp_path: Path, capsys, data: st.DataObject, ending: str) -> None:
    path = tmp_path / f"any{ending}"
    path.write_bytes(data.draw(st.binary(max_size=60) | st.text(max_size=60).map(str.encode)))
    check(path, capsys)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
@CAREFUL
@given(data=st.data())
def test_a_damaged_file_is_counted_or_refused(
    tmp_path: Path, capsys, file: Path, data: st.DataObject
) -> None:
    path = tmp_path / file.name
    path.write_bytes(data.draw(damaged(file.read_bytes())))
    options = data.draw(
        st.sampled_from(
            [(), ("--seats", "2"), *(("--rule", rule) for rule in RULES), ("--rule", "stv", "--seats", "2")]
        )
    )
    check(path, capsys, *options)


@settings(CAREFUL, max_examples=20)
@given(data=st.data())
def test_a_damaged_conversation_is_counted_or_refused(tmp_path_factory, capsys, data: st.DataObject) -> None:
    directory = copytree(VOTES / "polis-second", tmp_path_factory.mktemp("fuzz") / "polis")
    name = data.draw(st.sampled_from(["participants-votes.csv", "comments.csv", "votes.csv", "summary.csv"]))
    (directory / name).write_bytes(data.draw(damaged((directory / name).read_bytes())))
    check(directory, capsys)
    groups = directory / "groups.csv"
    groups.write_bytes(data.draw(damaged(b"participant,group\n0,a\n1,a\n2,b\n3,b\n")))
    check(directory, capsys, "--groups", str(groups))
