"""Periods of a business: what the log says of their pace, what is refused, and what then changes for customers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.touchpoints.logs import Happening, fill, workspace_at
from wend.conditions.season import EVEN, season_of, spans
from wend.domain.names import Name
from wend.domain.season import Period, Seasons
from wend.kit.zones import day_start, zone
from wend.seasons import facade
from wend.workspaces.facade import Workspace, audit_entries

ZONE = "Asia/Ho_Chi_Minh"
TET_2026 = range(41, 49)
"""The days from two before to five after 17 February, counted from 5 January."""
HOLIDAY = Period("2-9", Name("National Day", "Quốc khánh"), "yearly", "09-01", "09-02")


@pytest.fixture
def here(tmp_path: Path) -> Workspace:
    """Forty visits a day for seventeen weeks, four on the days of Tết."""
    workspace = workspace_at(tmp_path)
    workspace = replace(
        workspace, settings=replace(workspace.settings, timezone=ZONE), open_facts=lambda each: facade.facts(each)
    )
    visits = [(day, k) for day in range(120) for k in range(4 if day in TET_2026 else 40)]
    fill(workspace, [Happening(f"c{k}", "visit", day + 0.2 + k / 1_000) for day, k in visits])
    return workspace


def test_the_pace_is_learned_from_the_days_of_the_log(here: Workspace) -> None:
    [tet] = facade.learned(here, [facade.TET])
    assert tet.learned is not None
    seen = tet.learned
    assert (seen.percent, seen.low, seen.high, seen.days, seen.times, seen.sure) == (10, 10, 10, 8, 1, True)
    assert facade.seasons(here) == Seasons()  # nothing was saved


def test_a_period_that_the_log_does_not_hold_has_the_usual_pace(here: Workspace) -> None:
    saved = facade.save(here, [HOLIDAY], "mai")
    assert (saved.version, saved.periods[0].learned, saved.periods[0].pace) == (1, None, 100)
    assert here.facts.season() == season_of(Seasons((replace(HOLIDAY, percent=100),)), ZONE)


def test_a_pace_that_somebody_set_holds(here: Workspace) -> None:
    saved = facade.save(here, [replace(facade.TET, percent=0)], "mai")
    assert (saved.periods[0].pace, saved.periods[0].learned is not None) == (0, True)
    assert [(each.who, each.what) for each in audit_entries(here)] == [("mai", "seasons.saved")]
    assert facade.remove(here, "tet").periods == ()
    assert (facade.seasons(here).version, here.facts.season()) == (2, EVEN)


def test_time_goes_by_the_pace_of_the_day(here: Workspace) -> None:
    before = here.facts.version()
    facade.save(here, [facade.TET])
    season, first = here.facts.season(), day_start(date(2026, 2, 15), zone(ZONE))
    assert season.active(first + 8 * 86_400) - season.active(first) == 8 * 8_640
    assert season.active(first) - season.active(first - 86_400) == 86_400
    assert here.facts.version() != before


def test_what_was_changed_elsewhere_is_not_written_over(here: Workspace) -> None:
    facade.save(here, [HOLIDAY], edited=0)
    with pytest.raises(facade.SeasonsChangedElsewhere):
        facade.save(here, [facade.TET], edited=0)
    with pytest.raises(facade.UnknownPeriod):
        facade.remove(here, "lễ")


@pytest.mark.parametrize(
    "change",
    [
        {"key": "Tết"},
        {"name": Name(" ", "")},
        {"percent": 201},
        {"kind": "once", "first": "2026-02-30", "last": "2026-03-01"},
        {"kind": "once", "first": "2026-03-02", "last": "2026-03-01"},
        {"kind": "yearly", "first": "9-2", "last": "9-3"},
        {"kind": "yearly", "first": "13-01", "last": "13-02"},
        {"kind": "yearly", "first": "01-01", "last": "12-31"},
        {"kind": "tet", "first": "3", "last": "-3"},
        {"kind": "tet", "first": "-99999999999", "last": "0"},
        {"kind": "tet", "first": "soon", "last": "0"},
    ],
)
def test_a_period_that_makes_no_sense_is_refused(here: Workspace, change: dict[str, object]) -> None:
    with pytest.raises(facade.PeriodNotValid):
        facade.save(here, [replace(HOLIDAY, **change)])  # type: ignore[arg-type]


def test_keys_come_once_and_periods_are_not_endless(here: Workspace) -> None:
    with pytest.raises(facade.PeriodNotValid):
        facade.save(here, [HOLIDAY, HOLIDAY])
    with pytest.raises(facade.TooManyPeriods):
        facade.save(here, [replace(HOLIDAY, key=f"k{k}") for k in range(25)])


def test_a_yearly_period_may_end_in_the_next_year() -> None:
    turn = replace(HOLIDAY, first="12-30", last="01-01")
    assert (date(2024, 12, 30), date(2025, 1, 1)) in list(spans(turn))
    leap = replace(HOLIDAY, first="02-29", last="02-29")
    assert {(date(2024, 2, 29),) * 2, (date(2025, 2, 28),) * 2} <= set(spans(leap))


def test_where_periods_overlap_the_slowest_holds() -> None:
    week = Period("a", Name("a", "a"), "once", "2026-03-02", "2026-03-08", 50)
    day = Period("b", Name("b", "b"), "once", "2026-03-04", "2026-03-04", 150)
    season = season_of(Seasons((week, day)), "UTC")
    assert (len(season.at), set(season.pace)) == (2, {50, 100})
    assert season.reached(season.active(epoch_seconds_of(4)) + 43_200) == epoch_seconds_of(5)


def epoch_seconds_of(day: int) -> int:
    """Midnight of a day of March 2026."""
    return day_start(date(2026, 3, day), zone("UTC"))
