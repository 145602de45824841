"""What the drawer shows of one obstacle: how much of it did how much harm, what customers said, what they did
next, and who they are.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from wend.domain.names import Name
from wend.folds.contrast import next_after
from wend.maps.model import Comparison, Evidence, Interval, Obstacle, Quote
from wend.maps.obstacles.attempts import Attempts
from wend.maps.obstacles.context import DAY, Context, Flags, Whole
from wend.maps.obstacles.figures import bar, wilson
from wend.maps.obstacles.outcomes import RATED_WITHIN
from wend.maps.obstacles.study import Finding, Study
from wend.maps.obstacles.tested import Tested
from wend.maps.obstacles.titles import both, title_of

QUOTES = 6
SOON = 7 * DAY
"""Where the outcome is no rating, only what was said within a week can be about the obstacle."""
_ASKED_FOR = 300
SHORTEST_QUOTE = 8
MOST_NEXT = 4
NEXT_WITHIN = 30 * DAY
MOST_BARS = 8


def evidence(study: Study, finding: Finding, obstacle: Obstacle) -> Evidence:
    """All that stands behind one finding."""
    context, chief = study.context, finding.chief
    return Evidence(
        obstacle,
        tuple(_breakdown(context, chief)),
        _quotes(context, chief),
        tuple(_next_steps(study, chief.attempts)),
        _method(study, chief),
        tuple(_related(context, each) for each in finding.also),
    )


def _breakdown(context: Context, chief: Tested) -> Iterator[Comparison]:
    values = chief.attempts.outcomes[chief.outcome]
    for label, which, hit in _slices(context, chief):
        each = bar(chief.outcome, label, values[which], hit=hit)
        if each is not None:
            yield each


def _slices(context: Context, chief: Tested) -> Iterator[tuple[Name, Flags, bool]]:
    rows = chief.attempts
    if rows.kind == "incident" and chief.began is not None:
        at = context.path.at[rows.place]
        yield both("obstacles.dose.before"), at < chief.began, False
        yield both("obstacles.dose.during"), rows.hit, True
        if chief.ended is not None:
            yield both("obstacles.dose.after"), at >= chief.ended, False
    elif rows.kind == "dropoff":
        yield from _by_value(context, rows)
    else:
        yield from _by_dose(rows)


def _by_dose(rows: Attempts) -> Iterator[tuple[Name, Flags, bool]]:
    cuts: list[tuple[str, float]]
    if rows.unit == "late":
        cuts = [("on_time", 0), ("up_to_day", DAY), ("days_3", 3 * DAY), ("days_7", 7 * DAY), ("over_7", np.inf)]
    elif rows.unit == "wait":
        usual = float(np.median(rows.dose)) if rows.dose is not None and len(rows.dose) else 0.0
        cuts = [
            ("wait_usual", usual),
            ("wait_limit", rows.threshold),
            ("wait_2", 2 * rows.threshold),
            ("wait_more", np.inf),
        ]
    elif rows.unit == "ratio":
        cuts = [("ratio_steady", 1.0), ("ratio_some", 1.8), ("ratio_2", 2.8), ("ratio_3", np.inf)]
    elif rows.unit == "times":
        cuts = [("once", 1), ("times", 2), ("times_more", np.inf)]
    else:
        return
    dose, low = (rows.hit.astype(np.float64) if rows.dose is None else rows.dose), -np.inf
    for number, (key, high) in enumerate(cuts):
        label = both(f"obstacles.dose.{key}", times=number + 1)
        which = (dose > low) & (dose <= high)
        yield label, which, bool(rows.hit[which].mean() > 0.5) if which.any() else False
        low = high


def _by_value(context: Context, rows: Attempts) -> Iterator[tuple[Name, Flags, bool]]:
    """The largest groups of the grouping, the hit ones first."""
    grouping = next((each for each in context.divisions if each.key == rows.grouping), None)
    if grouping is None:
        return
    codes = grouping.codes[rows.place].astype(np.int64)
    n = np.bincount(np.maximum(codes, 0), codes >= 0, len(grouping.values))
    struck = np.bincount(np.maximum(codes, 0), rows.hit & (codes >= 0), len(grouping.values))
    for value in sorted(np.flatnonzero(n), key=lambda v: (-int(struck[v] > 0), -n[v]))[:MOST_BARS]:
        yield both("obstacles.dose.value", value=grouping.values[value]), codes == value, bool(struck[value])


def _quotes(context: Context, chief: Tested) -> tuple[Quote, ...]:
    """Comments that came with the lowest ratings of hit customers, given after they were hit."""
    rows, path, wanted = chief.attempts, context.path, context.rated & context.real
    within = RATED_WITHIN if chief.outcome == "rating" else SOON
    starts = rows.start[rows.hit]
    found = next_after(context.owner, context.line, starts, np.flatnonzero(wanted))
    found = np.where(wanted[starts], starts, found)
    ok = (found >= 0) & (path.at[found] - path.at[starts] <= within)
    places = np.unique(found[ok])
    places = places[(path.rating[places] < 0)]
    places = places[np.lexsort((-path.at[places], path.rating[places]))][:_ASKED_FOR]
    texts = context.remarks(context.event_id[places])
    quotes: list[Quote] = []
    for place in places:
        said = texts.get(int(context.event_id[place]), "").strip()
        if len(said) >= SHORTEST_QUOTE and all(said != other.text for other in quotes):
            [customer] = context.customers(context.owner[[place]])
            quotes.append(Quote(customer, said, int(path.at[place]), int(path.rating[place])))
        if len(quotes) == QUOTES:
            break
    return tuple(quotes)


def _next_steps(study: Study, rows: Attempts) -> Iterator[Comparison]:
    """The step that came next, for those who were hit and for the others: the most frequent ones, and nothing at
    all.
    """
    context = study.context
    path, codes = context.path, len(context.steps)
    begin = rows.start if rows.over is None else rows.over
    known = path.at[begin] + NEXT_WITHIN <= context.ends_at
    start, hit = begin[known], rows.hit[known]
    if not hit.any() or hit.all():
        return
    found = next_after(context.owner, context.line, start, np.flatnonzero(study.outcomes.own))
    came = (found >= 0) & (path.at[found] - path.at[start] <= NEXT_WITHIN)
    code = np.where(came, path.step[found], codes).astype(np.int64)
    counts = [np.bincount(code[arm], minlength=codes + 1) for arm in (hit, ~hit)]
    shares = [count / count.sum() for count in counts]
    frequent = np.argsort(-(shares[0] + shares[1])[:codes], kind="stable")[:MOST_NEXT]
    for each in (*(int(c) for c in frequent if counts[0][c] + counts[1][c]), codes):
        label = (
            both("obstacles.next.nothing")
            if each == codes
            else both("obstacles.next.step", step=context.steps[each].name)
        )
        for share, count, is_hit in zip(shares, counts, (True, False), strict=True):
            yield Comparison(label, wilson(float(share[each]), int(count.sum())), is_hit)


def _method(study: Study, chief: Tested) -> Name:
    key = "obstacles.method.incident" if chief.attempts.kind == "incident" else "obstacles.method"
    p = "< 0.001" if chief.p_adjusted < 0.001 else f"= {chief.p_adjusted:.3f}"
    outcome = both(f"obstacles.outcome.{chief.outcome}")
    return both(key, outcome=outcome, hit=chief.found.hit_n, others=chief.found.other_n, tests=study.tests, p=p)


def _related(context: Context, each: Tested) -> Comparison:
    """Another comparison of the same story: its effect as the figure."""
    found = each.found
    effect = Interval(found.effect, found.low, found.high, found.hit_n, "t")
    return Comparison(
        both(f"obstacles.related.{each.outcome}", title=title_of(context, each.attempts)), effect, hit=True
    )


def behind(study: Study, finding: Finding) -> Whole:
    """The customers who were hit, each once, in the order of the path."""
    rows = finding.chief.attempts
    return np.unique(study.context.owner[rows.place[rows.hit]])
