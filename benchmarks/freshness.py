"""How soon an event is seen: from sending it over HTTP to finding it in its customer's profile, timeline and stage.

One server process on SQLite with its worker, a log of some hundred thousand events in it; a second process sends 1,000
events/s in batches of 20 from 2,000 customers, and ten times a second one more event of its own, whose customer's
profile it then asks for until the event and the stage it leads to are there. Whole seconds on the wall, everything on
the same two cores.
"""

from __future__ import annotations

import base64
import http.client
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import quote

from benchmarks.measure import Measure
from benchmarks.whole_map import shop

WEND = (sys.executable, "-m", "wend")
PER_SECOND, BATCH, CUSTOMERS = 1_000, 20, 2_000
SECONDS = 60
PROBE_EVERY_S = 0.1
GIVE_UP_S = 30


@dataclass(slots=True)
class Client:
    """One kept connection to the server."""

    port: int
    key: str
    scheme: str
    _connection: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=GIVE_UP_S)

    def ask(self, method: str, path: str, body: object = None) -> tuple[int, bytes]:
        """Status and body of one request."""
        name = f"{self.key}:".encode() if self.scheme == "Basic" else b""
        sign = base64.b64encode(name).decode() if name else self.key
        headers = {"authorization": f"{self.scheme} {sign}", "content-type": "application/json"}
        self._connection.request(method, path, None if body is None else json.dumps(body), headers)
        answer = self._connection.getresponse()
        return answer.status, answer.read()


@dataclass(slots=True)
class Seen:
    """What came of a run."""

    waited: list[float] = field(default_factory=list)
    asked: list[float] = field(default_factory=list)
    sent: int = 0
    late: int = 0


def run(seconds: int = SECONDS, customers: int = 10_000) -> list[Measure]:
    """Time until an event is visible, and the time of one profile, while the server is busy."""
    with tempfile.TemporaryDirectory() as folder:
        shop(Path(folder), customers).store.close()
        seen = measured(Path(folder) / "data", seconds)
    return [
        _measure("event → profile, timeline and stage, at 1,000 events/s", seen.waited, "p95 ≤ 1 s"),
        _measure("one profile meanwhile", seen.asked, ""),
    ]


def _measure(task: str, seconds: list[float], goal: str) -> Measure:
    """The 95th percentile, between the median and the slowest."""
    lined = sorted(seconds)
    p95 = lined[min(len(lined) - 1, int(0.95 * len(lined)))]
    return Measure(task, "p95 (median, slowest)", p95, median(lined), lined[-1], 0.0, len(lined), goal=goal)


def measured(data: Path, seconds: int) -> Seen:
    """Send and look for so many seconds."""
    write, secret = _key(data, "write"), _key(data, "secret", "--scope", "profiles:read", "--scope", "data:read")
    command = [*WEND, "serve", "--data", str(data), "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "WEND_LANGUAGE": "en"}
    ) as server:
        try:
            said = ""
            while "#token=" not in said:
                said = server.stdout.readline() if server.stdout else ""
            port = int(said.rsplit(":", 1)[1].split("/")[0])
            return _story(port, write, secret, seconds)
        finally:
            server.terminate()


def _key(data: Path, kind: str, *more: str) -> str:
    command = [*WEND, "keys", "create", "--data", str(data), "--kind", kind, "--json", *more]
    made = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return str(made["key"])


def _story(port: int, write: str, secret: str, seconds: int) -> Seen:
    seen, ended = Seen(), threading.Event()
    _until_visible(Client(port, write, "Basic"), Client(port, secret, "Bearer"), -1, Seen())  # wakes the API
    sender = threading.Thread(target=_send, args=(port, write, seen, ended))
    sender.start()
    writing, reading = Client(port, write, "Basic"), Client(port, secret, "Bearer")
    until, number = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        began = time.monotonic()
        _until_visible(writing, reading, number, seen)
        number += 1
        time.sleep(max(0.0, PROBE_EVERY_S - (time.monotonic() - began)))
    ended.set()
    sender.join()
    return seen


def _until_visible(writing: Client, reading: Client, number: int, seen: Seen) -> None:
    """Send one order of a customer of its own, and ask for the profile until it is there with its stage."""
    who, order = f"probe-{number}", f"D-{number}"
    event = {"type": "track", "userId": who, "messageId": f"p{number}", "event": "order.placed"}
    began = time.monotonic()
    writing.ask("POST", "/v1/track", {**event, "properties": {"order_id": order, "revenue": 99_000}})
    while time.monotonic() - began < GIVE_UP_S:
        asked = time.monotonic()
        status, body = reading.ask("GET", f"/api/customers/{quote(f'customer:{who}')}?limit=5")
        seen.asked.append(time.monotonic() - asked)
        if status == 200 and order in body.decode() and json.loads(body)["stage"]:
            seen.waited.append(time.monotonic() - began)
            return
    seen.waited.append(GIVE_UP_S)


def _send(port: int, key: str, seen: Seen, ended: threading.Event) -> None:
    client, began, number = Client(port, key, "Basic"), time.monotonic(), 0
    while not ended.is_set():
        due = began + seen.sent / PER_SECOND
        if (left := due - time.monotonic()) > 0:
            time.sleep(left)
        batch = [_event(number + i) for i in range(BATCH)]
        status, _ = client.ask("POST", "/v1/batch", {"batch": batch})
        if status == 200:
            number += BATCH
            seen.sent += BATCH
        else:
            seen.late += BATCH


def _event(number: int) -> dict[str, object]:
    who = number % CUSTOMERS
    same = {
        "anonymousId": f"browser-{who}",
        "messageId": f"m{number}",
        "context": {"library": {"name": "analytics.js"}},
    }
    if number % 50 == 0:
        return {"type": "identify", "userId": f"L-{who}", "traits": {"name": f"Khách {who}"}, **same}
    return {
        "type": "track",
        "userId": f"L-{who}",
        "event": "product.viewed",
        "properties": {"sku": number % 90},
        **same,
    }


def main() -> None:
    """Print one run on a data directory that is there, or on a fresh shop."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    if data is None:
        with tempfile.TemporaryDirectory() as folder:
            shop(Path(folder), 10_000).store.close()
            _print(measured(Path(folder) / "data", SECONDS))
    else:
        _print(measured(data, int(sys.argv[2])))


def _print(seen: Seen) -> None:
    for name, values in (("visible", sorted(seen.waited)), ("profile", sorted(seen.asked))):
        at = {share: values[min(len(values) - 1, int(share * len(values)))] for share in (0.5, 0.95, 0.99)}
        told = ", ".join(f"p{int(share * 100)} {value * 1000:.0f} ms" for share, value in at.items())
        sys.stdout.write(f"{name}: n {len(values)}, {told}, most {values[-1] * 1000:.0f} ms\n")
    sys.stdout.write(f"sent {seen.sent} events, {seen.late} refused\n")


if __name__ == "__main__":
    main()
