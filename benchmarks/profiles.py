"""Search, profiles and look-ups at a million customers: `make bench-profiles` (`python -m benchmarks.profiles`).

Ten events a customer on eight channels, names, e-mails and phones for everybody, one event in five under a phone or an
e-mail instead of the customer number. Server time is the time of the call that the endpoint makes; the first calls of
each kind are not counted, and how long they took is printed beside.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wend.bootstrap import open_workspace
from wend.customers import facade as customers
from wend.kit.settings import Settings
from wend.people import repository
from wend.people.repository import Held
from wend.segments import facade as segments
from wend.store.facade import tables
from wend.workspaces.facade import Workspace

BATCH, SEGMENT = 250_000, "measured"
SPAN_US = 180 * 86_400 * 1_000_000
START_US = 1_760_000_000_000_000
EVENTS = pa.array([f"kind{i // 8}.happened{i % 8}" for i in range(40)])
CHANNELS = pa.array(["web", "app", "zalo", "shop", "call", "delivery", "email", "sms"])
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"]
MIDDLE = ["Văn", "Thị", "Hữu", "Đức", "Minh", "Ngọc", "Thanh", "Quốc", "Gia", "Bảo"]
GIVEN = ["Lan", "Anh", "Hùng", "Hương", "Dũng", "Phương", "Chi", "Đạt", "Hạnh", "Khánh", "Linh", "Nam", "Oanh", "Thảo"]
_WEIGHTS = 1 / np.arange(1, 41)


def phone(who: np.ndarray) -> pa.Array:
    """Everybody's phone."""
    number = (900_000_000 + (who * 7919) % 99_999_989).astype(str)
    return pa.array(np.char.add("+84", number))


def email(who: np.ndarray) -> pa.Array:
    """Everybody's address."""
    given = np.array(["lan", "anh", "hung", "huong", "dung", "phuong", "chi", "dat"])[who % 8]
    return pa.array(np.char.add(np.char.add(given, who.astype(str)), "@mail.vn"))


