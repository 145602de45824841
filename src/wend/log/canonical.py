"""Who is who: canonical customers from the store's identity links, as keys the journal can walk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pyarrow as pa
from sqlalchemy import ColumnElement, func, select

from wend.identity.components import components
from wend.log.durable import read_json, replace_json
from wend.log.hashing import Words, text_key, text_keys
from wend.log.keyed import KeyMap
from wend.store.facade import Reading, tables

NO_LINKS = "0"
_LINKS = tables.identity_links.c


@dataclass(frozen=True)
class People:
    """Identifiers that are another's: written identifier → canonical one. `version` changes whenever the links do."""

    canonical: dict[str, str]
    version: str

    @cached_property
    def names(self) -> dict[int, str]:
        """Canonical identifiers of linked people by key."""
        texts = sorted(set(self.canonical.values()))
        return dict(zip(text_keys(pa.array(texts, pa.string())).tolist(), texts, strict=True))

    @cached_property
    def subjects(self) -> Words:
        """Keys of all linked identifiers, in the order of `canonical`."""
        return text_keys(pa.array(list(self.canonical), pa.string()))

    @cached_property
    def targets(self) -> Words:
        """Keys of their canonical ones, in the same order."""
        return text_keys(pa.array(list(self.canonical.values()), pa.string()))

    @cached_property
    def mapping(self) -> KeyMap:
        """Subject key → customer key."""
        return KeyMap(self.subjects, self.targets)

    def moved_since(self, before: People) -> Words:
        """Keys of the subjects that were somebody else before."""
        every = sorted(self.canonical.keys() | before.canonical.keys())
        moved = [name for name in every if self.canonical.get(name, name) != before.canonical.get(name, name)]
        return np.sort(text_keys(pa.array(moved, pa.string())))


def people(reading: Reading) -> People:
    """The links of a workspace, resolved."""
    query = select(_LINKS.a, _LINKS.b).where(_LINKS.workspace == reading.workspace).order_by(_LINKS.a, _LINKS.b)
    version = links_version(reading)
    return People({} if version == NO_LINKS else components((row[0], row[1]) for row in reading.rows(query)), version)


def links_version(reading: Reading) -> str:
    """Changes when a link is added or taken away; cheap enough to ask before each use of the journal."""
    sizes = func.sum(func.length(_LINKS.a) * 31 + func.length(_LINKS.b))
    measures: list[ColumnElement[int]] = [func.count(), func.max(_LINKS.at), func.sum(_LINKS.at), sizes]
    query = select(*measures)
    row = reading.row(query.where(_LINKS.workspace == reading.workspace))
    return NO_LINKS if row is None or row[0] == 0 else ":".join(str(part) for part in row)


def _links_file(folder: Path, version: str) -> Path:
    return folder / f"links-{text_key(version):016x}.json"


def keep_links(folder: Path, people: People) -> None:
    """Remember the links a journal follows, so that the next refresh can tell who has moved."""
    if people.version != NO_LINKS:
        replace_json(_links_file(folder, people.version), people.canonical)


def kept_links(folder: Path, version: str) -> People | None:
    """The links of that version as they were kept, or None when they are lost."""
    if version == NO_LINKS:
        return People({}, NO_LINKS)
    document = read_json(_links_file(folder, version))
    return None if document is None else People({name: str(best) for name, best in document.items()}, version)


def links_name(folder: Path, version: str) -> str:
    """Name of the file that keeps those links."""
    return _links_file(folder, version).name
