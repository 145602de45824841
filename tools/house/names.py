"""What a name stands for: after `from datetime import datetime as dt`, `dt.now` is `datetime.datetime.now`."""

import ast
from collections.abc import Iterator


def origins(tree: ast.Module) -> dict[str, str]:
    """Each imported local name with the dotted name it stands for, wherever in the file it is imported."""
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.split(".")[0]
                known[alias.asname or first] = alias.name if alias.asname else first
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            for alias in node.names:
                known[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return known


def dotted(node: ast.expr, known: dict[str, str]) -> str:
    """The dotted name of `a.b.c`, or an empty string for anything else."""
    if isinstance(node, ast.Name):
        return known.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        base = dotted(node.value, known)
        return f"{base}.{node.attr}" if base else ""
    return ""


def references(tree: ast.Module) -> Iterator[tuple[ast.expr, str]]:
    """Every place that names something, with its dotted name; a place that only sets a name is left out."""
    known = origins(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
            name = dotted(node, known)
            if name:
                yield node, name


def called(node: ast.Call) -> str:
    """The last word of what a call calls: `a.b.execute(…)` → `execute`."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""
