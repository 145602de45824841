"""What the machines and rooms above may use of the log."""

from wend.log.catalogue import Catalogue, EventKind, PropertySeen
from wend.log.dossier_run import LogRow
from wend.log.errors import (
    BadBatch,
    BadQuery,
    LogBusy,
    NoRoom,
    TooManyChannels,
    TooManyEventNames,
    TooManyLines,
    UnreadableTable,
)
from wend.log.hashing import message_ids
from wend.log.journal import Bucket, Journal, Words
from wend.log.log import Log
from wend.log.moving import Moved
from wend.log.properties import CURRENCY, Property
from wend.log.schema import LOG_SCHEMA
from wend.log.staging import Staged, Writer
from wend.log.warming import warm

__all__ = [
    "CURRENCY",
    "LOG_SCHEMA",
    "BadBatch",
    "BadQuery",
    "Bucket",
    "Catalogue",
    "EventKind",
    "Journal",
    "Log",
    "LogBusy",
    "LogRow",
    "Moved",
    "NoRoom",
    "Property",
    "PropertySeen",
    "Staged",
    "TooManyChannels",
    "TooManyEventNames",
    "TooManyLines",
    "UnreadableTable",
    "Words",
    "Writer",
    "message_ids",
    "warm",
]
