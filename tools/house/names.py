"""What a name stands for: after `from datetime import datetime as dt`, `dt.now` is `datetime.datetime.now`."""

import ast
from functools import lru_cache

from tools.house.reading import nodes


@lru_cache(maxsize=2048)
def origins(tree: ast.Module) -> dict[str, str]:
    """Each imported local name with the dotted name it stands for, wherever in the file it is imported."""
    known: dict[str, str] = {}
    for node in nodes(tree):
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


@lru_cache(maxsize=2048)
def references(tree: ast.Module) -> tuple[tuple[ast.Name | ast.Attribute, str], ...]:
    """Every place that names something, with its dotted name; a place that only sets a name is left out."""
    known = origins(tree)
    used = (node for node in nodes(tree) if isinstance(node, ast.Name | ast.Attribute))
    named = ((node, dotted(node, known)) for node in used if isinstance(node.ctx, ast.Load))
    return tuple((node, name) for node, name in named if name)


def called(node: ast.Call) -> str:
    """The last word of what a call calls: `a.b.execute(…)` → `execute`."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""
