"""Periods are found by a ruler as by looking for them."""

from __future__ import annotations

import numpy as np
from hypothesis import given, strategies as st

from tests.folds.questions_of import calendars
from wend.folds.contract import Cells
from wend.folds.periods import FOREVER, measured, place_at, ruler


@given(starts=calendars(), odd=st.integers(0, 3_599), seconds=st.lists(st.integers(0, 60 * 40 * 86_400), min_size=1))
def test_a_ruler_gives_the_last_period_that_has_begun(starts: Cells, odd: int, seconds: list[int]) -> None:
    starts = starts + odd * (np.arange(len(starts)) > 1) * (starts < FOREVER)
    made = ruler(starts)
    assert made.exact or odd
    for after in [*seconds, *(made.bounds[:-1] - 1)[1:].tolist(), *made.bounds[:-1].tolist()]:
        place = int(np.searchsorted(starts, starts[0] + after, side="right")) - 1
        assert place_at(starts, int(starts[0]) + after, -1) == place
        assert not len(made.marks) or measured(made, after) == place


def test_what_needs_too_many_marks_has_none() -> None:
    assert len(ruler(np.array([0, 1, 100_000, FOREVER])).marks) == 0
    assert len(ruler(np.array([0, 2, 100_000, FOREVER])).marks) == 50_001
