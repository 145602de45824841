"""Run every comparison and write `docs/benchmarks.md`: ratios, versions, the machine's load before and after.

A benchmark is a module of this folder with `run() -> list[Measure]` and a docstring that says what is compared. One
that cannot run here (a peer is not installed) is named in the report with its reason.
"""

from __future__ import annotations

import importlib
import platform
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.measure import lines, load

BENCHMARKS = ("funnel", "questions", "contribution", "importing", "whole_map", "doors")
PACKAGES = ("numba", "numpy", "pyarrow", "duckdb", "chdb", "deltalake", "polars")
REPORT = Path(__file__).parents[1] / "docs" / "benchmarks.md"


def versions() -> str:
    """The versions that were measured."""
    found = [f"Python {platform.python_version()}"]
    for package in PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return ", ".join(found)


def section(name: str) -> list[str]:
    """One benchmark's part of the report; empty when there is no such benchmark."""
    if not (Path(__file__).parent / f"{name}.py").exists():
        return []
    try:
        module = importlib.import_module(f"benchmarks.{name}")
    except ImportError as error:
        return [f"## {name}", "", f"Not run here: {error}.", ""]
    if not hasattr(module, "run"):
        return []
    before = load()
    measured = lines(module.run())
    told = (module.__doc__ or "").strip()
    return [f"## {name}", "", told, "", *measured, "", f"Before: {before}. After: {load()}.", ""]


def main() -> None:
    """Write the report."""
    parts = [part for name in BENCHMARKS for part in section(name)]
    head = [
        "# Benchmarks",
        "",
        "Written by `make bench`. Contestants take turns in one process; each had one uncounted turn before.",
        "What counts is the ratio within a run: the machine is shared, and its load is printed beside every table.",
        "",
        f"Measured {datetime.now(UTC):%Y-%m-%d} on {platform.machine()}, {versions()}.",
        "",
    ]
    REPORT.write_text("\n".join(head + parts), encoding="utf-8")
    print(f"written: {REPORT}")


if __name__ == "__main__":
    main()
