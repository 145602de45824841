"""The quarantine as the Data page shows it: rows with their reasons in words, replay and dismissal."""

from __future__ import annotations

import json
from collections import Counter

from wend.collect import facade as collect
from wend.domain.names import Name
from wend.web.shapes import BadRowLine, QuarantinePage, ReasonCount, Replayed
from wend.workspaces.facade import Workspace


def quarantine_page(workspace: Workspace, limit: int, offset: int) -> QuarantinePage:
    """A page of the rows that wait, and how many wait for each reason."""
    counts: Counter[str] = Counter()
    for _, _, reason, rows in collect.quarantine_counts(workspace):
        counts[reason] += rows
    total = counts.total()
    held = collect.quarantined(workspace, limit=offset + limit)
    samples = {row.reason: row for row in reversed(held)}
    reasons = tuple(
        ReasonCount(reason, _said(samples[reason]) if reason in samples else Name(reason, reason), rows)
        for reason, rows in counts.most_common()
    )
    shown = tuple(_line(row) for row in held[offset:])
    following = offset + len(shown)
    return QuarantinePage(total, reasons, shown, following if shown and following < total else None)


def replay(workspace: Workspace, toml: str) -> Replayed:
    """Try the waiting rows again, under a mended mapping when one is given. Raises the mapping's Mistakes."""
    mappings = collect.parse_mappings(toml) if toml.strip() else ()
    done = collect.replay(workspace, mappings)
    return Replayed(added=done.events, still_bad=done.still_bad)


def dismiss(workspace: Workspace) -> Replayed:
    """Set the waiting rows aside for good; the answer says how many none waits for any more."""
    collect.dismiss(workspace)
    return Replayed(added=0, still_bad=0)


def _line(row: collect.QuarantinedRow) -> BadRowLine:
    following = Name(row.next_step("en"), row.next_step("vi"))
    identity = f"{row.import_id}/{row.line}/{row.part}"
    return BadRowLine(identity, row.file, row.line, _said(row), following, _cells(row.row))


def _said(row: collect.QuarantinedRow) -> Name:
    return Name(row.sentence("en"), row.sentence("vi"))


def _cells(row: str) -> tuple[tuple[str, str], ...]:
    """The row as it was: columns and values, or the whole line under no name."""
    value = json.loads(row)
    if isinstance(value, dict):
        return tuple((str(name), str(text)) for name, text in value.items())
    return (("", str(value)),)
