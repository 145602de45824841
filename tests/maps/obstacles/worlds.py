"""Small shops invented for the tests, in memory: nothing is wrong in them unless a test plants it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from wend.domain.names import Name
from wend.folds.contrast import Path
from wend.maps.obstacles.context import DAY, Context, Grouping, Step

STEPS = (
    "visit.started",
    "cart.filled",
    "checkout.started",
    "payment.failed",
    "order.placed",
    "order.shipped",
    "order.delivery_expected",
    "order.delivered",
    "review.given",
    "support.called",
)
VISIT, CART, CHECKOUT, FAILED, PLACED, SHIPPED, EXPECTED, DELIVERED, REVIEW, CALLED = range(10)
CHANNELS = ("web", "app")
PLATFORMS = ("android", "ios", "desktop")
PROVINCES = ("Hà Nội", "Huế", "Nghệ An", "Cần Thơ", "Đà Nẵng")
BEGINS = 1_700_000_000 // DAY * DAY
NONE = 65_535


@dataclass(frozen=True)
class Planted:
    """What goes wrong: by how many stars·100 a late parcel lowers the rating; on which days paying fails on android; in
    which provinces half of the carts never come to the checkout.
    """

    late_hurts: int = 0
    late_in: str = ""
    fault_days: tuple[int, int] = (0, 0)
    fault_chance: float = 0.15
    hard_in: tuple[str, ...] = ()


def shop(seed: int, customers: int = 700, days: int = 240, planted: Planted | None = None) -> Context:
    """Customers with paces, moods and luck of their own; visits, carts, checkouts, payments, parcels, reviews,
    calls.
    """
    rng, wrong = np.random.default_rng(seed), planted or Planted()
    rows: list[tuple[int, int, int, int, int, int, int]] = []
    platform, province = rng.integers(0, 3, customers), rng.integers(0, len(PROVINCES), customers)
    pace, mood, luck = rng.gamma(4, 6, customers) + 4, rng.normal(0, 0.5, customers), rng.beta(6, 3, customers)
    for who in range(customers):
        at = BEGINS + int(rng.uniform(0, days / 2) * DAY)
        while at < BEGINS + days * DAY and rng.random() > 0.06:
            rows += _visit(
                rng, who, at, int(platform[who]), float(mood[who]), float(luck[who]), wrong, int(province[who])
            )
            at += int(rng.gamma(3, pace[who] / 3) * DAY) + 7_200
    table = np.asarray([row for row in rows if row[2] == EXPECTED or row[1] < BEGINS + days * DAY], np.int64)
    table = table[np.lexsort((table[:, 1], table[:, 0]))]
    groups = {"platform": (PLATFORMS, platform), "province": (PROVINCES, province)}
    return context_of(table, groups)


def _visit(
    rng: np.random.Generator, who: int, at: int, platform: int, mood: float, luck: float, wrong: Planted, province: int
) -> list[tuple[int, int, int, int, int, int, int]]:
    """One visit: (customer, second, step, channel, rating, about, amount) of everything it leads to."""
    channel = int(rng.random() < 0.4)
    rows = [(who, at, VISIT, channel, -32768, NONE, 0)]
    if rng.random() < 0.1:
        rows.append((who, at + int(rng.integers(3_600, 200_000)), CALLED, channel, -32768, NONE, 0))
    steps = ((CART, 0.6), (CHECKOUT, 0.4 if PROVINCES[province] in wrong.hard_in else 0.8))
    for step, chance in steps:
        at += int(rng.integers(20, 300))
        if rng.random() > chance:
            return rows
        rows.append((who, at, step, channel, -32768, NONE, 0))
    if rng.random() < 0.08:
        at += int(rng.integers(5, 60))
        rows.append((who, at, FAILED, channel, -32768, NONE, 0))
    day = (at - BEGINS) // DAY
    faulty = platform == 0 and wrong.fault_days[0] <= day < wrong.fault_days[1]
    if rng.random() > (wrong.fault_chance if faulty else 0.55 + 0.4 * luck):
        return rows
    at += int(rng.integers(30, 400))
    rows.append((who, at, PLACED, channel, -32768, NONE, int(rng.lognormal(12, 0.5))))
    return rows + _parcel(rng, who, at, mood, wrong, province)


def _parcel(
    rng: np.random.Generator, who: int, at: int, mood: float, wrong: Planted, province: int
) -> list[tuple[int, int, int, int, int, int, int]]:
    shipped = at + int(rng.gamma(4, 0.3 * DAY))
    promised = (at // DAY + 6) * DAY + 20 * 3_600
    risky = wrong.late_in == PROVINCES[province]
    late = rng.random() < (0.5 if risky else 0.1)
    came = (
        promised + int(rng.uniform(0.2, 6) * DAY)
        if late
        else max(promised - int(rng.gamma(3, 0.5 * DAY)), shipped + 60)
    )
    rows = [(who, shipped, SHIPPED, 0, -32768, NONE, 0), (who, promised, EXPECTED, 0, -32768, NONE, 0)]
    rows.append((who, came, DELIVERED, 0, -32768, NONE, 0))
    if rng.random() < 0.5:
        score = 0.9 + mood + rng.normal(0, 0.9) + late * wrong.late_hurts / 100
        rating = int(np.clip(np.round(score), -2, 2)) * 100
        rows.append((who, came + int(rng.integers(3_600, 4 * DAY)), REVIEW, 0, rating, DELIVERED, 0))
    return rows


def context_of(
    table: NDArray[np.int64],
    groups: Mapping[str, tuple[tuple[str, ...], NDArray[np.int64]]] | None = None,
    steps: tuple[str, ...] = STEPS,
    comments: Mapping[int, str] | None = None,
) -> Context:
    """A context from rows (customer, second, step, channel, rating, about, amount), sorted by customer and time."""
    who = table[:, 0]
    first = np.flatnonzero(np.r_[True, who[1:] != who[:-1]][: len(who)])
    people = who[first]
    path = Path(
        np.r_[first, len(who)].astype(np.int64),
        table[:, 2].astype(np.uint16),
        np.ascontiguousarray(table[:, 1]),
        table[:, 4].astype(np.int16),
        table[:, 5].astype(np.uint16),
        np.ascontiguousarray(table[:, 6]),
    )
    groupings = tuple(
        Grouping(key, values, codes[who].astype(np.int16)) for key, (values, codes) in (groups or {}).items()
    )
    said = comments or {}
    return Context(
        path,
        table[:, 3].astype(np.uint8),
        np.arange(len(who)),
        tuple(Step(key, Name(key, key), key, "stage") for key in steps),
        CHANNELS,
        groupings,
        lambda owners: tuple(f"customer:{person}" for person in people[owners]),
        lambda events: {int(each): said[int(each)] for each in events if int(each) in said},
    )


def with_ratings_shuffled(context: Context, seed: int) -> Context:
    """The same log, each rating given by somebody else: no exposure has to do with any rating any more."""
    rng, rating = np.random.default_rng(seed), context.path.rating.copy()
    places = np.flatnonzero(context.rated)
    rating[places] = rating[rng.permutation(places)]
    return replace(context, path=context.path._replace(rating=rating))


def with_groups_shuffled(context: Context, seed: int) -> Context:
    """The same log, every customer's groups handed to another customer."""
    rng, owner = np.random.default_rng(seed), context.owner
    first = context.path.offsets[:-1]
    groupings = tuple(
        replace(each, codes=each.codes[first][rng.permutation(len(first))][owner]) for each in context.groupings
    )
    return replace(context, groupings=groupings)
