"""XES, the log of process mining by case (IEEE 1849): a customer is a trace."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from wend.collect.exporting.journeys import Happened, Journeys
from wend.collect.exporting.markup import quoted

_BEGINNING = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xes.features="">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<classifier name="Event" keys="concept:name"/>
"""
_OURS = ("concept:name", "time:timestamp")
_PLAIN = {"wend:score": "score", "wend:scale": "scale", "wend:expected": "expected_score"}
TRAIT = "trait:"
"""How a trace's attributes begin that describe the customer."""


def write(journeys: Journeys, path: Path) -> None:
    """Trace after trace."""
    traits = {person.id: person.traits for person in journeys.people()}
    with path.open("w", encoding="utf-8") as file:
        file.write(_BEGINNING)
        for customer, happened in groupby(journeys.happened(), key=attrgetter("customer")):
            file.write(f"<trace>\n{_said('string', 'concept:name', customer)}\n")
            file.writelines(f"{_said('string', TRAIT + name, value)}\n" for name, value in traits[customer].items())
            file.writelines(line for each in happened for line in _event(each))
            file.write("</trace>\n")
        file.write("</log>\n")


def _event(each: Happened) -> Iterator[str]:
    said = {_PLAIN.get(name, name): value for name, value in each.attributes.items()} | dict(each.objects)
    yield "<event>"
    yield _said("string", "concept:name", each.name)
    yield _said("date", "time:timestamp", each.at)
    yield from (_said("string", name, value) for name, value in said.items() if name not in _OURS)
    yield "</event>\n"


def _said(kind: str, key: str, value: str) -> str:
    return f"<{kind} key={quoted(key)} value={quoted(value)}/>"
