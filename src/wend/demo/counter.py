"""The shop counter: people known by phone number only, and customers of web and app who also drop in."""

from dataclasses import dataclass

import numpy as np

from wend.demo.chance import Ints, happens, stream, weighted
from wend.demo.orders import Cooling
from wend.demo.people import Kind, People
from wend.demo.period import DAY, ENDS_AT, at_an_hour
from wend.demo.rhythm import Visits
from wend.demo.sessions import Sessions
from wend.demo.words import strings

KINDS = ("Bán hàng", "Tư vấn", "Đổi trả")
KIND_WEIGHTS = [82, 13, 5]
SALE = 0
DROPS_IN = 0.12  # chance that a visit online by one who likes the counter is followed by one at the counter


@dataclass(frozen=True, slots=True)
class CounterVisits:
    """One row per receipt or talk at the counter, in the order of time."""

    person: Ints
    at: Ints
    kind: Ints
    shop: Ints
    items: Ints
    total: Ints
    staff: Ints

    def __len__(self) -> int:
        return len(self.person)


def invent_counter(seed: int, people: People, visits: Visits, sessions: Sessions, cooling: Cooling) -> CounterVisits:
    """Counter visits of both sorts of people, without those who are cooling after a late delivery."""
    rng = stream(seed, "counter")
    own = people.kind[visits.person] == Kind.COUNTER
    drops_in = sessions.known & people.visits_counter[sessions.person] & happens(rng, DROPS_IN, len(sessions))
    day = (sessions.at[drops_in] // DAY + rng.integers(1, 6, int(drops_in.sum()))) * DAY
    later = at_an_hour(rng, day, shop=True)
    person = np.r_[visits.person[own], sessions.person[drops_in]]
    at = np.r_[visits.at[own], later]
    came = (at < ENDS_AT) & ~cooling.covers(person, at)
    order = np.flatnonzero(came)[np.argsort(at[came], kind="stable")]
    size = len(order)
    kind = weighted(rng, KIND_WEIGHTS, size)
    items = 1 + rng.poisson(1.0, size).astype(np.int64)
    each = np.clip(rng.lognormal(np.log(210_000), 0.6, size), 39_000, 2_000_000)
    return CounterVisits(
        person=person[order],
        at=at[order] // 60 * 60,  # the till prints no seconds
        kind=kind,
        shop=rng.integers(0, len(strings("places", "shops")), size),
        items=items,
        total=np.where(kind == SALE, (each * items // 1000 * 1000).astype(np.int64), 0),
        staff=rng.integers(0, len(strings("names", "staff")), size),
    )
