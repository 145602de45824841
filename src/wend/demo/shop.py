"""The whole shop for one seed: every part, drawn in the order in which one leads to the next."""

from dataclasses import dataclass

from wend.demo.answers import Answers, invent_answers
from wend.demo.care import Calls, Messages, invent_calls, invent_messages
from wend.demo.chance import Flags, Ints
from wend.demo.clicks import Clicks, invent_clicks, joined_at, recognised, without_carts
from wend.demo.counter import CounterVisits, invent_counter
from wend.demo.marketing import Letters, Touches, invent_letters, invent_touches
from wend.demo.orders import Orders, invent_orders
from wend.demo.people import People, invent_people
from wend.demo.referrals import Referrals, invent_referrals
from wend.demo.rhythm import Slowing, Visits, invent_visits, presence
from wend.demo.sessions import Sessions, invent_sessions


@dataclass(frozen=True, slots=True)
class Shop:
    """Everything that happened, as arrays."""

    people: People
    visits: Visits
    slowing: Slowing
    sessions: Sessions
    clicks: Clicks
    recognised: Flags  # per click: the row carries the customer number
    joined: Ints  # per person
    orders: Orders
    counter: CounterVisits
    calls: Calls
    messages: Messages
    touches: Touches
    letters: Letters
    answers: Answers
    referrals: Referrals


def open_shop(seed: int, size: int) -> Shop:
    """Simulate `size` people over the whole period."""
    people = invent_people(seed, size)
    visits, slowing = invent_visits(seed, people)
    sessions = invent_sessions(seed, people, visits)
    wished = invent_clicks(seed, sessions)
    orders, cooling = invent_orders(seed, people, sessions, wished)
    clicks = without_carts(wished, cooling.covers(sessions.person, sessions.at))
    joined = joined_at(clicks, sessions, size)
    counter = invent_counter(seed, people, visits, sessions, cooling)
    calls = invent_calls(seed, sessions, orders)
    around = presence(visits, slowing, size)
    return Shop(
        people=people,
        visits=visits,
        slowing=slowing,
        sessions=sessions,
        clicks=clicks,
        recognised=recognised(clicks, seed, sessions, joined),
        joined=joined,
        orders=orders,
        counter=counter,
        calls=calls,
        messages=invent_messages(seed, people, sessions, orders),
        touches=invent_touches(seed, sessions),
        letters=invent_letters(seed, people, joined, around),
        answers=invent_answers(seed, people, orders, calls, counter, joined, around),
        referrals=invent_referrals(seed, orders),
    )
