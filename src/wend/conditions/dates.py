"""Dates among the traits: how many days from today, in a time zone, once or every year."""

from __future__ import annotations

from datetime import date, timedelta

from wend.conditions.tree import Day
from wend.conditions.values import given
from wend.kit.clock import from_epoch
from wend.kit.zones import day_start, zone

ZONE_TRAIT = "timezone"
"""The trait that says in which zone a customer lives; the workspace's zone where it says none."""
_DATE_LENGTH = 10


def read(text: str | None) -> date | None:
    """The date that a text begins with, or None.

    >>> read("1990-02-28T00:00:00Z"), read("soon")
    (datetime.date(1990, 2, 28), None)
    """
    try:
        return date.fromisoformat((given(text) or "")[:_DATE_LENGTH])
    except ValueError:
        return None


def days_until(day: date, today: date, *, yearly: bool) -> int:
    """Days from today; with `yearly` to the next anniversary, which may be today. 29 February is 28 February in common
    years.
    """
    if not yearly:
        return (day - today).days
    this = _in_year(day, today.year)
    return ((this if this >= today else _in_year(day, today.year + 1)) - today).days


def holds(leaf: Day, value: str | None, zone_name: str | None, workspace_zone: str, now: int) -> bool:
    """Whether the date lies in the days asked for."""
    day = read(value)
    if day is None:
        return False
    today = from_epoch(now).astimezone(zone(zone_name, workspace_zone)).date()
    return leaf.days.holds(days_until(day, today, yearly=leaf.yearly))


def changes(leaf: Day, value: str | None, zone_name: str | None, workspace_zone: str, now: int) -> tuple[int, ...]:
    """Midnights after `now` at which the answer may change, the earliest of each kind among them."""
    day, where = read(value), zone(zone_name, workspace_zone)
    if day is None:
        return ()
    today = from_epoch(now).astimezone(where).date()
    years = [day] if not leaf.yearly else [_in_year(day, today.year + more) for more in (-1, 0, 1, 2)]
    found = set()
    for each in years:
        for ahead in (leaf.days.low, leaf.days.high, 0):
            if ahead is None:
                continue
            for turn in (0, 1):
                try:
                    there = each - timedelta(days=ahead) + timedelta(days=turn)
                    found.add(day_start(there, where))
                except OverflowError:
                    continue
    return tuple(sorted(at for at in found if at > now))


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=min(year, date.max.year))
    except ValueError:
        return day.replace(year=year, day=28)
