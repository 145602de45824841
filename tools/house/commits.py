"""Nobody but the store commits or rolls back: a unit of work ends with its block.

Story: jobs that were flushed after the commit were lost when the process died between the two; a room that commits
half-way makes such a window. `with store.work(…)` is the only way to write, and its end is the only commit.
"""

import ast

from tools.house.finding import Example, Finding
from tools.house.names import called
from tools.house.plan import source_prefix
from tools.house.reading import nodes

RULE = "commits"
ENDS = frozenset({"commit", "rollback", "begin_nested"})
GOOD = (
    Example("src/wend/store/work.py", "connection.commit()\n"),
    Example("src/wend/voice/facade.py", "with store.work(name) as work:\n    pass\n"),
)
BAD = (
    Example("src/wend/voice/facade.py", "work.connection.commit()\n"),
    Example("src/wend/web/app.py", "session.rollback()\n"),
)


def check(tree: ast.Module, path: str) -> list[Finding]:
    """Find calls that end a transaction outside `store/`."""
    prefix = source_prefix()
    if not path.startswith(prefix) or path.startswith(f"{prefix}store/"):
        return []
    return [
        Finding(path, node.lineno, RULE, f".{called(node)}(): the unit of work of the store ends the transaction")
        for node in nodes(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and called(node) in ENDS
    ]
