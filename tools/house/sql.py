"""SQL is written in repositories, in the store, and in two named files of the log; nowhere else.

Story: "where is the SQL for customers?" has one answer in a house we admire, and forty in the ones we do not. The
workspace guard sits in the repositories; a query written beside its use is a query without the guard.
"""

import ast

from tools.house.finding import Example, Finding
from tools.house.imports import imports_of
from tools.house.names import called, references
from tools.house.plan import source_prefix
from tools.house.reading import nodes

RULE = "sql"
STATEMENTS = frozenset({"select", "insert", "update", "delete", "text", "union", "union_all"})
CALLS = frozenset({"execute", "executemany", "executescript", "exec_driver_sql"})
FILES = frozenset({"src/wend/log/inbox.py", "src/wend/log/queries.py"})
GOOD = (
    Example("src/wend/customers/repository.py", "from sqlalchemy import select\nwork.execute(select(1))\n"),
    Example("src/wend/store/work.py", "import sqlalchemy as sa\nconnection.execute(sa.text('pragma x'))\n"),
    Example("src/wend/log/queries.py", "connection.execute('select 1')\n"),
    Example("src/wend/voice/facade.py", "from wend.kit.texts import text\ntext('en', 'voice.title')\n"),
    Example("tests/store/test_work.py", "connection.execute('select 1')\n"),
)
BAD = (
    Example("src/wend/customers/facade.py", "from sqlalchemy import select\n"),
    Example("src/wend/customers/facade.py", "import sqlalchemy as sa\nx = sa.update\n"),
    Example("src/wend/customers/facade.py", "from sqlalchemy.dialects.sqlite import insert\n"),
    Example("src/wend/log/table.py", "def rows(connection):\n    return connection.execute('select 1')\n"),
    Example("src/wend/web/app.py", "connection.executescript('…')\n"),
)


def check(tree: ast.Module, path: str) -> list[Finding]:
    """Find statement builders of SQLAlchemy and statements sent, outside the files that own SQL."""
    if not path.startswith(source_prefix()) or owns_sql(path):
        return []
    lines: dict[int, str] = {}
    for each in imports_of(tree, path):
        if _is_statement(each.target):
            lines[each.line] = each.target
    for node, name in references(tree):
        if _is_statement(name):
            lines.setdefault(node.lineno, name)
    for call in nodes(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and called(call) in CALLS:
            lines[call.lineno] = f".{called(call)}()"
    return [Finding(path, line, RULE, f"{what}: belongs in the room's repository.py") for line, what in lines.items()]


def owns_sql(path: str) -> bool:
    """Whether SQL may be written in this file."""
    inside = path.removeprefix(source_prefix())
    return path in FILES or inside.startswith("store/") or inside.endswith("/repository.py") or "/repository/" in inside


def _is_statement(name: str) -> bool:
    return name.startswith("sqlalchemy.") and name.rsplit(".", 1)[-1] in STATEMENTS
