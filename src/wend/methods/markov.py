"""Removal effects in an absorbing Markov chain: how much less is reached when one of its channels leads nowhere.

Paths of channels are read as a chain: from the start through states, each the last `order` channels, to a conversion or
to nothing. Its probabilities are what was counted. The removal effect of a channel is the part of the reward that is
lost when every step into the channel ends the path without one (Anderl, Becker, von Wangenheim & Schumann 2016,
"Mapping the customer journey", International Journal of Research in Marketing 33). Nothing is simulated: what the chain
reaches from its start is one sparse linear system for each channel, so the same paths give the same numbers.

A second solve of the same system, transposed, tells how far every counted step moves the result (the derivative by its
count). That is what resampling needs: no system is solved again for a replicate.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Real = NDArray[np.float64]

MOST_ORDER = 3
MOST_STATES = 20_000


class Steps(NamedTuple):
    """Counted steps of paths, `keys` as `key_of` makes them; `counts` steps, and `paid` what was earned by those that
    reached a conversion. A key may stand several times.
    """

    keys: Whole
    counts: Real
    paid: Real


class TooManyStates(ValueError):
    """The chain has more states than can be solved exactly; a lower order has fewer."""


class Chain(NamedTuple):
    """Steps between states 0 … states − 1; state 0 is the start. `target` is `states` for a conversion and
    `states + 1` for nothing. `last[state]` is the channel that led into a state, -1 for the start. Each row of
    `edge`, `group`, `walks`, `paid` says how often an edge was walked by one group of customers.
    """

    source: Whole
    target: Whole
    last: Whole
    edge: Whole
    group: Whole
    walks: Real
    paid: Real

    @property
    def states(self) -> int:
        """How many states, the start among them."""
        return len(self.last)


class Reached(NamedTuple):
    """What the chain reaches from its start: `whole`, and `without[channel]` when the channel leads nowhere. The
    `moves` beside them say by how much the steps of each group move them, to first order; over all groups they add up
    to nothing.
    """

    whole: float
    without: Real
    moves_whole: Real
    moves_without: Real


def key_of(state: Any, following: Any, channels: int, groups: int, group: Any) -> Any:
    """The key of a step of one group: `state` is the last channels as digits c + 1 to the base channels + 1;
    `following` is c + 1, or 0 for nothing, or channels + 1 for a conversion.
    """
    return (state * (channels + 2) + following) * groups + group


def chain_of(steps: Steps, channels: int, order: int, groups: int) -> Chain:
    """The chain of counted steps; raises TooManyStates."""
    walked, group = np.divmod(steps.keys, groups)
    edges, edge = np.unique(walked, return_inverse=True)
    state, following = np.divmod(edges, channels + 2)
    to = (state * (channels + 1) + following) % (channels + 1) ** order
    inside = (following > 0) & (following <= channels)
    known = np.union1d(np.unique(state), np.unique(to[inside]))
    known = np.union1d(known, np.zeros(1, np.int64))
    if len(known) > MOST_STATES:
        raise TooManyStates
    target = np.where(inside, np.searchsorted(known, to), len(known) + (following == 0))
    last = known % (channels + 1) - 1
    return Chain(np.searchsorted(known, state), target, last, edge, group, steps.counts, steps.paid)


def reached(chain: Chain, channels: int, groups: int, money: bool = False) -> Reached:
    """Conversions (or `money`) per path, of the whole chain and without each channel."""
    counts = _sums(chain.edge, chain.walks, len(chain.source))
    paid = _sums(chain.edge, chain.paid, len(chain.source)) if money else counts
    visits = _sums(chain.source, counts, chain.states)
    reward = np.where(chain.target == chain.states, paid, 0.0)
    solved = [_solve(chain, counts, reward, visits, channel) for channel in range(-1, channels)]
    moves = np.array([_moves(chain, value, weight, visits, groups, money) for value, weight in solved])
    from_start = np.array([value[0] for value, _ in solved])
    return Reached(float(from_start[0]), from_start[1:], moves[0], moves[1:])


def removal_effects(found: Reached) -> Real:
    """The part of what is reached that is lost without each channel, 0 … 1."""
    if found.whole <= 0:
        return np.zeros(len(found.without))
    return np.clip(1.0 - found.without / found.whole, 0.0, 1.0)


def _solve(chain: Chain, counts: Real, reward: Real, visits: Real, removed: int) -> tuple[Real, Real]:
    """For every state, what is reached from it, and how often it is visited from the start; both 0 in the states that
    end with the removed channel (-1 = none), beyond which no state that holds it can be reached.
    """
    from scipy.sparse import csc_array, eye_array  # a tenth of a second: only who asks for this pays it
    from scipy.sparse.linalg import splu

    kept = np.flatnonzero((chain.last != removed) | (chain.last < 0))
    place = np.full(chain.states + 2, -1, np.int64)
    place[kept] = np.arange(len(kept))
    inside = (place[chain.source] >= 0) & (place[chain.target] >= 0)
    share = counts[inside] / visits[chain.source[inside]]
    size = (len(kept), len(kept))
    moves = csc_array((share, (place[chain.source[inside]], place[chain.target[inside]])), shape=size)
    factors = splu(csc_array(eye_array(len(kept), format="csc") - moves))
    value, weight = np.zeros(chain.states), np.zeros(chain.states)
    gained = _sums(chain.source, reward, chain.states)[kept] / np.maximum(visits[kept], 1.0)
    start = np.zeros(len(kept))
    start[0] = 1.0
    value[kept] = factors.solve(gained)
    weight[kept] = factors.solve(start, trans="T")  # type: ignore[call-overload]  # the stubs leave it out
    return value, weight


def _moves(chain: Chain, value: Real, weight: Real, visits: Real, groups: int, money: bool) -> Real:
    """What each group's steps add to the value of the start: every step moves the mix of its state's steps."""
    source, target = chain.source[chain.edge], chain.target[chain.edge]
    converted = target == chain.states
    then = np.append(value, (0.0 if money else 1.0, 0.0))[target]
    gain = chain.walks * (then - value[source]) + np.where(converted, chain.paid if money else 0.0, 0.0)
    return _sums(chain.group, gain * weight[source] / np.maximum(visits[source], 1.0), groups)


def _sums(at: Whole, weights: Real, size: int) -> Real:
    return np.bincount(at, weights, size).astype(np.float64, copy=False)
