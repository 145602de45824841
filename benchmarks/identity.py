"""Who is who at full size: a million customers, five million identifiers, everything decided anew.

    python -m benchmarks.identity [CUSTOMERS] [FOLDER]

Each customer has a number, an e-mail, a phone and two devices; one phone in twenty is a family's, one device in fifty a
shop's till. It also says what one new link costs then, and what a known one costs.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from wend.identity.reasons import Evidence
from wend.kit.clock import FixedClock
from wend.people import facade as people
from wend.store.facade import Store

CUSTOMERS = 1_000_000
_BATCH = 100_000
_WORKSPACE = "main"


def pairs(customers: int) -> Iterator[tuple[str, str]]:
    """The evidence, customer by customer."""
    for n in range(customers):
        who = f"customer:KH{n:07d}"
        yield who, f"email:kh{n}@mail.vn"
        family = n - n % 3 if n % 20 == 0 else n
        yield who, f"phone:+849{family:08d}"
        yield who, f"device:{n:x}-web"
        yield who, f"device:till-{n // 5_000}" if n % 50 == 0 else f"device:{n:x}-app"


def main(customers: int, folder: Path) -> None:
    """Fill, settle, settle again after the rules have changed, then one link at a time."""
    store = Store.open(folder, FixedClock(datetime(2026, 7, 1, tzinfo=UTC)))
    bulk, rest = people.Bulk("same_row", "benchmark", 0), pairs(customers)
    began = time.perf_counter()
    while part := list(islice(rest, _BATCH)):
        with store.work(_WORKSPACE) as work:
            bulk.note(work, part)
    _tell(f"{4 * customers:,} pairs noted", began)
    del bulk  # an import that has ended remembers nothing
    began = time.perf_counter()
    people.settle(store, _WORKSPACE)
    _tell("first resolution, every row written", began)
    with store.work(_WORKSPACE) as work:
        people.save_rules(work, people.rules(work))
    began = time.perf_counter()
    people.settle(store, _WORKSPACE)
    _tell("full re-resolution", began)
    _one_by_one(store, customers)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2:.2f} GiB")


def _one_by_one(store: Store, customers: int) -> None:
    familiar = people.Familiar()
    fresh = [Evidence.of(f"customer:KH{n:07d}", f"device:new-{n}", "same_event", "web", 1) for n in range(2_000)]
    for name, again in (("new", False), ("known, first seen by this process", True), ("known", True)):
        began = time.perf_counter()
        for start in range(0, len(fresh), 100):
            with store.work(_WORKSPACE) as work:
                changes = people.absorb(work, fresh[start : start + 100], familiar)
                assert again or changes.new == 100
        took = (time.perf_counter() - began) / len(fresh)
        print(f"{name} link of {customers:,} customers, a hundred in a transaction: {took * 1e6:,.0f} µs each")


def _tell(what: str, began: float) -> None:
    print(
        f"{what}: {time.perf_counter() - began:,.1f} s wall, {time.process_time():,.1f} s of processor in all",
        flush=True,
    )


if __name__ == "__main__":
    given = sys.argv[1:]
    with tempfile.TemporaryDirectory(dir=given[1] if len(given) > 1 else None) as place:
        main(int(given[0]) if given else CUSTOMERS, Path(place))
