"""Whatever waits in quarantine tried again, each on the path it came by: rows of files, records of webhooks, events."""

from __future__ import annotations

from collections.abc import Sequence

from wend.collect import repository
from wend.collect.connectors import facade as connectors
from wend.collect.errors import NothingInQuarantine
from wend.collect.hooks import replaying as hooks
from wend.collect.live import replaying as live
from wend.collect.live.repository import SOURCE_PREFIX
from wend.collect.mapping.model import Mapping
from wend.collect.model import Replayed
from wend.collect.replaying import replay_files
from wend.collect.sources import repository as sources
from wend.workspaces.facade import Workspace


def replay(workspace: Workspace, mappings: Sequence[Mapping] = (), import_id: str | None = None) -> Replayed:
    """Try again what waits of one import or source (`source:<key>`), or everything.

    What becomes events leaves the quarantine in the same transaction, under the ids it came with, so that nothing is
    counted twice; what is bad again stays, with its newest reason. Raises NothingInQuarantine.
    """
    with workspace.store.reading(workspace.name) as reading:
        waiting = {each for each, *_ in repository.held_counts(reading) if import_id in (None, each)}
        kinds = {source.key: source.kind for source in sources.all_sources(reading)}
    if not waiting:
        raise NothingInQuarantine
    total = Replayed(0, 0, 0)
    for each in sorted(waiting):
        key = each.removeprefix(SOURCE_PREFIX)
        if key == each:
            done = replay_files(workspace, mappings, each)
        elif kinds.get(key) == "webhook":
            record = hooks.replay(workspace, key)
            done = Replayed(record.records, record.events, record.still_held)
        elif kinds.get(key) == "connector":
            done = connectors.replay(workspace, key)
        else:
            sent = live.replay(workspace, key)
            done = Replayed(sent.rows, sent.events, sent.still_held)
        total = Replayed(total.rows + done.rows, total.events + done.events, total.still_bad + done.still_bad)
    workspace.log.move()
    workspace.log.journal()
    return total
