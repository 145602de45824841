"""All queries about personas."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Row, delete, select

from wend.personas.model import Line, Persona
from wend.store.facade import Reading, Work, tables

_P = tables.personas.c
_MICROS = 1_000_000


def every(reading: Reading) -> list[Persona]:
    """All personas, by name."""
    found = reading.rows(select(tables.personas).where(_P.workspace == reading.workspace))
    return sorted(map(_persona, found), key=lambda each: each.name.casefold())


def keep(work: Work, persona: Persona) -> None:
    """Keep a persona in the place of its earlier version."""
    row = {"id": persona.id, "name": persona.name, "version": persona.version, "by": persona.by}
    row |= {"at": persona.at * _MICROS, "condition": _written(persona.condition), "lines": _written(persona.lines)}
    work.put(tables.personas, [row])


def remove(work: Work, id: str) -> None:
    """Take a persona away."""
    work.execute(delete(tables.personas).where(_P.workspace == work.workspace, _P.id == id))


def _written(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _persona(row: Row[Any]) -> Persona:
    lines = msgspec.json.decode(row.lines, type=tuple[Line, ...])
    condition = msgspec.json.decode(row.condition)
    return Persona(row.id, row.name, condition, lines, row.version, row.by, row.at // _MICROS)
