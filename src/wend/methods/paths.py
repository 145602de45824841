"""Weighted paths of channels, as files hold them, counted for sharing out their conversions.

Journeys are dealt into groups; what each rule gives of a path to its channels, and the steps of the chain, are counted
for all groups in two compiled passes, in pieces of bounded size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from wend.methods.attribution import GROUPS, RULES, Tally
from wend.methods.markov import Steps, key_of

Whole = NDArray[np.int64]
Real = NDArray[np.float64]

PIECE = 500_000
"""Paths counted at a time."""
_ONE_BY_ONE = 64
_MOST_DENSE = 1 << 23
"""Up to this many possible steps are counted in their places; more, by sorting those that occur."""
_FIRST_SHARE, _MIDDLE_SHARE = 0.4, 0.2


class Paths(NamedTuple):
    """Path p is channels[offsets[p]:offsets[p + 1]], never empty, in codes 0 … ; it was taken by `conversions[p]`
    journeys that earned `value[p]` together, and by `nulls[p]` journeys that came to nothing.
    """

    offsets: Whole
    channels: NDArray[np.integer[Any]]
    conversions: Whole
    value: Real
    nulls: Whole


def collapsed(paths: Paths) -> Paths:
    """The same paths with touches that repeat the one before left out."""
    new = np.ones(len(paths.channels), np.bool_)
    new[1:] = paths.channels[1:] != paths.channels[:-1]
    new[paths.offsets[:-1]] = True
    offsets = np.concatenate([[0], np.cumsum(new)])[paths.offsets]
    return paths._replace(offsets=offsets, channels=paths.channels[new])


def tally_of(paths: Paths, channels: int, order: int, seed: int = 0) -> Tally:
    """What `attribution.shares` needs. Journeys are dealt into groups at random, as `seed` says."""
    rng = np.random.default_rng(seed)
    credit, money = (np.zeros((GROUPS, len(RULES), channels)) for _ in range(2))
    counted: list[tuple[Whole, Real, Real]] = []
    for piece in _pieces(paths):
        won, earned, walked = _dealt(piece, rng)
        for dealt, given in ((won, credit), (earned, money)):
            taken = dealt.tocsc()
            _share(piece.offsets, piece.channels, taken.indptr, taken.indices, taken.data, given)
        counted += _steps(piece, channels, order, (won, earned, walked))
        counted = [_added(counted)]
    return Tally(
        credit,
        money,
        Steps(*_added(counted)),
        order,
        float(paths.conversions.sum()),
        float(paths.value.sum()),
        float(paths.nulls.sum()),
    )


def _share_plainly(offsets: Whole, channels: Any, first: Any, groups: Any, journeys: Real, credit: Real) -> None:
    """Add to `credit[group, rule, channel]` what each rule gives of the journeys of every group; the shares of a path
    add up to 1. Files name no times: for time decay a touch counts half as much as the one after it. For the Shapley
    value of a group of channels that is worth the paths which need no others, different channels share alike.
    """
    met = np.full(credit.shape[2], -1)
    for path in range(len(offsets) - 1):
        low, n = offsets[path], offsets[path + 1] - offsets[path]
        if first[path] == first[path + 1]:
            continue
        different = 0
        for k in range(low, low + n):
            different += met[channels[k]] != path
            met[channels[k]] = path
        all_decayed = 2.0 - 2.0 ** (1.0 - n)
        ends, middle = 1.0 / n if n < 3 else _FIRST_SHARE, _MIDDLE_SHARE / max(n - 2, 1)
        for k in range(low, low + n):
            channel, at_first, at_last = channels[k], k == low, k == low + n - 1
            new, met[channel] = met[channel] == path, -1
            position = ends if at_first or at_last else middle
            decayed = 2.0 ** (k - low + 1.0 - n) / all_decayed
            for dealt in range(first[path], first[path + 1]):
                group, count = groups[dealt], journeys[dealt]
                credit[group, 0, channel] += count * at_first
                credit[group, 1, channel] += count * at_last
                credit[group, 2, channel] += count / n
                credit[group, 3, channel] += count * position
                credit[group, 4, channel] += count * decayed
                credit[group, 5, channel] += count * new / different


_share: Callable[..., None] = njit(nogil=True, cache=True)(_share_plainly)


def _pieces(paths: Paths) -> Iterator[Paths]:
    for low in range(0, len(paths.conversions), PIECE):
        high = min(low + PIECE, len(paths.conversions))
        offsets = paths.offsets[low : high + 1]
        touches = paths.channels[offsets[0] : offsets[-1]].astype(np.int64, copy=False)
        rows = slice(low, high)
        yield Paths(offsets - offsets[0], touches, paths.conversions[rows], paths.value[rows], paths.nulls[rows])


def _dealt(paths: Paths, rng: np.random.Generator) -> tuple[Any, Any, Any]:
    """Sparse matrices [group, path]: conversions, what they earned, and all journeys."""
    from scipy.sparse import csr_array

    size = (GROUPS, len(paths.conversions))
    row, group, count = _dealt_out(paths.conversions, rng)
    won = csr_array((count, (group, row)), shape=size)
    earned = csr_array((count * (paths.value / np.maximum(paths.conversions, 1))[row], (group, row)), shape=size)
    row, group, count = _dealt_out(paths.nulls, rng)
    return won, earned, won + csr_array((count, (group, row)), shape=size)


def _dealt_out(journeys: Whole, rng: np.random.Generator) -> tuple[Whole, Whole, Real]:
    """(path, group, journeys): each journey goes to one of the groups, all equally likely."""
    few = np.flatnonzero(journeys <= _ONE_BY_ONE)
    many = np.flatnonzero(journeys > _ONE_BY_ONE)
    single = np.repeat(few, journeys[few])
    dealt = rng.multinomial(journeys[many], np.full(GROUPS, 1 / GROUPS)).reshape(len(many), GROUPS)
    at, group = np.nonzero(dealt)
    return (
        np.concatenate([single, many[at]]),
        np.concatenate([rng.integers(0, GROUPS, len(single)), group]),
        np.concatenate([np.ones(len(single)), dealt[at, group].astype(np.float64)]),
    )


def _steps(paths: Paths, channels: int, order: int, dealt: tuple[Any, Any, Any]) -> list[tuple[Whole, Real, Real]]:
    """Steps between touches for all journeys, and the last step of those that converted and of those that did not."""
    won, earned, walked = dealt
    cells = (channels + 1) ** order * (channels + 2) * GROUPS
    if cells <= _MOST_DENSE:
        counts, paid = np.zeros(cells), np.zeros(cells)
        for matrix, outcome, steps in ((walked - won, 0, counts), (won, channels + 1, counts), (earned, -1, paid)):
            taken = matrix.tocsc()
            _count(
                paths.offsets,
                paths.channels,
                taken.indptr,
                taken.indices,
                taken.data,
                (channels, order, outcome),
                steps,
            )
        keys = np.flatnonzero((counts != 0) | (paid != 0))
        return [(keys, counts[keys], paid[keys])]
    before, after = _states(paths, channels, order)
    last = after[paths.offsets[1:] - 1]
    each = np.arange(len(last) + 1)
    lost, reached = np.zeros(len(last), np.int64), np.full(len(last), channels + 1)
    gained, money = _counted(earned, last, reached, each, channels)
    counted = (
        _counted(walked, before, paths.channels.astype(np.int64) + 1, paths.offsets, channels),
        _counted(walked - won, last, lost, each, channels),
        _counted(won, last, reached, each, channels),
    )
    return [(keys, counts, np.zeros(len(keys))) for keys, counts in counted] + [(gained, np.zeros(len(gained)), money)]


def _count_plainly(
    offsets: Whole, channels: Any, first: Any, groups: Any, journeys: Real, about: tuple[int, int, int], steps: Real
) -> None:
    """Add the steps of the journeys of every group to their keys; `about` is (channels, order, outcome). An outcome of
    -1 adds only the last step to a conversion: what is dealt is money.
    """
    count, order, outcome = about
    states, width = (count + 1) ** order, count + 2
    for path in range(len(offsets) - 1):
        state = 0
        for place in range(offsets[path], offsets[path + 1]):
            following = channels[place] + 1
            if outcome >= 0:
                for dealt in range(first[path], first[path + 1]):
                    steps[(state * width + following) * GROUPS + groups[dealt]] += journeys[dealt]
            state = (state * (count + 1) + following) % states
        end = outcome if outcome >= 0 else count + 1
        for dealt in range(first[path], first[path + 1]):
            steps[(state * width + end) * GROUPS + groups[dealt]] += journeys[dealt]


_count: Callable[..., None] = njit(nogil=True, cache=True)(_count_plainly)


def _states(paths: Paths, channels: int, order: int) -> tuple[Whole, Whole]:
    """The state before and after every touch: up to `order` channels as digits, the latest last."""
    digits, base = paths.channels + 1, channels + 1
    place = np.arange(len(digits)) - np.repeat(paths.offsets[:-1], np.diff(paths.offsets))
    after = np.zeros(len(digits), np.int64)
    for back in range(order):
        older = np.roll(digits, back)
        after += np.where(place >= back, older * base**back, 0)
    before = np.where(place > 0, np.roll(after, 1), 0)
    return before, after


def _counted(dealt: Any, state: Whole, following: Whole, offsets: Whole, channels: int) -> tuple[Whole, Real]:
    """Keys of steps with their number, for steps that stand at offsets[p]:offsets[p + 1] for path p."""
    from scipy.sparse import csr_array

    steps, step = np.unique(state * (channels + 2) + following, return_inverse=True)
    taken = csr_array((np.ones(len(step)), step, offsets), shape=(len(offsets) - 1, len(steps)))
    group, edge = (counts := (dealt @ taken).tocoo()).coords
    at = steps[edge]
    return key_of(at // (channels + 2), at % (channels + 2), channels, GROUPS, group.astype(np.int64)), counts.data


def _added(counted: list[tuple[Whole, Real, Real]]) -> tuple[Whole, Real, Real]:
    """The same keys, each once."""
    keys, at = np.unique(np.concatenate([keys for keys, _, _ in counted]), return_inverse=True)
    counts, paid = (np.concatenate([each[k] for each in counted]).astype(np.float64, copy=False) for k in (1, 2))
    return keys, _sums(at, counts, len(keys)), _sums(at, paid, len(keys))


def _sums(at: Whole, weights: Real, size: int) -> Real:
    return np.bincount(at, weights, size).astype(np.float64, copy=False)
