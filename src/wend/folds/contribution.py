"""Which touches led to conversions: paths before each conversion, counted so that models can share it out.

A path is what a customer met before a conversion and after the one before, no earlier than `window` seconds before it:
touches are channels, or steps. What is met after the last conversion, within the window before the last touch, is a
path that came to nothing (a *null*), if any of it lies inside the selection. Touches before the period count as such;
conversions before it only begin a new path. Nothing is kept of a path but what models need: its shares by rule
(`credit.py`) and its steps, as keys of the chain of the last `order` touches. So the answer is bounded and exact,
however many different paths there are.

Everything is counted in GROUPS groups of customers, so that an interval can be drawn from how much the groups differ.
A customer's group follows from what stands in the first path, so it does not depend on who walks the customer or when.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from wend.folds import credit, table
from wend.folds.columns import Columns
from wend.folds.contract import Cells, Fold, Presented, Whole
from wend.folds.credit import FRESH, GROUP, GROUPS, HASH, LENGTH, RULES
from wend.folds.kernel import kernel

NO_TOUCH, CONVERSION, BY_CHANNEL, NOT_ASKED = -1, -2, -3, -4
NO_WINDOW = 2**61
TABLE = ("keys", "counts", "paid")
_MIX = 0x9E3779B97F4A7C15


class ContributionParams(NamedTuple):
    """`steps[code]` and `channels[code]` give the touch of an event: NO_TOUCH, CONVERSION, or a touch 0 … touches − 1;
    BY_CHANNEL looks into `channels`, where NOT_ASKED is a channel outside the selection. Seconds of `window` and
    `half_life`; `order` 1–3; `collapse` 1 counts repeats once; `weights` of age; `places` of the open table.
    """

    steps: Cells
    channels: Cells
    touches: int
    window: int
    half_life: int
    order: int
    collapse: int
    weights: Cells
    places: int


class ContributionAnswer(NamedTuple):
    """`credit` and `money` stand at (group · RULES + rule) · touches + touch, in UNITS and minor units.

    `keys`, `counts`, `paid`: an open table of steps. A key is (state · (touches + 2) + following) · GROUPS + group: a
    state is its touches as digits touch + 1 to the base touches + 1; `following` is a touch + 1, 0 for nothing, or
    touches + 1 for a conversion. By group: `conversions`, what they were worth, and `nulls`. `untouched`: conversions
    without a path, and their worth. `met[touch]`: touches in paths. `lost` counts what found no room.
    """

    credit: Cells
    money: Cells
    keys: Cells
    counts: Cells
    paid: Cells
    conversions: Cells
    value: Cells
    nulls: Cells
    untouched: Cells
    met: Cells
    lost: Cells


def params(
    steps: Sequence[int],
    channels: Sequence[int],
    touches: int,
    window: int | None = None,
    half_life: int = 7 * 86_400,
    order: int = 1,
    collapse: bool = True,
    places: int = 0,
) -> ContributionParams:
    """Params with room for the usual number of steps."""
    places = places or 1 << min(18, 1 + ((touches + 2) ** (order + 1) * GROUPS).bit_length())
    codes = np.array(steps, np.int64), np.array(channels, np.int64)
    window = NO_WINDOW if window is None else window
    return ContributionParams(
        *codes, touches, window, max(1, half_life), order, int(collapse), credit.weights(), places
    )


def blank(params: ContributionParams) -> ContributionAnswer:
    """No path yet."""
    keys, shares = table.empty(params.places), GROUPS * RULES * params.touches
    sizes = params.places, params.places, GROUPS, GROUPS, GROUPS, 2, params.touches, 1
    one, other = np.zeros(shares, np.int64), np.zeros(shares, np.int64)
    return ContributionAnswer(one, other, keys, *(np.zeros(size, np.int64) for size in sizes))


def scratch(params: ContributionParams) -> Cells:
    """[serial, hash, group, whether a touch is inside the selection, touches kept; sums by rule; touches; marks]."""
    return np.zeros(credit.MARKS + params.touches, np.int64)


@kernel
def begin(state: Cells, params: ContributionParams) -> None:
    """Nothing met, no group yet."""
    state[HASH] = 0
    state[GROUP] = -1
    state[LENGTH] = 0
    state[FRESH] = 0


@kernel
def touch_of(columns: Columns, i: int, params: ContributionParams) -> int:
    """What an event is to a path."""
    touch = params.steps[columns.step[i]]
    channel = params.channels[columns.channel[i]]
    if channel == NOT_ASKED:
        return NO_TOUCH
    return int(channel if touch == BY_CHANNEL else touch)


@kernel
def notice(state: Cells, touch: Whole, moment: Whole) -> None:
    """The customer's group follows from all that is noticed before it is needed."""
    if state[GROUP] < 0:
        seen = np.uint64(state[HASH]) ^ np.uint64(moment * 65_599 + touch)
        state[HASH] = np.int64((seen ^ (seen >> np.uint64(29))) * np.uint64(_MIX))


