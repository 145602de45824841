"""The shape of the event log: one row per event, plain Parquet types that every reader of Delta tables understands."""

from __future__ import annotations

import pyarrow as pa

MOMENT = pa.timestamp("us", tz="UTC")

LOG_SCHEMA = pa.schema(
    [
        pa.field("event_id", pa.int64(), nullable=False),
        pa.field("subject", pa.string(), nullable=False),
        pa.field("identifiers", pa.string()),
        pa.field("event", pa.string(), nullable=False),
        pa.field("channel", pa.string(), nullable=False),
        pa.field("occurred_at", MOMENT, nullable=False),
        pa.field("received_at", MOMENT, nullable=False),
        pa.field("rating", pa.int16()),
        pa.field("expectation", pa.int16()),
        pa.field("about", pa.string()),
        pa.field("amount", pa.int64()),
        pa.field("currency", pa.string()),
        pa.field("source", pa.string(), nullable=False),
        pa.field("properties", pa.string()),
    ]
)
"""Column meanings: docs and `domain.event.Event`. Money in minor units, ratings in hundredths, times in microseconds
UTC."""

REPEATING = ("event", "channel", "about", "currency", "source")
"""Text columns with few distinct values: written and read as dictionaries."""

CONTENT = (
    "subject",
    "event",
    "occurred_at",
    "channel",
    "amount",
    "currency",
    "about",
    "rating",
    "expectation",
    "properties",
)
"""What makes two rows the same event. Received time, source and further identifiers are about the delivery, not the
event."""
