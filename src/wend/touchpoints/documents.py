"""A stage set as a JSON document: what a file holds, and what a question may be asked with before it is saved."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from wend.domain.stage import StageSet
from wend.kit import strictjson
from wend.touchpoints.errors import UnreadableStageSet

MOST_BYTES = 256 * 1024
_WRAPPED = "stage_set"


def read_stage_set(written: Path | str | Mapping[str, Any]) -> StageSet:
    """The stage set of a file, of a text or of a document that is read already; `{"stage_set": {…}}`, as lists of
    them have it, is meant too. Raises UnreadableStageSet.
    """
    document = _object(written)
    if set(document) >= {_WRAPPED} and isinstance(document[_WRAPPED], dict):
        document = document[_WRAPPED]
    try:
        read = msgspec.convert(document, StageSet)
    except msgspec.ValidationError as odd:
        raise UnreadableStageSet(str(odd)) from odd
    for unknown in _unknown(document, StageSet, ""):
        raise UnreadableStageSet(unknown)
    return read


def document_of(stage_set: StageSet) -> dict[str, Any]:
    """The document of a stage set."""
    return asdict(stage_set)


def to_text(stage_set: StageSet) -> str:
    """The document as people edit and diff it."""
    return json.dumps(document_of(stage_set), ensure_ascii=False, indent=2) + "\n"


def _object(written: Path | str | Mapping[str, Any]) -> dict[str, Any]:
    if isinstance(written, Mapping):
        return dict(written)
    try:
        body = written.read_bytes() if isinstance(written, Path) else written.encode()
        if len(body) > MOST_BYTES or strictjson.too_deep(strictjson.outside_texts(body)):
            raise UnreadableStageSet(f"> {MOST_BYTES:,} B")
        found = strictjson.parse(strictjson.decoded(body)).value
    except OSError as refused:
        raise UnreadableStageSet(refused.strerror or str(refused)) from refused
    except strictjson.NotStrict as odd:
        raise UnreadableStageSet(odd.reason) from odd
    if not isinstance(found, dict):
        raise UnreadableStageSet("{…}")
    return found


def _unknown(value: Any, kind: Any, at: str) -> Iterator[str]:
    """Where a key stands that means nothing there: it would be ignored without a word."""
    if is_dataclass(kind) and isinstance(value, dict):
        hints = get_type_hints(kind)
        for key in value.keys() - {each.name for each in fields(kind)}:
            yield f"{at}.{key}".lstrip(".")
        for key, inner in value.items():
            if key in hints:
                yield from _unknown(inner, hints[key], f"{at}.{key}")
    elif isinstance(value, list) and get_args(kind):
        for place, inner in enumerate(value):
            yield from _unknown(inner, get_args(kind)[0], f"{at}[{place}]")
