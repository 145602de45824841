"""The clickstream: each session unrolled into its events in order."""

from dataclasses import dataclass

import numpy as np

from wend.demo import sessions as step
from wend.demo.chance import Flags, Ints, happens, stream
from wend.demo.period import NEVER
from wend.demo.sessions import Sessions
from wend.demo.words import column

EVENTS = (
    "visit.started",
    "account.signed_in",
    "page.viewed",
    "search.made",
    "product.viewed",
    "cart.filled",
    "checkout.fee_shown",  # where it belongs: in the cart
    "checkout.started",
    "checkout.address_given",
    "checkout.delivery_chosen",
    "checkout.payment_chosen",
    "checkout.fee_shown",  # planted: only at the payment step
    "payment.failed",
)
(STARTED, SIGNED_IN, PAGE, SEARCH, PRODUCT, FILLED, FEE_IN_CART, CHECKOUT, ADDRESS, DELIVERY, PAYMENT, FEE_AT_PAYMENT,
 FAILED) = range(13)  # fmt: skip
PAGES = ("/", "/tai-khoan", "/danh-muc", "/tim-kiem", "/san-pham", "/gio-hang", "/gio-hang", "/thanh-toan",
         "/thanh-toan/dia-chi", "/thanh-toan/giao-hang", "/thanh-toan/tra-tien", "/thanh-toan/tra-tien",
         "/thanh-toan/loi")  # fmt: skip
NO_PRODUCT = -1


@dataclass(frozen=True, slots=True)
class Clicks:
    """One row per event, in the order of sessions and of time inside them."""

    session: Ints
    slot: Ints
    at: Ints
    product: Ints
    ends: Ints  # per session: the moment of its last event

    def __len__(self) -> int:
        return len(self.session)


def invent_clicks(seed: int, sessions: Sessions) -> Clicks:
    """The events of every session."""
    rng = stream(seed, "clicks")
    size = len(sessions)
    counts = np.zeros((size, len(EVENTS)), dtype=np.int64)
    counts[:, STARTED] = 1
    counts[:, SIGNED_IN] = sessions.other
    counts[:, PAGE] = rng.poisson(0.5, size)
    counts[:, SEARCH] = happens(rng, 0.22, size)
    counts[:, PRODUCT] = 1 + rng.poisson(1.1, size)
    for column_of, reach in ((FILLED, step.CART), (CHECKOUT, step.CHECKOUT), (ADDRESS, step.ADDRESS),
                        (DELIVERY, step.DELIVERY), (PAYMENT, step.PAYMENT)):  # fmt: skip
        counts[:, column_of] = sessions.reach >= reach
    counts[:, FEE_IN_CART] = (sessions.reach >= step.CART) & ~sessions.fee_late
    counts[:, FEE_AT_PAYMENT] = (sessions.reach >= step.PAYMENT) & sessions.fee_late
    counts[:, FAILED] = sessions.fails
    lengths = counts.sum(axis=1)
    session = np.repeat(np.arange(size), lengths)
    slot = np.repeat(np.tile(np.arange(len(EVENTS)), size), counts.ravel())
    begins = np.cumsum(lengths) - lengths
    waits = rng.integers(5, 70, len(session))
    waits[begins] = 0
    since = np.cumsum(waits)
    at = sessions.at[session] + since - since[begins][session]
    return Clicks(session, slot, at, _products(seed, session, slot, size), at[begins + lengths - 1])


def _products(seed: int, session: Ints, slot: Ints, size: int) -> Ints:
    """Popular things are looked at more; what goes into the cart is the thing the session came for."""
    rng = stream(seed, "products")
    shelf = len(column("products", "product", "sku"))
    wanted = (shelf * rng.random(size) ** 1.6).astype(np.int64)
    other = (shelf * rng.random(len(session)) ** 1.6).astype(np.int64)
    looked = np.where(rng.random(len(session)) < 0.5, wanted[session], other)
    about_one = np.isin(slot, (PRODUCT, FILLED))
    return np.where(about_one, np.where(slot == FILLED, wanted[session], looked), NO_PRODUCT)


def without_carts(clicks: Clicks, which: Flags) -> Clicks:
    """The same clicks, except that the sessions which `which` marks only look around."""
    kept = ~(which[clicks.session] & (clicks.slot >= FILLED))
    return Clicks(clicks.session[kept], clicks.slot[kept], clicks.at[kept], clicks.product[kept], clicks.ends)


def joined_at(clicks: Clicks, sessions: Sessions, size: int) -> Ints:
    """When each person became a customer with a number: just before the first address given; NEVER for the others."""
    gave = np.flatnonzero(clicks.slot == ADDRESS)
    person, first = np.unique(sessions.person[clicks.session[gave]], return_index=True)
    joined = np.full(size, NEVER, dtype=np.int64)
    joined[person] = clicks.at[gave[first]] - 1
    return joined


def recognised(clicks: Clicks, seed: int, sessions: Sessions, joined: Ints) -> Flags:
    """Which rows carry the customer number: after joining, unless the browser had forgotten who it was."""
    remembered = sessions.app | sessions.other | happens(stream(seed, "remembered"), 0.7, len(sessions))
    person = sessions.person[clicks.session]
    joins_here = ~sessions.known[clicks.session]
    carries: Flags = (joined[person] != NEVER) & (clicks.at > joined[person])
    return carries & (remembered[clicks.session] | joins_here | (clicks.slot >= ADDRESS))
