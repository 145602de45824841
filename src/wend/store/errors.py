"""What can go wrong with the operational store."""

from __future__ import annotations

from typing import ClassVar

from wend.kit.errors import Broken, Mistake, Trouble


class NoWorkspace(Broken):
    """Somebody tried to read or write without saying whose data it is."""

    code: ClassVar[str] = "store.no_workspace"


class Unscoped(Broken):
    """A statement reached a table without naming this work's workspace."""

    code: ClassVar[str] = "store.unscoped"


class BadWorkspaceName(Mistake):
    """A workspace name becomes a folder, so only plain names are taken."""

    code: ClassVar[str] = "store.bad_workspace_name"


class NewerStore(Mistake):
    """The store was written by a newer Wend; an old one would damage it."""

    code: ClassVar[str] = "store.newer"


class NotAStore(Mistake):
    """The file is there but is no store of ours, or it is damaged."""

    code: ClassVar[str] = "store.unreadable"


class StoreBusy(Trouble):
    """Another process kept the store locked longer than we wait."""

    code: ClassVar[str] = "store.busy"


class StoreFull(Trouble):
    """The disk is full; nothing of this transaction was kept."""

    code: ClassVar[str] = "store.full"


class DataUnwritable(Mistake):
    """The data directory cannot be made or written."""

    code: ClassVar[str] = "store.data_unwritable"
