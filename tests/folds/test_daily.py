"""Day by day, counted on fingers."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.folds.journals import DAY, HOUR, Event, journal
from wend.engines.machine import Machine
from wend.folds.daily import DAILY, params

MIDNIGHT = 1_700_006_400


def counted(journeys: list[list[Event]], groups: int = 1, within: int = DAY) -> Any:
    asked = params(2 * groups, [0, 1], [(0, 1, within)], (MIDNIGHT, MIDNIGHT + 2 * DAY), groups)
    asked = asked._replace(size=2, place=np.arange(2))
    return Machine(journal(journeys), threads=1).answer(DAILY, asked).answer


def test_a_second_try_inside_the_window_is_the_same_attempt() -> None:
    answer = counted([[Event(0, MIDNIGHT), Event(0, MIDNIGHT + HOUR), Event(1, MIDNIGHT + 2 * HOUR)]])
    assert (answer.tried.tolist(), answer.came.tolist()) == ([1, 0, 0], [1, 0, 0])
    assert answer.customers.tolist() == [1, 0, 0, 1, 0, 0]


def test_who_comes_too_late_has_not_come() -> None:
    answer = counted([[Event(0, MIDNIGHT), Event(1, MIDNIGHT + DAY + 1), Event(0, MIDNIGHT + 2 * DAY)]])
    assert (answer.tried.tolist(), answer.came.tolist()) == ([1, 0, 1], [0, 0, 0])


def test_an_attempt_belongs_to_the_day_and_group_in_which_it_began() -> None:
    late = MIDNIGHT + DAY - HOUR
    answer = counted([[Event(2, late), Event(1, late + 2 * HOUR)]], groups=2)
    assert answer.tried.reshape(2, 3).tolist() == [[0, 0, 0], [1, 0, 0]]
    assert answer.came.reshape(2, 3).tolist() == [[0, 0, 0], [1, 0, 0]]


def test_money_counts_for_the_steps_of_the_week_before() -> None:
    answer = counted([[Event(0, MIDNIGHT), Event(1, MIDNIGHT + DAY, amount=500)]])
    assert answer.paid.tolist() == [500, 500]
