"""Time as an argument: nothing below the doors asks the machine what time it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Where the present moment comes from."""

    def now(self) -> datetime:
        """The present moment, always aware and in UTC."""
        ...


class SystemClock:
    """The machine's clock; only `bootstrap` hands it out."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """A clock that stands still until a story moves it."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def advance(self, by: timedelta) -> None:
        self.moment += by


def epoch_seconds(moment: datetime) -> int:
    """Whole seconds since 1970-01-01 UTC, floored.

    >>> epoch_seconds(datetime(1970, 1, 1, 0, 1, tzinfo=UTC))
    60
    """
    return (moment - _EPOCH) // timedelta(seconds=1)


def epoch_micros(moment: datetime) -> int:
    """Whole microseconds since 1970-01-01 UTC: what the store keeps.

    >>> epoch_micros(datetime(1970, 1, 1, 0, 1, tzinfo=UTC))
    60000000
    """
    return (moment - _EPOCH) // timedelta(microseconds=1)


def from_epoch(seconds: int) -> datetime:
    """The UTC moment `seconds` after 1970-01-01; works before 1970 too."""
    return _EPOCH + timedelta(seconds=seconds)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
