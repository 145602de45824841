"""Random quiet and busy times for walks."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from tests.folds.journals import START
from wend.folds.season import Season, season

DAY = 86_400


@st.composite
def seasons(draw: st.DrawFn) -> Season:
    """None, or a few periods that lie in and around the days of random journals."""
    gaps = draw(st.lists(st.sampled_from([1, 3_600, DAY, 40 * DAY]), max_size=4))
    if not gaps:
        return season()
    at = [int(each) for each in START - 5 + np.cumsum(gaps)]
    paces = draw(st.lists(st.sampled_from([0, 1, 30, 100, 150, 200]), min_size=len(at) - 1, max_size=len(at) - 1))
    gone = [at[0] * 100]
    for k, pace in enumerate(paces):
        gone.append(gone[-1] + (at[k + 1] - at[k]) * pace)
    return season(at, [*paces, 100], gone)
