"""The XML form of OCEL 2.0. Objects may stand behind the events, so the file is read twice; only objects are held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax import ContentHandler  # only the type; the parser is defusedxml's
from xml.sax.xmlreader import AttributesImpl

from wend.collect.reading.markup import fed
from wend.collect.reading.ocel import Thing, Told

_FIRST = re.compile(r"<log[^>]*>(?:\s|<!--.*?-->)*<(object-types|event-types|objects|events)[\s>/]", re.DOTALL)
_RELATED = "object-id"


def is_ocel(beginning: str) -> bool:
    """Whether a text begins as such a log does, and not as the other one that is called `log`, XES."""
    return bool(_FIRST.search(beginning))


class _Member(ContentHandler):
    """Collects the members of one list, `objects` or `events`, as they end: (their own attributes, (time, name, value)
    of what is said of them, ids of related objects).
    """

    def __init__(self, listed: str) -> None:
        super().__init__()
        self.taken: list[tuple[dict[str, str], list[tuple[str, str, str]], list[str]]] = []
        self._listed, self._depth, self._inside = listed, 0, False
        self._own: dict[str, str] = {}
        self._said: list[tuple[str, str, str]] = []
        self._related: list[str] = []
        self._named: tuple[str, str] | None = None
        self._text: list[str] = []

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802  # SAX's name
        self._depth += 1
        tag = name.rpartition(":")[2]
        if self._depth == 2:  # the list, below the log
            self._inside = tag == self._listed
        elif self._inside and self._depth == 3:
            self._own, self._said, self._related = dict(attrs.items()), [], []
        elif self._inside and tag == "attribute":
            self._named, self._text = (attrs.get("time", ""), attrs.get("name", "")), []
        elif self._inside and _RELATED in attrs:
            self._related.append(attrs[_RELATED])

    def characters(self, content: str) -> None:
        if self._named is not None:
            self._text.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802, ARG002  # SAX's signature
        if self._named is not None:
            self._said.append((*self._named, "".join(self._text).strip()))
            self._named = None
        elif self._inside and self._depth == 3:
            self.taken.append((self._own, self._said, self._related))
        self._depth -= 1

    def take(self) -> list[tuple[dict[str, str], list[tuple[str, str, str]], list[str]]]:
        """The members that ended since the last call."""
        taken, self.taken = self.taken, []
        return taken


@dataclass(frozen=True, slots=True)
class XmlLog:
    """A log in XML."""

    path: Path

    def things(self) -> Mapping[str, Thing]:
        """The objects by id; one without an id or a type is left out."""
        found = {}
        for own, said, _ in self._members("objects"):
            if "id" in own and "type" in own:
                found[own["id"]] = Thing(own["type"], said)
        return found

    def events(self) -> Iterator[Told | str]:
        """The events in the order of the file."""
        for own, said, related in self._members("events"):
            if "type" not in own or "time" not in own:
                yield str(own)
                continue
            yield Told(own["type"], own["time"], {name: value for _, name, value in said}, related)

    def _members(self, listed: str) -> Iterator[tuple[dict[str, str], list[tuple[str, str, str]], list[str]]]:
        handler = _Member(listed)
        for _ in fed(self.path, handler):
            yield from handler.take()
