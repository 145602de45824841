"""What a fold is: a question answered by walking each customer's events once, whose answers merge.

`begin`, `step`, `end` and `recall` are kernels that share one integer array per walk, the *state* of the customer being
walked, and write only into the answer they are handed. Answers hold integers only, so that merging is exact; ratios and
medians appear in `present`. The laws every registered fold obeys are in `tests/laws`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from wend.folds.columns import Columns
from wend.folds.kernel import kernel

Cells: TypeAlias = NDArray[np.int64]
Whole: TypeAlias = int | np.integer[Any]
"""A whole number, as a kernel meets it."""

Answer: TypeAlias = tuple[Cells, ...]
"""A NamedTuple of int64 arrays; the fields and their meaning are the fold's own."""

Presented: TypeAlias = dict[str, Any]
"""JSON-ready: texts, whole numbers, fractions, None, lists and dictionaries of those."""

P = TypeVar("P", bound=tuple[Any, ...])
A = TypeVar("A", bound=Answer)

NOT_COVERED = 65535
"""The step code of an event that no touchpoint covers, and the `about` code of an event that speaks about nothing."""

NEVER = -(2**62)
"""An instant before every event."""
UNENDING = -NEVER - 1
"""The last instant of all; what stands at -NEVER does not come."""


class Heed(NamedTuple):
    """Events that can matter: those with `codes[code]` 1 (of 65536, the others 0) at `from_at` or later and before
    `before`. Any other event changes neither state nor answer. `shallow`: nothing of them is looked at but their codes
    and moments.
    """

    codes: NDArray[np.uint8]
    from_at: int
    before: int
    shallow: bool


def heeded(codes: NDArray[np.bool_], from_at: int = NEVER, before: int = -NEVER, shallow: bool = False) -> Heed:
    """Events of the codes for which `codes` is true, perhaps of a period only."""
    every = np.zeros(NOT_COVERED + 1, np.uint8)
    every[: len(codes)] = codes
    every.flags.writeable = False
    return Heed(every, from_at, before, shallow)


@kernel
def forget(state: Cells, columns: Columns, i: int, params: Any) -> None:
    """The `recall` of a fold to which the past means nothing."""


@kernel
def patient(state: Cells, columns: Columns, until: int, counts: bool, params: Any, answer: Any) -> None:
    """The `wait` of a fold to which nothing happens between events."""


@kernel
def until_event(columns: Columns, i: Whole) -> int:
    """Up to when there is to wait before an event. What changed in its own second came before it, unless no touchpoint
    covers it: then the change may be its own.
    """
    return int(columns.occurred_at[i]) - int(columns.step[i] == NOT_COVERED)


@kernel
def nothing_left(state: Cells, params: Any, answer: Any) -> None:
    """The `settle` of a fold that puts nothing off."""


def added(a: A, b: A) -> A:
    """Merge by adding cell by cell."""
    return type(a)(*(x + y for x, y in zip(a, b, strict=True)))


def as_it_is(answer: A) -> A:
    """The settled form of an answer whose cells already stand at fixed places."""
    return answer


@dataclass(frozen=True, slots=True)
class Fold(Generic[P, A]):
    """One question. `key` is its name in the registry, on the command line and in answers.

    - `begin(state, params)`: start of a customer
    - `step(state, columns, i, params, answer)`: one event inside the selection
    - `recall(state, columns, i, params)`: one event before the period or on another channel; may move the state, counts
      nothing
    - `wait(state, columns, until, counts, params, answer)`: time passes up to and with `until`: before an event is
      shown and, with UNENDING, before `end`; may move the state, counts only with `counts`: before an event inside the
      selection and from then on
    - `end(state, params, answer)`: the list is over; called only for customers with an event inside the selection
    - `blank(params)`: the answer before any customer
    - `scratch(params)`: room for the state of one customer
    - `merge(a, b)`: one answer from two; may write into `a`
    - `present(answer, params, names)`: the answer in words; `names[code]` names the codes of `Columns.step`
    - `settled(answer)`: equal answers become equal arrays (only tables with free places need it)
    - `wider(params)`: the same question with more room, for answers that report `overflowed`
    - `sees_uncovered`: also show events that no touchpoint covers (their step code is NOT_COVERED)
    - `at_once(state, columns, rows, first, p, until, params, answer)`: begin, every event from place p of `rows` on
      that is before row `until`, and end, in one kernel that may keep its state in registers; events stand in row
      first + rows[p], and the place of the first one that is left is returned, or of any before it. Used where
      nothing of a customer is left out
    - `straight(state, columns, first, until, params, answer)`: the same with the events of rows first … until - 1, of
      which there is one at least; used where nothing at all is left out
    - `settle(state, params, answer)`: count what `at_once` has put off; called before anybody looks at the answer
    - `heeds(params)`: which events can matter, for a fold to which most mean nothing, when merging is adding; None when
      all can, or when time alone changes something
    - `opens(params)`: which events of a customer are the first to matter, of whatever moment, for a fold that has
      `at_once`, heeds nothing else and says nothing of customers without any; None when all can be the first
    - `lists(params)`: codes whose lists of events are all that `by_lists` needs, in its order; None when they are not
    - `by_lists(lists, cuts, first, offsets, among, params, room, more room, answer)`: the same for all customers of a
      piece from lists of events, list k from cuts[2k] to cuts[2k + 1] (see `posted.py`); how many they said anything of
    - `by_found(params)`: a loop that counts all customers of a piece from the rows of what is heeded, or opens; called
      with (found, how many, first row, ranks, first customer, offsets, columns, among, params, answer), as said in
      `posted.py`, it returns of how many customers they are. Columns are None but for a fold that `opens`. None where
      there is none for such params
    - `by_rows(params)`: a loop over a piece of whole customers that counts those `among` them, all where it is empty;
      called with (offsets, columns, among, params, answer). None where there is none for such params
    """

    key: str
    begin: Callable[[Cells, Any], None]
    step: Callable[[Cells, Columns, int, Any, Any], None]
    end: Callable[[Cells, Any, Any], None]
    blank: Callable[[P], A]
    scratch: Callable[[P], Cells]
    present: Callable[[A, P, Sequence[str]], Presented]
    recall: Callable[[Cells, Columns, int, Any], None] = forget
    wait: Callable[[Cells, Columns, int, bool, Any, Any], None] = patient
    merge: Callable[[A, A], A] = added
    settled: Callable[[A], A] = as_it_is
    overflowed: Callable[[A], bool] | None = None
    wider: Callable[[P], P] | None = None
    sees_uncovered: bool = False
    at_once: Callable[[Cells, Columns, NDArray[np.int32], int, int, int, Any, Any], int] | None = None
    settle: Callable[[Cells, Any, Any], None] = nothing_left
    straight: Callable[[Cells, Columns, int, int, Any, Any], None] | None = None
    heeds: Callable[[P], Heed | None] | None = None
    opens: Callable[[P], Heed | None] | None = None
    lists: Callable[[P], Cells | None] | None = None
    by_lists: Callable[..., int] | None = None
    by_found: Callable[[P], Callable[..., int] | None] | None = None
    by_rows: Callable[[P], Callable[..., None] | None] | None = None
