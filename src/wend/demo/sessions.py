"""What happens inside one online visit: how far it goes, on which device, and whether the customer is recognised."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from wend.demo.chance import Flags, Floats, Ints, happens, stream
from wend.demo.people import Kind, People
from wend.demo.period import DAY, midnight
from wend.demo.rhythm import Visits

# How far a session goes: each step is reached with this chance once the one before it was.
BROWSED, CART, CHECKOUT, ADDRESS, DELIVERY, PAYMENT, ORDERED = range(7)
STEP_CHANCES = (0.40, 0.62, 0.93, 0.95, 0.95)  # cart, checkout, address, delivery, payment
_TO_PAYMENT = STEP_CHANCES[2] * STEP_CHANCES[3] * STEP_CHANCES[4]  # from the checkout's first page to the payment step

FEE_SHOWN_LATE = 0.35  # planted: share of web sessions that learn the delivery fee only at the payment step
ABANDONED = 0.25  # of the checkouts where nothing is planted
ABANDONED_FEE_LATE = 0.55

FAULT_FROM, FAULT_TO = date(2026, 7, 6), date(2026, 7, 26)  # planted: both days included, three weeks
FAULT_PLATFORM = "android"  # in the app
CONVERTED_IN_FAULT = 0.25
FAILS = 0.02  # a payment that fails and is tried again, at any time, with no consequence
FAILS_IN_FAULT = 0.92  # of those whom the fault stopped, the others left without an error

PLATFORMS = ("android", "ios", "desktop")
ANDROID, IOS, DESKTOP = range(3)


@dataclass(frozen=True, slots=True)
class Sessions:
    """One row per online visit, sorted by person, then time."""

    person: Ints
    at: Ints
    reach: Ints
    app: Flags
    platform: Ints
    other: Flags  # on the person's second device or place, which starts with signing in
    known: Flags  # the person had given a name before this session
    first: Flags  # the first session of this person
    fee_late: Flags
    fails: Flags
    faulty: Flags  # on the faulty platform in the three weeks of the fault

    def __len__(self) -> int:
        return len(self.person)


def invent_sessions(seed: int, people: People, visits: Visits) -> Sessions:
    """Every online visit and how far it would go, before bad experiences are taken into account."""
    rng = stream(seed, "sessions")
    online = people.kind[visits.person] != Kind.COUNTER
    person, at = visits.person[online], visits.at[online]
    size = len(person)
    chances = np.cumprod(rng.random((size, len(STEP_CHANCES))) < np.asarray(STEP_CHANCES), axis=1)
    reach = chances.sum(axis=1).astype(np.int64)
    first = np.r_[np.ones(min(size, 1), dtype=np.bool_), person[1:] != person[:-1]]
    known = _known_before(person, reach, len(people))
    other = known & happens(rng, 0.18, size)
    app = people.app[person] & ~other
    at_desk = ~app & (people.desktop[person] ^ other)  # the second device of who has a phone is a computer, and back
    platform = np.where(at_desk, DESKTOP, np.where(people.ios[person], IOS, ANDROID))
    fee_late = ~app & happens(rng, FEE_SHOWN_LATE, size)
    in_weeks = (at >= midnight(FAULT_FROM)) & (at < midnight(FAULT_TO) + DAY)
    faulty = app & (platform == PLATFORMS.index(FAULT_PLATFORM)) & in_weeks
    pays = (reach == PAYMENT) & happens(rng, _pays(fee_late, faulty), size)
    fails = (reach == PAYMENT) & happens(rng, np.where(faulty & ~pays, FAILS_IN_FAULT, FAILS), size)
    return Sessions(person, at, reach + pays, app, platform, other, known, first, fee_late, fails, faulty)


def _pays(fee_late: Flags, faulty: Flags) -> Floats:
    """The chance to finish once at the payment step, such that whole checkouts end as planted."""
    whole = np.where(faulty, CONVERTED_IN_FAULT, np.where(fee_late, 1 - ABANDONED_FEE_LATE, 1 - ABANDONED))
    return whole / _TO_PAYMENT


def _known_before(person: Ints, reach: Ints, size: int) -> Flags:
    """Whether the person gave an address (and so a customer number) in an earlier session."""
    order = np.arange(len(person))
    gave = np.full(size, len(person) + 1, dtype=np.int64)
    named = reach >= ADDRESS
    np.minimum.at(gave, person[named], order[named])
    return order > gave[person]
