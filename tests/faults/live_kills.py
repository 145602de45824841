"""Kill a collecting server at random moments under load, and count what is left.

`python -m tests.faults.live_kills --kills 1000` is the long campaign.
"""

from __future__ import annotations

import argparse
import base64
import http.client
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from wend.bootstrap import open_workspace
from wend.kit.settings import Settings
from wend.people import facade as people
from wend.store.facade import tables
from wend.workspaces.facade import create_key

CLIENTS, BATCH, CUSTOMERS = 3, 20, 40
LONGEST_S = 0.25
PATIENCE_S = 60


class Client(threading.Thread):
    """Sends numbered batches; a batch that was not acknowledged is sent again until it is."""

    def __init__(self, number: int, port: int, key: str) -> None:
        super().__init__(daemon=True)
        self.number, self.port, self.key = number, port, key
        self.acknowledged = self.repeats = 0
        self.said: Counter[str] = Counter()
        self.ending = threading.Event()

    def run(self) -> None:
        """Go on until told to end, and end with an acknowledged batch."""
        while not self.ending.is_set():
            self.until_taken(self.acknowledged)
            self.acknowledged += 1

    def replay(self) -> Counter[str]:
        """Send everything again; the sums of what the server said."""
        sums: Counter[str] = Counter()
        for batch in range(self.acknowledged):
            said = self.until_taken(batch)
            sums.update({name: said[name] for name in ("accepted", "repeated", "quarantined")})
        return sums

    def until_taken(self, batch: int) -> dict[str, int]:
        """Send a batch until it is acknowledged; what the server said then."""
        while True:
            try:
                status, said = self._send(batch)
                self.said[str(status)] += 1
                if status == 200:
                    return said
            except (OSError, http.client.HTTPException, ValueError):
                self.repeats += 1

    def _send(self, batch: int) -> tuple[int, dict[str, int]]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        try:
            sign = base64.b64encode(f"{self.key}:".encode()).decode()
            headers = {"authorization": f"Basic {sign}", "content-type": "application/json"}
            body = {"batch": [_event(self.number, batch * BATCH + i) for i in range(BATCH)]}
            connection.request("POST", "/v1/batch", json.dumps(body), headers)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()


def _event(client: int, number: int) -> dict[str, object]:
    who = number % CUSTOMERS
    known = {"userId": f"u{client}-{who}", "anonymousId": f"d{client}-{who}", "messageId": f"m{client}-{number}"}
    return {"type": "track", "event": "page.viewed", "timestamp": "2026-07-01T00:00:00Z", **known}


@dataclass(frozen=True, slots=True)
class Left:
    """What the store and the log hold after the last restart, beside what was acknowledged."""

    kills: int
    acknowledged: int
    repeats: int
    in_log: int
    distinct: int
    counted: int
    marks: int
    joined: int
    replayed: Counter[str]


def campaign(data: Path, kills: int, seed: int) -> Left:
    """Kill so many servers, let the last one live, send everything again, and count."""
    here = open_workspace(Settings(data=data))
    key = create_key(here, "write", "test", "web").key
    here.store.close()
    chance = random.Random(seed)
    command = [sys.executable, "-m", "tests.faults.live_nursery", str(data)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as nursery:
        try:
            port = int(_hear(nursery, "port"))
            clients = [Client(number, port, key) for number in range(CLIENTS)]
            for client in clients:
                client.start()
            for _ in range(kills):
                _kill(nursery, clients, chance)
            replayed = _last(nursery, clients)
        finally:
            nursery.kill()
    return counted(data, kills, clients, replayed)


def _hear(nursery: subprocess.Popen[str], word: str) -> str:
    while nursery.stdout is not None and (line := nursery.stdout.readline()):
        if line.startswith(word):
            return line.removeprefix(word).strip()
    raise RuntimeError("the nursery has gone")


def _start(nursery: subprocess.Popen[str]) -> int:
    if nursery.stdin is None:
        raise RuntimeError("the nursery cannot be told")
    nursery.stdin.write("\n")
    nursery.stdin.flush()
    return int(_hear(nursery, "child"))


def _kill(nursery: subprocess.Popen[str], clients: list[Client], chance: random.Random) -> None:
    """Start a server, wait until it has acknowledged something, and kill it a random moment later."""
    child, before, moment = _start(nursery), sum(client.acknowledged for client in clients), threading.Event()
    until = time.monotonic() + PATIENCE_S
    while sum(client.acknowledged for client in clients) == before and time.monotonic() < until:
        moment.wait(0.002)
    moment.wait(chance.uniform(0, LONGEST_S))
    os.kill(child, signal.SIGKILL)
    _hear(nursery, "end")


def _last(nursery: subprocess.Popen[str], clients: list[Client]) -> Counter[str]:
    child = _start(nursery)
    for client in clients:
        client.ending.set()
    for client in clients:
        client.join(PATIENCE_S)
    sums: Counter[str] = Counter()
    for client in clients:
        sums += client.replay()
    os.kill(child, signal.SIGTERM)
    _hear(nursery, "end")
    return sums


def counted(data: Path, kills: int, clients: list[Client], replayed: Counter[str]) -> Left:
    here = open_workspace(Settings(data=data))
    here.log.move()
    rows = here.log.query("SELECT count(*) AS n, count(DISTINCT event_id) AS d FROM events").to_pylist()[0]
    counts, marks = tables.source_counts, tables.marks
    with here.store.reading("main") as reading:
        counted = reading.row(select(func.sum(counts.c.accepted)).where(counts.c.workspace == "main"))
        marked = reading.row(select(func.count()).select_from(marks).where(marks.c.workspace == "main"))
        pairs = [(client.number, who) for client in clients for who in range(CUSTOMERS)]
        found = people.canonical(reading, [f"device:d{client}-{who}" for client, who in pairs])
    joined = sum(found.get(f"device:d{client}-{who}") == f"customer:u{client}-{who}" for client, who in pairs)
    return Left(
        kills=kills,
        acknowledged=sum(client.acknowledged for client in clients) * BATCH,
        repeats=sum(client.repeats for client in clients),
        in_log=rows["n"],
        distinct=rows["d"],
        counted=int(counted[0] or 0) if counted else 0,
        marks=int(marked[0]) if marked else 0,
        joined=joined,
        replayed=replayed,
    )


def main() -> None:
    """Run the campaign and say what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        left = campaign(Path(folder) / "data", given.kills, given.seed)
    sys.stdout.write(f"{left}\n")
    raise SystemExit(0 if left.in_log == left.distinct == left.counted == left.marks == left.acknowledged else 1)


if __name__ == "__main__":
    main()
