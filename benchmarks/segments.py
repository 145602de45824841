"""Members of segments, at the size that was promised: `make bench-segments` writes docs/benchmarks-segments.md.

Every part runs alone and leaves what it found as JSON in the folder, where its log lies prepared too, so that parts can
be measured one by one on a machine that is shared: `python -m benchmarks.segments --folder F --parts rebuild,first`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import segments_load, segments_whole
from benchmarks.report import versions

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks-segments.md"
PARTS = ("prepare", "rebuild", "first", "counts", "load", "page")
SEGMENTS, SECONDS, EXPIRIES, EACH = 200, 60, 50, 20
Row = dict[str, Any]


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", default="50000,200000,1000000", help="of the loads, one after the other")
    parser.add_argument("--rate", type=int, default=500, help="events a second")
    parser.add_argument("--seconds", type=int, default=SECONDS, help="of each load")
    parser.add_argument("--events", type=int, default=100_000_000, help="of the log of the first computation")
    parser.add_argument("--counted", type=int, default=1_000_000, help="customers of whom is counted")
    parser.add_argument("--folder", type=Path, default=None, help="where logs and findings lie, and stay")
    parser.add_argument("--parts", default=",".join(PARTS))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = given.folder or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        for part in given.parts.split(","):
            _part(part, folder, given)


def _part(part: str, folder: Path, given: argparse.Namespace) -> None:
    loads = [int(each) for each in given.customers.split(",")]
    if part == "page":
        PAGE.write_text(page(folder), encoding="utf-8")
        print(f"written: {PAGE}")
    if part == "prepare":
        segments_whole.prepare(folder / "first", given.events // EACH, EACH)
        segments_whole.prepare(folder / "counts", given.counted, 10)
        for each in loads:
            segments_load.prepare(folder / f"load-{each}", each, SEGMENTS, given.seconds, EXPIRIES)
    if part == "rebuild":
        _keep(folder, part, [segments_whole.rebuild(50_000, 21)])
    if part == "first":
        _keep(folder, part, segments_whole.first(folder / "first"))
    if part == "counts":
        _keep(folder, part, segments_whole.counts(folder / "counts"))
    for each in loads if part == "load" else ():
        _keep(folder, f"load-{each}", segments_load.loads(folder / f"load-{each}", each, given.rate, given.seconds))


def _keep(folder: Path, name: str, found: Sequence[Any]) -> None:
    rows = [asdict(each) for each in found]
    print(name, json.dumps(rows, indent=1), flush=True)
    (folder / f"{name}.json").write_text(json.dumps(rows))


def page(folder: Path) -> str:
    """The whole report, of what was measured."""
    made: dict[str, Callable[[list[Row]], list[str]]] = {
        "load-*": _load_rows,
        "first": _first_rows,
        "counts": _count_rows,
        "rebuild": _rebuild_rows,
    }
    out = [
        "# Members of segments at full size",
        "",
        "Written by `make bench-segments`; the machine is shared, and its load is printed beside every row.",
        "",
        f"Written {datetime.now(UTC):%Y-%m-%d}, {versions()}.",
        "",
    ]
    for pattern, told in made.items():
        files = sorted(folder.glob(f"{pattern}.json"), key=lambda file: (len(file.name), file.name))
        rows = [row for file in files for row in json.loads(file.read_text())]
        days = sorted({f"{datetime.fromtimestamp(file.stat().st_mtime, UTC):%Y-%m-%d}" for file in files})
        out += [*told(rows), "", f"Measured {', '.join(days)}.", ""] if rows else []
    return "\n".join(out)


def _load_rows(rows: list[Row]) -> list[str]:
    head = ("customers", "members", "events/s", "changes", "by event, 95 %", "by window, 95 %", "early")
    cost = ("cores", "follower", "ms each", "GiB", "first computation", "machine")
    return [
        f"## {rows[0]['segments']} segments under load",
        "",
        "Conditions of thirteen kinds over windows of 1 to 365 days: events, money, silence, order, properties,",
        "touchpoints, stages that time begins and ends, entries into stages and exits from segments. Late: from the",
        "commit of an event, or from the second at which a window ran out, until the entry or exit is on disk; goals:",
        "by event within 1 s, by window within 2 s, none early. Cores: of the whole process (sender, follower, mover),",
        "and of the follower alone, who should cost so much for each event and each window that ran out, not for",
        "customers times segments. GiB: most memory, mapped files too. First computation: of all of them when the log",
        "was prepared, beside whatever else ran then.",
        "",
        *_table((*head, *cost), map(_load_row, rows)),
    ]


def _load_row(row: Row) -> tuple[str, ...]:
    told = row["sent"] + row["windows"]
    each = f"{1000 * row['follower'] * row['seconds'] / told:.2f}" if told else "–"
    counts = [f"{row[name]:,}" for name in ("customers", "members", "rate", "changes")]
    late = [_late(row["by_event"]), _late(row["by_window"]), str(row["early"])]
    cost = [f"{row['cores']:.2f}", f"{row['follower']:.2f}", each, f"{row['memory']:.2f}"]
    return (*counts, *late, *cost, f"{row['computed']:.0f} s", row["load"])


def _late(delays: list[float] | None) -> str:
    return "–" if delays is None else f"{delays[1]:.2f} s"


def _first_rows(rows: list[Row]) -> list[str]:
    head = ("condition", "events", "customers", "members", "first time", "again", "goal at 100 M", "machine")
    told = (
        (
            row["name"],
            *(f"{row[name]:,}" for name in ("events", "customers", "members")),
            *(f"{seconds:.2f} s" for seconds in row["seconds"]),
            f"≤ {2 if place == 0 else 5} s",
            row["load"],
        )
        for place, row in enumerate(rows)
    )
    return [
        "## One segment for the first time",
        "",
        "All that the worker does: judged over the whole log, members and their windows written down. First: in a",
        "process that has just begun, and the property is read from the log, which is done once: what is appended",
        "later costs what came; again: from nothing in the same process.",
        "Events have one of four documents of properties. Where every event has another one, reading them takes about",
        "eleven times as long (docs/decisions/0055-where-an-event-lies-in-the-log-is-a-number.md has the figures).",
        "",
        *_table(head, told),
    ]


def _count_rows(rows: list[Row]) -> list[str]:
    measured = ("count", "sample", "trend", "first", "median", "worst")
    told = ((row["name"], *(f"{row[name]:.3f} s" for name in measured), "≤ 0.3 s", row["load"]) for row in rows)
    head = ("condition", "count", "sample", "trend", "all, first", "all, median", "all, worst", "goal", "machine")
    return [
        "## The count, a sample and the trend while a condition is built",
        "",
        f"{rows[0]['customers']:,} customers, {rows[0]['events']:,} events; server time of the calls that the",
        "endpoints make one after the other, each time of another minute, so that nothing was counted before. The",
        "trend is of twelve weeks; one walk finds all three, and whoever asks first waits for it. The first of all",
        "loads what is compiled and proposes touchpoints; the first that asks for a property reads it from the log,",
        "once.",
        "",
        *_table(head, told),
    ]


def _rebuild_rows(rows: list[Row]) -> list[str]:
    told = (
        (
            f"{row['segments']} segments × {row['customers']:,} customers",
            *(f"{seconds:.2f} s" for seconds in (*row["nothing"], *row["again"])),
            "≤ 1 s",
            row["load"],
        )
        for row in rows
    )
    head = ("what", "from nothing", "CPU", "again", "CPU", "goal", "machine")
    return ["## Everybody by all segments", "", *_table(head, told)]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(each)} |" for each in (head, ["---"] * len(head), *rows)]


if __name__ == "__main__":
    main()
