"""Things that came late or slowly: later than promised, and much later than usual."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from wend.folds.contrast import nearest
from wend.maps.obstacles import words
from wend.maps.obstacles.attempts import Attempts, Outcome
from wend.maps.obstacles.context import Real, Whole
from wend.maps.obstacles.contrasting import LEAST
from wend.maps.obstacles.lay import FORWARD, Lay
from wend.maps.obstacles.outcomes import Outcomes

SLOW_SHARE = 0.9
SLOW_TIMES = 2.0
"""Slow = longer than nine in ten and at least twice the median wait."""
SHORTEST_SLOW = 60.0
COMES_OF = 0.3
"""A wait is measured from a step that comes before this share of the events waited for …"""
WAYS_TO_WAIT = 3
"""… from the most frequent of them only."""
_FAR = 2**60


def late(outcomes: Outcomes) -> Iterator[Attempts]:
    """The thing came after its promised time.

    The promise is known by its name; what fulfils it by a related name, or by being done by the company. Follow-up
    starts when the thing came, or at the promised time when it had not come by then: that is when it became late.
    """
    context, lay = outcomes.context, outcomes.lay
    path = context.path
    for promise in (int(code) for code in np.flatnonzero(context.promises)):
        for kept in _fulfilling(lay, promise):
            here = context.places[promise]
            before, after = nearest(context.owner, here, context.places[kept])
            due = path.at[here]
            early_by = np.where(before >= 0, due - path.at[before], _FAR)
            late_by = np.where(after >= 0, path.at[after] - due, _FAR)
            hit = late_by < early_by
            taken = hit & np.isin(after, before[~hit & (before >= 0)])  # it kept a later promise, in time
            ok = ((before >= 0) | (after >= 0)) & ~taken & (due <= context.ends_at)
            start = np.where(hit, here, before)[ok]
            dose = np.where(hit, late_by, -early_by)[ok].astype(np.float64)
            if hit[ok].sum() < LEAST:
                continue
            came = np.where(hit, after, before)[ok]
            asked, question = after_it(outcomes, start, kept, came)
            yield Attempts(
                "late",
                kept,
                start,
                start,
                hit[ok],
                asked,
                other=promise,
                dose=dose,
                unit="late",
                question=question,
                over=came,
            )


def _fulfilling(lay: Lay, promise: int) -> list[int]:
    """What may keep a promise: steps of the company with related names, else related names, else all it does."""
    steps, usable = lay.context.steps, lay.usable & ~lay.mishap
    kin = [int(c) for c in np.flatnonzero(usable) if words.kinship(steps[promise].key, steps[c].key)]
    by_company = [int(c) for c in np.flatnonzero(usable & lay.company)]
    return [c for c in kin if c in by_company] or kin or by_company


def after_it(outcomes: Outcomes, start: Whole, code: int, came: Whole) -> tuple[dict[Outcome, Real], Whole]:
    """The outcomes that any exposure may have once it is over, and which questions the ratings answered.

    `came` are the places at which `code` came; a rating after its next coming is about that one.
    """
    rating, question = outcomes.rating(start, code, outcomes.after(came, code))
    asked: dict[Outcome, Real] = {"rating": rating, "return": outcomes.returns(start)}
    if outcomes.lay.purchase >= 0:
        asked["money"] = outcomes.money(start)
    return asked, question


def slow(outcomes: Outcomes) -> Iterator[Attempts]:
    """a → b took much longer than usual; everybody who came to b is compared, from b on.

    A slow step of the company may show in anything; a customer's own pace only counts against the rating (slow
    buyers are other people, not people who were hit).
    """
    lay = outcomes.lay
    for b in (int(code) for code in np.flatnonzero(lay.usable & ~lay.mishap)):
        ways = _waits_before(lay, b)
        if not ways:
            continue
        every = _once_it_came(outcomes, b)
        for a in ways:
            yield _waited(outcomes, a, every)


def _once_it_came(outcomes: Outcomes, b: int) -> Attempts:
    """Every coming of b with what came after it, whatever it is measured from."""
    lay, here = outcomes.lay, outcomes.context.places[b]
    ahead, nobody = lay.successor[b], np.zeros(len(here), np.bool_)
    if not lay.company[b]:
        rating, question = outcomes.rating(here, b, outcomes.after(here, b))
        return Attempts("slow", b, here, here, nobody, {"rating": rating}, ahead=ahead, unit="wait", question=question)
    asked, question = after_it(outcomes, here, b, here)
    if ahead >= 0:
        asked["next_step"] = outcomes.reaches(here, ahead, lay.within(b, ahead))
    return Attempts("slow", b, here, here, nobody, asked, ahead=ahead, unit="wait", question=question)


def _waited(outcomes: Outcomes, a: int, every: Attempts) -> Attempts:
    """Those comings that had an a before them, and which of them were slow."""
    context, lay = outcomes.context, outcomes.lay
    limit = max(lay.wait(a, every.code, SLOW_SHARE), SLOW_TIMES * lay.wait(a, every.code, 0.5), SHORTEST_SLOW)
    before, _ = nearest(context.owner, every.place, context.places[a])
    rows, begun = every.only(before >= 0), before[before >= 0]
    waited = (context.path.at[rows.start] - context.path.at[begun]).astype(np.float64)
    return replace(rows, other=a, place=begun, hit=waited > limit, dose=waited, threshold=limit)


def _waits_before(lay: Lay, b: int) -> list[int]:
    """From which steps the wait for b is measured."""
    seen = lay.context.seen
    share = seen.follows[:, b] / max(seen.events[b], 1)
    ways = lay.usable & ~lay.mishap & (lay.ahead[:, b] >= FORWARD) & (share >= COMES_OF)
    most = WAYS_TO_WAIT if lay.company[b] else 1
    return [int(a) for a in sorted(np.flatnonzero(ways), key=lambda a: -share[a])[:most]]
