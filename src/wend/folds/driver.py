"""The only loop over events in the house: it walks customers and shows their events to a fold.

One compiled walk per fold serves every engine: whole buckets in threads, a batch that cuts a customer in the middle,
one event at a time. Compilation is cached on disk. Numba would compile again in every process here, because it hashes
the pickled closure of the walk and a pickled kernel differs each time; so a fold's kernels stand in the walk's globals
and the cache key carries a digest of the fold sources.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, NamedTuple, ParamSpec, TypeVar

import numpy as np
from numba import njit
from numba.core.caching import FunctionCache
from numpy.typing import NDArray

from wend.folds.columns import Columns
from wend.folds.contract import NOT_COVERED, UNENDING, Cells, Fold, patient, until_event
from wend.folds.kernel import OPTIONS, kernel

P = ParamSpec("P")
R = TypeVar("R")

SEEN, CUSTOMERS, EVENTS = 0, 1, 2
"""Places in the tally: events of the open customer inside the selection; customers and events counted so far."""


class Chosen(NamedTuple):
    """The selection in the codes of one bucket: who, on which channels, in which period [from_at, to_at) in epoch
    seconds.
    """

    customers: NDArray[np.bool_]
    channels: NDArray[np.bool_]
    from_at: int
    to_at: int


class Watch(NamedTuple):
    """Which customers changed one of every `stride`-th of `cells`, a view into the answer: they become true in
    `members`.
    """

    cells: Cells
    stride: int
    members: NDArray[np.bool_]


def unstrided(view: Cells) -> tuple[Cells, int]:
    """Every n-th cell of an answer's field as (the cells from the first to the last, n): one compiled type for all
    views.
    """
    stride = view.strides[0] // view.itemsize if len(view) > 1 else 1
    return np.lib.stride_tricks.as_strided(view, ((len(view) - 1) * stride + 1,), (view.itemsize,)), stride


@kernel
def watched(watch: Watch) -> int:
    """The sum of the cells: it differs when any of them has grown."""
    total = 0
    for k in range(0, len(watch.cells), watch.stride):
        total += watch.cells[k]
    return total


begin: Any = None  # these six are given anew to every fold's copy of the walk
step: Any = None
recall: Any = None
wait: Any = None
end: Any = None
SEES_UNCOVERED = False


def _walk(  # noqa: C901  # the one loop; cut in two it would have to be copied twice per fold
    offsets: Cells,
    columns: Columns,
    chosen: Chosen | None,
    watch: Watch | None,
    params: Any,
    state: Cells,
    answer: Any,
    tally: Cells,
    opened: bool,
    closed: bool,
) -> None:
    """Walk the customers of `offsets`; `opened`: the first one was begun before; `closed`: the last one ends here."""
    last = len(offsets) - 2
    for customer in range(last + 1):
        if chosen is not None and not chosen.customers[customer]:
            continue
        if customer > 0 or not opened:
            begin(state, params)
            tally[SEEN] = 0
        before = 0
        if watch is not None:
            before = watched(watch)
        if chosen is None:
            for row in range(offsets[customer], offsets[customer + 1]):
                i = np.uint64(row)  # an unsigned index needs no test for places counted from the end
                wait(state, columns, until_event(columns, i), True, params, answer)
                step(state, columns, i, params, answer)
            tally[SEEN] += offsets[customer + 1] - offsets[customer]
        else:
            seen = 0
            for row in range(offsets[customer], offsets[customer + 1]):
                i = np.uint64(row)
                at = columns.occurred_at[i]
                if at >= chosen.to_at:
                    break
                if not SEES_UNCOVERED and columns.step[i] == NOT_COVERED:
                    continue
                inside = at >= chosen.from_at and chosen.channels[columns.channel[i]]
                wait(state, columns, until_event(columns, i), inside or seen + tally[SEEN] > 0, params, answer)
                if not inside:
                    recall(state, columns, i, params)
                    continue
                step(state, columns, i, params, answer)
                if columns.step[i] != NOT_COVERED:
                    seen += 1
            tally[SEEN] += seen
        if tally[SEEN] > 0 and (closed or customer < last):
            wait(state, columns, UNENDING, True, params, answer)
            end(state, params, answer)
            tally[CUSTOMERS] += 1
            tally[EVENTS] += tally[SEEN]
        if watch is not None and watched(watch) != before:
            watch.members[customer] = True


class _StableCache(FunctionCache):
    """Numba's cache on disk, with a key that is the same in every process."""

    def __init__(self, function: FunctionType, digest: str) -> None:
        super().__init__(function)  # type: ignore[no-untyped-call]  # numba is untyped
        self._digest = digest

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        """What was compiled for these types. A list on disk that names types which another version had is begun anew,
        for it cannot be read.
        """
        try:
            return super().load_overload(sig, target_context)  # type: ignore[no-untyped-call]
        except (AttributeError, ImportError):
            self.flush()  # type: ignore[no-untyped-call]
            return None

    def _index_key(self, sig: Any, codegen: Any) -> Any:
        return sig, codegen.magic_tuple(), self._digest


@cache
def sources_digest() -> str:
    """A digest of every source in this room: any of them may be compiled into a walk."""
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.name.encode())
        digest.update(source.read_bytes())
    return digest.hexdigest()


def kept_in() -> Path:
    """The folder of compiled walks; made when it is not there."""
    return Path(str(_StableCache(FunctionType(_walk.__code__, globals(), _walk.__name__), "").cache_path))


class _Walks(dict[str, Any]):
    """Compiled walks by name, made when first asked for."""


_WALKS = _Walks()


def walk_of(fold: Fold[Any, Any], lapsing: bool = True) -> Any:
    """The compiled walk of `fold`; called like `_walk`. Compiles (or loads from disk) at its first call with given
    types. One for columns without lapses, where nobody needs to wait, is faster.
    """
    waits = lapsing and fold.wait is not patient
    given = {
        "begin": fold.begin,
        "step": fold.step,
        "recall": fold.recall,
        "wait": fold.wait if waits else patient,
        "end": fold.end,
        "SEES_UNCOVERED": fold.sees_uncovered,
    }
    return compiled(f"walk_{fold.key}_waiting" if waits else f"walk_{fold.key}", _walk.__code__, globals(), given)


def compiled(name: str, code: CodeType, around: dict[str, Any], given: dict[str, Any]) -> Any:
    """The loop of `code` under its own name, with a fold's kernels among its globals; made once a process."""
    if name not in _WALKS:
        function = FunctionType(code, {**around, **given}, name)
        function.__qualname__ = function.__name__
        function.__module__ = __name__
        dispatcher = njit(**OPTIONS)(function)
        dispatcher._cache = _StableCache(function, sources_digest())  # what cache=True does, with our key
        _WALKS[name] = dispatcher
    return _WALKS[name]


def loop(function: Callable[P, R]) -> Callable[P, R]:
    """A loop over events that belongs to no fold, compiled and cached as the walks are when it is first called."""

    @wraps(function)
    def call(*given: P.args, **named: P.kwargs) -> R:
        found: R = compiled(f"loop_{function.__name__}", function.__code__, function.__globals__, {})(*given, **named)
        return found

    return call
