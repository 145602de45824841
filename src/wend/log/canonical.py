"""Who is who: canonical customers from the store's identity links, as keys the journal can walk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pyarrow as pa

from wend.identity.components import components
from wend.log.durable import read_json, replace_json
from wend.log.hashing import Words, text_key, text_keys
from wend.log.keyed import KeyMap
from wend.store import links
from wend.store.facade import Reading
from wend.store.links import NO_LINKS


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

    @cached_property
    def identifiers(self) -> dict[str, tuple[str, ...]]:
        """Canonical identifier → all identifiers of that person, sorted."""
        found: dict[str, list[str]] = {}
        for name, best in self.canonical.items():
            found.setdefault(best, []).append(name)
        return {best: tuple(sorted({best, *names})) for best, names in found.items()}

    def moved_since(self, before: People) -> Words:
        """Keys of the subjects that were somebody else before."""
        every = sorted(self.canonical.keys() | before.canonical.keys())
        moved = [name for name in every if self.canonical.get(name, name) != before.canonical.get(name, name)]
        return np.sort(text_keys(pa.array(moved, pa.string())))


def people(reading: Reading) -> People:
    """The links of a workspace, resolved."""
    version = links.version(reading)
    return People({} if version == NO_LINKS else components(links.pairs(reading)), version)


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
