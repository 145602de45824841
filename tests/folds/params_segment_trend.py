"""Random params of the fold `segment_trend`: a condition, some of whose leaves look back, at up to five moments."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from tests.folds import params_segment
from tests.folds.journals import CODES
from tests.folds.params_segment import DAY, START
from wend.folds import segment, segment_trend
from wend.folds.segment import SegmentParams
from wend.folds.segment_leaf import COMPARED, COUNT, NO_HIGH, NO_LOW, SILENT
from wend.folds.segment_trend import TrendParams

_LAST = st.sampled_from([0, 1, 60, 3_600, DAY, 30 * DAY, 400 * DAY])


@st.composite
def _alone(draw: st.DrawFn) -> SegmentParams:
    """A count or a silence and nothing else, of some codes."""
    one = segment.anybody(CODES)
    marks = np.array([draw(st.integers(0, 1)) for _ in range(CODES)], np.int64)
    low, high = draw(st.sampled_from([(NO_LOW, 2), (1, NO_HIGH), (0, 0), (2, 2)]))
    kind, size = draw(st.sampled_from([COUNT, SILENT])), draw(st.sampled_from([1, 60, DAY, 90 * DAY]))
    leaves = one.leaves._replace(
        kind=np.array([kind]), size=np.array([size]), low=np.array([low]), high=np.array([high])
    )
    return one._replace(marks=marks, leaves=leaves)


@st.composite
def params(draw: st.DrawFn) -> TrendParams:
    """Leaves that know no frame of time look at everything."""
    of = draw(st.one_of(params_segment.params(), _alone()))
    moments = sorted(draw(st.sets(st.integers(START - DAY, START + 100 * DAY) | _NEAR, min_size=1, max_size=5)))
    framed = [kind < SILENT or kind == COMPARED for kind in of.leaves.kind]
    return segment_trend.params(of, moments, [draw(_LAST) if frame else 0 for frame in framed])


_NEAR = st.builds(lambda days, more: START + days * DAY + more, st.integers(0, 30), st.sampled_from([-1, 0, 1, 60]))
