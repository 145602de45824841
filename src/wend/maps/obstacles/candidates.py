"""Every exposure that the log has enough of, found without being told: late, slow, in another order, repeated,
met, slowing.

Each generator states who ran the risk, when follow-up starts (never before the exposure could be known, the same for
both arms) and which outcomes may be asked. What would only restate itself is not asked: a marker of the end, a step
that the exposure contains, the rating that is the exposure.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from wend.folds.contrast import attempts, count_before, nearest, rhythm
from wend.maps.obstacles import words
from wend.maps.obstacles.attempts import Attempts, Outcome
from wend.maps.obstacles.context import DAY, Context, Real, Whole
from wend.maps.obstacles.lay import FORWARD, Lay
from wend.maps.obstacles.outcomes import RATED_WITHIN, Outcomes

LEAST_HIT = 30
SLOW_SHARE = 0.9
SLOW_TIMES = 2.0
"""Slow = longer than nine in ten and at least twice the median wait."""
REPEATS, REPEATS_WITHIN = 3, 14 * DAY
RARE = 0.4
"""A touchpoint that fewer than this share of the customers meets is an encounter."""
MINORITY_ORDER = 0.45
OLDER, RECENT = 3, 2
SLOWED = 1.8
"""Slowing = the last two gaps are on average 1.8 times the three before."""
STAYS_WITHIN = 90 * DAY
_WAYS_TO_WAIT = 3


def candidates(context: Context, lay: Lay, outcomes: Outcomes) -> Iterator[Attempts]:
    """All exposures, kind by kind."""
    for generate in (late, slow, order, encounter, repeat, slowing):
        for each in generate(context, lay, outcomes):
            if LEAST_HIT <= each.hit.sum() <= len(each.hit) - LEAST_HIT:
                yield each


def late(context: Context, lay: Lay, outcomes: Outcomes) -> Iterator[Attempts]:
    """The thing came after its promised time. The promise is known by its name, what fulfils it by kinship of
    names and by lying around it.
    """
    path = context.path
    for promise in np.flatnonzero(context.promises):
        for kept in _fulfilling(context, lay, int(promise)):
            here, before, after = nearest(path.offsets, path.step, path.at, int(promise), kept)
            due = path.at[here]
            early_by = np.where(before >= 0, due - path.at[before], 2**60)
            late_by = np.where(after >= 0, path.at[after] - due, 2**60)
            came = (before >= 0) | (after >= 0)
            hit = late_by < early_by
            same = hit & np.isin(after, before[~hit & (before >= 0)])  # this one fulfilled a later promise in time
            ok = came & ~same & (due <= context.ends_at)
            start, dose = np.where(hit, here, before)[ok], np.where(hit, late_by, -early_by)[ok]
            asked = _after(outcomes, start, kept)
            yield Attempts(
                "late", kept, int(promise), -1, start, start, hit[ok], dose.astype(np.float64), "late", asked
            )


def _fulfilling(context: Context, lay: Lay, promise: int) -> list[int]:
    """What may keep a promise: related names first; else everything the company does that mostly comes before the
    promised time, not always.
    """
    kin = [c for c in np.flatnonzero(lay.usable & ~lay.mishap) if words.kinship(context.steps[promise].key, context.steps[c].key)]
    if kin and any(lay.company[kin]):
        kin = [c for c in kin if lay.company[c]]
    return [int(c) for c in (kin or np.flatnonzero(lay.usable & lay.company & ~lay.mishap))]


def _after(outcomes: Outcomes, start: Whole, code: int) -> dict[Outcome, Real]:
    """The outcomes that any exposure may have once it is over."""
    asked: dict[Outcome, Real] = {"rating": outcomes.rating(start, code), "return": outcomes.returns(start)}
    if outcomes.lay.purchase >= 0:
        asked["money"] = outcomes.money(start)
    return asked


def slow(context: Context, lay: Lay, outcomes: Outcomes) -> Iterator[Attempts]:
    """a → b took much longer than usual; everybody who came to b is compared, from b on.

    A slow step of the company may show in anything; a customer's own pace only counts against the rating (slow buyers
    are other people, not hit ones).
    """
    path, seen = context.path, context.seen
    for b in np.flatnonzero(lay.usable & ~lay.mishap):
        share = seen.follows[:, b] / max(seen.events[b], 1)
        ways = lay.usable & ~lay.mishap & (lay.ahead[:, b] >= FORWARD) & (share >= 0.3)
        for a in sorted(np.flatnonzero(ways), key=lambda a: -share[a])[:_WAYS_TO_WAIT]:
            median, tail = lay.wait(int(a), int(b), 0.5), lay.wait(int(a), int(b), SLOW_SHARE)
            limit = max(tail, SLOW_TIMES * median, 60.0)
            here, before, _ = nearest(path.offsets, path.step, path.at, int(b), int(a))
            ok = (before >= 0) & (here >= 0)
            start = here[ok]
            waited = (path.at[start] - path.at[before[ok]]).astype(np.float64)
            asked = _after(outcomes, start, int(b))
            if not lay.company[b]:
                asked = {"rating": asked["rating"]}
            elif lay.successor[b] >= 0:
                ahead = lay.successor[b]
                asked["next_step"] = outcomes.reaches(start, ahead, lay.within(int(b), ahead))
            yield Attempts(
                "slow",
                int(b),
                int(a),
                lay.successor[b],
                before[ok],
                start,
                waited > limit,
                waited,
                "wait",
                asked,
                threshold=limit,
            )


def order(context: Context, lay: Lay, outcomes: Outcomes) -> Iterator[Attempts]:
    """Two steps, one of them shown or done by the company, came in the unusual order; everybody who met both is
    followed from the later one.
    """
    path = context.path
    for b in np.flatnonzero(lay.usable & lay.company & ~lay.mishap):
        for a in np.flatnonzero(lay.usable & ~lay.mishap & ~lay.company):
            if min(lay.leads[a, b], lay.leads[b, a]) < 0.02 or not lay.ahead[a, b]:
                continue
            here, before, after = nearest(path.offsets, path.step, path.at, int(a), int(b))
            window = _near(path.at, here, before, after)
            fore = (before >= 0) & (path.at[here] - path.at[before] <= window)
            aft = (after >= 0) & (path.at[after] - path.at[here] <= window) & ~fore
            ok = fore | aft
            hit = aft[ok]
            if hit.mean() > MINORITY_ORDER:
                continue
            ahead = max(lay.successor[a], lay.successor[b], key=lambda c: lay.place(c) if c >= 0 else -1.0)
            if ahead < 0 or ahead in (a, b):
                continue
            start = np.where(aft, after, here)[ok]
            asked: dict[Outcome, Real] = {"next_step": outcomes.reaches(start, ahead, lay.within(int(a), ahead))}
            asked["rating"] = outcomes.rating(start)
            yield Attempts("order", int(b), int(a), ahead, here[ok], start, hit, hit.astype(np.float64), "flag", asked)


def _near(at: Whole, here: Whole, before: Whole, after: Whole) -> int:
    """How near two steps must be to belong together: four times the median of the shorter distance, at least half
    an hour.
    """
    back = np.where(before >= 0, at[here] - at[before], 2**60)
    forth = np.where(after >= 0, at[after] - at[here], 2**60)
    closest = np.minimum(back, forth)
    closest = closest[closest < 2**60]
    return max(1_800, int(4 * np.median(closest))) if len(closest) else 1_800


def encounter(context: Context, lay: Lay, outcomes: Outcomes) -> Iterator[Attempts]:
    """Met something that only a minority meets, on the way from a step that leads there; the others were on the
    same way and did not meet it.
    """
    seen = context.seen
    people = max(len(context.path.offsets) - 1, 1)
    rare = (seen.customers >= LEAST_HIT) & (seen.customers < RARE * people) & ~context.promises & ~lay.rated & ~lay.end
    for met in np.flatnonzero(rare):
        sources = seen.follows[:, met] / max(seen.events[met], 1) * (lay.usable & ~lay.mishap)
        sources[met] = 0
        if sources.max() < 0.5:
            continue
        near = np.flatnonzero(sources >= 0.8 * sources.max())
        a = int(min(near, key=lambda c: lay.wait(int(c), int(met), 0.5)))
        if context.rated.any():
            yield from _met_before_rating(context, outcomes, a, int(met))
        if lay.mishap[met] and lay.successor[a] >= 0:
            yield _met_on_the_way(context, lay, outcomes, a, int(met))


def _met_on_the_way(context: Context, lay: Lay, outcomes: Outcomes, a: int, met: int) -> Attempts:
    """A landmark: of all who were still under way at that moment after a, those who had met it and those who had
    not.
    """
    path, ahead = context.path, lay.successor[a]
    within, landmark = lay.within(a, ahead), int(lay.wait(a, met, 0.75)) + 1
    place, _ = attempts(path.offsets, path.step, path.at, a, ahead, within)
    done, hurt = outcomes.following(ahead)[place], outcomes.following(met)[place]
    under_way = (done < 0) | (path.at[done] > path.at[place] + landmark)
    place, hurt = place[under_way], hurt[under_way]
    hit = (hurt >= 0) & (path.at[hurt] - path.at[place] <= landmark)
    asked: dict[Outcome, Real] = {"next_step": outcomes.reaches(place, ahead, within, landmark)}
    asked["return"] = outcomes.returns(place, landmark)
    return Attempts("encounter", met, a, ahead, place, place, hit, hit.astype(np.float64), "flag", asked)


def _met_before_rating(context: Context, outcomes: Outcomes, a: int, met: int) -> Iterator[Attempts]:
    """Ratings given after a, by whether it was met in between; only ratings given equally long after a are compared."""
    path = context.path
    place = np.flatnonzero(path.step == a)
    rated = outcomes.next_rating()[place]
    ok = (rated >= 0) & (path.at[rated] - path.at[place] <= RATED_WITHIN)
    place, rated = place[ok], rated[ok]
    _, first = np.unique(rated[::-1], return_index=True)  # one row per rating: the last a before it
    pick = len(rated) - 1 - first
    place, rated = place[pick], rated[pick]
    if len(place) < 2 * LEAST_HIT:
        return
    hurt = outcomes.following(met)[place]
    hit = (hurt >= 0) & (hurt < rated)
    waited = path.at[rated] - path.at[place]
    bands = np.searchsorted(np.quantile(waited, [0.2, 0.4, 0.6, 0.8]), waited).astype(np.int64)
    scores: dict[Outcome, Real] = {"rating": path.rating[rated] / 100.0}
    yield Attempts("encounter", met, a, -1, place, place, hit, hit.astype(np.float64), "flag", scores, bands)


def repeat(context: Context, lay: Lay, outcomes: Outcomes) -> Iterator[Attempts]:
    """The same touchpoint three times or more within a fortnight, against once or twice."""
    path = context.path
    rated = np.flatnonzero(context.rated & context.real)
    for code in np.flatnonzero(lay.usable & lay.contact & ~lay.company):
        times = count_before(path.offsets, path.step, path.at, int(code), rated, REPEATS_WITHIN)
        ok = times >= 1
        if ok.sum() >= 2 * LEAST_HIT:
            place, n = rated[ok], times[ok].astype(np.float64)
            scores: dict[Outcome, Real] = {"rating": path.rating[place] / 100.0}
            yield Attempts("repeat", int(code), -1, -1, place, place, n >= REPEATS, n, "times", scores)
        here = np.flatnonzero(path.step == code)
        first = here[count_before(path.offsets, path.step, path.at, int(code), here, REPEATS_WITHIN) == 1]
        again = outcomes.following(int(code))
        second = again[first]
        third = np.where(second >= 0, again[second], -1)
        hit = (third >= 0) & (path.at[third] - path.at[first] <= REPEATS_WITHIN)
        asked: dict[Outcome, Real] = {"return": outcomes.returns(first, REPEATS_WITHIN)}
        yield Attempts("repeat", int(code), -1, -1, first, first, hit, np.where(hit, 3.0, 1.0), "times", asked)


def slowing(context: Context, _lay: Lay, outcomes: Outcomes) -> Iterator[Attempts]:
    """The customer's own rhythm has lengthened; compared with customers of the same average pace in the same
    month, does the next visit come?
    """
    path = context.path
    place, old, new, following = rhythm(path.offsets, path.at, outcomes.visits, OLDER, RECENT)
    if not len(place):
        return
    gap = (old + new) / (OLDER + RECENT)
    ratio = (new / RECENT) / np.maximum(old / OLDER, 1.0)
    came = (following >= 0) & (path.at[following] - path.at[place] <= STAYS_WITHIN)
    known = (path.at[place] + STAYS_WITHIN <= context.ends_at) & (gap < STAYS_WITHIN / 3)
    stays: dict[Outcome, Real] = {"stay": np.where(known, came, np.nan)}
    bands = np.clip(2 * np.log2(np.maximum(gap / DAY, 1.0)), 0, 63).astype(np.int64)
    # only the month's first such visit of a customer counts: what it is followed by did not choose it
    month = context.owner[place] * 65_536 + context.month[place]
    first = np.r_[True, month[1:] != month[:-1]]
    rows = Attempts("slowing", -1, -1, -1, place, place, ratio >= SLOWED, ratio, "ratio", stays, bands)
    yield rows.only(first)
