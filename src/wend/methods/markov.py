"""Removal effects in an absorbing Markov chain: how much less is reached when one of its channels leads nowhere.

Paths of channels are read as a chain: from the start through states, each the last `order` channels, to a conversion or
to nothing. Its probabilities are what was counted. The removal effect of a channel is the part of the reward that is
lost when every step into the channel ends the path without one (Anderl, Becker, von Wangenheim & Schumann 2016,
"Mapping the customer journey", International Journal of Research in Marketing 33). Nothing is simulated, so the same
paths give the same numbers: with N[s, t] the expected visits of t from s, the inverse of (1 − steps between states),
the chain without the states R of a channel is N − N[:, R] N[R, R]⁻¹ N[R, :] (the walks that pass through R taken out).

The same matrices say how far every counted step moves the result (the derivative by its count). That is what
resampling needs: nothing is solved again for a replicate.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Real = NDArray[np.float64]

MOST_ORDER = 3
MOST_STATES = 4_096
"""Chains up to this size are inverted, in a few seconds and 400 MB."""
_CELLS_AT_ONCE = 1_000_000


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


def reached(chain: Chain, channels: int, groups: int) -> tuple[Reached, Reached]:
    """Conversions and money per path, of the whole chain and without each channel."""
    walks = _sums(chain.edge, chain.walks, len(chain.source))
    visits = np.maximum(_sums(chain.source, walks, chain.states), 1.0)
    between = chain.target < chain.states
    steps = np.zeros((chain.states, chain.states))
    steps[chain.source[between], chain.target[between]] = walks[between] / visits[chain.source[between]]
    expected = np.linalg.inv(np.eye(chain.states) - steps).astype(np.float64, copy=False)
    removed = [np.flatnonzero(chain.last == channel) for channel in range(channels)]
    taken_out = [(gone, np.linalg.inv(expected[np.ix_(gone, gone)])) for gone in removed]
    won = np.where(chain.target[chain.edge] == chain.states, chain.walks, 0.0)
    one, other = (_reached(chain, expected, visits, gain, taken_out, groups) for gain in (won, chain.paid))
    return one, other


def _reached(
    chain: Chain, expected: Real, visits: Real, gain: Real, taken_out: list[tuple[Any, Any]], groups: int
) -> Reached:
    """What is gained by walking; `gain` stands beside the walks of the chain, `taken_out` are R and N[R, R]⁻¹."""
    value, channels = expected @ (_sums(chain.source[chain.edge], gain, chain.states) / visits), len(taken_out)
    values, weights = np.tile(value, (channels + 1, 1)), np.tile(expected[0], (channels + 1, 1))
    for channel, (gone, inverse) in enumerate(taken_out):
        values[channel] -= expected[:, gone] @ (inverse @ value[gone])
        weights[channel] -= (expected[0, gone] @ inverse) @ expected[gone]
    moves = _moves(chain, values, weights / visits, gain, groups)
    return Reached(float(value[0]), values[:channels, 0], moves[channels], moves[:channels])


def removal_effects(found: Reached) -> Real:
    """The part of what is reached that is lost without each channel, 0 … 1."""
    if found.whole <= 0:
        return np.zeros(len(found.without))
    return np.clip(1.0 - found.without / found.whole, 0.0, 1.0)


def _moves(chain: Chain, values: Real, weights: Real, gain: Real, groups: int) -> Real:
    """[removed, group]: what each group's steps add to the value of the start; each moves the mix of its state's steps.

    `values` and `weights` are [removed, state]: what is reached from a state, and visits for each time it was left.
    """
    from scipy.sparse import csr_array  # a tenth of a second: only who asks for this pays it

    size = (groups, len(chain.source))
    walked, gained = (csr_array((each, (chain.group, chain.edge)), shape=size) for each in (chain.walks, gain))
    ended = np.minimum(chain.target, chain.states)
    moves = np.zeros((len(values), groups))
    at_once = max(1, _CELLS_AT_ONCE // max(1, len(chain.source)))
    for low in range(0, len(values), at_once):
        some = slice(low, low + at_once)
        then = np.pad(values[some], ((0, 0), (0, 1)))[:, ended]
        weight = weights[some][:, chain.source]
        moved: Any = walked @ (weight * (then - values[some][:, chain.source])).T + gained @ weight.T
        moves[some] = moved.T
    return moves


def _sums(at: Whole, weights: Real, size: int) -> Real:
    return np.bincount(at, weights, size).astype(np.float64, copy=False)
