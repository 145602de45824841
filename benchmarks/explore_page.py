"""How soon a page of Explore is painted, and how soon its answer is there: `python -m benchmarks.explore_page`.

A log of so many events (`import_log`), `wend serve` in a process of its own, headless Chromium. Every page is opened
once before it counts, then several times in turns: what is measured is a server and a browser that have seen it before,
with the log unchanged. First paint is what the browser says of itself (first-contentful-paint); the answer is there
when its last byte is.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import quote

from benchmarks import import_log
from benchmarks.measure import load
from tools.setup import browser as browsers
from wend.kit.clock import SystemClock
from wend.log.facade import Log
from wend.store.facade import Store

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

GOAL_S = 1.0
REPEATS = 5
PATIENCE_MS = 300_000
ARGUMENTS = ["--no-sandbox"]
FIRST, THEN, LAST = "kind0.happened0", "kind0.happened3", "kind1.happened2"
PAGES: dict[str, dict[str, str]] = {
    "funnel": {"steps": f"{FIRST} > {THEN} > {LAST}", "within": "7d"},
    "transitions": {},
    "paths": {},
    "loops": {},
    "retention": {},
    "lifecycle": {},
    "stickiness": {},
    "reach": {},
    "sessions": {},
    "dropoff": {},
    "survival": {"start": FIRST, "end": LAST},
    "return": {},
    "conformance": {"plan": f"{FIRST} > {THEN} > {LAST}"},
    "contribution": {"conversion": LAST},
    "representative": {"outcome": LAST},
    "features": {},
}
_TIMES = """() => {
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  const asked = performance.getEntriesByType("resource").filter((each) => each.name.includes("/api/questions/"));
  return [paint.startTime, Math.max(paint.startTime, ...asked.map((each) => each.responseEnd))];
}"""


def filled(data: Path, events: int) -> None:
    """A data directory with so many events; one that is there already is kept."""
    if (data / "filled").is_file():
        return
    clock = SystemClock()
    store = Store.open(data, clock)
    log = Log(store.folder("main"), store, "main", clock)
    with log.writer("import_1") as writer:
        for table in import_log.batches(events):
            staged = writer.stage(table)
            with store.work("main") as work:
                log.promise(work, staged)
            writer.settle(staged)
            log.move()
    log.journal()
    store.close()
    (data / "filled").touch()


@contextmanager
def served(data: Path) -> Iterator[str]:
    """The link of a server over it."""
    command = [sys.executable, "-m", "wend", "serve", "--data", str(data), "--port", "0", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield next(found.group() for line in server.stdout if (found := re.search(r"http://\S+token=\S+", line)))
        finally:
            server.terminate()


def opened(context: BrowserContext, base: str, question: str) -> tuple[float, float]:
    """Seconds until the page is painted, and until its answer is there."""
    page = context.new_page()
    page.goto(f"{base}/explore/{question}?over=events&ask={quote(json.dumps(PAGES[question]))}")
    page.wait_for_load_state("networkidle", timeout=PATIENCE_MS)
    paint, answer = page.evaluate(_TIMES)
    refused = page.get_by_role("alert").count()
    page.close()
    assert not refused, f"{question} was not answered"
    return paint / 1_000, answer / 1_000


def run(link: str, repeats: int) -> dict[str, list[tuple[float, float]]]:
    """The times of every page."""
    from playwright.sync_api import sync_playwright

    found = browsers.find()
    assert found is not None, browsers.MISSING
    taken: dict[str, list[tuple[float, float]]] = {question: [] for question in PAGES}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, headless=True, args=ARGUMENTS)
        context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        first = context.new_page()
        first.goto(link, timeout=PATIENCE_MS)
        first.get_by_role("navigation").wait_for(timeout=PATIENCE_MS)
        base = link.partition("/#")[0]
        for turn in range(repeats + 1):
            for question, times in taken.items():
                seen = opened(context, base, question)
                if turn:
                    times.append(seen)
        browser.close()
    return taken


def table(taken: dict[str, list[tuple[float, float]]]) -> list[str]:
    """The medians with the longest, in Markdown."""
    out = ["| page | first paint s (longest) | answer s (longest) |", "|---|---|---|"]
    for question, times in taken.items():
        paint, answer = ([each[part] for each in times] for part in (0, 1))
        out.append(
            f"| {question} | {median(paint):.2f} ({max(paint):.2f}) | {median(answer):.2f} ({max(answer):.2f}) |"
        )
    slowest = max(median([paint for paint, _ in times]) for times in taken.values())
    return [*out, "", f"slowest first paint {slowest:.2f} s, goal {GOAL_S:.0f} s"]


def main() -> None:
    """Fill, serve, open."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--millions", type=float, default=10)
    parser.add_argument("--data", type=Path, help="keep the log here, and use it again")
    parser.add_argument("--repeats", type=int, default=REPEATS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as beside:
        data = given.data or Path(beside)
        filled(data, int(given.millions * 1_000_000))
        before = load()
        with served(data) as link:
            print("\n".join([f"{given.millions:g} M events, {before}", *table(run(link, given.repeats)), load()]))


if __name__ == "__main__":
    main()
