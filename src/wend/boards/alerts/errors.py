"""What can be wrong with an alert; the sentences are in `boards_alerts.json`."""

from __future__ import annotations

from wend.kit.errors import Mistake


class UnknownAlert(Mistake):
    """No alert has this id."""

    code = "boards_alerts.unknown"
    status = 404


class BadRange(Mistake):
    """A range with nothing outside of it, or nothing inside."""

    code = "boards_alerts.bad_range"


class BadEvery(Mistake):
    """Checked too often, or nearly never."""

    code = "boards_alerts.bad_every"


class NobodyToTell(Mistake):
    """An alert that nobody would hear."""

    code = "boards_alerts.nobody"


class BadCell(Mistake):
    """A segment has no such number."""

    code = "boards_alerts.bad_cell"


class NotOne(Mistake):
    """An alert is about a saved question or about a segment: about one of them."""

    code = "boards_alerts.not_one"


class NoSuchNumber(Mistake):
    """The answer has no number at this place."""

    code = "boards_alerts.no_number"
