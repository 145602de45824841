"""Waits by hand: each letter is an event an hour after the last, a digit adds days of silence."""

from __future__ import annotations

import numpy as np

from tests.folds.journals import DAY, START, journal, told
from wend.domain.selection import Selection
from wend.engines.machine import Machine
from wend.folds import stage_walk, survival
from wend.folds.survival import SURVIVAL, SurvivalParams

A, B = np.arange(10) == 0, np.arange(10) == 1
RULES = stage_walk.rules([[1], [2]], need=[1, 1], stage=[1, 2], stages=3, codes=10)


def days(params: SurvivalParams, *stories: str, selection: Selection | None = None) -> list[list[int]]:
    machine = Machine(journal([told(story) for story in stories], buckets=2))
    answer = machine.answer(SURVIVAL, params, selection or Selection()).answer
    return [np.repeat(np.arange(params.most), cells).tolist() for cells in answer]


def test_the_first_end_after_the_first_start_counts_and_what_goes_on_is_open() -> None:
    params = survival.params(A, B, stage_walk.no_stages(10), START, START + 10 * DAY)
    assert days(params, "a2ab", "ab9b", "bb", "b1a3a", "a") == [[0, 2], [8, 10]]


def test_time_in_a_stage_ends_with_the_way_out_of_it() -> None:
    params = survival.params(A, B, RULES, START, START + 10 * DAY, stage=1, leaving=True)
    assert days(params, "a2b3b4c", "a2c", "ab") == [[7], [9]]


def test_what_began_before_the_period_is_left_out() -> None:
    params = survival.params(A, B, stage_walk.no_stages(10), START + DAY, START + 10 * DAY)
    assert days(params, "a2ab", "c2ab", selection=Selection(from_at=START + DAY)) == [[0], []]
