"""Who fits a leaf that no event tells: masks over the customers of a journal."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wend.conditions import dates, known, values
from wend.conditions.tree import Account, Consent, Day, Identified, InList, Known, Share, Trait
from wend.engines.machine import Members
from wend.engines.marking import World
from wend.engines.shares import places
from wend.engines.source import Bucket


def known_members(world: World, leaf: Known, now: int) -> Members:
    """The customers of whom it is known at a moment."""
    journal = world.machine.journal
    match leaf:
        case Trait(fresh=None) | Day() | Share():
            masks = [_by_bucket(world, leaf, bucket, now) for bucket in journal.buckets]
        case Trait():
            told = world.facts.told(leaf.test.name).items()
            fresh = pa.array([who for who, at in told if known.is_fresh(leaf, at, now)], pa.string())
            masks = [_of_trait(leaf, bucket) & _among(bucket, fresh) for bucket in journal.buckets]
        case Identified():
            names = pa.array(list(world.facts.identified(leaf.kind)), pa.string())
            masks = [_among(bucket, names) | _called(bucket, leaf.kind) for bucket in journal.buckets]
        case _:
            named, inside = _named(world, leaf, now)
            names = pa.array(list(named), pa.string())
            masks = [_among(bucket, names) == inside for bucket in journal.buckets]
    return Members(tuple(masks), journal)


def _named(world: World, leaf: Account | Consent | InList, now: int) -> tuple[Collection[str], bool]:
    """Customers by name, and whether it is they who fit, or everybody else."""
    match leaf:
        case InList():
            return world.facts.listed(leaf.key), True
        case Account():
            held = world.facts.accounts(leaf.test.name).items()
            return [who for who, each in held if any(values.passes(leaf.test, text) for text in each)], True
        case Consent():
            stood = world.facts.consents(leaf.purpose, leaf.channel).items()
            states = {who: known.stood(changes, now) for who, changes in stood}
            if leaf.state == "unknown":
                return [who for who, state in states.items() if state != "unknown"], False
            return [who for who, state in states.items() if state == leaf.state], True


def _among(bucket: Bucket, names: pa.Array) -> Any:
    found = pc.is_in(bucket.customers, names.cast(bucket.customers.type))
    return np.asarray(found.to_numpy(zero_copy_only=False), np.bool_)


def _called(bucket: Bucket, kind: str) -> Any:
    """Whose canonical id is an identifier of this kind."""
    return np.asarray(pc.starts_with(bucket.customers, f"{kind}:").to_numpy(zero_copy_only=False), np.bool_)


def _of_trait(leaf: Trait, bucket: Bucket) -> Any:
    [(codes, texts)] = _coded(bucket, len(bucket.offsets) - 1, leaf.test.name)
    return np.array([values.passes(leaf.test, text) for text in texts], np.bool_)[codes]


def _by_bucket(world: World, leaf: Trait | Day | Share, bucket: Bucket, now: int) -> Any:
    people = len(bucket.offsets) - 1
    if isinstance(leaf, Share):
        drawn = places(bucket.customers, leaf.salt)
        return np.asarray((drawn >= leaf.low) & (drawn < leaf.high))
    if isinstance(leaf, Trait):
        return _of_trait(leaf, bucket)
    (days, texts), (zones, names) = _coded(bucket, people, leaf.trait, dates.ZONE_TRAIT)
    pairs, which = np.unique(days * len(names) + zones, return_inverse=True)
    told = [
        dates.holds(leaf, texts[pair // len(names)], names[pair % len(names)], world.zone, now)
        for pair in pairs.tolist()
    ]
    return np.array(told, np.bool_)[which]


def _coded(bucket: Bucket, people: int, *traits: str) -> list[tuple[Any, list[str | None]]]:
    """For each trait a code per customer and the texts by code; nobody's is the last, None."""
    found = []
    for name in traits:
        column = bucket.traits.column(name) if name in bucket.traits.column_names else pa.nulls(people, pa.string())
        chunk = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
        if not pa.types.is_dictionary(chunk.type):
            chunk = chunk.dictionary_encode()
        texts: list[str | None] = [*chunk.dictionary.to_pylist(), None]
        codes = chunk.indices.fill_null(len(texts) - 1).to_numpy(zero_copy_only=False).astype(np.int64)
        found.append((codes, texts))
    return found
