"""Contribution again, in plain Python: cut a customer's touches where they convert, and share each conversion out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tests.folds.journals import Event
from wend.folds.contribution import (
    BY_CHANNEL,
    CONVERSION,
    NO_TOUCH,
    NOT_ASKED,
    ContributionAnswer,
    ContributionParams,
    blank,
)
from wend.folds.credit import FINENESS, GROUPS, HALVINGS, RULES, UNITS

if TYPE_CHECKING:
    from tests.folds.oracles import Shown

BITS = 2**64


class Path(NamedTuple):
    """Touches with their times, and how they ended: a conversion that is counted, with its value and moment."""

    touches: list[tuple[int, int]]
    converted: bool
    value: int
    moment: int


def touch_of(event: Event, params: ContributionParams) -> int:
    """What the event is to a path."""
    channel, touch = int(params.channels[event.channel]), int(params.steps[event.step])
    return NO_TOUCH if channel == NOT_ASKED else channel if touch == BY_CHANNEL else touch


def group_of(noticed: list[tuple[int, int]]) -> int:
    """The group of a customer who was noticed like this."""
    mixed = 0
    for touch, at in noticed:
        seen = mixed ^ (at * 65_599 + touch) % BITS
        mixed = (seen ^ (seen >> 29)) * 0x9E3779B97F4A7C15 % BITS
    return mixed >> 58


def kept(touches: list[tuple[int, int]], params: ContributionParams, since: int) -> list[tuple[int, int]]:
    """Without repeats, if so asked (the latest of a run is kept), and without what came too early."""
    last = [i + 1 == len(touches) or touches[i + 1][0] != touch for i, (touch, _) in enumerate(touches)]
    short = [own for own, stays in zip(touches, last, strict=True) if stays or not params.collapse]
    return [(touch, at) for touch, at in short if at >= since]


def units(path: list[tuple[int, int]], moment: int, params: ContributionParams) -> list[list[int]]:
    """For every rule, running sums of the units that the first touches of a path get together."""
    n = len(path)
    ages = [min((moment - at) * FINENESS // params.half_life, HALVINGS * FINENESS) for _, at in path]
    weights = [int(params.weights[age]) for age in ages]
    new = [touch not in [other for other, _ in path[:i]] for i, (touch, _) in enumerate(path)]
    ends = [1] if n == 1 else [1, 1] if n == 2 else [2 * (n - 2), *[1] * (n - 2), 2 * (n - 2)]
    every = [[1, *[0] * (n - 1)], [*[0] * (n - 1), 1], [1] * n, ends, weights, [int(each) for each in new]]
    return [[UNITS * upto // sum(shares) for upto in accumulate(shares, initial=0)] for shares in every]


def contribution(shown: Shown, params: ContributionParams) -> ContributionAnswer:
    """Every path of every customer."""
    answer, steps, paid = blank(params), Counter[int](), Counter[int]()
    for journey in shown:
        if any(counts for _, counts in journey):
            _customer(journey, params, answer, steps, paid)
    keys = sorted(steps)
    return answer._replace(
        keys=np.array(keys, np.int64),
        counts=np.array([steps[key] for key in keys], np.int64),
        paid=np.array([paid[key] for key in keys], np.int64),
    )


def _customer(
    journey: Sequence[tuple[Event, bool]],
    params: ContributionParams,
    answer: ContributionAnswer,
    steps: Counter[int],
    paid: Counter[int],
) -> None:
    touches: list[tuple[int, int]] = []
    noticed: list[tuple[int, int]] = []
    group, fresh = -1, False
    ends = [(event, touch_of(event, params), counts) for event, counts in journey]
    for event, touch, counts in [*ends, (None, CONVERSION, True)]:
        if touch == CONVERSION and counts:
            moment = event.at if event else touches[-1][1] if touches else 0
            path = kept(touches, params, moment - params.window)
            noticed += [(touch, event.at)] if event and group < 0 else []
            group = group_of(noticed) if group < 0 and path and (event or fresh) else group
            _count(path, event, group, fresh, params, answer, steps, paid)
        elif touch not in (NO_TOUCH, CONVERSION) and event:
            touches.append((touch, event.at))
            noticed += [(touch, event.at)] if group < 0 else []
            fresh = fresh or counts
        if touch == CONVERSION:
            touches, fresh = [], False


def _count(
    path: list[tuple[int, int]],
    event: Event | None,
    group: int,
    fresh: bool,
    params: ContributionParams,
    answer: ContributionAnswer,
    steps: Counter[int],
    paid: Counter[int],
) -> None:
    if event and not path:
        answer.untouched[:] += [1, event.amount]
    if not path or not (event or fresh):
        return
    digits, base = [touch + 1 for touch, _ in path], params.touches + 1
    for i, following in enumerate([*digits, base if event else 0]):
        state = sum(digit * base**back for back, digit in enumerate(reversed(digits[max(0, i - params.order) : i])))
        steps[(state * (base + 1) + following) * GROUPS + group] += 1
    for digit in digits:
        answer.met[digit - 1] += 1
    if event is None:
        answer.nulls[group] += 1
        return
    paid[(state * (base + 1) + base) * GROUPS + group] += event.amount
    answer.conversions[group] += 1
    answer.value[group] += event.amount
    for rule, sums in enumerate(units(path, event.at, params)):
        for i, (touch, _) in enumerate(path):
            cell = (group * RULES + rule) * params.touches + touch
            answer.credit[cell] += sums[i + 1] - sums[i]
            answer.money[cell] += event.amount * sums[i + 1] // UNITS - event.amount * sums[i] // UNITS
