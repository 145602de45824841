"""What drafting knows of a log: one row of facts per event name, and the silences between active days."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What one event is like.

    `before`/`after`: how many of these events buyers had before and after their first purchase.

    `position`: its usual place in a customer's list, 0 first … 1 last. `times[k]`: customers who did it k times (the
    last place: and more); `days[d]`: customers who did it on d days (the last place: and more). `rated`: events that
    carry a rating; `about`: ratings of other events that speak about this one; `paid`: events that carry money.
    """

    name: str
    events: int
    customers: int
    channels: tuple[tuple[str, int], ...] = ()
    starts: int = 0
    ends: int = 0
    position: float = 0.5
    before: int = 0
    after: int = 0
    times: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    rated: int = 0
    about: int = 0
    paid: int = 0

    def on_days(self, least: int) -> int:
        """Customers who did it on at least that many days (up to three)."""
        return sum(self.days[least:])

    def at_least(self, times: int) -> int:
        """Customers who did it at least that often."""
        return sum(self.times[times:])

    @property
    def after_share(self) -> float | None:
        """Share of this event's occurrences that came after a first purchase; None when no buyer ever did it."""
        return self.after / self.events if self.before + self.after else None


@dataclass(frozen=True, slots=True)
class LogFacts:
    """`gaps[d]`: how often a customer was silent for d days between two active days; `returning`: customers with two
    such days or more. `earlier`: (a, b, customers who did b some time after a), where it was asked.
    """

    events: tuple[EventFacts, ...]
    customers: int
    gaps: tuple[int, ...] = ()
    returning: int = 0
    earlier: tuple[tuple[str, str, int], ...] = ()

    @property
    def total(self) -> int:
        """All journey events."""
        return sum(event.events for event in self.events)

    def of(self, name: str) -> EventFacts | None:
        """The facts of one event."""
        return next((event for event in self.events if event.name == name), None)
