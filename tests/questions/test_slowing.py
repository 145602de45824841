"""Slowing down is slower than one's own rhythm; the days of the set are for those who have none yet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.folds.journals import DAY, START
from tests.questions.shop import CLOCK, STAGES, context
from wend.conditions.facts import Facts
from wend.conditions.season import season_of
from wend.domain.names import Name
from wend.domain.season import Period, Seasons
from wend.kit.clock import from_epoch
from wend.questions.asking import ask, members
from wend.questions.context import Context

DAILY, RARE = "a1a1a1a1a1a", "a9a9a9a9a9a"


def here(times: float) -> Context:
    """One who comes every day and one who comes every ten, both once more than a rhythm needs; and a newcomer."""
    stages = replace(STAGES, slowing_after_days=30, left_after_days=60, slowing_times=times)
    shop = context((DAILY, RARE, "ab"))
    return replace(shop, plan=replace(shop.plan, stage_sets=(stages,), version=f"{times}"))


@pytest.mark.parametrize(
    ("days", "slowing", "left"), [(7, 0, 0), (9, 1, 0), (33, 2, 0), (66, 0, 2), (80, 1, 2), (400, 0, 3)]
)
def test_each_is_measured_by_their_own_pauses(days: int, slowing: int, left: int) -> None:
    rows = ask(here(2.5), CLOCK, "stages", {"as_of": START + days * DAY}).rows
    assert (sum(row["slowing"] for row in rows), sum(row["left"] for row in rows)) == (slowing, left)


def test_whoever_comes_rarely_is_slow_later_than_the_days_say() -> None:
    at = {"as_of": START + 78 * DAY}  # 33 days after the last of ten-day pauses
    assert len(members(here(4.0), "stages", at, {"stage": "looking", "state": "slowing"})) == 0
    assert len(members(here(0.0), "stages", at, {"stage": "looking", "state": "slowing"})) == 1


def test_without_a_rhythm_the_days_hold_for_everybody() -> None:
    rows = ask(here(0.0), CLOCK, "stages", {"as_of": START + 33 * DAY}).rows
    assert sum(row["slowing"] for row in rows) == 1  # the newcomer; the others were there less than 30 days ago


@pytest.mark.parametrize(("pace", "slowing"), [(100, [1, 1, 1, 1]), (50, [0, 0, 1, 1]), (0, [0, 0, 0, 1])])
def test_quiet_days_make_nobody_slow(pace: int, slowing: list[int]) -> None:
    first, last = (from_epoch(START + days * DAY).date().isoformat() for days in (7, 10))
    quiet = Seasons((Period("closed", Name("Closed", "Đóng cửa"), "once", first, last, pace),))
    shop = replace(here(2.5), facts=Facts(season=lambda: season_of(quiet, "UTC")))
    asked = [ask(shop, CLOCK, "stages", {"as_of": START + days * DAY}).rows for days in (8, 9, 11, 15)]
    assert [sum(row["slowing"] for row in rows) for rows in asked] == slowing
    opened = members(shop, "stages", {"as_of": START + 15 * DAY}, {"stage": "looking", "state": "slowing"})
    assert len(opened) == 1
