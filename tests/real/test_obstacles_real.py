"""Obstacles of real logs, found through the same path as any file: import, proposal, map."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from wend.bootstrap import open_workspace
from wend.collect.facade import import_files, plain_mapping, propose
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.maps import facade as maps
from wend.workspaces.facade import Workspace


@pytest.fixture
def workspace(data_dir: Path, clock: FixedClock) -> Iterator[Workspace]:
    opened = open_workspace(Settings(data=data_dir), clock, CountingIds())
    yield opened
    opened.store.close()


def test_the_marketplace_shows_its_late_deliveries_untold(shared_data: Path, workspace: Workspace) -> None:
    """The data's own notes: mean score 4.279 on time against 2.498 late, 8.0 % late (of delivered orders)."""
    paths = sorted((shared_data / "olist_sample").glob("*.csv.gz"))
    import_files(workspace, paths, [each.mapping for each in propose(paths) if each.mapping is not None])
    worst = maps.build_map(workspace).obstacles[0]
    assert (worst.kind, worst.outcome, worst.title.en) == ("late", "rating", "Delivery later than promised")
    assert worst.low < 2.498 - 4.279 < worst.high
    assert worst.effect == pytest.approx(2.498 - 4.279, abs=0.05)
    assert worst.share == pytest.approx(0.08, abs=0.005)
    assert worst.p_adjusted < 1e-9
    late, on_time = (bar.figure for bar in worst.comparisons)
    assert late.value + 3 == pytest.approx(2.498, abs=0.05)
    assert on_time.value + 3 == pytest.approx(4.279, abs=0.05)

    evidence = maps.evidence(workspace, worst.key)
    assert evidence.breakdown[0].figure.value + 3 == pytest.approx(4.279, abs=0.01)
    levels = [bar.figure.value for bar in evidence.breakdown]
    assert levels == sorted(levels, reverse=True)  # the later, the worse
    assert all(quote.rating is not None and quote.rating < 0 for quote in evidence.quotes)
    assert evidence.quotes
    behind = maps.customers_behind(workspace, worst.behind)
    assert len(behind) == len(set(behind)) == worst.customers


def test_the_marker_of_the_click_log_is_no_obstacle(shared_data: Path, workspace: Workspace) -> None:
    """`lost` was appended by the authors to whoever left; nothing else divides this log's customers."""
    path = shared_data / "clickstream_simple_shop" / "simple_shop.csv.gz"
    import_files(workspace, [path], [plain_mapping(path, [("customer", "user_id")], "event", "timestamp")])
    assert all("lost" not in obstacle.key for obstacle in maps.build_map(workspace).obstacles)
