"""Things met on the way: in the unusual order, at all, or again and again."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from wend.folds.contrast import attempts, count_before, nearest
from wend.maps.obstacles.attempts import Attempts, Outcome
from wend.maps.obstacles.context import DAY, Flags, Real, Whole
from wend.maps.obstacles.lay import Lay
from wend.maps.obstacles.outcomes import RATED_WITHIN, Outcomes

REPEATS, REPEATS_WITHIN = 3, 14 * DAY
RARE = 0.4
"""A touchpoint that fewer than this share of the customers meets is an encounter."""
LEAST_MET = 30
MINORITY_ORDER = 0.45
BOTH_WAYS = 0.02
"""Two steps stand in varying order when at least this share of each is followed by the other."""
USUAL = 0.5
"""The company's step usually comes first: it stands before this share of the customer's."""
ALREADY_THERE = 0.02
"""An order says nothing about the next step when more than this share took that step between the two."""
_FAR = 2**60


def order(outcomes: Outcomes) -> Iterator[Attempts]:
    """Two steps, one of them the company's, came in the unusual order; who met both is followed from the later one."""
    lay = outcomes.lay
    for b in (int(code) for code in np.flatnonzero(lay.usable & lay.company & ~lay.mishap)):
        for a in (int(code) for code in np.flatnonzero(lay.usable & ~lay.company & ~lay.mishap)):
            if min(lay.leads[a, b], lay.leads[b, a]) >= BOTH_WAYS and lay.comes_of(b, a) >= USUAL:
                yield from _ordered(outcomes, a, b)


def _ordered(outcomes: Outcomes, a: int, b: int) -> Iterator[Attempts]:
    lay, context, path = outcomes.lay, outcomes.context, outcomes.context.path
    here = context.places[a]
    before, after = nearest(context.owner, here, context.places[b])
    window = _near(path.at, here, before, after)
    fore = (before >= 0) & (path.at[here] - path.at[before] <= window)
    aft = (after >= 0) & (path.at[after] - path.at[here] <= window) & ~fore
    ok = fore | aft
    ahead = _further(lay, a, b)
    if not ok.any() or ahead < 0 or aft[ok].mean() > MINORITY_ORDER:
        return
    place, start, hit = here[ok], np.where(aft, after, here)[ok], aft[ok]
    if (
        max(_there_before(outcomes, np.where(fore, before, here)[ok], start, ahead, arm) for arm in (hit, ~hit))
        > ALREADY_THERE
    ):
        return
    rating, question = outcomes.rating(start)
    asked: dict[Outcome, Real] = {
        "next_step": outcomes.reaches(start, ahead, lay.within(a, ahead)),
        "rating": rating,
    }
    yield Attempts("order", b, place, start, hit, asked, other=a, ahead=ahead, question=question)


def _further(lay: Lay, a: int, b: int) -> int:
    """The next step of either, the one further ahead; −1 = none, or one of the two itself."""
    ahead = max(lay.successor[a], lay.successor[b], key=lambda code: lay.place(code) if code >= 0 else -1.0)
    return -1 if ahead in (a, b) else ahead


def _there_before(outcomes: Outcomes, first: Whole, start: Whole, ahead: int, arm: Flags) -> float:
    """The share of an arm that had taken the next step between the first and the later of the two."""
    if not arm.any():
        return 0.0
    found = outcomes.after(first[arm], ahead)
    return float(((found >= 0) & (found < start[arm])).mean())


def _near(at: Whole, here: Whole, before: Whole, after: Whole) -> int:
    """How near two steps must be to belong together: four times the median of the shorter distance, half an hour at
    least.
    """
    back = np.where(before >= 0, at[here] - at[before], _FAR)
    forth = np.where(after >= 0, at[after] - at[here], _FAR)
    closest = np.minimum(back, forth)
    closest = closest[closest < _FAR]
    return max(1_800, int(4 * np.median(closest))) if len(closest) else 1_800


def encounter(outcomes: Outcomes) -> Iterator[Attempts]:
    """Met something that only a minority meets; the others were on the same way and did not meet it."""
    context, lay = outcomes.context, outcomes.lay
    seen, people = context.seen, max(len(context.path.offsets) - 1, 1)
    rare = (seen.customers >= LEAST_MET) & (seen.customers < RARE * people)
    for met in (int(code) for code in np.flatnonzero(rare & ~context.promises & ~lay.rated & ~lay.end)):
        a = lay.source(met)
        if a < 0:
            continue
        if context.rated.any():
            yield from _met_before_rating(outcomes, a, met)
        if lay.mishap[met] and lay.successor[a] >= 0:
            yield _met_on_the_way(outcomes, a, met)


