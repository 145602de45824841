"""The version of the links: changes with every link, whatever their number."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from wend.kit.clock import FixedClock, epoch_seconds
from wend.store import links
from wend.store.facade import Store, tables


def _link(number: int, at: int) -> dict[str, object]:
    return {
        "a": f"customer:{number}",
        "b": f"phone:{number}",
        "sequence": number,
        "reason": "same_row",
        "source": "test",
        "at": at,
    }


def test_ten_thousand_links_have_a_version_that_one_more_changes(tmp_path: Path) -> None:
    clock = FixedClock(datetime(2026, 11, 1, tzinfo=UTC))
    now = epoch_seconds(clock.now()) * 1_000_000
    store = Store.open(tmp_path, clock)
    with store.work("main") as work:
        work.add(tables.identity_links, [_link(number, now) for number in range(10_000)])
        before = links.version(work)
        work.add(tables.identity_links, [_link(10_000, now)])
        assert links.version(work) != before
