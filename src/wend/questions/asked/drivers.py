"""Drivers: with which touchpoints before them do journeys end in a purchase, or ratings turn out better or worse?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from wend.engines.lens import Lens
from wend.engines.machine import Members, Walked
from wend.engines.units import customers_of
from wend.folds import outcomes
from wend.folds.contract import Presented
from wend.folds.outcomes import PRODUCTS, PURCHASE, RATING, OutcomesAnswer, OutcomesParams
from wend.folds.segment import SegmentAnswer, SegmentParams
from wend.methods.clustered import Cross, Products, compare_means, compare_shares_of, mean_of, rest, share_of
from wend.methods.correction import FALSE_DISCOVERY, benjamini_hochberg
from wend.methods.intervals import Difference
from wend.questions import errors
from wend.questions.asked.contract import Asked
from wend.questions.asked.segment import everybody, fitting
from wend.questions.context import Context
from wend.questions.defining import Mentioned, mentioned
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.specs import Over
from wend.questions.wish import Made, Prepared, Wish

LEAST, LEAST_EXPECTED = 30, 5.0
"""Customers with a touchpoint and without it; journeys of each kind that would be expected if it meant nothing."""
_HUNDREDTH = 0.01
_OUTCOMES = {"purchase": PURCHASE, "rating": RATING}
_OVERALL = {"bought": ("whole", outcomes.SUM), "ended": ("whole", outcomes.N)}
_OVERALL |= {"untouched": ("apart", 0), "pending": ("apart", 1)}


@dataclass(frozen=True, slots=True)
class _Asking:
    """The walk that answers, over touchpoints where there are any, else over events, among some customers or all."""

    about: str
    names: Sequence[str]
    lens: Lens | None
    params: OutcomesParams
    among: Members | None


def _make(wish: Wish) -> Made:
    return everybody(wish)


def _asking(context: Context, prepared: Prepared) -> _Asking:
    given, lens = prepared.given, context.lens if context.lens.names else None
    over: Over = "touchpoints" if lens else "events"
    names = context.names(over)
    buys = None if given["bought"] is None else np.zeros(max(1, len(names)), np.bool_)
    if buys is not None:
        buys[[context.code(name, over) for name in given["bought"]]] = True
    params = outcomes.params(len(names), _OUTCOMES[given["outcome"]], given["window"], prepared.as_of, buys)
    among = None
    if given["condition"] is not None:
        among = fitting(context, given["condition"], prepared.as_of, prepared.selection)
    return _Asking("touchpoint" if lens else "event", names, lens, params, among)


def _further(context: Context, prepared: Prepared, _: Walked[SegmentParams, SegmentAnswer]) -> Presented:
    """How it ended in all, and the touchpoints with which it ended otherwise than without them."""
    asking, given = _asking(context, prepared), prepared.given
    ask = context.machine.answer
    answer = ask(outcomes.OUTCOMES, asking.params, prepared.selection, asking.lens, asking.among).answer
    said = mentioned(context, [] if given["condition"] is None else [given["condition"]])
    buying = _steps_of_buying(context, asking, answer)
    rows = [row | {"buying": row["what"] in buying} for row in _rows(answer, asking, said)]
    adjusted = benjamini_hochberg(np.array([row["p_adjusted"] for row in rows], np.float64))
    told = [row | {"p_adjusted": float(p)} for row, p in zip(rows, adjusted, strict=True) if p <= FALSE_DISCOVERY]
    told.sort(key=lambda row: (-_surely(row), row["what"]))
    untouched, pending = answer.apart.tolist()
    beside = {"untouched": untouched, "pending": pending, "window_seconds": given["window"]}
    found = {"tested": len(rows), "false_discovery": FALSE_DISCOVERY, "known": _known(rows, told), "drivers": told}
    return {"outcome": given["outcome"]} | _overall(answer, given["outcome"]) | beside | found


def _steps_of_buying(context: Context, asking: _Asking, answer: OutcomesAnswer) -> set[str]:
    """Touchpoints that lead into the stage before the one that purchases lead into: whoever fills a cart is buying
    already, and that says nothing of what moved them.
    """
    if asking.about != "touchpoint" or not context.plan.stage_sets:
        return set()
    paid = {asking.names[code] for code in np.flatnonzero(answer.purchases).tolist()}
    ways = [
        {name for rule in stage.rules for name in rule.touchpoints} for stage in context.plan.stage_set(None).stages
    ]
    place = next((place for place, way in enumerate(ways) if way & paid), 0)
    return ways[place - 1] - paid if place > 0 else set()


def _overall(answer: OutcomesAnswer, outcome: str) -> Presented:
    whole = _products(answer.whole, 0)
    people = int(answer.people[0])
    size, bought = {"n": whole.n, "people": people}, {} if outcome == "rating" else {"bought": whole.total}
    what, unit = ("mean", _HUNDREDTH) if outcome == "rating" else ("share", 1.0)
    if people < 2:
        return size | bought | {what: None, "low": None, "high": None}
    found = (mean_of if outcome == "rating" else share_of)(whole, people)
    return size | bought | {what: found.value * unit, "low": found.low * unit, "high": found.high * unit}


def _known(rows: Sequence[Presented], told: Sequence[Presented]) -> str:
    """Whether something was found, nothing differs, or there is too little to tell."""
    return "found" if told else "nothing" if rows else "few"


def _rows(answer: OutcomesAnswer, asking: _Asking, said: Mentioned) -> Iterator[Presented]:
    """One for each touchpoint of which enough is known on both sides."""
    whole, people = _products(answer.whole, 0), int(answer.people[0])
    shares = asking.params.outcome == PURCHASE
    for code, name in enumerate(asking.names):
        customers, others = int(answer.customers[code]), int(answer.others[code])
        own, cross = _products(answer.own, code), Cross(*answer.cross[code * PRODUCTS :][: PRODUCTS - 1].tolist())
        other = rest(whole, own, cross)
        if min(customers, others) < LEAST or not (_enough(own, other) if shares else _spread(whole)):
            continue
        compare = compare_shares_of if shares else compare_means
        found = compare(whole, own, cross, people, min(customers, others))
        row = {"about": asking.about, "what": name, "n": own.n, "other_n": other.n}
        row |= {"people": customers, "other_people": others} | _means(own, other, shares)
        yield row | _effect(found, 1.0 if shares else _HUNDREDTH) | {"defining": said.names(asking.about, name)}


def _means(own: Products, other: Products, shares: bool) -> Presented:
    if shares:
        return {"share": own.mean, "other_share": other.mean, "mean": None, "other_mean": None}
    means = {"mean": own.mean * _HUNDREDTH, "other_mean": other.mean * _HUNDREDTH}
    return {"share": None, "other_share": None} | means


def _effect(found: Difference, unit: float) -> Presented:
    named = {"effect": found.value, "effect_low": found.low, "effect_high": found.high}
    return {name: value * unit for name, value in named.items()} | {"p_adjusted": found.p}


def _products(cells: Any, place: int) -> Products:
    return Products(*cells[place * PRODUCTS : (place + 1) * PRODUCTS].tolist())


def _enough(own: Products, other: Products) -> bool:
    share = (own.total + other.total) / (own.n + other.n)
    return min(own.n, other.n) * min(share, 1 - share) >= LEAST_EXPECTED


def _spread(whole: Products) -> bool:
    """Whether people were asked often enough, and did not all say the same."""
    return whole.n * whole.ss != whole.total**2


def _surely(row: Mapping[str, Any]) -> float:
    """The end of the interval nearer to no difference: few customers do not come first."""
    low, high = float(row["effect_low"]), float(row["effect_high"])
    return max(low, -high, 0.0)


def _opens(_: Pointed) -> CellsOf:
    return field("nodes", 0)


def _behind(at: Pointed) -> Members:
    """Who met a touchpoint before an outcome, bought so, or has an outcome without it; or everybody of one kind."""
    asking = _asking(at.context, at.prepared)
    if "what" not in at.where:
        name = at.state({"ended": "ended", **{each: each for each in _OVERALL}})
        cells = field(*_OVERALL[name])
    else:
        if str(at.where["what"]) not in asking.names:
            raise errors.BadChoice(str(at.where["what"]), asking.names)
        code = list(asking.names).index(str(at.where["what"]))
        state = at.state({"with": "with", "bought": "bought", "without": "without"})
        own = code * PRODUCTS
        places = {"with": ("own", own + outcomes.N), "bought": ("own", own + outcomes.SUM), "without": ("others", code)}
        cells = field(*places[state])
    if at.where.get("state") == "bought" and asking.params.outcome != PURCHASE:
        raise errors.NothingToOpen(where="state with, without")
    machine, selection = at.context.machine, at.prepared.selection
    return customers_of(machine.members(outcomes.OUTCOMES, asking.params, cells, selection, asking.lens, asking.among))


DRIVERS = Asked(_make, _opens, _behind, _further)
