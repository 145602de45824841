"""Give the rows in quarantine another try, with a mended mapping."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from wend.collect import repository
from wend.collect.files import find_lookup, fits_name, load_lookup
from wend.collect.forgotten import nobody_or_some, without
from wend.collect.importing import split
from wend.collect.mapping.language import parse_mapping
from wend.collect.mapping.model import Mapping
from wend.collect.mapping.transform import Mapped, Transformer
from wend.collect.model import Replayed
from wend.collect.reading.chunk import BadRow, Chunk
from wend.collect.reading.documents import table_of
from wend.collect.repository import Held, ImportRow
from wend.people import facade as people
from wend.workspaces.facade import Workspace


def replay_files(workspace: Workspace, mappings: Sequence[Mapping], import_id: str) -> Replayed:
    """Transform the open rows of an import again; without a mapping that fits its file's name, with its own.

    What becomes events leaves the quarantine in the same transaction; what is bad again stays, with its newest
    reason. Rows that could not be cut into columns stay too: they need a mended file.
    """
    with workspace.store.reading(workspace.name) as reading:
        held = repository.held(reading, import_id)
        source = next(each for each in repository.imports(reading) if each.id == import_id)
    return _replay_import(workspace, source, held, mappings)


def _replay_import(workspace: Workspace, source: ImportRow, held: list[Held], mappings: Sequence[Mapping]) -> Replayed:
    path = Path(source.path or source.file)
    mapping = next((each for each in mappings if fits_name(each, path)), None) or parse_mapping(source.mapping)
    limit = workspace.settings.max_line_bytes
    lookups = [load_lookup(join, find_lookup(join, path, ()), limit) for join in mapping.joins]
    rows, lines = _rows(held)
    if not rows:
        return Replayed(len({row.line for row in held}), 0, len({row.line for row in held}))
    mapped = Transformer(mapping, lookups).apply(Chunk(table_of(rows), np.array(lines, np.int64), [], 0))
    added = _save(workspace, source, held, mapping, mapped, set(lines))
    open_rows = {row.line for row in mapped.bad} | {row.line for row in held if row.line not in set(lines)}
    return Replayed(len({row.line for row in held}), added, len(open_rows))


def _rows(held: list[Held]) -> tuple[list[dict[str, str]], list[int]]:
    """The rows that have columns, each line once."""
    rows: dict[int, dict[str, str]] = {}
    for each in held:
        value = json.loads(each.row)
        if isinstance(value, dict):
            rows.setdefault(each.line, {str(name): str(text) for name, text in value.items()})
    return list(rows.values()), list(rows)


def _save(
    workspace: Workspace, source: ImportRow, held: list[Held], mapping: Mapping, mapped: Mapped, tried: set[int]
) -> int:
    """Stage and promise the events, and say of each row what became of it, as one truth. Returns the events added."""
    again: dict[int, BadRow] = {}
    for row in mapped.bad:
        again.setdefault(row.line, row)
    with workspace.log.writer(source.id) as writer:
        mapped = without(mapped, mapping, nobody_or_some(workspace))
        events, own = split(mapped.events)
        made = writer.stage(events) if events.num_rows else None
        staged = [*([made] if made else []), *([writer.stage(own)] if own.num_rows else [])]
        with workspace.store.work(workspace.name) as work:
            for each in staged:
                workspace.log.promise(work, each)
            people.Bulk("same_row", source.id, source.started_at).note(work, mapped.links)
            repository.settle(work, [row for row in held if row.line in tried and row.line not in again], "replayed")
            for waiting in held:
                if waiting.line in again:
                    repository.reason_again(work, waiting, again[waiting.line])
        for each in staged:
            writer.settle(each)
    return made.added if made else 0
