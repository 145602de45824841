"""Lifecycle and stickiness by hand: days are periods; a digit adds days of silence."""

from __future__ import annotations

import numpy as np

from tests.folds.journals import DAY, START, journal, told
from wend.engines.machine import Machine
from wend.folds import lifecycle, stickiness
from wend.folds.lifecycle import LIFECYCLE
from wend.folds.periods import FOREVER
from wend.folds.stickiness import STICKINESS

ANY = np.ones(10, np.bool_)
DAYS = np.array([START + day * DAY for day in range(9)] + [FOREVER], np.int64)
EARLY = np.array([START - DAY, *DAYS], np.int64)


def test_new_returning_resurrected_and_dormant_by_day() -> None:
    log = journal([told(story) for story in ("a1a", "a1a2a", "a3a")], buckets=2)
    params = lifecycle.params(ANY, EARLY, START)
    rows = LIFECYCLE.present(Machine(log).answer(LIFECYCLE, params).answer, params, ())["periods"]
    told_of = [tuple(row[name] for name in ("new", "returning", "resurrected", "dormant")) for row in rows[:5]]
    assert told_of == [(3, 0, 0, 0), (0, 2, 0, 1), (0, 0, 0, 2), (0, 0, 2, 0), (0, 0, 0, 2)]


def test_active_days_are_counted_by_period() -> None:
    log = journal([told(story) for story in ("aaa", "a1a1a", "a5a")], buckets=2)
    period = np.array([0, 0, 0, 0, 1, 1, 1, 1, 1], np.int64)
    params = stickiness.params(ANY, DAYS, period)
    first, second = STICKINESS.present(Machine(log).answer(STICKINESS, params).answer, params, ())["periods"]
    assert first["days"] == [{"days": 1, "customers": 2}, {"days": 3, "customers": 1}]
    assert (second["customers"], second["active_days"]) == (1, 1)
