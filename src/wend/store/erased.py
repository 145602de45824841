"""Marks of erased identifiers: keyed hashes, kept so that nothing that comes later brings a person back."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import delete, select

from wend.kit.clock import epoch_micros
from wend.store.prepared import HERE, Prepared
from wend.store.tables import erased
from wend.store.work import Reading, Work

_E = erased.c
_AT_ONCE = 500
_FIRST = Prepared(select(_E.at).where(_E.workspace == HERE).limit(1))


def is_any(reading: Reading) -> bool:
    """Whether anybody was ever erased here: one look at the first key, so that asking costs nothing where it is no."""
    return bool(reading.found(_FIRST))


def among(reading: Reading, marks: Collection[bytes]) -> set[bytes]:
    """Those of the marks that are there."""
    found: set[bytes] = set()
    asked = sorted(marks)
    for start in range(0, len(asked), _AT_ONCE):
        part = asked[start : start + _AT_ONCE]
        held = select(_E.mark).where(_E.workspace == reading.workspace, _E.mark.in_(part))
        found.update(bytes(row.mark) for row in reading.rows(held))
    return found


def every(reading: Reading) -> frozenset[bytes]:
    """All marks."""
    return frozenset(bytes(row.mark) for row in reading.rows(select(_E.mark).where(_E.workspace == reading.workspace)))


def add(work: Work, marks: Iterable[bytes]) -> int:
    """Put marks down; returns how many are new."""
    at = epoch_micros(work.clock.now())
    return work.add_new(erased, [{"mark": mark, "at": at} for mark in marks])


def remove(work: Work, marks: Collection[bytes]) -> int:
    """Take marks away; returns how many were there."""
    return int(work.execute(delete(erased).where(_E.workspace == work.workspace, _E.mark.in_(marks))).rowcount)
