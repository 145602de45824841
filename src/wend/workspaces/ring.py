"""The ring: a process's own copy of the live keys, and what it still has to write down about their use.

Writing waits for a background thread and happens at most once a minute, because whoever looks a key up stands in the
path of every event and must not wait for the store's writers.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from weakref import WeakKeyDictionary

from wend.kit.clock import epoch_micros
from wend.kit.errors import Trouble
from wend.store.facade import Store
from wend.workspaces import repository
from wend.workspaces.audit import audit
from wend.workspaces.model import Workspace
from wend.workspaces.repository import HeldKey

FRESH = timedelta(seconds=2)
FRESH_FOR_STRANGERS = timedelta(milliseconds=100)
"""A key that was just made elsewhere should work at once; guessing keys costs ten readings a second at most."""
BETWEEN_WRITINGS = timedelta(minutes=1)
_MOST_KNOCKS = 1_000
"""Doors remembered between two writings; a flood of wrong keys costs no more memory and no more audit rows."""
_NOBODY = HeldKey("", "", "0" * 64, "", None, (), 0, 0, None, 0)


@dataclass
class Ring:
    """The keys of one workspace as of a moment not long ago."""

    keys: dict[str, HeldKey] = field(default_factory=dict)
    read_at: datetime | None = None
    written_at: datetime | None = None
    uses: dict[str, int] = field(default_factory=dict)
    unwritten: set[str] = field(default_factory=set)
    knocks: dict[tuple[str, str], int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)
    writing: threading.Lock = field(default_factory=threading.Lock)

    def at(self, hashed: str, workspace: Workspace) -> HeldKey:
        """The key with this hash, or one that nobody has."""
        now = workspace.clock.now()
        fresh = FRESH if hashed in self.keys else FRESH_FOR_STRANGERS
        if self.read_at is None or not timedelta() <= now - self.read_at < fresh:
            with self.lock:
                self._read(workspace, now)
        return self.keys.get(hashed, _NOBODY)

    def forget(self) -> None:
        """Read the keys anew at the next look; a reading that began before does not count."""
        with self.lock:
            self.read_at = None

    def used(self, workspace: Workspace, id: str) -> None:
        """Remember that a key was used now."""
        now = workspace.clock.now()
        self.uses[id] = epoch_micros(now)
        self.unwritten.add(id)
        self._write_soon(workspace, now)

    def knocked(self, workspace: Workspace, id: str, door: str) -> None:
        """Remember that a key of the wrong kind was shown at a door."""
        with self.lock:
            if (id, door) in self.knocks or len(self.knocks) < _MOST_KNOCKS:
                self.knocks[id, door] = self.knocks.get((id, door), 0) + 1
        self._write_soon(workspace, workspace.clock.now())

    def last_use(self, id: str) -> int | None:
        """When this process last saw the key."""
        return self.uses.get(id)

    def write(self, workspace: Workspace) -> None:
        """Write down what was remembered, in one transaction; what could not be written stays remembered."""
        with self.writing:
            with self.lock:
                uses = {id: self.uses[id] for id in self.unwritten}
                knocks = dict(self.knocks)
                self.written_at = workspace.clock.now()
            if not uses and not knocks:
                return
            with workspace.store.work(workspace.name) as work:
                repository.note_uses(work, uses)
                for (id, door), times in knocks.items():
                    audit(work, f"key:{id}", "key.misused", id, {"door": door, "times": times})
            with self.lock:
                self.unwritten -= {id for id, used_at in uses.items() if self.uses[id] == used_at}
                self.knocks = {
                    each: more for each, times in self.knocks.items() if (more := times - knocks.get(each, 0))
                }

    def _read(self, workspace: Workspace, now: datetime) -> None:
        with workspace.store.reading(workspace.name) as reading:
            self.keys = {held.hash: held for held in repository.unrevoked_keys(reading)}
        self.read_at = now

    def _write_soon(self, workspace: Workspace, now: datetime) -> None:
        with self.lock:
            if self.written_at is not None and timedelta() <= now - self.written_at < BETWEEN_WRITINGS:
                return
            self.written_at = now
        threading.Thread(target=self._write_quietly, args=(workspace,), name="wend-key-use", daemon=True).start()

    def _write_quietly(self, workspace: Workspace) -> None:
        try:
            self.write(workspace)
        except Trouble:  # a full or busy store has other worries; all of it is still remembered a minute later
            return


_rings: WeakKeyDictionary[Store, dict[str, Ring]] = WeakKeyDictionary()
_making = threading.Lock()


def ring_of(workspace: Workspace) -> Ring:
    """This process's ring for the workspace; it lives as long as its store."""
    with _making:
        of_store = _rings.get(workspace.store)
        if of_store is None:
            of_store = _rings[workspace.store] = {}
        ring = of_store.get(workspace.name)
        if ring is None:
            ring = of_store[workspace.name] = Ring()
        return ring


def write_uses(workspace: Workspace) -> None:
    """Write down now which keys were used and which knocked at a wrong door: before stopping, or in a test."""
    ring_of(workspace).write(workspace)
