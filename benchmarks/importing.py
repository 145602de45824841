"""From a CSV file to log and journal: how long, at which peak of memory, and whether the rate falls as the log grows.

Each size runs in a process of its own, once: a file of seven columns and about 90 bytes a row, one customer per ten
rows. The reference is the smallest size; its ratio is the time per row, so a rate that does not fall stays near 1.
"""

from __future__ import annotations

import re
import subprocess
import sys

from benchmarks.measure import Measure

SIZES = (1, 10, 30)
GOALS = {10: "≤ 120 s, ≤ 3 GiB"}
_LINE = re.compile(
    r"(?P<rows>[\d,]+) rows.*?(?P<seconds>[\d.]+) s .*?and +(?P<cpu>[\d.]+) CPU s per 10 M +peak (?P<peak>[\d.]+) GiB",
    re.DOTALL,
)


def run(sizes: tuple[int, ...] = SIZES) -> list[Measure]:
    """One import of each size, in millions of rows."""
    measured: list[Measure] = []
    per_row = 0.0
    for millions in sizes:
        command = [sys.executable, "-m", "benchmarks.import_csv", str(millions)]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        found = _LINE.search(printed)
        assert found is not None, printed
        rows, seconds = int(found["rows"].replace(",", "")), float(found["seconds"])
        per_row = per_row or seconds / rows
        cpu = float(found["cpu"]) * rows / 10_000_000
        task = f"import CSV, {rows / 1e6:.0f} M rows, peak {found['peak']} GiB"
        ratio = seconds / rows / per_row
        measured.append(Measure(task, "Wend", seconds, seconds, seconds, cpu, 1, ratio, GOALS.get(millions, "")))
    return measured