def _met_on_the_way(outcomes: Outcomes, a: int, met: int) -> Attempts:
    """A landmark: of all who were still under way at that moment after a, those who had met it and those who had
    not.
    """
    lay, context, path = outcomes.lay, outcomes.context, outcomes.context.path
    ahead = lay.successor[a]
    within, landmark = lay.within(a, ahead), int(lay.wait(a, met, 0.75)) + 1
    place, _ = attempts(context.owner, path.at, context.places[a], context.places[ahead], within)
    done, hurt = outcomes.after(place, ahead), outcomes.after(place, met)
    under_way = (done < 0) | (path.at[done] > path.at[place] + landmark)
    place, hurt = place[under_way], hurt[under_way]
    hit = (hurt >= 0) & (path.at[hurt] - path.at[place] <= landmark)
    asked: dict[Outcome, Real] = {
        "next_step": outcomes.reaches(place, ahead, within, landmark),
        "return": outcomes.returns(place, landmark),
    }
    return Attempts("encounter", met, place, place, hit, asked, other=a, ahead=ahead)


def _met_before_rating(outcomes: Outcomes, a: int, met: int) -> Iterator[Attempts]:
    """Ratings given after a, by whether it was met in between; only answers to the same question given equally long
    after a are compared.
    """
    path, place = outcomes.context.path, outcomes.context.places[a]
    rated = outcomes.rating_after(place)
    ok = (rated >= 0) & (path.at[rated] - path.at[place] <= RATED_WITHIN)
    place, rated = place[ok], rated[ok]
    last = np.r_[
        rated[1:] != rated[:-1], np.ones(min(len(rated), 1), np.bool_)
    ]  # one row per rating: the last a before it
    place, rated = place[last], rated[last]
    if len(place) < 2 * LEAST_MET:
        return
    hurt = outcomes.after(place, met)
    hit = (hurt >= 0) & (hurt < rated)
    waited = path.at[rated] - path.at[place]
    bands = np.searchsorted(np.quantile(waited, [0.2, 0.4, 0.6, 0.8]), waited).astype(np.int64)
    scores: dict[Outcome, Real] = {"rating": path.rating[rated] / 100.0}
    question = path.step[rated].astype(np.int64)
    yield Attempts("encounter", met, place, rated, hit, scores, other=a, bands=bands, question=question)


def repeat(outcomes: Outcomes) -> Iterator[Attempts]:
    """The same touchpoint three times or more within a fortnight, against once or twice."""
    lay = outcomes.lay
    for code in (int(c) for c in np.flatnonzero(lay.usable & lay.contact & ~lay.company)):
        yield _repeated_before_rating(outcomes, code)
        yield _repeated_before_return(outcomes, code)


def _repeated_before_rating(outcomes: Outcomes, code: int) -> Attempts:
    """Every rating with the touchpoint in the fortnight before it."""
    context, path = outcomes.context, outcomes.context.path
    rated = np.flatnonzero(context.rated & context.real)
    times = count_before(context.line, rated, context.places[code], _fortnight(outcomes))
    place, n = rated[times >= 1], times[times >= 1].astype(np.float64)
    scores: dict[Outcome, Real] = {"rating": path.rating[place] / 100.0}
    question = path.step[place].astype(np.int64)
    return Attempts("repeat", code, place, place, n >= REPEATS, scores, dose=n, unit="times", question=question)


def _fortnight(outcomes: Outcomes) -> int:
    """The window of repeats; a log that is shorter is looked at whole."""
    return min(REPEATS_WITHIN, int(np.ptp(outcomes.context.path.at)))


def _repeated_before_return(outcomes: Outcomes, code: int) -> Attempts:
    """Every first time in a fortnight; both arms are followed from the fortnight's end."""
    context, path = outcomes.context, outcomes.context.path
    here = context.places[code]
    first = here[count_before(context.line, here, here, _fortnight(outcomes)) == 1]
    second = outcomes.after(first, code)
    third = np.where(second >= 0, outcomes.after(second, code), -1)
    hit = (third >= 0) & (path.at[third] - path.at[first] <= REPEATS_WITHIN)
    asked: dict[Outcome, Real] = {"return": outcomes.returns(first, REPEATS_WITHIN)}
    return Attempts("repeat", code, first, first, hit, asked, dose=np.where(hit, 3.0, 1.0), unit="times")
