"""The Delta table of the event log: which Parquet files are in it, and the one way to change that.

Readers of Delta tables elsewhere (Spark, Trino, DuckDB over the file list) must read it without help, so there are
no deletion vectors and no column mapping, and a table that has them is refused.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, Schema, Transaction
from deltalake.transaction import AddAction, RemoveAction

from wend.kit.clock import Clock
from wend.log.durable import sync_file, sync_folder
from wend.log.errors import UnreadableTable
from wend.log.schema import LOG_SCHEMA

APPLICATION = "inbox"
_LOG = "_delta_log"
_PLAIN_FEATURES = frozenset({"timestampNtz", "appendOnly", "invariants"})


@dataclass(frozen=True, slots=True)
class Added:
    """A file that joins the table."""

    file: str
    rows: int
    bytes: int
    first_at: int
    last_at: int


class EventTable:
    """One workspace's Delta table; a snapshot is read when the object is made and after each of its own commits."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self._clock = clock
        self._delta: DeltaTable | None = None
        self.refresh()

    @property
    def version(self) -> int:
        """The table's version; −1 when nothing was ever written."""
        return -1 if self._delta is None else self._delta.version()

    @property
    def moved(self) -> int:
        """Number of the last inbox row that is in the table."""
        return 0 if self._delta is None else (self._delta.transaction_version(APPLICATION) or 0)

    def refresh(self) -> None:
        """Look at the newest version."""
        if self._delta is not None:
            self._delta.update_incremental()
        elif (self.folder / _LOG).is_dir() and DeltaTable.is_deltatable(str(self.folder)):
            self._delta = DeltaTable(self.folder)
            features = set(self._delta.protocol().reader_features or ())
            if not features <= _PLAIN_FEATURES:
                raise UnreadableTable(path=str(self.folder), reason=", ".join(sorted(features - _PLAIN_FEATURES)))

    def files(self) -> dict[str, int]:
        """Names of the files in the table with their rows, in the order in which their events came."""
        if self._delta is None:
            return {}
        actions = pa.table(self._delta.get_add_actions(flatten=True))
        rows = actions.column("num_records").to_pylist()
        return dict(sorted(zip(actions.column("path").to_pylist(), rows, strict=True)))

    def create(self) -> None:
        """Make the table when there is none."""
        if self._delta is not None:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        self._delta = DeltaTable.create(self.folder, Schema.from_arrow(LOG_SCHEMA), mode="ignore")
        self._sync(-1)
        sync_folder(self.folder)
        sync_folder(self.folder.parent)

    def append(self, files: list[Added], up_to: int) -> None:
        """Let files join, and note that the inbox is in up to this number; durable on return."""
        marks = CommitProperties(app_transactions=[Transaction(APPLICATION, up_to, self._now_ms())])
        self._commit([self._add(file, data_change=True) for file in files], marks)

    def replace(self, files: list[Added], removed: dict[str, int], *, data_change: bool = False) -> None:
        """Let files take the place of others (name → bytes), which hold the same rows unless `data_change`; durable on
        return.
        """
        gone = [
            RemoveAction(path=name, data_change=data_change, deletion_timestamp=self._now_ms(), size=size)
            for name, size in removed.items()
        ]
        self._commit([*(self._add(file, data_change=data_change) for file in files), *gone], CommitProperties())

    def _commit(self, actions: list[AddAction | RemoveAction], properties: CommitProperties) -> None:
        self.create()
        delta = self._known()
        before = delta.version()
        delta.create_write_transaction(actions, "append", Schema.from_arrow(LOG_SCHEMA), commit_properties=properties)
        delta.update_incremental()
        self._sync(before)

    def vacuum(self, hours: int) -> list[str]:
        """Delete files that left the table at least so many hours ago; never touches a file that has not joined yet."""
        if self._delta is None:
            return []
        return self._delta.vacuum(retention_hours=hours, dry_run=False, enforce_retention_duration=False, full=False)

    def departed(self) -> set[str]:
        """Files on disk that an old version of the table still lists."""
        if self._delta is None:
            return set()
        return set(self._delta.vacuum(retention_hours=0, dry_run=True, enforce_retention_duration=False, full=False))

    def _known(self) -> DeltaTable:
        if self._delta is None:
            raise UnreadableTable(path=str(self.folder), reason="missing")
        return self._delta

    def _add(self, file: Added, *, data_change: bool) -> AddAction:
        stats = {
            "numRecords": file.rows,
            "minValues": {"occurred_at": _moment(file.first_at // 1000)},
            "maxValues": {"occurred_at": _moment(-(-file.last_at // 1000))},
        }
        return AddAction(file.file, file.bytes, {}, self._now_ms(), data_change, json.dumps(stats))

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)

    def _sync(self, after: int) -> None:
        log = self.folder / _LOG
        for path in log.iterdir():
            number = path.name.split(".")[0]
            if path.name == "_last_checkpoint" or (number.isdigit() and int(number) > after):
                sync_file(path)
        sync_folder(log)


def _moment(milliseconds: int) -> str:
    # Statistics carry milliseconds: the format's readers expect no more, so bounds are rounded outwards.
    seconds, rest = divmod(milliseconds, 1000)
    whole = datetime.fromtimestamp(seconds, UTC)
    return f"{whole:%Y-%m-%dT%H:%M:%S}.{rest:03d}Z"


def mend(folder: Path) -> list[str]:
    """Set aside commits that a power cut left half-written; their events still wait in the inbox. Returns their names.

    delta-rs does not force a commit to disk, so until our own sync has returned the newest one may be empty or cut.
    Nothing
    was deleted from the inbox before that sync.
    """
    log = folder / _LOG
    if not log.is_dir():
        return []
    torn: list[str] = []
    for path in sorted(log.glob("*.json"), reverse=True):
        if _whole(path):
            break
        path.rename(path.with_suffix(".torn"))
        torn.append(path.name)
    if torn:
        sync_folder(log)
    return torn


def _whole(path: Path) -> bool:
    text = path.read_bytes()
    if not text.strip():
        return False
    try:
        for line in text.splitlines():
            json.loads(line)
    except ValueError:
        return False
    return True


def newest_commit(folder: Path) -> str:
    """Name of the newest commit's file; empty when there is no table."""
    log = folder / _LOG
    return max((path.name for path in log.glob("*.json")), default="")
