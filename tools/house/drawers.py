"""No drawer without a noun: no utils, helpers, common, misc, core, shared, manager, base.

Story: a room that outgrows a drawer has found a second noun and does not know its name yet. `utils` is where the
search for the name ends, and where a year later 2,594 lines live.
"""

import ast

from tools.house.finding import Example, Finding

RULE = "drawers"
NAMELESS = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "core", "shared", "manager", "base"})
GOOD = (Example("src/wend/voice/intervals.py", "x = 1\n"),)
BAD = (
    Example("src/wend/voice/utils.py", "x = 1\n"),
    Example("src/wend/helpers/text.py", "x = 1\n"),
    Example("tests/common.py", "x = 1\n"),
)


def check(tree: ast.Module, path: str) -> list[Finding]:
    """Judge the names of the file and of its folders."""
    del tree
    words = path.removesuffix(".py").split("/")
    nameless = [word for word in words if word in NAMELESS]
    return [Finding(path, 1, RULE, f"{word}: name the drawer by its noun") for word in nameless]
