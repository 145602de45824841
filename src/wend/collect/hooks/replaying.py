"""Records in quarantine tried again with the source's mapping as it is now, under the same ids as before."""

from __future__ import annotations

import json

from wend.collect.hooks import document
from wend.collect.hooks.making import KIND, Around, make
from wend.collect.hooks.mappings import parsed
from wend.collect.live import repository as waiting_rows
from wend.collect.live.model import Delivery
from wend.collect.live.recording import Recorder
from wend.collect.live.repository import Waiting
from wend.collect.mapping.model import Mapping
from wend.collect.model_hooks import ReplayedHook
from wend.collect.sources.keeping import source_of
from wend.store.facade import Work
from wend.workspaces.facade import Workspace

_AT_ONCE = 500


def replay(workspace: Workspace, source: str) -> ReplayedHook:
    """Try the open records of a webhook again. What becomes events leaves the quarantine in the same transaction."""
    recorder = Recorder(workspace)
    records = events = still_held = after = 0
    while True:
        with workspace.store.work(workspace.name) as work:
            mapping = parsed(document.read(source_of(work, source).document).mapping)
            waiting = waiting_rows.waiting(work, source, after, _AT_ONCE)
            for each in waiting:
                accepted, held = _tried(work, recorder, mapping, each)
                events, still_held = events + accepted, still_held + held
        if not waiting:
            return ReplayedHook(records, events, still_held)
        records, after = records + len(waiting), waiting[-1].line


def _tried(work: Work, recorder: Recorder, mapping: Mapping, waiting: Waiting) -> tuple[int, int]:
    """(events that are new, records that stay) of one record."""
    row = json.loads(waiting.row)
    if waiting.kind != KIND or not isinstance(row, dict):
        return 0, 1
    columns = {str(name): str(value) for name, value in row.items()}
    around = Around(waiting.source, waiting.at, {}, f"quarantine/{waiting.line}")
    made = make(mapping, [columns], around)
    if made.held:
        waiting_rows.say_again(work, waiting.source, waiting.line, made.held[0])
    else:
        waiting_rows.settle(work, waiting.source, [waiting.line])
    delivery = Delivery(waiting.source, waiting.at, made.taken, (), 0)
    outcome = recorder.within(work, [delivery], hold=False)[0]
    return outcome.accepted, len(made.held[:1])
