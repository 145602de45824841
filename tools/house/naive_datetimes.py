"""Every moment knows its zone: UTC inside, the workspace's zone on the screen.

Story: an order placed at 00:30 in Hà Nội is yesterday in UTC. A moment without a zone is read as the machine's zone by
one library and as UTC by the next, and the map of a month loses its first night. ruff's DTZ family finds the calls of
the standard library; this rule adds what it does not see: zones taken away, and Arrow timestamps without one.
"""

import ast

from tools.house.finding import Example, Finding
from tools.house.names import dotted, origins
from tools.house.plan import source_prefix
from tools.house.reading import nodes

RULE = "naive_datetime"
NEED_ZONE = {
    "datetime.datetime.now": 1,
    "datetime.datetime.fromtimestamp": 2,
    "datetime.datetime.utcnow": 99,
    "datetime.datetime.utcfromtimestamp": 99,
    "datetime.datetime": 8,
    "pyarrow.timestamp": 2,
}
KEYWORDS = frozenset({"tz", "tzinfo"})
GOOD = (
    Example("src/wend/kit/clock.py", "from datetime import UTC, datetime\nx = datetime.now(UTC)\n"),
    Example("src/wend/log/schema.py", "import pyarrow as pa\nx = pa.timestamp('us', tz='UTC')\n"),
    Example("src/wend/log/schema.py", "from datetime import datetime, UTC\nx = datetime(2026, 1, 1, tzinfo=UTC)\n"),
    Example("src/wend/log/schema.py", "x = moment.replace(tzinfo=UTC)\n"),
)
BAD = (
    Example("src/wend/kit/clock.py", "from datetime import datetime\nx = datetime.now()\n"),
    Example("src/wend/kit/clock.py", "import datetime\nx = datetime.datetime.utcnow()\n"),
    Example("src/wend/log/schema.py", "import pyarrow as pa\nx = pa.timestamp('us')\n"),
    Example("src/wend/log/schema.py", "from datetime import datetime\nx = datetime(2026, 1, 1)\n"),
    Example("src/wend/log/schema.py", "x = moment.replace(tzinfo=None)\n"),
)


def check(tree: ast.Module, path: str) -> list[Finding]:
    """Find moments made without a zone, and zones taken away."""
    if not path.startswith(source_prefix()):
        return []
    known = origins(tree)
    found: list[Finding] = []
    for node in nodes(tree):
        if not isinstance(node, ast.Call):
            continue
        name = dotted(node.func, known)
        if name in NEED_ZONE and len(node.args) < NEED_ZONE[name] and not _has_zone(node):
            found.append(Finding(path, node.lineno, RULE, f"{name} without a zone"))
        elif any(each.arg == "tzinfo" and _is_none(each.value) for each in node.keywords):
            found.append(Finding(path, node.lineno, RULE, "takes the zone of a moment away"))
    return found


def _has_zone(node: ast.Call) -> bool:
    return any(each.arg in KEYWORDS and not _is_none(each.value) for each in node.keywords)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
