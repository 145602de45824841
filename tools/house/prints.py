"""Only the terminal door writes to the terminal.

Story: a `print` left in a room is read by nobody in a server and breaks `--json` in the terminal, where one stray line
makes the answer unreadable for the next program in the pipe.
"""

import ast

from tools.house.finding import Example, Finding
from tools.house.names import references
from tools.house.plan import source_prefix

RULE = "print"
WRITES = frozenset({"print", "sys.stdout", "sys.stderr", "rich.print", "pprint.pprint"})
GOOD = (
    Example("src/wend/cli/serve.py", "print('ready')\n"),
    Example("src/wend/voice/rules.py", "import logging\nlogging.getLogger(__name__).info('x')\n"),
    Example("tools/lock.py", "print('x')\n"),
)
BAD = (
    Example("src/wend/voice/rules.py", "print('x')\n"),
    Example("src/wend/voice/rules.py", "import sys\nsys.stderr.write('x')\n"),
    Example("src/wend/voice/rules.py", "each = map(print, [1])\n"),
)


def check(tree: ast.Module, path: str) -> list[Finding]:
    """Find every mention of printing outside `cli/`."""
    prefix = source_prefix()
    if not path.startswith(prefix) or path.startswith(f"{prefix}cli/"):
        return []
    return [
        Finding(path, node.lineno, RULE, f"{name}: only cli/ writes to the terminal")
        for node, name in references(tree)
        if name in WRITES
    ]
