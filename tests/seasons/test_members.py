"""A season that is saved changes who is slower than usual, in segments and on profiles, to the second."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.web.visiting import rows, small_workspace
from wend.customers import facade as customers
from wend.domain.names import Name
from wend.domain.season import Period
from wend.kit.clock import FixedClock
from wend.seasons import facade as seasons
from wend.segments import facade as segments
from wend.workspaces.facade import Workspace

SLOWER = {"version": 1, "condition": {"slower_than_usual": {"event": "product.viewed", "times": 2}}}
CLOSED = Period("closed", Name("Closed", "Đóng cửa"), "once", "2026-06-28", "2026-06-30", 0)


@pytest.fixture
def shop(tmp_path: Path, clock: FixedClock) -> Workspace:
    """One who came every day at noon until 27 June, and one who came an hour ago; it is noon on 1 July."""
    visits = [("2", "", "product.viewed", "2026-07-01T11:00:00Z", "web")]
    visits += [("1", "", "product.viewed", f"2026-06-{day:02}T12:00:00Z", "web") for day in range(20, 28)]
    return small_workspace(tmp_path, clock, rows(*visits))


def members(shop: Workspace) -> list[str]:
    segments.catch_up(shop)
    return list(segments.member_ids(shop, "slower"))


def test_members_are_found_anew_and_leave_and_enter_on_the_second(shop: Workspace, clock: FixedClock) -> None:
    segments.create(shop, "Slower", SLOWER, "mai")
    assert members(shop) == ["customer:1"]
    seasons.save(shop, [CLOSED], "mai")
    assert members(shop) == []
    clock.advance(timedelta(days=1))
    assert members(shop) == []  # two of the business's days: the half of the 27th, that of the 1st, and the 2nd
    clock.advance(timedelta(seconds=1))
    assert members(shop) == ["customer:1"]
    seasons.remove(shop, "closed", "mai")
    assert [each.why for each in segments.history(shop, "slower").changes] == ["window", "recount"]


def test_pages_of_customers_measure_silence_by_it(shop: Workspace, clock: FixedClock) -> None:
    def states() -> tuple[str, str]:
        [found] = [each for each in customers.search(shop).rows if each.customer == "customer:1"]
        return found.state, customers.profile(shop, "customer:1").state

    assert states() == ("slowing", "slowing")
    seasons.save(shop, [CLOSED], "mai")
    assert states() == ("active", "active")
