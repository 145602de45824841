"""No sentence is assembled from translated pieces.

Story: "3 " + text("customers") + " " + text("left") is English with Vietnamese words: in Vietnamese the order is
another and "khách hàng" needs no plural. A sentence is one text with `{places}`, written whole in each language.
"""

import ast

from tools.house.finding import Example, Finding
from tools.house.names import called
from tools.house.plan import source_prefix
from tools.house.reading import nodes

RULE = "glued_text"
SPEAKERS = frozenset({"text", "say", "said", "tell", "t"})
GOOD = (
    Example("src/wend/cli/ask.py", "line = text(language, 'cli.left', customers=3)\n"),
    Example("src/wend/cli/ask.py", "line = f'{text(language, key)}: {value}'\n"),
    Example("src/wend/cli/ask.py", "total = count(x) + len(y)\n"),
)
BAD = (
    Example("src/wend/cli/ask.py", "line = '3 ' + text(language, 'cli.customers')\n"),
    Example("src/wend/cli/ask.py", "line = text(language, 'a') + ' ' + text(language, 'b')\n"),
    Example("src/wend/cli/ask.py", "line = f\"{text('en', 'a')} {text('en', 'b')}\"\n"),
    Example("src/wend/maps/facade.py", "line += self.say('a')\n"),
)


def check(tree: ast.Module, path: str) -> list[Finding]:
    """Find translated pieces joined with `+`, `+=` or in one f-string."""
    if not path.startswith(source_prefix()):
        return []
    return [
        Finding(path, node.lineno, RULE, "a sentence glued from translated pieces; write it whole, with {places}")
        for node in nodes(tree)
        if isinstance(node, ast.BinOp | ast.AugAssign | ast.JoinedStr) and _is_glued(node)
    ]


def _is_glued(node: ast.BinOp | ast.AugAssign | ast.JoinedStr) -> bool:
    if isinstance(node, ast.JoinedStr):
        return sum(isinstance(part, ast.FormattedValue) and _speaks(part.value) for part in node.values) > 1
    if not isinstance(node.op, ast.Add):
        return False
    return _speaks(node.value) if isinstance(node, ast.AugAssign) else _speaks(node.left) or _speaks(node.right)


def _speaks(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and called(node) in SPEAKERS
