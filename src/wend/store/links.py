"""The identity links of a workspace, as pairs; what they mean is decided in `identity`."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, select

from wend.store.tables import identity_links
from wend.store.work import Reading

NO_LINKS = "0"
_LINKS = identity_links.c


def pairs(reading: Reading) -> list[tuple[str, str]]:
    """All linked pairs, in a fixed order."""
    query = select(_LINKS.a, _LINKS.b).where(_LINKS.workspace == reading.workspace).order_by(_LINKS.a, _LINKS.b)
    return [(row[0], row[1]) for row in reading.rows(query)]


def version(reading: Reading) -> str:
    """Changes when a link is added or taken away; cheap enough to ask before each use of the journal."""
    sizes = func.sum(func.length(_LINKS.a) * 31 + func.length(_LINKS.b))
    # Whole instants would overflow a 64-bit sum from some five thousand links on.
    instants = func.sum(_LINKS.at % 1_000_003)
    measures: list[ColumnElement[int]] = [func.count(), func.max(_LINKS.at), instants, sizes]
    row = reading.row(select(*measures).where(_LINKS.workspace == reading.workspace))
    return NO_LINKS if row is None or row[0] == 0 else ":".join(str(part) for part in row)