@kernel
def recall(state: Cells, columns: Columns, i: int, params: ContributionParams) -> None:
    """Before the period touches are kept, and conversions end a path uncounted."""
    touch = touch_of(columns, i, params)
    if touch == CONVERSION:
        state[LENGTH] = 0
    elif touch != NO_TOUCH:
        notice(state, touch, columns.occurred_at[i])
        credit.keep(state, touch, columns.occurred_at[i], params.collapse)


@kernel
def step(state: Cells, columns: Columns, i: int, params: ContributionParams, answer: ContributionAnswer) -> None:
    """Keep a touch, or share a conversion out."""
    touch, moment = touch_of(columns, i, params), columns.occurred_at[i]
    if touch == NO_TOUCH:
        return
    notice(state, touch, moment)
    if touch != CONVERSION:
        credit.keep(state, touch, moment, params.collapse)
        state[FRESH] = 1
        return
    value = columns.amount[i]
    credit.drop_before(state, moment - params.window)
    if state[LENGTH] == 0:
        answer.untouched[0] += 1
        answer.untouched[1] += value
    else:
        walk(state, params.touches + 1, value, params, answer)
        credit.share_out(state, moment, value, params, answer)
        answer.conversions[state[GROUP]] += 1
        answer.value[state[GROUP]] += value
    state[LENGTH] = 0
    state[FRESH] = 0


@kernel
def end(state: Cells, params: ContributionParams, answer: ContributionAnswer) -> None:
    """What is left led to nothing."""
    if state[FRESH] and state[LENGTH] > 0:
        newest = state[credit.at(state, state[LENGTH] - 1) + credit.MOST_TOUCHES]
        credit.drop_before(state, newest - params.window)
        walk(state, 0, 0, params, answer)
        answer.nulls[state[GROUP]] += 1


@kernel
def walk(state: Cells, outcome: Whole, value: Whole, params: ContributionParams, answer: ContributionAnswer) -> None:
    """Count the steps of the path that is kept, from the start to its outcome; find the group if there is none yet."""
    if state[GROUP] < 0:
        state[GROUP] = np.int64(np.uint64(state[HASH]) >> np.uint64(58))
    base, behind = params.touches + 1, np.int64(0)
    for place in range(state[LENGTH] + 1):
        following = outcome
        if place < state[LENGTH]:
            touch = state[credit.at(state, place)]
            answer.met[touch] += 1
            following = touch + 1
        at = table.place_of(answer.keys, (behind * (base + 1) + following) * GROUPS + state[GROUP])
        if at < 0:
            answer.lost[0] += 1
            return
        answer.counts[at] += 1
        if place == state[LENGTH]:
            answer.paid[at] += value
        behind = (behind * base + following) % base**params.order


def merge(a: ContributionAnswer, b: ContributionAnswer) -> ContributionAnswer:
    """Fixed places add up; the tables are packed."""
    keys, counts = table.merged(a.keys, a.counts, b.keys, b.counts)
    paid = table.merged(a.keys, a.paid, b.keys, b.paid)[1]
    sums = {name: getattr(a, name) + getattr(b, name) for name in ContributionAnswer._fields if name not in TABLE}
    return ContributionAnswer(keys=keys, counts=counts, paid=paid, **sums)


def settled(answer: ContributionAnswer) -> ContributionAnswer:
    """The table packed and sorted."""
    keys, counts = table.packed(answer.keys, answer.counts)
    return answer._replace(keys=keys, counts=counts, paid=table.packed(answer.keys, answer.paid)[1])


def overflowed(answer: ContributionAnswer) -> bool:
    """Whether the table had no room for everything."""
    return bool(answer.lost[0])


def wider(params: ContributionParams) -> ContributionParams:
    """Four times the room."""
    return params._replace(places=params.places * 4)


def present(answer: ContributionAnswer, params: ContributionParams, names: Sequence[str]) -> Presented:
    """{conversions, conversion_value, nulls, untouched, untouched_value}: what there is to share out."""
    conversions, value, nulls = (int(cells.sum()) for cells in (answer.conversions, answer.value, answer.nulls))
    untouched, untouched_value = answer.untouched.tolist()
    return {"conversions": conversions, "conversion_value": value, "nulls": nulls} | {
        "untouched": untouched,
        "untouched_value": untouched_value,
    }


CONTRIBUTION: Fold[ContributionParams, ContributionAnswer] = Fold(
    "contribution",
    begin,
    step,
    end,
    blank,
    scratch,
    present,
    recall=recall,
    merge=merge,
    settled=settled,
    overflowed=overflowed,
    wider=wider,
)
