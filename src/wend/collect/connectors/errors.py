"""What can be wrong with a connector; the sentences are in `connectors.json`."""

from __future__ import annotations

from wend.channels.errors import NotReached, PlaceRefused
from wend.kit.errors import Mistake

__all__ = [
    "BadConnectorSetting",
    "ColumnMissing",
    "ExtraMissing",
    "NoSuchConnector",
    "NotReached",
    "PlaceRefused",
    "TooLarge",
]


class NoSuchConnector(Mistake):
    """No connector has this key."""

    code = "connectors.unknown"
    status = 404


class BadConnectorSetting(Mistake):
    """A setting that does not exist or cannot have this value."""

    code = "connectors.bad_setting"


class ExtraMissing(Mistake):
    """What reads databases is not installed."""

    code = "connectors.extra_missing"


class TooLarge(Mistake):
    """The file is larger than a connector takes."""

    code = "connectors.too_large"


class ColumnMissing(Mistake):
    """The table has no such column."""

    code = "connectors.column_missing"
