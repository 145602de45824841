"""OCEL 2.0 as one XML document, written piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from wend.collect.exporting.journeys import CUSTOMER, Happened, Journeys
from wend.collect.exporting.markup import inside, quoted
from wend.collect.exporting.ocel import FOREVER_AGO, Types, object_id, objects_of, types_of


def write(journeys: Journeys, path: Path) -> None:
    """Types first, then objects, then events, as the standard orders them."""
    types = types_of(journeys)
    kinds: list[tuple[str, Iterable[str]]] = [(CUSTOMER, journeys.traits), *((kind, ()) for kind in types.kinds)]
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<log>\n')
        file.writelines(_types("object", kinds))
        file.writelines(_types("event", sorted(types.events.items())))
        file.write("<objects>\n")
        file.writelines(_objects(types, journeys))
        file.write("</objects>\n<events>\n")
        file.writelines(line for each in journeys.happened() for line in _event(each))
        file.write("</events>\n</log>\n")


def _types(what: str, kinds: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    yield f"<{what}-types>\n"
    for kind, attributes in kinds:
        yield f"<{what}-type name={quoted(kind)}><attributes>"
        yield from (f'<attribute name={quoted(name)} type="string"/>' for name in attributes)
        yield f"</attributes></{what}-type>\n"
    yield f"</{what}-types>\n"


def _objects(types: Types, journeys: Journeys) -> Iterator[str]:
    for id, kind, said in objects_of(types, journeys):
        having = types.having.get(id, {}) if kind == CUSTOMER else {}
        yield f"<object id={quoted(id)} type={quoted(kind)}><attributes>"
        yield from (
            f'<attribute name={quoted(name)} time="{FOREVER_AGO}">{inside(value)}</attribute>'
            for name, value in said.items()
        )
        yield f"</attributes>{_related((each, 'has') for each in having)}</object>\n"


def _event(each: Happened) -> Iterator[str]:
    yield f"<event id={quoted(each.id)} type={quoted(each.name)} time={quoted(each.at)}><attributes>"
    for name, value in each.attributes.items():
        yield f"<attribute name={quoted(name)}>{inside(value)}</attribute>"
    others = ((object_id(kind, value), kind) for kind, value in each.objects)
    yield f"</attributes>{_related([(each.customer, CUSTOMER), *others])}</event>\n"


def _related(objects: Iterable[tuple[str, str]]) -> str:
    told = "".join(f"<relationship object-id={quoted(id)} qualifier={quoted(how)}/>" for id, how in objects)
    return f"<objects>{told}</objects>"
