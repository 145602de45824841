"""What other rooms and the doors may ask of this room."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from wend.collect import errors, repository
from wend.collect.columns import plain_mapping
from wend.collect.connectors import facade as connectors
from wend.collect.exporting.writing import export_log
from wend.collect.files import fits_name
from wend.collect.hooks import facade as hooks
from wend.collect.importing import Importer
from wend.collect.mapping.language import parse_mapping, parse_mappings
from wend.collect.mapping.model import Mapping, columns_needed
from wend.collect.mapping.writing import all_to_toml, to_toml
from wend.collect.model import Imported, ImportedFile, Preview, Progress, QuarantinedRow, Replayed, Watcher
from wend.collect.plan import facade as plan
from wend.collect.previewing import preview
from wend.collect.proposing.model import Proposal, Remark
from wend.collect.proposing.proposing import propose
from wend.collect.reading.stream import open_binary
from wend.collect.shelf import ready_keys, ready_mapping, ready_toml
from wend.collect.sources.keeping import UnknownSource, add_source, change_source, ensure_source
from wend.collect.sources.snippets import snippets
from wend.collect.sources.watching import arriving, source_line, source_page, sources
from wend.collect.trying_again import replay
from wend.collect.warming import warm
from wend.workspaces.facade import Workspace

__all__ = [
    "Imported",
    "ImportedFile",
    "Mapping",
    "Preview",
    "Progress",
    "Proposal",
    "QuarantinedRow",
    "Remark",
    "Replayed",
    "UnknownSource",
    "Watcher",
    "add_source",
    "all_to_toml",
    "arriving",
    "change_source",
    "columns_needed",
    "connectors",
    "dismiss",
    "ensure_source",
    "errors",
    "export_log",
    "fits_name",
    "hooks",
    "import_files",
    "imports",
    "pairs",
    "parse_mapping",
    "parse_mappings",
    "plain_mapping",
    "plan",
    "preview",
    "propose",
    "quarantine_counts",
    "quarantined",
    "read_mappings",
    "ready_keys",
    "ready_mapping",
    "ready_toml",
    "replay",
    "save_mapping",
    "saved_mappings",
    "snippets",
    "source_line",
    "source_page",
    "sources",
    "to_toml",
    "warm",
]


def import_files(
    workspace: Workspace, paths: Sequence[Path], mappings: Sequence[Mapping], watch: Watcher = lambda _: None
) -> Imported:
    """Import each file that one of the mappings is meant for, then bring the journal up to date.

    Several mappings may be meant for one file, and a file that only serves as a look-up needs none. Importing a file
    again adds
    nothing; an import that was killed goes on where it was. Raises the Mistakes of `errors` (nothing of the file
    at fault is
    half in: whole batches are, and its bad rows are in quarantine) and Trouble `log.busy`.
    """
    done = []
    for path, mapping in pairs(paths, mappings):
        done.append(Importer(workspace, path, mapping, paths, watch).run())
    workspace.log.journal()
    return Imported(tuple(done))


def pairs(paths: Sequence[Path], mappings: Sequence[Mapping]) -> list[tuple[Path, Mapping]]:
    """Which mapping is used on which file, in the order of the files. Raises NoMappingFits for a file nobody speaks
    of.
    """
    looked_up = [join.file for mapping in mappings for join in mapping.joins]
    found: list[tuple[Path, Mapping]] = []
    for path in paths:
        fitting = [mapping for mapping in mappings if fits_name(mapping, path)]
        found += [(path, mapping) for mapping in fitting]
        if not fitting and not looked_up:
            raise errors.NoMappingFits(file=path.name)
    if not found:
        raise errors.NoMappingFits(file=paths[0].name if paths else "–")
    return found


def read_mappings(path: Path) -> tuple[Mapping, ...]:
    """The mappings of a TOML file. Raises FileMissing and the Mistakes of the mapping language."""
    with open_binary(path) as file:
        return parse_mappings(file.read().decode("utf-8-sig", errors="replace"))


def save_mapping(workspace: Workspace, mapping: Mapping) -> None:
    """Keep a mapping in the workspace under its name."""
    with workspace.store.work(workspace.name) as work:
        repository.save_mapping(work, mapping.name, to_toml(mapping), workspace.clock.now())


def saved_mappings(workspace: Workspace) -> dict[str, Mapping]:
    """The mappings kept in the workspace, by name."""
    with workspace.store.reading(workspace.name) as reading:
        return {name: parse_mapping(toml) for name, toml in repository.mappings(reading).items()}


def imports(workspace: Workspace) -> list[repository.ImportRow]:
    """All imports of the workspace, the latest first."""
    with workspace.store.reading(workspace.name) as reading:
        return repository.imports(reading)


def quarantined(workspace: Workspace, import_id: str | None = None, limit: int | None = None) -> list[QuarantinedRow]:
    """The rows that wait in quarantine, by import, file and line."""
    with workspace.store.reading(workspace.name) as reading:
        rows = repository.held(reading, import_id, limit)
    return [
        QuarantinedRow(row.import_id, row.file, row.line, row.part, row.reason, tuple(row.details.items()), row.row)
        for row in rows
    ]


def quarantine_counts(workspace: Workspace) -> list[tuple[str, str, str, int]]:
    """(import, file, reason, rows) of what waits in quarantine, most rows first."""
    with workspace.store.reading(workspace.name) as reading:
        return repository.held_counts(reading)


def dismiss(workspace: Workspace, import_id: str | None = None) -> int:
    """Let go of the rows in quarantine of one import, or of all; returns how many."""
    with workspace.store.work(workspace.name) as work:
        return repository.dismiss(work, import_id)
