"""What each event is in a customer's life, by its words and, where they are silent, by when it happens; and which
event is the purchase.
"""

from __future__ import annotations

from dataclasses import dataclass

from wend.domain.touchpoint import Reason
from wend.touchpoints.drafting import read_event
from wend.touchpoints.facts import EventFacts, LogFacts
from wend.touchpoints.roles import Role, read

MOSTLY = 0.8
"""An event happens "after the first purchase" when this share of its occurrences among buyers does."""
COMMON = 0.6
ROWS_OF_ONE = 0.05
"""Above this share of customers with several purchases on a single day, an event is one row of a purchase, not the
purchase.
"""
_CONFIRMING = ("order_completed", "payment_done", "invoice", "order_approved")


@dataclass(frozen=True, slots=True)
class Part:
    """One event with its role and the reason for it."""

    event: EventFacts
    role: Role
    concept: str
    reason: Reason


def purchases(facts: LogFacts) -> tuple[str, ...]:
    """The events that are a purchase: by their words, else the confirmation of one, else whatever carries money.

    Empty when nothing is bought.

    Several are alternatives (a web order, a purchase at the counter). Two names for the same moment are told by their
    counts; the larger stays.
    """
    read_of = {e.name: read(e.name) for e in facts.events if e.customers}
    bought = [e for e in facts.events if (r := read_of.get(e.name)) and r.concept.role == "buy"]
    if bought:
        return tuple(e.name for e in _without_echoes(bought))
    for concept in _CONFIRMING:
        found = [e for e in facts.events if (r := read_of.get(e.name)) and r.concept.key == concept]
        if found:
            return (max(found, key=lambda e: e.customers).name,)
    paid = [e for e in facts.events if e.paid * 2 > e.events and not _not_buying(e.name)]
    return (max(paid, key=lambda e: e.customers).name,) if paid else ()


def parts(facts: LogFacts, bought: tuple[str, ...]) -> tuple[Part, ...]:
    """Every event with its role, most customers first."""
    ordered = sorted((e for e in facts.events if e.customers), key=lambda e: (-e.customers, e.name))
    return tuple(_part(event, facts, bought) for event in ordered)


def nth_purchase(event: EventFacts, nth: int) -> int | None:
    """How many times the event must happen for an nth purchase; None when it cannot be told.

    Usually nth. Where several rows make one purchase (an invoice line each), the number of rows is chosen that as many
    customers reach as bought on n different days.
    """
    days, times = event.on_days(nth), event.at_least(nth)
    if event.at_least(2) - event.on_days(2) <= ROWS_OF_ONE * event.customers:
        return nth if times else None
    return next((k for k in range(nth, len(event.times)) if event.at_least(k) <= days), None) if days else None


def _part(event: EventFacts, facts: LogFacts, bought: tuple[str, ...]) -> Part:
    reading, after = read_event(event), event.after_share
    if event.name in bought:
        key = "touchpoints.reason.purchase" if reading else "touchpoints.reason.purchase_by_money"
        return Part(event, "buy", reading.concept.key if reading else "", Reason(key, (("event", event.name),)))
    if reading:
        role: Role = "confirm" if reading.concept.role == "buy" else reading.concept.role
        said = (("words", " ".join(reading.words)), ("event", event.name))
        return Part(event, role, reading.concept.key, Reason("touchpoints.reason.word", said))
    if after is not None and after >= MOSTLY:
        return Part(
            event, "use", "", Reason("touchpoints.reason.after", (("event", event.name), ("share", percent(after))))
        )
    if after is not None and after <= 1 - MOSTLY:
        role = "browse" if event.customers > COMMON * facts.customers else "consider"
        share = percent(1 - after)
        return Part(event, role, "", Reason("touchpoints.reason.before", (("event", event.name), ("share", share))))
    return Part(event, "", "", Reason("touchpoints.reason.unknown_word", (("event", event.name),)))


def _without_echoes(bought: list[EventFacts]) -> list[EventFacts]:
    kept: list[EventFacts] = []
    for event in sorted(bought, key=lambda e: -e.customers):
        echo = any(event.customers > MOSTLY * other.customers and _same_concept(event, other) for other in kept)
        if not echo:
            kept.append(event)
    return kept


def _same_concept(one: EventFacts, two: EventFacts) -> bool:
    first, second = read(one.name), read(two.name)
    return first is not None and second is not None and first.concept is second.concept


def _not_buying(name: str) -> bool:
    reading = read(name)
    return reading is not None and reading.concept.role in ("help", "trouble", "consider", "message", "leave")


def percent(share: float) -> str:
    """A share in whole percent, as a place of a text."""
    return f"{round(100 * share)}"
