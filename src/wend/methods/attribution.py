"""Sharing a result out among the channels that led to it: rules over paths, Markov removal, Shapley, with intervals.

- first, last, linear: the whole to the first channel, to the last, or equally to every touch
- position: 40 % to the first, 40 % to the last, 20 % equally to those between; halves when there are two
- time decay: a touch counts half as much for every half-life that it lies before the result
- shapley: with v(S) = conversions of the paths whose channels all lie in S, the Shapley value shares every conversion
  equally among the *different* channels of its path (Zhao, Mahboobi & Bagheri 2018, "Shapley value methods for
  attribution modeling in online advertising"); exact for any number of channels, and nothing is sampled
- markov: removal effects of the chain (`markov.py`), scaled so that they add up to the result

Each model shares out the same total. What is uncertain is the share, so intervals hold the total fixed: customers are
dealt into groups, and the groups are drawn with replacement. The percentiles of the replicates are the interval.

**None of this measures an effect.** It describes paths; a channel that only meets those who would have bought anyway
gets its share as well.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wend.methods import markov
from wend.methods.markov import Real, Steps

GROUPS = 64
FIRST, LAST, LINEAR, POSITION, TIME_DECAY, SHAPLEY = range(6)
RULES = ("first", "last", "linear", "position", "time_decay", "shapley")
MODELS = (*RULES, "markov")
REPLICATES = 1_000
FEWEST_GROUPS = 20
"""With fewer groups than this that hold anything, no interval is given."""


class Tally(NamedTuple):
    """What was counted of the paths of GROUPS groups of customers.

    `credit[group, rule, channel]` conversions and `money[group, rule, channel]`, as the rules share them out;
    `steps` of the chain of `order`, by group. `conversions`, `value` and `nulls` (paths without conversion) are totals.
    """

    credit: Real
    money: Real
    steps: Steps
    order: int
    conversions: float
    value: float
    nulls: float

    @property
    def channels(self) -> int:
        """How many channels there are."""
        return int(self.credit.shape[2])


class Shares(NamedTuple):
    """A total as every model shares it out, by [model, channel], models as in MODELS; `low` and `high` bound 95 % of
    the replicates, None when there are too few groups. `effects` are the removal effects behind `markov`.
    """

    value: Real
    low: Real | None
    high: Real | None
    effects: Real


def shares(tally: Tally, seed: int = 0) -> tuple[Shares, Shares]:
    """Conversions and value shared out among the channels. Raises markov.TooManyStates."""
    chain = markov.chain_of(tally.steps, tally.channels, tally.order, GROUPS)
    drawn = _drawn(tally, seed)
    by_conversions, by_value = markov.reached(chain, tally.channels, GROUPS)
    return (
        _shares(tally.credit, by_conversions, tally.conversions, drawn),
        _shares(tally.money, by_value, tally.value, drawn),
    )


def _drawn(tally: Tally, seed: int) -> Real | None:
    """[replicate, group]: how often each group that holds anything is drawn."""
    held = np.bincount(tally.steps.keys % GROUPS, tally.steps.counts, GROUPS) > 0
    groups = int(held.sum())
    if groups < FEWEST_GROUPS:
        return None
    drawn = np.zeros((REPLICATES, GROUPS))
    drawn[:, held] = np.random.default_rng(seed).multinomial(groups, np.full(groups, 1 / groups), REPLICATES)
    return drawn


def _shares(credit: Real, found: markov.Reached, total: float, drawn: Real | None) -> Shares:
    effects = markov.removal_effects(found)
    value = _scaled(np.vstack([credit.sum(axis=0), effects[None]]), total)
    if drawn is None:
        return Shares(value, None, None, effects)
    whole = found.whole + drawn @ found.moves_whole
    without = found.without + drawn @ found.moves_without.T
    lost = np.clip(1.0 - without / np.maximum(whole, np.finfo(float).tiny)[:, None], 0.0, 1.0)
    rules = np.tensordot(drawn, credit, axes=1)
    replicates = _scaled(np.concatenate([rules, lost[:, None]], axis=1), total)
    low, high = np.percentile(replicates, (2.5, 97.5), axis=0)
    return Shares(value, np.minimum(low, value), np.maximum(high, value), effects)


def _scaled(weights: Real, total: float) -> Real:
    """Weights by channel, scaled to add up to the total; nothing where there are none."""
    sums = weights.sum(axis=-1, keepdims=True)
    scaled: Real = np.divide(weights * total, sums, out=np.zeros_like(weights), where=sums > 0)
    return scaled
