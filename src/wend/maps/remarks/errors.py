"""What can be wrong with remarks; the sentences are in `remarks.json`."""

from __future__ import annotations

from wend.kit.errors import Mistake


class UnknownRemark(Mistake):
    """Nothing on the map has this id."""

    code = "remarks.unknown"
    status = 404


class BadRemark(Mistake):
    """An obstacle without a name, a note without a text, or either of them very long."""

    code = "remarks.bad"


class NowhereOnTheMap(Mistake):
    """The stage set has no such stage."""

    code = "remarks.nowhere"


class ChangedMeanwhile(Mistake):
    """Somebody else changed it since it was looked at."""

    code = "remarks.changed_meanwhile"
    status = 409


class TooMany(Mistake):
    """More remarks than a map can show."""

    code = "remarks.too_many"
    status = 409
