"""What can be wrong with the periods of a season."""

from __future__ import annotations

from wend.kit.errors import Mistake


class PeriodNotValid(Mistake):
    """A period whose days or pace make no sense, or whose key comes twice."""

    code = "seasons.period_not_valid"

    def __init__(self, period: str, found: str) -> None:
        super().__init__(period=period[:60], found=found[:120])


class TooManyPeriods(Mistake):
    """More periods than a workspace may have."""

    code = "seasons.too_many_periods"


class UnknownPeriod(Mistake):
    """No period has this key."""

    code = "seasons.unknown_period"
    status = 404


class SeasonsChangedElsewhere(Mistake):
    """Somebody saved another version meanwhile."""

    code = "seasons.changed_elsewhere"
    status = 409
