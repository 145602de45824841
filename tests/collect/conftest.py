"""A workspace of its own for each test, and short ways to write a file, bring it in, and read the log."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pytest
from deltalake import DeltaTable

from wend.bootstrap import open_workspace
from wend.collect.facade import Imported, import_files, plain_mapping
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.workspaces.facade import Workspace

Write = Callable[..., Path]


@pytest.fixture
def workspace(data_dir: Path, clock: FixedClock) -> Iterator[Workspace]:
    opened = open_workspace(Settings(data=data_dir), clock, CountingIds())
    yield opened
    opened.store.close()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(content: str | bytes, name: str = "events.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def events_of(workspace: Workspace) -> list[dict[str, object]]:
    """The whole log as rows, in the order they were received."""
    workspace.log.move()
    table: pa.Table = pa.table(DeltaTable(str(workspace.log.folder)).to_pyarrow_table())
    return list(table.sort_by("received_at").to_pylist())


def bring_in(
    workspace: Workspace, path: Path, time: str = "time", channel: str = "", traits: Sequence[str] = ()
) -> Imported:
    """Import a plain event log with columns customer, event and time."""
    mapping = plain_mapping(path, [("customer", "customer")], "event", time, channel, traits)
    return import_files(workspace, [path], [mapping])
