"""`conformance` again: label every planned step and every event of every journey."""

from __future__ import annotations

from collections import Counter

from tests.folds.oracle_alike import best_alignment
from tests.folds.oracle_journey import BINS, Shown, Told, cells, journeys, plain_bin
from wend.folds import deviations
from wend.folds.deviations import LATE, MOVED, SKIPPED, WIDTH, ConformanceAnswer, ConformanceParams

Counts = dict[str, Counter[int]]


def conformance(shown: Shown, params: ConformanceParams) -> ConformanceAnswer:
    """Rows of journeys, by what each of them did."""
    codes, n = params.masks.shape[1], params.length
    counts: Counts = {name: Counter() for name in ConformanceAnswer._fields}
    for told in journeys(shown, params.cut):
        if any(params.masks[0, code] for code in told.codes):
            _lay(told, params, counts)
        else:
            counts["totals"][deviations.ELSEWHERE] += 1
    sizes = {
        "groups": deviations.row_of_extra(params, codes) * WIDTH,
        "on_time": n,
        "seconds": n * BINS,
        "sums": n * BINS,
    }
    sizes |= {"extras": (n + 1) * codes, "totals": 4}
    return ConformanceAnswer(**{name: cells(found, sizes[name]) for name, found in counts.items()})


def _lay(told: Told, params: ConformanceParams, counts: Counts) -> None:
    """Beside the plan: the edits, what became of every step, what was not planned."""
    codes, n, extra = params.masks.shape[1], params.length, int(params.extra > 0)
    steps = [{code for code in range(codes) if params.masks[0, code] >> s & 1} for s in range(n)]
    optional = [bool(params.optional >> s & 1) for s in range(n)]
    edits, _, places = best_alignment(steps, told.codes, optional, extra, 2)
    counts["totals"][deviations.COST] += edits
    counts["totals"][deviations.LENGTHS] += n + len(told.steps) * extra
    counts["totals"][deviations.TAILS] += told.tail
    used = {place for place in places if place >= 0}
    became = [_became(told, params, places, s, steps[s], used) for s in range(n)]
    rows = [deviations.row_of(params, kind, s) for s, kind in enumerate(became) if kind is not None]
    wrong = [s for s, kind in enumerate(became) if kind is not None and not (kind == SKIPPED and optional[s])]
    for s in range(n):
        before = [place for place in places[:s] if place >= 0]
        counts["on_time"][s] += became[s] is None
        if before and places[s] >= 0:
            gap = told.steps[places[s]][1] - told.steps[before[-1]][1]
            counts["seconds"][s * BINS + plain_bin(gap)] += 1
            counts["sums"][s * BINS + plain_bin(gap)] += gap
    rest = [j for j in range(len(told.codes)) if j not in used]
    for j in rest:
        after = max((s + 1 for s, place in enumerate(places) if 0 <= place < j), default=0)
        counts["extras"][after * codes + told.codes[j]] += 1
    rows += [deviations.row_of_extra(params, code) for code in {told.codes[j] for j in rest}]
    rows += [deviations.ALL, deviations.DEVIATING if wrong or (rest and extra) else deviations.CONFORMING]
    had = any(event.step == params.outcome for event in told.events)
    for row in rows:
        counts["groups"].update({row * WIDTH + k: int(value) for k, value in enumerate([1, had, *told.felt])})


def _became(
    told: Told, params: ConformanceParams, places: list[int], s: int, fits: set[int], used: set[int]
) -> int | None:
    """LATE, MOVED or SKIPPED; None = on time. An event done out of its place is used up by it."""
    before = [place for place in places[:s] if place >= 0]
    if places[s] >= 0:
        late = before and told.steps[places[s]][1] - told.steps[before[-1]][1] > params.deadlines[s]
        return LATE if late else None
    elsewhere = [j for j, code in enumerate(told.codes) if j not in used and code in fits]
    used.update(elsewhere[:1])
    return MOVED if elsewhere else SKIPPED
