"""Rows and log of a workspace belong together: neither is opened with somebody else's other half.

The log lies in a data directory, the rows perhaps on a server. A second directory on the same database would take a
part of the events, and a file whose rows were moved to a server would go on without what came since.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from wend.store.errors import MovedAway, NotMoved, OtherDirectory
from wend.store.sqlite import FILE
from wend.store.tables import workspaces

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from wend.store.connection import Database

MARK = "moved.json"
"""In the data directory of a file whose rows were moved: where to."""
SIGN = "home.id"
"""In the workspace's folder: the same word as in the database."""


def check_file(data: Path, below: Database) -> None:
    """Refuse the file whose rows were moved, and a server while the rows are still in the file."""
    mark = data / MARK
    if below.shared and (data / FILE).exists() and not mark.exists():
        raise NotMoved(path=str(data / FILE), database=below.where)
    if not below.shared and mark.exists():
        raise MovedAway(path=str(data), to=json.loads(mark.read_text(encoding="utf-8"))["to"], mark=str(mark))


def check_folder(connection: Connection, below: Database, workspace: str, folder: Path) -> None:
    """On a shared database: the workspace's log is in this folder, or nowhere yet. Raises OtherDirectory."""
    if not below.shared:
        return
    mine = workspaces.c.workspace == workspace
    known = connection.scalar(select(workspaces.c.home).where(mine))
    if known is None:
        put_sign(folder, sign(folder) or str(connection.scalar(select(func.gen_random_uuid()))))
        nobody_was_quicker = workspaces.c.home.is_(None)
        connection.execute(update(workspaces).where(mine, nobody_was_quicker).values(home=sign(folder)))
        known = connection.scalar(select(workspaces.c.home).where(mine))
    if sign(folder) != known:
        raise OtherDirectory(workspace=workspace, path=str(folder), database=below.where)


def sign(folder: Path) -> str:
    """What the folder says; empty when it says nothing."""
    file = folder / SIGN
    return file.read_text(encoding="ascii") if file.exists() else ""


def put_sign(folder: Path, word: str) -> None:
    """Write it down."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SIGN).write_text(word, encoding="ascii")
