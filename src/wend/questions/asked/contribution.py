"""Contribution: what each model gives to each channel, step or value of a property, of the conversions and of what they
were worth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from wend.engines.machine import Walked
from wend.folds import contribution, credit
from wend.folds.contract import Presented
from wend.kit.texts import LANGUAGES, text
from wend.methods import attribution, intervals, markov, paths
from wend.methods.attribution import MODELS, Shares, Tally
from wend.questions import errors, path_files, touching
from wend.questions.asked.contract import Aside, Asked
from wend.questions.context import Context
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Prepared, Wish

SEED = 20_260_701
"""The same question over the same log has the same intervals."""
_SHOWN = ("first", "last", "linear", "position", "time_decay", "markov", "shapley")
_DIGITS = 6


def _make(wish: Wish) -> Made:
    given = wish.given
    if given["paths"]:
        raise errors.NothingToOpen(where="conversion")
    names, steps, channels = touching.touches(wish.context, given, wish.over, wish.selection)
    collapse = given["repeats"] != "each"
    params = contribution.params(
        steps, channels, len(names), given["window"], given["half_life"], int(given["order"]), collapse
    )
    return contribution.CONTRIBUTION, params, ()


def _further(context: Context, prepared: Prepared, walked: Walked[Any, Any]) -> Presented:
    answer, params = walked.answer, walked.params
    names = touching.touches(context, prepared.given, prepared.over, prepared.selection).names
    shape = credit.GROUPS, credit.RULES, len(names)
    answer = contribution.CONTRIBUTION.settled(answer)
    tally = Tally(
        answer.credit.reshape(shape) / credit.UNITS,
        answer.money.reshape(shape).astype(np.float64),
        markov.Steps(answer.keys, answer.counts.astype(np.float64), answer.paid.astype(np.float64)),
        params.order,
        float(answer.conversions.sum()),
        float(answer.value.sum()),
        float(answer.nulls.sum()),
    )
    return _told(tally, names, answer.met.tolist())


def _aside(given: Mapping[str, Any]) -> Aside | None:
    """Ready paths out of a file; repeats stay as they are written unless they are to count once."""
    if not given["paths"]:
        return None
    ready, names = path_files.read(given["paths"])
    if given["repeats"] == "once":
        ready = paths.collapsed(ready)
    tally = paths.tally_of(ready, len(names), int(given["order"]), SEED)
    journeys = ready.conversions + ready.nulls
    lengths = np.diff(ready.offsets)
    met = np.bincount(ready.channels, np.repeat(journeys, lengths), len(names))
    content = {"conversions": round(tally.conversions), "conversion_value": _rounded(tally.value)}
    content |= {"nulls": round(tally.nulls), "untouched": 0, "untouched_value": 0}
    return Aside(
        content | _told(tally, names, met.astype(np.int64).tolist()),
        int(journeys.sum()),
        int((journeys * lengths).sum()),
    )


def _told(tally: Tally, names: Sequence[str], met: Sequence[int]) -> Presented:
    """What every model gives to every channel that was met, with the most given first."""
    try:
        conversions, value = attribution.shares(tally, SEED)
    except markov.TooManyStates as error:
        raise errors.ChainTooLarge(order=tally.order, most=f"{markov.MOST_STATES:,}") from error
    rows = [_row(names[c], met[c], c, conversions, value) for c in range(len(names)) if met[c]]
    rows.sort(key=lambda row: (-row["markov"], row["channel"]))
    rate = intervals.wilson(round(tally.conversions), round(tally.conversions + tally.nulls))
    share = {"value": rate.value, "low": rate.low, "high": rate.high}
    return {
        "channels": rows,
        "rate": {name: _rounded(each) for name, each in share.items()} | {"n": rate.n},
        "causal": False,
        "caution": {language: text(language, "questions.contribution.caution") for language in LANGUAGES},
    }


def _row(name: str, touches: int, c: int, conversions: Shares, value: Shares) -> Presented:
    by_model = {model: _rounded(conversions.value[MODELS.index(model), c]) for model in _SHOWN}
    effect = {"removal_effect": _rounded(conversions.effects[c])}
    markov_row = MODELS.index("markov")
    bounds = {f"markov_{end}": _bound(cells, markov_row, c) for end, cells in _ends(conversions)}
    models = [
        {"model": model, "conversions": by_model[model]}
        | {end: _bound(cells, MODELS.index(model), c) for end, cells in _ends(conversions)}
        | {"value": _rounded(value.value[MODELS.index(model), c])}
        | {f"value_{end}": _bound(cells, MODELS.index(model), c) for end, cells in _ends(value)}
        for model in _SHOWN
    ]
    return {"channel": name, "touches": touches} | by_model | bounds | effect | {"models": models}


def _ends(shares: Shares) -> tuple[tuple[str, Any], ...]:
    return ("low", shares.low), ("high", shares.high)


def _bound(cells: Any, model: int, c: int) -> float | None:
    return None if cells is None else _rounded(cells[model, c])


def _rounded(number: Any) -> float:
    return round(float(number), _DIGITS)


def _opens(at: Pointed) -> CellsOf:
    """Who had a channel in a path that a model gives something for; or whose paths ended in some way."""
    if "channel" not in at.where:
        ends = at.state({"converted": "conversions", "null": "nulls", "untouched": "untouched"}, "outcome")
        return field(ends, 0, 1 if ends == "untouched" else credit.GROUPS)
    names = list(touching.touches(at.context, at.prepared.given, at.prepared.over, at.prepared.selection).names)
    if str(at.where["channel"]) not in names:
        raise errors.UnknownChannel(str(at.where["channel"]), names)
    rules = {"linear": "linear", "markov": "linear", "removal_effect": "linear"}
    rule = at.state(rules | {rule: rule for rule in attribution.RULES}, "model")
    cell = attribution.RULES.index(rule) * len(names) + names.index(str(at.where["channel"]))
    everything = credit.GROUPS * credit.RULES * len(names)
    return field("credit", cell, everything, credit.RULES * len(names))


CONTRIBUTION = Asked(_make, _opens, further=_further, sees=touching.seen, aside=_aside)
