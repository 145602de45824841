"""Connectors as the doors show them: what is read, how far it has come, what the last run did. Never an address with a
password in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

ConnectorKind = Literal["database", "csv"]
KINDS: tuple[ConnectorKind, ...] = get_args(ConnectorKind)


@dataclass(frozen=True, slots=True)
class Ran:
    """What one run did. `repeated` events were in the log already; `bad` rows wait in quarantine; `unchanged` says
    that nothing was read, because the file is the one that was read last.
    """

    source: str
    rows: int
    events: int
    repeated: int
    bad: int
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class ConnectorSettings:
    """A connector as it was set up. `place` is where it reads, without user, password or query. Times are epoch
    seconds; None: not yet. `cursor_at` is how far it has come, as the database writes it. `trouble` is the code of the
    last run's error.
    """

    source: str
    name: str
    state: str
    kind: ConnectorKind
    place: str
    table: str
    cursor: str
    keys: tuple[str, ...]
    mapping: str
    every_s: int
    rows: int
    cursor_at: str | None
    ran_at: int | None
    due_at: int | None
    trouble: str
