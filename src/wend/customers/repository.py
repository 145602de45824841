"""All queries of the customers room: the links between identifiers."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import or_, select

from wend.identity.reasons import REASONS, Link
from wend.store.facade import Reading, tables

_links = tables.identity_links.c
_AT_ONCE = 500


def links_among(reading: Reading, identifiers: Iterable[str]) -> list[Link]:
    """Every link that touches one of the identifiers, in a stable order."""
    asked = sorted(set(identifiers))
    found: set[Link] = set()
    for start in range(0, len(asked), _AT_ONCE):
        part = asked[start : start + _AT_ONCE]
        statement = select(_links.a, _links.b, _links.reason, _links.source).where(
            _links.workspace == reading.workspace, or_(_links.a.in_(part), _links.b.in_(part))
        )
        found.update(_link(row.a, row.b, row.reason, row.source) for row in reading.rows(statement))
    return sorted(found)


def _link(a: str, b: str, reason: str, source: str) -> Link:
    known = next((each for each in REASONS if each == reason), REASONS[0])
    return Link(a, b, known, source)
