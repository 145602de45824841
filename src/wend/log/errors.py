"""What can go wrong with the event log and what is derived from it."""

from __future__ import annotations

from typing import ClassVar

from wend.kit.errors import Broken, Mistake, Trouble


class LogBusy(Trouble):
    """Another process is writing events into this workspace."""

    code: ClassVar[str] = "log.busy"


class BadBatch(Broken):
    """A batch lacks a column or holds a value that the log cannot keep; the caller should have quarantined it."""

    code: ClassVar[str] = "log.bad_batch"


class TooManyEventNames(Mistake):
    """More event names than the journal can number."""

    code: ClassVar[str] = "log.too_many_event_names"


class TooManyChannels(Mistake):
    """More channels than the journal can number."""

    code: ClassVar[str] = "log.too_many_channels"


class TooManyLines(Mistake):
    """More rows in the log than the journal can number."""

    code: ClassVar[str] = "log.too_many_lines"


class UnreadableTable(Broken):
    """The Delta table uses a feature that plain readers cannot follow, or a file it lists is missing."""

    code: ClassVar[str] = "log.unreadable_table"


class NamelessCustomer(Broken):
    """The journal has events of a customer whose identifier it lost: a fault of ours, and never silent."""

    code: ClassVar[str] = "log.nameless_customer"


class NoRoom(Trouble):
    """The disk is full; what was promised before is safe, and the same call works once there is room."""

    code: ClassVar[str] = "log.no_room"


class BadQuery(Mistake):
    """An ad-hoc question that is not one read-only SELECT, or that the engine refuses."""

    code: ClassVar[str] = "log.bad_query"
