"""Customers who tell a friend, with no planted cause: it happens after any delivery alike."""

from dataclasses import dataclass

import numpy as np

from wend.demo.chance import Ints, between, happens, stream
from wend.demo.orders import Orders
from wend.demo.period import DAY, HOUR, NEVER, by_day, inside

INVITED, FRIEND_CAME = 0.035, 0.3


@dataclass(frozen=True, slots=True)
class Referrals:
    """One row per invitation, in the order of time."""

    person: Ints
    at: Ints
    friend_came: Ints


def invent_referrals(seed: int, orders: Orders) -> Referrals:
    """Invitations some days after a delivery, and when the friend came."""
    rng = stream(seed, "referrals")
    row = np.flatnonzero((orders.delivered != NEVER) & happens(rng, INVITED, len(orders)))
    at = inside(by_day(rng, orders.delivered[row] + between(rng, 2 * DAY, 12 * DAY, len(row))))
    turn = np.flatnonzero(at != NEVER)[np.argsort(at[at != NEVER], kind="stable")]
    came = np.where(happens(rng, FRIEND_CAME, len(row)), at + between(rng, 5 * HOUR, 20 * DAY, len(row)), NEVER)
    return Referrals(orders.person[row][turn], at[turn], inside(came[turn]))
