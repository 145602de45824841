"""Words and thinking touch nothing: no files, no network, no database, no threads below the machines.

Story: the law "one customer at a time equals the whole log" is tested on thousands of random logs in seconds, because
a fold is a function and nothing else. The first fold that reads a file can only be tested where that file is.
"""

import ast

from tools.house.finding import Example, Finding
from tools.house.imports import imports_of
from tools.house.plan import plan, room_of

RULE = "purity"
FLOORS = frozenset({1, 2})
WORLD = frozenset({
    "asyncio", "concurrent", "deltalake", "duckdb", "fastapi", "fcntl", "glob", "http", "io", "mmap", "multiprocessing",
    "os", "pathlib", "requests", "selectors", "shutil", "signal", "socket", "sqlalchemy", "sqlite3", "subprocess",
    "sys", "tempfile", "threading", "time", "urllib",
})  # fmt: skip
GOOD = (
    Example("src/wend/folds/funnel.py", "import hashlib\nimport numpy as np\n"),
    Example("src/wend/log/table.py", "import os\n"),
)
BAD = (
    Example("src/wend/folds/funnel.py", "from pathlib import Path\n"),
    Example("src/wend/identity/links.py", "import sqlite3\n"),
    Example("src/wend/domain/event.py", "def f():\n    import os.path\n"),
)


def check(tree: ast.Module, path: str) -> list[Finding]:
    """Find imports of what reaches the world outside."""
    room = room_of(path)
    if room is None or plan().floor_of.get(room) not in FLOORS:
        return []
    return [
        Finding(path, each.line, RULE, f"{room} is pure; {each.target} reaches the world outside")
        for each in imports_of(tree, path)
        if each.target.split(".")[0] in WORLD
    ]
