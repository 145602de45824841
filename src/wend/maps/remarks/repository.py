"""All queries about what people put on the map."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Row, delete, select

from wend.maps.model_remarks import Element, Remark, ShownNumber
from wend.store.facade import Reading, Work, tables

_R = tables.map_remarks.c
_MICROS = 1_000_000


def every(reading: Reading) -> list[Remark]:
    """All of them, the latest first."""
    query = select(tables.map_remarks).where(_R.workspace == reading.workspace).order_by(_R.at.desc(), _R.id)
    return [_remark(row) for row in reading.rows(query)]


def keep(work: Work, remark: Remark) -> None:
    """Keep a remark in the place of its earlier version."""
    row = {"id": remark.id, "kind": remark.kind, "stage_set": remark.stage_set, "title": remark.title}
    row |= {"text": remark.text, "about": _written(remark.about), "number": _written(remark.number)}
    moment = {"version": remark.version, "by": remark.by, "at": remark.at * _MICROS}
    work.put(tables.map_remarks, [row | moment])


def remove(work: Work, id: str) -> None:
    """Take a remark away."""
    work.execute(delete(tables.map_remarks).where(_R.workspace == work.workspace, _R.id == id))


def _written(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _remark(row: Row[Any]) -> Remark:
    about = msgspec.json.decode(row.about, type=Element)
    number = msgspec.json.decode(row.number, type=ShownNumber | None)
    told = (row.id, row.kind, row.stage_set, about, row.title, row.text, number)
    return Remark(*told, row.version, row.by, row.at // _MICROS)
