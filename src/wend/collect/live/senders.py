"""Whose key is this, and how are the events of that source to be read?"""

from __future__ import annotations

from threading import Lock

from wend.collect.live.model import Sender
from wend.collect.model_sources import Source
from wend.collect.sources import repository
from wend.kit.clock import epoch_micros
from wend.workspaces.facade import Workspace, find_key

DOOR = "collect"
_FRESH_FOR = 2_000_000  # µs; a source that is switched off is off everywhere within this time
_MOST = 1_000


class Senders:
    """Keys and sources as the collector knows them, at most two seconds old."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._held: dict[str, tuple[int, Source | None]] = {}
        self._turn = Lock()

    def of(self, key: str) -> Sender | None:
        """Who sends under this key; None for every reason why it may not send."""
        found = find_key(self._workspace, key)
        if found is None:
            return None
        trusted = found.kind == "secret"
        if trusted and not found.allows("collect:protected"):
            find_key(self._workspace, key, "write", DOOR)  # tells the audit log which key knocked at the wrong door
            return None
        name = found.source or found.id
        source = self.source(name)
        if source is not None and (source.state != "on" or source.kind == "connector"):
            return None
        return sender(name, source, trusted=trusted)

    def source(self, name: str) -> Source | None:
        """The source of this name, if it was set up."""
        now = epoch_micros(self._workspace.clock.now())
        with self._turn:
            at, source = self._held.get(name, (-_FRESH_FOR, None))
            if now - at < _FRESH_FOR:
                return source
        with self._workspace.store.reading(self._workspace.name) as reading:
            source = repository.source_of(reading, name)
        with self._turn:
            if len(self._held) >= _MOST:
                self._held.clear()
            self._held[name] = now, source
        return source


def sender(name: str, source: Source | None, *, trusted: bool = False) -> Sender:
    """How events of a source are read; one that was never set up is read as usual."""
    document = {} if source is None else source.document
    origins = document.get("origins")
    return Sender(
        name,
        str(document.get("channel") or ""),
        str(document.get("currency") or ""),
        str(document.get("country") or "VN"),
        tuple(str(each) for each in origins) if isinstance(origins, list | tuple) else (),
        trusted,
    )
