"""Dates among the traits: how many days from today, in a time zone, once or every year."""

from __future__ import annotations

import re
from datetime import date, timedelta

from wend.conditions.tree import Day
from wend.conditions.values import given
from wend.kit.clock import from_epoch
from wend.kit.zones import day_start, zone

ZONE_TRAIT = "timezone"
"""The trait that says in which zone a customer lives; the workspace's zone where it says none."""
_DATE_LENGTH = 10
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:[ T].*)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
Span = tuple[date, date]


def read(text: str | None) -> Span | None:
    """The first and the last day that a text may mean, or None: a date it begins with (`1990-02-28`, or `28/02/1990`,
    the day first), or a bare year from 1900 to 2099, which is any day of it.

    >>> read("1990-02-28T00:00:00Z"), read("soon")
    ((datetime.date(1990, 2, 28), datetime.date(1990, 2, 28)), None)
    >>> read("5/3/1990") == read("1990-03-05"), read("1990")
    (True, (datetime.date(1990, 1, 1), datetime.date(1990, 12, 31)))
    """
    said = given(text) or ""
    if _YEAR.fullmatch(said):
        return date(int(said), 1, 1), date(int(said), 12, 31)
    day_first = _DAY_FIRST.fullmatch(said)
    try:
        day = date(*map(int, day_first.groups()[::-1])) if day_first else date.fromisoformat(said[:_DATE_LENGTH])
    except ValueError:
        return None
    return day, day


def days_until(day: date, today: date, *, yearly: bool) -> int:
    """Days from today; with `yearly` to the next anniversary, which may be today. 29 February is 28 February in common
    years.
    """
    if not yearly:
        return (day - today).days
    this = _in_year(day, today.year)
    return ((this if this >= today else _in_year(day, today.year + 1)) - today).days


def holds(leaf: Day, value: str | None, zone_name: str | None, workspace_zone: str, now: int) -> bool:
    """Whether the date lies in the days asked for; of a bare year, whether every day of it does."""
    days = _days(leaf, value)
    today = from_epoch(now).astimezone(zone(zone_name, workspace_zone)).date()
    return bool(days) and all(leaf.days.holds(days_until(each, today, yearly=leaf.yearly)) for each in days)


def changes(leaf: Day, value: str | None, zone_name: str | None, workspace_zone: str, now: int) -> tuple[int, ...]:
    """Midnights after `now` at which the answer may change, the earliest of each kind among them."""
    days, where = _days(leaf, value), zone(zone_name, workspace_zone)
    today = from_epoch(now).astimezone(where).date()
    years = [_in_year(day, today.year + more) for day in days for more in (-1, 0, 1, 2)] if leaf.yearly else days
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


def _days(leaf: Day, value: str | None) -> tuple[date, ...]:
    """The ends of what a text may mean; a year alone has no anniversary."""
    span = read(value)
    if span is None or (leaf.yearly and span[0] != span[1]):
        return ()
    return span[:1] if span[0] == span[1] else span


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=min(year, date.max.year))
    except ValueError:
        return day.replace(year=year, day=28)
