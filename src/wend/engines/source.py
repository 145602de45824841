"""What an engine needs of a journal: the shape that `log.Journal` has and that tests build in memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray


class Bucket(Protocol):
    """The events of some customers, sorted by customer and then (occurred_at, received_at, event_id); customer c has
    rows offsets[c]:offsets[c + 1].
    """

    @property
    def offsets(self) -> NDArray[Any]: ...
    @property
    def event(self) -> NDArray[Any]: ...
    @property
    def channel(self) -> NDArray[Any]: ...
    @property
    def occurred_at(self) -> NDArray[Any]: ...
    @property
    def rating(self) -> NDArray[Any]: ...
    @property
    def expectation(self) -> NDArray[Any]: ...
    @property
    def about(self) -> NDArray[Any]: ...
    @property
    def amount(self) -> NDArray[Any]: ...
    @property
    def customers(self) -> pa.Array: ...
    @property
    def traits(self) -> pa.Table: ...


class Mixing(Protocol):
    """A bucket some of whose rows may have come late and lie elsewhere: its columns can be had in parts."""

    @property
    def is_mixed(self) -> bool: ...
    def part(self, name: str, first: int, room: NDArray[Any]) -> NDArray[Any]: ...


class Posting(Protocol):
    """A bucket that has lists of its events by code: rows ascending, their moments, and from where to where the list of
    each code goes; None where it has none after all.
    """

    def posted(
        self, codes: NDArray[np.int64], /
    ) -> tuple[NDArray[np.int32], NDArray[np.uint32], NDArray[np.int64], NDArray[np.int64]] | None: ...


class Words(Protocol):
    """Names by code."""

    @property
    def events(self) -> tuple[str, ...]: ...
    @property
    def channels(self) -> tuple[str, ...]: ...


class Journal(Protocol):
    """All buckets of one workspace, at one version."""

    @property
    def version(self) -> str: ...
    @property
    def buckets(self) -> Sequence[Bucket]: ...
    @property
    def words(self) -> Words: ...
    @property
    def trait_names(self) -> tuple[str, ...]: ...
    @property
    def first_at(self) -> int: ...
    @property
    def last_at(self) -> int: ...
    @property
    def events(self) -> int: ...
