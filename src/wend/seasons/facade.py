"""What doors may ask of seasons: which periods there are, what the log says of their pace, and to save them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from wend.conditions.facts import NOTHING, Facts
from wend.conditions.season import Season, season_of
from wend.domain.season import Period, Seasons
from wend.engines.machine import Machine
from wend.kit.clock import from_epoch
from wend.kit.zones import zone
from wend.seasons import repository, rules
from wend.seasons.errors import PeriodNotValid, SeasonsChangedElsewhere, TooManyPeriods, UnknownPeriod
from wend.seasons.rules import TET
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace, audit

__all__ = [
    "TET",
    "PeriodNotValid",
    "SeasonsChangedElsewhere",
    "TooManyPeriods",
    "UnknownPeriod",
    "facts",
    "learned",
    "remove",
    "save",
    "seasons",
]
_DAY = 86_400
_TURN = "seasons"
_EPOCH = date(1970, 1, 1)


def seasons(workspace: Workspace) -> Seasons:
    """The periods as they were saved, each with the pace that was learned then."""
    with workspace.store.reading(workspace.name) as reading:
        return repository.load(reading)


def learned(workspace: Workspace, periods: Sequence[Period]) -> tuple[Period, ...]:
    """These periods with the pace that the log speaks for now; nothing is saved. Raises PeriodNotValid."""
    volumes, begins = _volumes(touchpoints.machine(workspace), workspace.settings.timezone)
    return rules.learned(rules.checked(periods), volumes, begins)


def save(workspace: Workspace, periods: Sequence[Period], who: str = "", edited: int | None = None) -> Seasons:
    """Make these the periods, their paces learned anew. From then on silences are measured by them, and the members of
    segments are found anew. `edited` is the version that was changed, if the caller wants it checked. Raises
    PeriodNotValid, TooManyPeriods, SeasonsChangedElsewhere.
    """
    known = learned(workspace, periods)
    with workspace.store.work(workspace.name) as work:
        work.lock(_TURN)
        before = repository.load(work)
        if edited is not None and edited != before.version:
            raise SeasonsChangedElsewhere(edited=edited, current=before.version)
        saved = Seasons(known, before.version + 1)
        repository.save(work, saved)
        audit(work, who, "seasons.saved", "seasons", {"version": saved.version})
    return saved


def remove(workspace: Workspace, key: str, who: str = "") -> Seasons:
    """Take one period away. Raises UnknownPeriod."""
    periods = seasons(workspace).periods
    if key not in [each.key for each in periods]:
        raise UnknownPeriod(named=key[:60], known=", ".join(each.key for each in periods) or "–")
    return save(workspace, [each for each in periods if each.key != key], who)


def facts(workspace: Workspace, others: Facts = NOTHING) -> Facts:
    """The time of this business, beside what `others` know."""

    def season() -> Season:
        return season_of(seasons(workspace), workspace.settings.timezone)

    def version() -> str:
        return f"{others.version()}/{seasons(workspace).version}"

    return replace(others, season=season, version=version)


def _volumes(machine: Machine, zone_name: str) -> tuple[NDArray[np.int64], date]:
    """How many events happened day by day, and the first day. Days have 24 hours and begin at the midnight that the
    zone has at the end of the log.
    """
    journal = machine.journal
    ahead = from_epoch(journal.last_at).astimezone(zone(zone_name)).utcoffset() or timedelta()
    offset = int(ahead.total_seconds())
    first = (journal.first_at + offset) // _DAY
    counts = np.zeros((journal.last_at + offset) // _DAY - first + 1 if journal.events else 0, np.int64)
    for number, bucket in enumerate(journal.buckets):
        days = (np.asarray(bucket.occurred_at, np.int64) + offset) // _DAY - first
        if machine.left_out is not None:
            days = days[np.repeat(~machine.left_out[number], np.diff(bucket.offsets))]
        counts += np.bincount(days, minlength=len(counts))
    return counts, _EPOCH + timedelta(days=first)
