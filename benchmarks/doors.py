"""How soon the doors open: `wend --help`, and the server's first answer and first map after its start.

Whole processes, five each. The shop of the first map is simulated and imported before, and not counted.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from http.cookiejar import CookieJar
from pathlib import Path
from statistics import median

from benchmarks.measure import Measure
from benchmarks.whole_map import shop

TIMES = 5
WEND = (sys.executable, "-m", "wend")
Opener = urllib.request.OpenerDirector


def run(customers: int = 25_000) -> list[Measure]:
    """Help, first answer, first map."""
    with tempfile.TemporaryDirectory() as folder:
        shop(Path(folder), customers).store.close()
        data = str(Path(folder) / "data")
        subprocess.run([*WEND, "map", "build", "--data", data, "--out", str(Path(folder) / "map.json")], check=True)
        starts = [_start(data) for _ in range(TIMES)]
    return [
        _measure(
            "wend --help", _times(lambda: subprocess.run([*WEND, "--help"], check=True, capture_output=True)), 0.3
        ),
        _measure("server: first page", [page for page, _ in starts], 2),
        _measure("server: first map after the start, 1 M events", [first for _, first in starts], 5),
    ]


def _help() -> None:
    subprocess.run([*WEND, "--help"], check=True, capture_output=True)


def _times(act: Callable[[], object]) -> list[float]:
    found = []
    for _ in range(TIMES):
        began = time.perf_counter()
        act()
        found.append(time.perf_counter() - began)
    return found


def _start(data: str) -> tuple[float, float]:
    """Seconds from the start of the process to the first page, and to the first map."""
    began = time.perf_counter()
    command = [*WEND, "serve", "--data", data, "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "WEND_LANGUAGE": "en"}
    ) as server:
        try:
            said = ""
            while "#token=" not in said:
                said = server.stdout.readline() if server.stdout else ""
            base, token = re.sub(r"\s", "", said).split("/#token=")
            browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
            _ask(browser, f"{base}/api/health")
            page = time.perf_counter() - began
            _ask(browser, f"{base}/api/session", {"token": token})
            _ask(browser, f"{base}/api/map")
            _ask(browser, f"{base}/api/map/obstacles")
            return page, time.perf_counter() - began
        finally:
            server.terminate()


def _ask(browser: Opener, address: str, body: dict[str, str] | None = None) -> None:
    sent = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json", "X-Wend": "1"}
    asked = urllib.request.Request(address, sent, headers)  # noqa: S310  # our own server
    browser.open(asked, timeout=60).read()


def _measure(task: str, seconds: list[float], most: float) -> Measure:
    return Measure(task, "Wend", median(seconds), min(seconds), max(seconds), 0.0, TIMES, None, f"≤ {most} s")
