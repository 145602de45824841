"""No committed file weighs more than a mebibyte, and none belongs to a data set that stays on one machine.

Story: a repository is cloned by people on a phone's connection in a shop. A data file committed once stays in its
history for ever; ours are simulated, or stand beside the checkout.
"""

from pathlib import Path

from tools.house.finding import Files, Finding

RULE = "weight"
MOST_BYTES = 1024 * 1024
DATA = (".parquet", ".sqlite", ".db", ".duckdb", ".npy", ".xlsx", ".gz", ".zip")
GOOD: tuple[Files, ...] = ({"docs/map.svg": "<svg/>\n", "tests/collect/odd.csv": "a,b\n"},)
BAD: tuple[Files, ...] = ({"docs/map.svg": "x" * (MOST_BYTES + 1)}, {"tests/collect/orders.parquet": "PAR1"})


def check_tree(root: Path, paths: tuple[str, ...]) -> list[Finding]:
    """Find heavy files and binary data files."""
    found: list[Finding] = []
    for path in paths:
        size = (root / path).stat().st_size
        if size > MOST_BYTES:
            found.append(Finding(path, 0, RULE, f"{size // 1024} KiB, at most {MOST_BYTES // 1024}"))
        elif path.endswith(DATA):
            found.append(Finding(path, 0, RULE, "a binary data file; make it in the test that needs it"))
    return found
