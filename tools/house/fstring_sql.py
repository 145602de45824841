"""No SQL is glued together from values: what reaches `execute()` or `sql()` is a constant, with its values bound.

Story: a field anchor assembles its SQL from f-strings and agreed table names; one agreed name that comes from a file's
header is an injection. A name in CAPITALS is a constant of ours and may be put in. A file that must build SQL (column
names quoted by one function) is listed in `allowed.toml` with its reason, so that it is read again.
"""

import ast

from tools.house.finding import Example, Finding
from tools.house.names import called, dotted, origins
from tools.house.plan import source_prefix
from tools.house.reading import nodes

RULE = "fstring_sql"
SINKS = frozenset({"execute", "executemany", "executescript", "exec_driver_sql", "sql", "query"})
BUILDERS = frozenset({"format", "join", "replace"})
GOOD = (
    Example("src/wend/store/work.py", "c.execute('select * from t where id = ?', [key])\n"),
    Example("src/wend/store/work.py", "c.execute(f'select * from {TABLE}')\n"),
    Example("src/wend/store/work.py", "c.execute('select a ' 'from t')\n"),
    Example("src/wend/store/work.py", "x = f'{a}'\nc.execute('select 1', [x])\n"),
    Example("src/wend/voice/facade.py", "text(language, f'voice.{key}.title')\n"),
)
BAD = (
    Example("src/wend/store/work.py", "c.execute(f'select * from {table}')\n"),
    Example("src/wend/store/work.py", "c.execute('select * from ' + table)\n"),
    Example("src/wend/store/work.py", "c.sql('select %s' % table)\n"),
    Example("src/wend/store/work.py", "c.execute('select {}'.format(table))\n"),
    Example("src/wend/store/work.py", "def f(c, t):\n    query = f'select * from {t}'\n    c.execute(query)\n"),
    Example("src/wend/store/work.py", "import sqlalchemy as sa\nsa.text(f'select {x}')\n"),
    Example("src/wend/store/work.py", "c.execute(','.join(names))\n"),
)


def check(tree: ast.Module, path: str) -> list[Finding]:
    """Find statements built from parts at the calls that send them."""
    if not path.startswith(source_prefix()):
        return []
    known = origins(tree)
    found: list[Finding] = []
    for scope in _scopes(tree):
        glued = {
            target.id
            for node in _own(scope)
            if isinstance(node, ast.Assign) and _is_glued(node.value, frozenset())
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        sent = (node for node in _own(scope) if isinstance(node, ast.Call) and node.args and _is_sink(node, known))
        found += [_finding(path, call) for call in sent if _is_glued(call.args[0], glued)]
    return found


def _finding(path: str, node: ast.Call) -> Finding:
    return Finding(path, node.lineno, RULE, f"SQL is glued together before {called(node)}()")


def _scopes(tree: ast.Module) -> list[ast.AST]:
    functions = [node for node in nodes(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [tree, *functions]


def _own(scope: ast.AST) -> list[ast.AST]:
    """The nodes of a scope without those of the functions inside it."""
    nodes: list[ast.AST] = []
    waiting = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop()
        nodes.append(node)
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += ast.iter_child_nodes(node)
    return nodes


def _is_sink(node: ast.Call, known: dict[str, str]) -> bool:
    if isinstance(node.func, ast.Attribute) and node.func.attr in SINKS:
        return True
    return dotted(node.func, known) in {"sqlalchemy.text", "sqlalchemy.sql.text"}


def _is_glued(node: ast.expr, glued: frozenset[str] | set[str]) -> bool:
    """Whether a statement is made of parts that are no constants of ours."""
    if isinstance(node, ast.Name):
        return node.id in glued
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) and not _is_constant(part.value) for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
        parts = (node.left, node.right)
        return any(_is_glued(part, glued) or not _is_constant(part) for part in parts)
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in BUILDERS


def _is_constant(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return True
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return bool(name) and name == name.upper()
