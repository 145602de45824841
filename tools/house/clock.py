"""Below the doors nobody asks the machine for the time, for chance or for a fresh identity.

Story: one of the projects we read sleeps in 13 % of its tests because its code asks the real clock; another injects
`now` and never sleeps. A rehearsal of last month is only honest when the very same code runs under another clock. So a
room takes a `Clock` and `Ids` as arguments; the doors bring the real ones. The allow-list may only shrink.
"""

import ast

from tools.house.finding import Example, Finding
from tools.house.names import references
from tools.house.plan import below_the_doors
from tools.house.reading import nodes

RULE = "clock"
GIVERS = frozenset({"src/wend/kit/clock.py", "src/wend/kit/ids.py"})
TIME = frozenset({
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today",
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime",
})  # fmt: skip
CHANCE = frozenset({"uuid.uuid1", "uuid.uuid4", "os.urandom", "os.getrandom"})
CHANCE_MODULES = ("random.", "secrets.", "numpy.random.")
NO_CHANCE = frozenset({"secrets.compare_digest"})
SEEDED = frozenset({"numpy.random.default_rng", "numpy.random.Generator", "numpy.random.PCG64"})
GOOD = (
    Example("src/wend/voice/rules.py", "def cut(clock):\n    return clock.now()\n"),
    Example("src/wend/kit/clock.py", "from datetime import datetime\nx = datetime.now()\n"),
    Example("src/wend/cli/serve.py", "import time\nx = time.time()\n"),
    Example("src/wend/voice/rules.py", "import numpy as np\nchance = np.random.default_rng(7)\n"),
    Example("src/wend/voice/rules.py", "import uuid\nkey = uuid.uuid5(uuid.NAMESPACE_URL, 'x')\n"),
)
BAD = (
    Example("src/wend/voice/rules.py", "from datetime import datetime\nx = datetime.now()\n"),
    Example("src/wend/voice/rules.py", "import datetime as d\nx = d.datetime.utcnow()\n"),
    Example("src/wend/voice/rules.py", "from time import time\nx = time()\n"),
    Example("src/wend/log/table.py", "import time\nstamp = dict(default=time.time_ns)\n"),
    Example("src/wend/folds/funnel.py", "import random\nx = random.choice([1])\n"),
    Example("src/wend/store/rows.py", "from uuid import uuid4\nx = uuid4()\n"),
    Example("src/wend/store/rows.py", "from os import urandom\nx = urandom(8)\n"),
    Example("src/wend/store/rows.py", "import secrets\nx = secrets.token_hex()\n"),
    Example("src/wend/maps/rules.py", "import numpy as np\nx = np.random.default_rng()\n"),
    Example("src/wend/maps/rules.py", "import numpy as np\nnp.random.shuffle([1])\n"),
)


def check(tree: ast.Module, path: str) -> list[Finding]:
    """Find every mention of a machine clock or of chance, called or handed on."""
    if not below_the_doors(path) or path in GIVERS:
        return []
    innocent = _innocent(tree)
    found: list[Finding] = []
    for node, name in references(tree):
        if name in TIME:
            found.append(Finding(path, node.lineno, RULE, f"{name}: take a Clock as an argument"))
        elif name in CHANCE or (name.startswith(CHANCE_MODULES) and node not in innocent):
            found.append(Finding(path, node.lineno, RULE, f"{name}: take Ids or a seeded generator as an argument"))
    return found


def _innocent(tree: ast.Module) -> set[ast.expr]:
    """Generators that are given their seed, types that annotations name, and what draws nothing."""
    with_seed = {node.func for node in nodes(tree) if isinstance(node, ast.Call) and node.args}
    return {
        node
        for node, name in references(tree)
        if name in NO_CHANCE or name == "numpy.random.Generator" or (name in SEEDED and node in with_seed)
    }
