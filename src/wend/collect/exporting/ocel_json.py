"""OCEL 2.0 as one JSON document, written piece by piece."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

from wend.collect.exporting.journeys import CUSTOMER, Happened, Journeys
from wend.collect.exporting.ocel import FOREVER_AGO, Types, object_id, objects_of, types_of


def write(journeys: Journeys, path: Path) -> None:
    """Types first, so that whoever reads the beginning knows what comes."""
    types = types_of(journeys)
    kinds = [_type(CUSTOMER, journeys.traits), *(_type(kind, ()) for kind in types.kinds)]
    events = [_type(name, attributes) for name, attributes in sorted(types.events.items())]
    with path.open("w", encoding="utf-8") as file:
        file.write('{"objectTypes": ' + _json(kinds) + ',\n"eventTypes": ' + _json(events) + ',\n"events": [\n')
        _listed(file, (_event(each) for each in journeys.happened()))
        file.write('],\n"objects": [\n')
        _listed(file, _objects(types, journeys))
        file.write("]}\n")


def _type(name: str, attributes: Iterable[str]) -> dict[str, Any]:
    return {"name": name, "attributes": [{"name": each, "type": "string"} for each in attributes]}


def _event(each: Happened) -> dict[str, Any]:
    related = [(each.customer, CUSTOMER), *((object_id(kind, value), kind) for kind, value in each.objects)]
    return {
        "id": each.id,
        "type": each.name,
        "time": each.at,
        "attributes": [{"name": name, "value": value} for name, value in each.attributes.items()],
        "relationships": [{"objectId": id, "qualifier": kind} for id, kind in related],
    }


def _objects(types: Types, journeys: Journeys) -> Iterator[dict[str, Any]]:
    for id, kind, said in objects_of(types, journeys):
        having = types.having.get(id, {}) if kind == CUSTOMER else {}
        yield {
            "id": id,
            "type": kind,
            "attributes": [{"name": name, "time": FOREVER_AGO, "value": value} for name, value in said.items()],
            "relationships": [{"objectId": each, "qualifier": "has"} for each in having],
        }


def _listed(file: TextIO, each: Iterable[dict[str, Any]]) -> None:
    """Members of a list, one a line."""
    between = ""
    for one in each:
        file.write(between + _json(one))
        between = ",\n"
    file.write("\n")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
