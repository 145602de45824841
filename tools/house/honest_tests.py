"""Tests do not sleep and do not mock: real files, real SQLite, a real browser, and a clock that stands still.

Story: 28 % of one anchor's tests mock, mostly to ask "was the job enqueued?", which a row in a table answers better;
13 % of another's sleep, because its code asks the real clock. A sleeping test is slow on a good day and red on a busy
one. Making a limit (a name in CAPITALS) smaller for one test is no mock.
"""

import ast

from tools.house.finding import Example, Finding
from tools.house.imports import imports_of
from tools.house.names import called, references
from tools.house.reading import nodes

RULE = "honest_tests"
MOCKS = ("unittest.mock", "mock.", "pytest_mock")
GOOD = (
    Example("tests/log/test_table.py", "def test_x(monkeypatch):\n    monkeypatch.setenv('WEND_PORT', '1')\n"),
    Example("tests/log/test_spill.py", "def test_x(monkeypatch):\n    monkeypatch.setattr(spill, 'MEMORY', 9)\n"),
    Example("src/wend/cli/serve.py", "import time\ntime.sleep(1)\n"),
)
BAD = (
    Example("tests/log/test_table.py", "import time\ntime.sleep(1)\n"),
    Example("tests/log/test_table.py", "from unittest.mock import patch\n"),
    Example("tests/log/test_table.py", "from unittest import mock\n"),
    Example("tests/log/test_table.py", "def test_x(monkeypatch):\n    monkeypatch.setattr(thing, 'f', None)\n"),
)


def check(tree: ast.Module, path: str) -> list[Finding]:
    """Find sleeping, mocking and patching in the tests."""
    if not path.startswith("tests/"):
        return []
    found = [
        Finding(path, each.line, RULE, f"{each.target}: use the real thing")
        for each in imports_of(tree, path)
        if each.target.startswith(MOCKS)
    ]
    for node, name in references(tree):
        if name == "time.sleep":
            found.append(Finding(path, node.lineno, RULE, "sleeps; wait for a fact, or move the clock"))
    calls = (node for node in nodes(tree) if isinstance(node, ast.Call))
    patches = (call for call in calls if called(call) == "setattr" and isinstance(call.func, ast.Attribute))
    found += [
        Finding(path, call.lineno, RULE, "patches; hand the other thing in as an argument")
        for call in patches
        if not any(_is_limit(argument) for argument in call.args[:2])
    ]
    return found


def _is_limit(argument: ast.expr) -> bool:
    """Whether an argument of `setattr` names a constant (`"MEMORY"`, `"wend.log.spill.MEMORY"`) or what was typed."""
    word = argument.value if isinstance(argument, ast.Constant) else ""
    if word == "sys.argv":
        return True
    name = str(word).rsplit(".", 1)[-1]
    return bool(name) and name == name.upper()
