"""The JSON form of OCEL 2.0: one document, whose events are read one by one so that a broken one harms no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from wend.collect.errors import FileDamaged, JsonTooLarge
from wend.collect.reading.documents import as_text
from wend.collect.reading.ocel import Thing, Told
from wend.collect.reading.stream import ByteStream

MOST_BYTES = 512 * 1024 * 1024
"""A document is read whole; larger logs travel as SQLite."""
_FIRST = re.compile(r'\{\s*"(eventTypes|objectTypes|events|objects)"\s*:\s*\[')
_TOLD = re.compile(r'"(eventTypes|objectTypes|objectId)"\s*:')


def is_ocel(beginning: str) -> bool:
    """Whether a text begins as such a document does."""
    return bool(_FIRST.match(beginning) and _TOLD.search(beginning))


class _Attribute(msgspec.Struct):
    name: str
    value: Any = None
    time: str = ""


class _Relation(msgspec.Struct, rename={"object": "objectId"}):
    object: str
    qualifier: str = ""


class _Object(msgspec.Struct):
    id: str
    type: str
    attributes: list[_Attribute] = []


class _Event(msgspec.Struct):
    type: str
    time: str
    attributes: list[_Attribute] = []
    relationships: list[_Relation] = []


class _Document(msgspec.Struct):
    events: list[msgspec.Raw] = []
    objects: list[msgspec.Raw] = []


@dataclass(frozen=True, slots=True)
class JsonLog:
    """A document; objects that cannot be read are left out, and events about nobody then wait in quarantine."""

    document: _Document

    def things(self) -> Mapping[str, Thing]:
        """The objects by id."""
        found = {}
        for raw in self.document.objects:
            try:
                each = msgspec.json.decode(raw, type=_Object)
            except msgspec.DecodeError:
                continue
            said = [(one.time, one.name, as_text(one.value)) for one in each.attributes]
            found[each.id] = Thing(each.type, said)
        return found

    def events(self) -> Iterator[Told | str]:
        """The events in the order of the file."""
        for raw in self.document.events:
            try:
                each = msgspec.json.decode(raw, type=_Event)
            except msgspec.DecodeError:
                yield bytes(raw).decode("utf-8", errors="replace")
                continue
            said = {one.name: as_text(one.value) for one in each.attributes}
            yield Told(each.type, each.time, said, [one.object for one in each.relationships])


def open_json(path: Path) -> JsonLog:
    """Raises FileDamaged for what is no JSON, and JsonTooLarge."""
    held = bytearray()
    for piece in ByteStream(path).blocks():
        held += piece
        if len(held) > MOST_BYTES:
            raise JsonTooLarge(file=path.name, most=MOST_BYTES // 1024 // 1024)
    try:
        return JsonLog(msgspec.json.decode(bytes(held).removeprefix(b"\xef\xbb\xbf"), type=_Document))
    except msgspec.DecodeError as error:
        raise FileDamaged(file=path.name) from error
