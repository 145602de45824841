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


class AppendOnly(Broken):
    """A statement would have changed a row of a table that only grows."""

    code: ClassVar[str] = "store.append_only"


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
    """Others kept the store locked longer than we wait."""

    code: ClassVar[str] = "store.busy"


class StoreFull(Trouble):
    """The disk is full; nothing of this transaction was kept."""

    code: ClassVar[str] = "store.full"


class DiskRefused(Trouble):
    """The system refused to read or write the store's file; nothing of this transaction was kept."""

    code: ClassVar[str] = "store.disk"


class DataUnwritable(Mistake):
    """The data directory cannot be made or written."""

    code: ClassVar[str] = "store.data_unwritable"


class StoreAway(Trouble):
    """The database server does not answer, or went away. Whether a commit that was under way was kept is unknown."""

    code: ClassVar[str] = "store.away"


class StoreClash(Trouble):
    """Two transactions were in each other's way; the database undid this one."""

    code: ClassVar[str] = "store.clash"


class StoreRefused(Mistake):
    """The database server does not let us in, or not far enough."""

    code: ClassVar[str] = "store.refused"


class BadAddress(Mistake):
    """The database address is none."""

    code: ClassVar[str] = "store.bad_address"


class NoDriver(Mistake):
    """An address of PostgreSQL, and no driver to reach it."""

    code: ClassVar[str] = "store.no_driver"


class UnsafeSettings(Mistake):
    """The database server may forget what it has acknowledged."""

    code: ClassVar[str] = "store.unsafe_settings"


class Unstorable(Mistake):
    """A value that the database cannot hold, such as a text with a NUL character. Nothing was kept."""

    code: ClassVar[str] = "store.unstorable"


class MovedAway(Mistake):
    """The rows of this data directory were moved to PostgreSQL; opening the file would split the truth in two."""

    code: ClassVar[str] = "store.moved_away"


class NotMoved(Mistake):
    """A server was named while the rows of this data directory are still in its file."""

    code: ClassVar[str] = "store.not_moved"


class OtherDirectory(Mistake):
    """The workspace's log is in another data directory than the one that was opened."""

    code: ClassVar[str] = "store.other_directory"


class AnotherServer(Mistake):
    """Another server runs on this data directory."""

    code: ClassVar[str] = "store.another_server"


class LeaseLost(Trouble):
    """The task was given to another worker because this one was silent too long; it must do nothing more."""

    code: ClassVar[str] = "store.lease_lost"


class NothingToMove(Mistake):
    """The data directory has no file whose rows could be moved."""

    code: ClassVar[str] = "store.nothing_to_move"


class TargetInUse(Mistake):
    """The database to move to already holds other rows."""

    code: ClassVar[str] = "store.target_in_use"


class CopyDiffers(Broken):
    """What arrived in the database is not what was sent; nothing of it was kept."""

    code: ClassVar[str] = "store.copy_differs"
