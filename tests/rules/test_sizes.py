import ast

from tests.rules.tree import name_of, sources

LONGEST_FILE = 350
LONGEST_FUNCTION = 40


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    lengths = {
        name_of(path): len(path.read_text("utf-8").splitlines()) for path in sources(".py", ".qml", ".sh")
    }
    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    found = {
        f"{name_of(path)}:{node.name}": node.end_lineno - node.lineno + 1
        for path in sources(".py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    }
    assert found
    assert {name: lines for name, lines in found.items() if lines > LONGEST_FUNCTION} == {}
