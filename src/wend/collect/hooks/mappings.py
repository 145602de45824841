"""Mappings of webhooks: read once, and only those that records can have."""

from __future__ import annotations

from functools import lru_cache

from wend.collect.errors import BadMappingValue
from wend.collect.mapping.language import parse_mapping
from wend.collect.mapping.model import Mapping


@lru_cache(maxsize=128)
def parsed(toml: str) -> Mapping:
    """The mapping of a TOML text. Raises the Mistakes of the mapping language; look-ups are one of them."""
    mapping = parse_mapping(toml)
    if mapping.joins:
        raise BadMappingValue(place="join", value=mapping.joins[0].file, wanted="–")
    return mapping
