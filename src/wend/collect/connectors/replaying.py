"""Rows of a connector in quarantine tried again with its mapping as it is now, on the way they came."""

from __future__ import annotations

import json

import numpy as np

from wend.collect.connectors.document import Connector
from wend.collect.connectors.running import KIND, held_of, mapping_of
from wend.collect.forgotten import nobody_or_some, without
from wend.collect.importing import split
from wend.collect.live import repository as quarantine
from wend.collect.live.repository import Waiting
from wend.collect.mapping.transform import Transformer
from wend.collect.model import Replayed
from wend.collect.reading.chunk import BadRow, Chunk
from wend.collect.reading.documents import table_of
from wend.kit.clock import epoch_micros
from wend.people import facade as people
from wend.workspaces.facade import Workspace

_AT_ONCE = 5_000


def replay(workspace: Workspace, source: str, connector: Connector) -> Replayed:
    """Try the open rows of a connector again. What becomes events leaves the quarantine in the same transaction."""
    total, after = Replayed(0, 0, 0), 0
    while True:
        with workspace.store.reading(workspace.name) as reading:
            waiting = quarantine.waiting(reading, source, after, _AT_ONCE)
        if not waiting:
            workspace.log.move()
            return total
        done = _tried(workspace, source, connector, waiting)
        total = Replayed(total.rows + done.rows, total.events + done.events, total.still_bad + done.still_bad)
        after = waiting[-1].line


def _tried(workspace: Workspace, source: str, connector: Connector, waiting: list[Waiting]) -> Replayed:
    rows = {each.line: row for each in waiting if each.kind == KIND and isinstance(row := json.loads(each.row), dict)}
    lines = np.array(list(rows), np.int64)
    mapping = mapping_of(connector, source)
    mapped = Transformer(mapping).apply(Chunk(table_of(list(rows.values())), lines, [], 0))
    again: dict[int, BadRow] = {}
    for bad in mapped.bad:
        again.setdefault(bad.line, bad)
    at = epoch_micros(workspace.clock.now())
    with workspace.log.writer(source) as writer:
        mapped = without(mapped, mapping, nobody_or_some(workspace))
        events, own = split(mapped.events)
        made = writer.stage(events) if events.num_rows else None
        staged = [*([made] if made else []), *([writer.stage(own)] if own.num_rows else [])]
        with workspace.store.work(workspace.name) as work:
            for each in staged:
                workspace.log.promise(work, each)
            people.Bulk("same_row", source, at).note(work, mapped.links)
            quarantine.settle(work, source, [line for line in rows if line not in again])
            for line, bad in again.items():
                quarantine.say_again(work, source, line, held_of(bad))
        for each in staged:
            writer.settle(each)
    return Replayed(len(waiting), made.added if made else 0, len(waiting) - len(rows) + len(again))
