"""Everything that is known of two groups of customers, held beside each other.

Shares: traits, touchpoints (or events), channels, the stage people stand in. Numbers: money, feelings, rhythm. One
effect size for both (`methods/superiority.py`): of shares it is their difference. Both groups need thirty customers,
and no count may be below five if the two were alike. A trait that is nearly somebody's own (a name, a number) tells of
one person and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from wend.domain.selection import Selection
from wend.engines.machine import Members
from wend.folds import reach, stages
from wend.methods.correction import FALSE_DISCOVERY, benjamini_hochberg
from wend.methods.intervals import Sums, compare_shares
from wend.methods.lift import Lift, lift_of_means, lift_of_shares
from wend.methods.superiority import superiority
from wend.questions.context import Context
from wend.questions.cuts import NONE, OTHERS, of_customers
from wend.questions.defining import Mentioned
from wend.questions.portraits import channel_lens, portraits

LEAST, LEAST_EXPECTED = 30, 5.0
OWN = 0.5
"""A trait with more different values than this share of those who have it says who somebody is."""
_CENTS = 100
Row = dict[str, Any]

NUMBERS = {
    "money": "money",
    "purchases": "money",
    "recency_days": "money",
    "rating": "feelings",
    "events": "rhythm",
    "active_days": "rhythm",
    "since_first_days": "rhythm",
    "since_last_days": "rhythm",
    "gap_days": "rhythm",
    "channels": "channels",
}
"""What is compared as a number, and of what it is one; recency of buyers only, ratings of those who rated."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Two groups of customers without anybody in common, inside a selection, at a moment."""

    context: Context
    first: Members
    second: Members
    selection: Selection
    as_of: int

    @property
    def both(self) -> tuple[Members, Members]:
        """One after the other."""
        return self.first, self.second


def differences(sides: Sides, mentioned: Mentioned) -> tuple[list[Row], int]:
    """What differs, false discoveries held at one in ten, and how many comparisons were made. Rows say which of them
    only repeat what the groups were chosen by.
    """
    rows = [*_numbers(sides), *_shares(sides)]
    adjusted = benjamini_hochberg(np.array([row["p_adjusted"] for row in rows], np.float64))
    said = [row | {"p_adjusted": float(p)} for row, p in zip(rows, adjusted, strict=True) if p <= FALSE_DISCOVERY]
    return [row | {"defining": mentioned.names(row["about"], row["what"])} for row in said], len(rows)


def _numbers(sides: Sides) -> Iterator[Row]:
    known = portraits(sides.context, sides.selection, sides.as_of, None)
    mine, theirs = (known.among(members) for members in sides.both)
    for name, about in NUMBERS.items():
        values = known.column(name)
        told = ~np.isnan(values)
        one, other = values[mine & told], values[theirs & told]
        if min(len(one), len(other)) < LEAST or (one.min() == one.max() == other.min() == other.max()):
            continue
        found = superiority(one, other)
        row: Row = {"about": about, "what": name, "value": "", "n": len(one), "other_n": len(other)}
        row |= {"share": None, "other_share": None, "mean": float(one.mean()), "other_mean": float(other.mean())}
        row |= {"effect": found.value, "effect_low": found.low, "effect_high": found.high}
        positive = min(float(one.min()), float(other.min())) >= 0
        yield row | _lift(lift_of_means(_sums(one), _sums(other)) if positive else None) | {"p_adjusted": found.p}


def _sums(values: np.typing.NDArray[np.float64]) -> Sums:
    """In whole hundredths, as means are exact here."""
    whole = np.rint(values * _CENTS)
    return Sums(len(whole), int(whole.sum()), int((whole * whole).sum()))


def _lift(lift: Lift | None) -> Row:
    if lift is None:
        return {"lift": None, "lift_low": None, "lift_high": None}
    return {"lift": lift.value, "lift_low": lift.low, "lift_high": lift.high}


