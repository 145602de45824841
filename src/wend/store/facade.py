"""What the floors above may use of the store. Tables are for the `repository.py` files of the rooms."""

from wend.store import erased, links, tables
from wend.store.errors import (
    BadWorkspaceName,
    DataUnwritable,
    NewerStore,
    NotAStore,
    NoWorkspace,
    StoreBusy,
    StoreFull,
    Unscoped,
)
from wend.store.store import Store
from wend.store.work import Reading, Work

__all__ = [
    "BadWorkspaceName",
    "DataUnwritable",
    "NewerStore",
    "NoWorkspace",
    "NotAStore",
    "Reading",
    "Store",
    "StoreBusy",
    "StoreFull",
    "Unscoped",
    "Work",
    "erased",
    "links",
    "tables",
]
