"""Of how many customers did a condition hold at each moment? The same question as `segment`, asked anew for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from tests.folds.oracle_segment import marks_of, true_nodes
from wend.folds.segment import SegmentParams
from wend.folds.segment_trend import TrendAnswer, TrendParams


def segment_trend(journeys: Sequence[Sequence[Any]], params: TrendParams) -> TrendAnswer:
    """Customers by moment; whoever has done nothing by then is asked all the same."""
    lives = [[seen.event for seen in journey if seen.counted] for journey in journeys]
    found = [sum(_holds(life, params, int(at)) for life in lives if life) for at in params.moments]
    return TrendAnswer(np.array(found, np.int64), np.zeros(1, np.int64))


def _holds(life: list[Any], params: TrendParams, now: int) -> bool:
    of = at_moment(params, now)
    return bool(true_nodes([(marks_of(event, of), event) for event in life if event.at <= now], of)[-1])


def at_moment(params: TrendParams, now: int) -> SegmentParams:
    """The condition as it is asked at one moment."""
    leaves = params.of.leaves
    begins = np.where(params.last > 0, now - params.last + 1, leaves.from_at)
    return params.of._replace(now=now, leaves=leaves._replace(from_at=np.maximum(leaves.from_at, begins)))
