"""Every import of a file, at any depth, with relative ones resolved and `import_module("…")` read too."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tools.house.reading import nodes

DYNAMIC = frozenset({"import_module", "__import__"})


@dataclass(frozen=True, slots=True)
class Import:
    """`target` is the dotted name the line reaches; for `from a import b` it is `a.b`, and b may be no module."""

    line: int
    target: str


def module_of(path: str) -> str:
    """The dotted name of a source file: `src/wend/log/facade.py` → `wend.log.facade`."""
    parts = path.removesuffix(".py").split("/")
    if parts[0] == "src":
        parts = parts[1:]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(tree: ast.Module, path: str) -> Iterator[Import]:
    """Yield each import, also those inside functions and under type-checking guards."""
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            yield from (Import(node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(node, path)
            yield from (Import(node.lineno, f"{base}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and _is_dynamic(node.func):
            yield from (Import(node.lineno, name) for name in _first_word(node))


def _base(node: ast.ImportFrom, path: str) -> str:
    """The absolute name that `from … import` starts at."""
    if node.level == 0:
        return node.module or ""
    package = module_of(path).split(".")
    if not path.endswith("/__init__.py"):
        package = package[:-1]
    package = package[: len(package) - (node.level - 1)]
    return ".".join([*package, node.module] if node.module else package)


def _is_dynamic(func: ast.expr) -> bool:
    name = func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""
    return name in DYNAMIC


def _first_word(call: ast.Call) -> Iterator[str]:
    if call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str):
        yield call.args[0].value
