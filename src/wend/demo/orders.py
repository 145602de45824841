"""Orders and their deliveries, the planted lateness, and how it keeps customers from buying again."""

from dataclasses import dataclass, fields

import numpy as np

from wend.demo.chance import Flags, Generator, Ints, between, happens, stream, weighted
from wend.demo.clicks import Clicks
from wend.demo.people import People
from wend.demo.period import DAY, HOUR, MINUTE, NEVER, by_day, inside
from wend.demo.sessions import ORDERED, Sessions
from wend.demo.words import column, strings

LATE_PROVINCES = ("Nghệ An", "Đắk Lắk")
LATE_THERE, LATE_ELSEWHERE = 0.35, 0.06
COOLED = 0.5  # of the customers hit by a late delivery, this share buys nothing for COOL_DAYS after it
COOL_DAYS = 90
CANCELLED, RETURNED = 0.03, 0.04
PAYMENTS = ("cod", "momo", "zalopay", "card", "bank_transfer")
PAYMENT_WEIGHTS = [52, 18, 10, 12, 8]
FREE_DELIVERY_FROM = 1_500_000


@dataclass(frozen=True, slots=True)
class Orders:
    """One row per order, sorted by person, then time. Moments that did not come are NEVER."""

    session: Ints
    person: Ints
    placed: Ints
    confirmed: Ints
    shipped: Ints
    expected: Ints
    delivered: Ints
    cancelled: Ints
    returned: Ints
    late: Ints  # 1 when it came (or will come) after the promised moment
    cooled: Ints  # 1 when the customer then bought nothing for a while
    items: Ints
    goods: Ints
    fee: Ints
    payment: Ints
    carrier: Ints

    def __len__(self) -> int:
        return len(self.person)

    def only(self, which: Flags) -> "Orders":
        """The orders that `which` marks."""
        return Orders(*(getattr(self, each.name)[which] for each in fields(self)))


@dataclass(frozen=True, slots=True)
class Cooling:
    """The weeks in which somebody buys nothing after a late delivery."""

    person: Ints
    since: Ints
    until: Ints

    def covers(self, person: Ints, at: Ints) -> Flags:
        """Whether each person was cooling at that moment."""
        covered = np.zeros(len(person), dtype=np.bool_)
        if len(self.person) == 0:
            return covered
        for since, until in self._layers(int(max(person.max(initial=0), self.person.max())) + 1):
            covered |= (at >= since[person]) & (at < until[person])
        return covered

    def _layers(self, size: int) -> list[tuple[Ints, Ints]]:
        """The k-th window of every person as a table over people, for k = 0, 1, …"""
        rank = _rank(self.person)
        layers = []
        for k in range(int(rank.max()) + 1):
            since, until = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
            since[self.person[rank == k]] = self.since[rank == k]
            until[self.person[rank == k]] = self.until[rank == k]
            layers.append((since, until))
        return layers


def invent_orders(seed: int, people: People, sessions: Sessions, clicks: Clicks) -> tuple[Orders, Cooling]:
    """The orders that really came about, and when customers cooled because of a late one."""
    wished = _wish(seed, people, sessions, clicks)
    alive = _alive(wished, len(people))
    orders = wished.only(alive)
    hit = orders.only((orders.late & orders.cooled & (orders.delivered != NEVER)).astype(np.bool_))
    return orders, Cooling(hit.person, hit.delivered, hit.delivered + COOL_DAYS * DAY)


def _wish(seed: int, people: People, sessions: Sessions, clicks: Clicks) -> Orders:
    """Every order that would be placed if no delivery ever disappointed."""
    rng = stream(seed, "orders")
    session = np.flatnonzero(sessions.reach == ORDERED)
    person, size = sessions.person[session], len(session)
    province = people.province[person]
    placed = inside(clicks.ends[session] + between(rng, 15, 90, size))
    goods, items = _basket(rng, size)
    fee = np.where(goods >= FREE_DELIVERY_FROM, 0, np.asarray(column("places", "province", "fee"))[province])
    trouble = np.isin(province, [column("places", "province", "name").index(name) for name in LATE_PROVINCES])
    late = happens(rng, np.where(trouble, LATE_THERE, LATE_ELSEWHERE), size)
    confirmed = by_day(rng, placed + between(rng, 5 * MINUTE, 3 * HOUR, size))
    stopped = happens(rng, CANCELLED, size)
    shipped = by_day(rng, confirmed + between(rng, 4 * HOUR, 22 * HOUR, size))
    promised = np.asarray(column("places", "province", "days"))[province]
    expected = (placed // DAY + promised) * DAY + 20 * HOUR
    early = np.maximum(expected - between(rng, 1 * HOUR, 34 * HOUR, size), shipped + 5 * HOUR)
    punctual = np.minimum(by_day(rng, early), expected - HOUR)
    delivered = np.where(late, by_day(rng, expected + between(rng, 20 * HOUR, 140 * HOUR, size)), punctual)
    returned = by_day(rng, delivered + between(rng, DAY, 8 * DAY, size))
    returns = ~stopped & happens(rng, RETURNED, size)
    return Orders(
        session=session,
        person=person,
        placed=placed,
        confirmed=inside(confirmed),
        shipped=inside(np.where(stopped, NEVER, shipped)),
        expected=inside(np.where(stopped, NEVER, expected)),
        delivered=inside(np.where(stopped, NEVER, delivered)),
        cancelled=inside(np.where(stopped, by_day(rng, confirmed + between(rng, HOUR, 20 * HOUR, size)), NEVER)),
        returned=inside(np.where(returns, returned, NEVER)),
        late=late.astype(np.int64),
        cooled=happens(rng, COOLED, size).astype(np.int64),
        items=items,
        goods=goods,
        fee=fee,
        payment=weighted(rng, PAYMENT_WEIGHTS, size),
        carrier=rng.integers(0, len(strings("places", "carriers")), size),
    )


def _basket(rng: Generator, size: int) -> tuple[Ints, Ints]:
    """What is paid for the goods, in đồng ending in 000, and how many things that is."""
    items = 1 + rng.poisson(0.9, size)
    each = np.clip(rng.lognormal(np.log(290_000), 0.6, size), 39_000, 2_500_000)
    return (each * items // 1000 * 1000).astype(np.int64), items.astype(np.int64)


def _alive(wished: Orders, size: int) -> Flags:
    """Walk everybody's wished orders in turn: an order inside a cooling window does not happen."""
    since, until = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    alive = np.ones(len(wished), dtype=np.bool_)
    disappoints = (wished.late & wished.cooled).astype(np.bool_) & (wished.delivered != NEVER)
    rank = _rank(wished.person)
    for k in range(int(rank.max(initial=0)) + 1):
        row = np.flatnonzero(rank == k)
        person, placed = wished.person[row], wished.placed[row]
        alive[row] = ~((placed >= since[person]) & (placed < until[person]))
        hurts = row[alive[row] & disappoints[row]]
        who, came = wished.person[hurts], wished.delivered[hurts]
        still = until[who] > came  # ordered before the earlier parcel came: the two windows join
        since[who] = np.where(still, np.minimum(since[who], came), came)
        until[who] = np.maximum(until[who], came + COOL_DAYS * DAY)
    return alive


def _rank(person: Ints) -> Ints:
    """0, 1, 2 … inside each run of equal persons."""
    if len(person) == 0:
        return person
    begins = np.flatnonzero(np.r_[True, person[1:] != person[:-1]])
    return np.arange(len(person)) - np.repeat(begins, np.diff(np.r_[begins, len(person)]))
