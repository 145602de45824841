"""Silences by hand: a and b are done, d is received; a digit adds days of silence."""

from __future__ import annotations

import numpy as np

from tests.folds.journals import DAY, START, journal, told
from wend.engines.machine import Machine
from wend.folds import comebacks
from wend.folds.comebacks import COMEBACKS, ComebacksAnswer, ComebacksParams

DOES = np.arange(10) != 3
ROW = np.array([1, 2, -1, 0, *[-1] * 6], np.int64)
PARAMS = comebacks.params(DOES, ROW, 1, silence=2 * DAY, window=DAY, from_at=START, as_of=START + 10 * DAY - 1)


def asked(*stories: str, params: ComebacksParams = PARAMS) -> ComebacksAnswer:
    return Machine(journal([told(story) for story in stories], buckets=2)).answer(COMEBACKS, params).answer


def test_what_is_received_does_not_end_a_silence() -> None:
    answer = asked("a3a", "a1d2a", "a1d1d", "a1a")
    assert answer.customers.tolist() == [4, 2, 4]


def test_the_silent_are_looked_at_once_a_window_until_they_come_back() -> None:
    answer = asked("a5a")
    assert (answer.silent.sum(), answer.back.sum()) == (4 + 2, 1)  # at the start of days 2 to 5; again of 8 and 9
    assert answer.exposed.reshape(-1, 3).sum(axis=0).tolist() == [0, 6, 0]


def test_only_what_came_in_the_window_before_is_an_exposure() -> None:
    answer = asked("a3d1a", "b6d")
    exposed, back = (cells.reshape(-1, 3).sum(axis=0).tolist() for cells in (answer.exposed, answer.exposed_back))
    assert (exposed[0], back[0]) == (2, 1)