def name(who: np.ndarray) -> pa.Array:
    """Everybody's name."""
    family, middle, given = (
        pa.array(words).take(pa.array((who * salt // 101) % len(words)))
        for words, salt in ((FAMILY, 13), (MIDDLE, 29), (GIVEN, 53))
    )
    return pc.binary_join_element_wise(family, middle, given, " ")


def batches(everybody: int, events: int, seed: int = 7) -> Iterator[pa.Table]:
    """Who everybody is, then what they did, in time order."""
    rng = np.random.default_rng(seed)
    for start in range(0, everybody, BATCH):
        who = np.arange(start, min(start + BATCH, everybody))
        told = ['{"name":"', name(who), '","email":"', email(who), '","phone":"', phone(who), '"}']
        yield _table(
            pc.binary_join_element_wise("customer:", pc.cast(pa.array(who), pa.string()), ""),
            pa.array(["$identify"] * len(who)),
            np.full(len(who), START_US),
            rng,
            pc.binary_join_element_wise(*told, ""),
        )
    for start in range(0, events, BATCH):
        n = min(BATCH, events - start)
        who = (everybody * rng.random(n) ** 1.5).astype(np.int64)
        way = rng.integers(0, 10, n)
        subject = pc.if_else(
            pa.array(way < 8),
            pc.binary_join_element_wise("customer:", pc.cast(pa.array(who), pa.string()), ""),
            pc.if_else(
                pa.array(way == 8),
                pc.binary_join_element_wise("phone:", phone(who), ""),
                pc.binary_join_element_wise("email:", email(who), ""),
            ),
        )
        parts = ['{"sku":"SKU-', pc.cast(pa.array(rng.integers(0, 5_000, n)), pa.string()), '","quantity":2}']
        times = START_US + ((start + np.arange(n)) * (SPAN_US / events)).astype(np.int64)
        words = EVENTS.take(pa.array(rng.choice(40, n, p=_WEIGHTS / _WEIGHTS.sum())))
        yield _table(subject, words, times, rng, pc.binary_join_element_wise(*parts, ""))


def _table(
    subject: pa.Array, event: pa.Array, times: np.ndarray, rng: np.random.Generator, properties: pa.Array
) -> pa.Table:
    n = len(subject)
    return pa.table(
        {
            "subject": subject,
            "event": event,
            "channel": CHANNELS.take(pa.array(rng.integers(0, 8, n))),
            "occurred_at": pa.array(times).cast(pa.timestamp("us", tz="UTC")),
            "amount": pa.array(rng.integers(10_000, 2_000_000, n), mask=rng.random(n) > 0.2),
            "properties": properties,
        }
    )


def build(here: Workspace, everybody: int, events: int) -> None:
    """The log with its identity, the journal and the dossiers."""
    began = time.perf_counter()
    with here.log.writer("import_1") as writer:
        for table in batches(everybody, events):
            staged = writer.stage(table)
            with here.store.work(here.name) as work:
                here.log.promise(work, staged)
            writer.settle(staged)
    here.log.move()
    _said("log", began)
    began = time.perf_counter()
    for start in range(0, everybody, 100_000):
        _know(here, np.arange(start, min(start + 100_000, everybody)))
    _said("identity", began)
    began = time.perf_counter()
    here.log.journal()
    _said("journal", began)
    began = time.perf_counter()
    here.log.dossiers.keep()
    _said("dossiers", began)


def _know(here: Workspace, who: np.ndarray) -> None:
    """Everybody's phone and e-mail, as an import would have resolved them; that is measured elsewhere."""
    rows = zip(who.tolist(), phone(who).to_pylist(), email(who).to_pylist(), strict=True)
    people = {f"customer:{number}": (f"phone:{called}", f"email:{written}") for number, called, written in rows}
    with here.store.work(here.name) as work:
        first = work.numbers(repository.LINKS, 2 * len(who))
        pairs = [sorted((person, other)) for person, others in people.items() for other in others]
        said = {"reason": "same_row", "source": "import_1", "at": START_US}
        work.add(
            tables.identity_links,
            [{"a": a, "b": b, "sequence": first + n, **said} for n, (a, b) in enumerate(pairs)],
        )
        held = {each: Held(person, 1, 1) for person, others in people.items() for each in (person, *others)}
        repository.hold(work, held)
        repository.settle_up_to(work, first + 2 * len(who) - 1)


def measure(here: Workspace, everybody: int, times: int) -> None:
    """Print p50 and p95 of every call, with the first one beside."""
    rng = np.random.default_rng(11)
    who = rng.integers(0, everybody, times + 5)
    names, phones, emails = name(who).to_pylist(), phone(who).to_pylist(), email(who).to_pylist()
    calls: dict[str, Callable[[int], object]] = {
        "profile, by number": lambda i: customers.profile(here, f"customer:{who[i]}"),
        "profile, by phone": lambda i: customers.profile(here, "0" + phones[i][3:]),
        "look-up": lambda i: customers.look_up(here, f"email:{emails[i]}"),
        "timeline, money only": lambda i: customers.timeline(
            here, f"customer:{who[i]}", wanted=customers.TimelineFilter(with_money=True)
        ),
        "search, full name": lambda i: customers.search(here, names[i]),
        "search, name as typed": lambda i: customers.search(here, customers.folded(names[i])[: 3 + i % 8]),
        "search, phone": lambda i: customers.search(here, "0" + phones[i][3:6] + " " + phones[i][6:]),
        "search, e-mail": lambda i: customers.search(here, emails[i]),
        "search, number": lambda i: customers.search(here, str(who[i])),
        "list, first page": lambda _: customers.search(here),
        "list of a segment": lambda _: customers.search(here, among=segments.among(here, [SEGMENT])),
        "profile with segments": lambda i: segments.profile(here, f"customer:{who[i]}"),
        "timeline with segments": lambda i: segments.timeline(here, f"customer:{who[i]}"),
    }
    _follow(here)
    print(f"customers {everybody:,} load {os.getloadavg()[0]:.1f} RSS {_rss():.0f} MB")
    for title, call in calls.items():
        began = time.perf_counter()
        call(0)
        first = (time.perf_counter() - began) * 1000
        spent = []
        for i in range(5, times + 5):
            t0 = time.perf_counter()
            call(i)
            spent.append((time.perf_counter() - t0) * 1000)
        p50, p95 = np.percentile(spent, [50, 95])
        print(f"  {title:24} p50 {p50:7.1f} ms   p95 {p95:7.1f} ms   first {first:8.0f} ms   RSS {_rss():.0f} MB")


def _follow(here: Workspace) -> None:
    """A segment of a good part of the customers, computed and followed."""
    began = time.perf_counter()
    if SEGMENT not in {each.key for each in segments.segments(here)}:
        did = {"did": {"event": EVENTS[3].as_py(), "times": {"at_least": 1}}}
        segments.create(here, "Measured", {"version": 1, "condition": did}, "benchmark", key=SEGMENT)
    segments.catch_up(here)
    _said(f"segment of {segments.segment(here, SEGMENT).size:,}", began)


def _said(part: str, began: float) -> None:
    print(f"  {part} {time.perf_counter() - began:.1f} s, peak {_peak():.0f} MB", flush=True)


def _rss() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Build unless the folder holds the log already, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", type=int, default=1_000_000)
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--folder", type=Path, default=None, help="keep the log here (default: thrown away)")
    parser.add_argument("--only-build", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as thrown:
        folder = chosen.folder or Path(thrown)
        here = open_workspace(Settings(data=folder))
        done = folder / "built.json"
        if not done.exists():
            build(here, chosen.customers, chosen.events)
            done.write_text(json.dumps({"customers": chosen.customers, "events": chosen.events}))
        if not chosen.only_build:
            measure(here, json.loads(done.read_text())["customers"], chosen.times)


if __name__ == "__main__":
    main()
