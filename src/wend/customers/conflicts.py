"""Whose identifiers disagree: what two of one person's identifiers said last about a trait is not the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.customers import repository
from wend.log.blobs import table_of
from wend.log.facade import Bucket, Journal
from wend.log.hashing import text_keys
from wend.workspaces.facade import Workspace


def conflicts(workspace: Workspace, journal: Journal) -> tuple[NDArray[np.bool_], ...]:
    """Per bucket, for every customer. The journal keeps what each identifier said last of each trait."""
    with workspace.store.reading(workspace.name) as reading:
        parts = [_keys(part) for part in repository.joined(reading)]
    own, person = np.concatenate(parts or [np.empty((2, 0), np.uint64)], axis=1)
    order = np.argsort(own)
    return tuple(_of(bucket, own[order], person[order]) for bucket in journal.buckets)


def _keys(rows: Sequence[tuple[str, str]]) -> NDArray[np.uint64]:
    """Keys of identifiers, and of the people they belong to."""
    return np.array([text_keys(pa.array([row[place] for row in rows], pa.string())) for place in (0, 1)])


def _of(bucket: Bucket, own: NDArray[np.uint64], person: NDArray[np.uint64]) -> NDArray[np.bool_]:
    disagree = np.zeros(len(bucket.keys), np.bool_)
    subject, trait = np.asarray(bucket.arrays["trait_subject"]), np.asarray(bucket.arrays["trait_name"])
    value = np.asarray(bucket.arrays["trait_value"])
    if len(subject) == 0:
        return disagree
    words = table_of(bucket.arrays["trait_values"]).column("value").to_pylist()
    said = value != (words.index("") if "" in words else -1)  # an empty value says nothing
    places = np.searchsorted(own, subject)
    known = places < len(own)
    known[known] = own[places[known]] == subject[known]
    owner = subject.copy()
    owner[known] = person[places[known]]
    owner, trait, value = owner[said], trait[said], value[said]
    order = np.lexsort((value, trait, owner))
    owner, trait, value = owner[order], trait[order], value[order]
    differs = (owner[1:] == owner[:-1]) & (trait[1:] == trait[:-1]) & (value[1:] != value[:-1])
    keys = np.asarray(bucket.keys)
    at = np.searchsorted(keys, owner[1:][differs])
    at = at[at < len(keys)]
    disagree[at] = np.isin(keys[at], owner[1:][differs])
    return disagree
