"""The time of a business read three ways: of one moment, of many, and in compiled code; and back again."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from hypothesis import given, strategies as st

from tests.folds.journals import START
from tests.folds.oracle_silence import active as plainly
from tests.folds.seasons import seasons
from wend.conditions.season import Season
from wend.engines.marking import actives
from wend.folds import season as compiled

MOMENTS = st.lists(st.integers(START - 10, START + 200 * 86_400), min_size=1, max_size=20)
in_python = cast("Any", compiled.active).py_func


@given(seasons(), MOMENTS)
def test_every_reader_says_how_much_time_has_gone_by(cells: compiled.Season, moments: list[int]) -> None:
    season = Season(*(tuple(each.tolist()) for each in cells))
    gone = [plainly(moment, cells) for moment in moments]
    assert [season.active(moment) for moment in moments] == gone
    assert actives(season, np.array(moments, np.int64)).tolist() == gone
    assert [in_python(cells, moment) for moment in moments] == gone


@given(seasons(), MOMENTS, st.integers(0, 90 * 86_400))
def test_a_time_is_reached_at_its_first_moment(cells: compiled.Season, moments: list[int], more: int) -> None:
    season = Season(*(tuple(each.tolist()) for each in cells))
    wanted = season.active(moments[0]) + more
    at = season.reached(wanted)
    assert season.active(at - 1) < wanted <= season.active(at)