def _shares(sides: Sides) -> Iterator[Row]:
    n, other_n = len(sides.first), len(sides.second)
    for counted in (*_used(sides), *_standing(sides), *_traits(sides)):
        for value, hits, other_hits in counted.worth_comparing(n, other_n):
            found, lift = compare_shares(hits, n, other_hits, other_n), lift_of_shares(hits, n, other_hits, other_n)
            own = {"what": counted.what, "value": value} if counted.about == "trait" else {"what": value, "value": ""}
            row: Row = {"about": counted.about} | own | {"n": n, "other_n": other_n}
            row |= {"share": hits / n, "other_share": other_hits / other_n, "mean": None, "other_mean": None}
            row |= {"effect": found.value, "effect_low": found.low, "effect_high": found.high}
            yield row | _lift(lift) | {"p_adjusted": found.p}


@dataclass(frozen=True, slots=True)
class Counted:
    """Customers of both groups by value. `apart` when everybody has at most one of the values."""

    about: str
    what: str
    names: Sequence[str]
    first: Sequence[int]
    second: Sequence[int]
    apart: bool = False

    def worth_comparing(self, n: int, other_n: int) -> list[tuple[str, int, int]]:
        """(value, customers of the first group, of the second) where a difference could be seen. Of two values of
        which everybody has one, only the first: the other would say the same again.
        """
        if min(n, other_n) < LEAST:
            return []
        told = [
            row for row in zip(self.names, self.first, self.second, strict=True) if row[0] not in ("", NONE, OTHERS)
        ]
        if self.apart and len(told) == 2 and sum(self.first) + sum(self.second) == n + other_n:
            told = told[:1]
        return [row for row in told if _enough(row[1] + row[2], n, other_n)]


def _enough(hits: int, n: int, other_n: int) -> bool:
    share = hits / (n + other_n)
    return min(n, other_n) * min(share, 1 - share) >= LEAST_EXPECTED


def _used(sides: Sides) -> Iterator[Counted]:
    """Who met each touchpoint (where there are none: did each event), and who came over each channel."""
    context, machine = sides.context, sides.context.machine
    touched = context.lens if context.lens.names else None
    kind, names = ("touchpoint", context.lens.names) if touched else ("event", machine.journal.words.events)
    for what, known, lens in (
        (kind, names, touched),
        ("channel", machine.journal.words.channels, channel_lens(context)),
    ):
        params = reach.params(len(known))
        counts = [machine.answer(reach.REACH, params, sides.selection, lens, side).answer for side in sides.both]
        yield Counted(what, what, known, *(each.customers.tolist()[: len(known)] for each in counts))


def _standing(sides: Sides) -> Iterator[Counted]:
    found = stage_walk_of(sides.context, sides.as_of)
    if found is not None:
        keys, params = found
        ask = sides.context.machine.answer
        now = [ask(stages.STAGES, params, sides.selection, sides.context.lens, side).answer.now for side in sides.both]
        yield Counted("stage", "stage", keys, now[0].tolist(), now[1].tolist(), apart=True)


def stage_walk_of(context: Context, as_of: int) -> tuple[list[str], stages.StagesParams] | None:
    """The keys of the default stage set's stages and the walk that finds who stands where; None without one."""
    if not context.plan.stage_sets:
        return None
    chosen = context.plan.stage_set(None)
    params = stages.params(context.rules(chosen), as_of)
    return [stage.key for stage in chosen.stages], params


def _traits(sides: Sides) -> Iterator[Counted]:
    groups = [np.concatenate([np.zeros(0, np.bool_), *members.masks]) for members in sides.both]
    either = (sides.first | sides.second).masks
    for name in sides.context.machine.journal.trait_names:
        cut = of_customers(sides.context, name, lambda number: either[number])
        if cut is None or cut.different > OWN * cut.known:
            continue
        counts = [
            np.bincount(cut.codes[group], minlength=len(cut.names))[: len(cut.names)].tolist() for group in groups
        ]
        yield Counted("trait", name, cut.names, counts[0], counts[1], apart=True)
