"""Comebacks again, in plain words: look at every customer at the start of every window."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from wend.folds.comebacks import ACTIVITIES, QUARTERS, SILENCES, ComebacksAnswer, ComebacksParams, blank

if TYPE_CHECKING:
    from tests.folds.oracles import Shown


def comebacks(shown: Shown, params: ComebacksParams) -> ComebacksAnswer:
    """Silences from one thing done to the next; and at every window who is silent, exposed to what, and back."""
    from tests.folds.oracles import plain_bin

    answer = blank(params)
    for journey in shown:
        known = [(e, counts) for e, counts in journey if counts or e.at < params.from_at]
        done = [(e, counts) for e, counts in known if params.does[e.step]]
        if not done or not any(counts for _, counts in journey):
            continue
        ended = [b.at - a.at for (a, _), (b, counts) in pairwise(done) if counts and b.at - a.at >= params.silence]
        silent = params.as_of - done[-1][0].at >= params.silence
        answer.customers[:] += np.array([bool(ended) or silent, bool(ended), silent])
        for seconds in ended:
            answer.seconds[plain_bin(seconds)] += 1
        for window in range(params.windows):
            at = params.origin + window * params.window
            before = [e for e, _ in done if e.at < at]
            if not before or at - before[-1].at < params.silence:
                continue
            length = sum((at - before[-1].at) * 4 // params.silence >= border for border in QUARTERS) - 1
            activity = min(len(before).bit_length(), ACTIVITIES) - 1
            stratum = (window * SILENCES + length) * ACTIVITIES + activity
            back = any(counts and at <= e.at < at + params.window for e, counts in done)
            met = {int(params.row[e.step]) for e, _ in known if at - params.window <= e.at < at} - {-1}
            met = {row for row in met if row < params.received} | ({int(params.row[before[-1].step])} - {-1})
            answer.silent[stratum] += 1
            answer.back[stratum] += back
            for row in met:
                answer.exposed[stratum * params.rows + row] += 1
                answer.exposed_back[stratum * params.rows + row] += back
    return answer
