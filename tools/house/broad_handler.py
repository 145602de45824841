"""Nothing catches everything, except at three named places: web door, worker loop, plug-in border.

Story: every anchor we measured but one has broad handlers, and each of those hid a bug for somebody. A handler that
catches all in order to clean up and raises the same error again is no hiding place and may stay.
"""

import ast

from tools.house.finding import Example, Finding
from tools.house.names import dotted, origins
from tools.house.plan import source_prefix
from tools.house.reading import nodes

RULE = "broad_handler"
BROAD = frozenset({"Exception", "BaseException", "builtins.Exception", "builtins.BaseException"})
GOOD = (
    Example("src/wend/log/table.py", "try:\n    f()\nexcept OSError:\n    pass\n"),
    Example("src/wend/log/table.py", "try:\n    f()\nexcept BaseException:\n    undo()\n    raise\n"),
    Example("tests/log/test_table.py", "try:\n    f()\nexcept Exception:\n    pass\n"),
)
BAD = (
    Example("src/wend/log/table.py", "try:\n    f()\nexcept:\n    pass\n"),
    Example("src/wend/log/table.py", "try:\n    f()\nexcept Exception:\n    pass\n"),
    Example("src/wend/log/table.py", "try:\n    f()\nexcept (ValueError, BaseException) as e:\n    g(e)\n"),
    Example("src/wend/log/table.py", "try:\n    f()\nexcept* Exception:\n    pass\n"),
    Example("src/wend/log/table.py", "from contextlib import suppress\nwith suppress(Exception):\n    f()\n"),
)


def check(tree: ast.Module, path: str) -> list[Finding]:
    """Find handlers that catch everything and do not raise it again."""
    if not path.startswith(source_prefix()):
        return []
    known = origins(tree)
    found: list[Finding] = []
    for node in nodes(tree):
        if not isinstance(node, ast.ExceptHandler | ast.Call):
            continue
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type, known) and not _raises_again(node):
            found.append(Finding(path, node.lineno, RULE, "catches everything; name the errors that can happen"))
        elif _suppresses_all(node, known):
            found.append(Finding(path, node.lineno, RULE, "suppresses everything; name the errors that can happen"))
    return found


def _suppresses_all(node: ast.ExceptHandler | ast.Call, known: dict[str, str]) -> bool:
    if not isinstance(node, ast.Call) or dotted(node.func, known) != "contextlib.suppress":
        return False
    return any(_is_broad(each, known) for each in node.args)


def _is_broad(kind: ast.expr | None, known: dict[str, str]) -> bool:
    if kind is None:
        return True
    kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return any(dotted(each, known) in BROAD for each in kinds)


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None
