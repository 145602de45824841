"""Journal rows while the journal is built: words for scattering, columns for keeping, and the kernels between them.

A row on its way to a bucket is eight 64-bit words: customer key, occurred µs, received µs, event id, amount, the four
16-bit columns in one word, channel and line, subject key. That is one cache line, so scattering touches each row once.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba import int64, uint8, uint16, uint32, uint64
from numpy.typing import NDArray

from wend.log.compiled import inlined, kernel
from wend.log.hashing import Words

WIDTH = 8
SKIPPED = 65534
"""Event code of system rows; they take no part in journeys."""
_MICRO = 1_000_000
_MOST_SECONDS = 32
Table = NDArray[np.uint64]
Order = NDArray[np.uint32]


class Rows(NamedTuple):
    """Columns of equal length; `key` is the customer's key, repeated per row, and `line` where the row lies in the log
    (see `lines`).
    """

    key: Words
    event: NDArray[np.uint16]
    channel: NDArray[np.uint8]
    occurred_at: NDArray[np.int64]
    rating: NDArray[np.int16]
    expectation: NDArray[np.int16]
    about: NDArray[np.uint16]
    amount: NDArray[np.int64]
    event_id: NDArray[np.int64]
    micro: NDArray[np.uint32]
    received_at: NDArray[np.int64]
    subject: Words
    line: NDArray[np.uint32]


def blank(rows: int) -> Rows:
    """Columns to be filled."""
    types = (np.uint64, np.uint16, np.uint8, np.int64, np.int16, np.int16, np.uint16, np.int64, np.int64, np.uint32)
    columns: list[Any] = [np.empty(rows, kind) for kind in (*types, np.int64, np.uint64, np.uint32)]
    return Rows(*columns)


def masked(rows: Rows, keep: NDArray[np.bool_]) -> Rows:
    """The rows where `keep` is true."""
    columns: list[Any] = [column[keep] for column in rows]
    return Rows(*columns)


class Incoming(NamedTuple):
    """Columns of one piece of the log, coded, before scattering. Times in µs; `amount` 0 and sentinels stand for
    none; lines go up from `first_line`.
    """

    key: Words
    subject: Words
    occurred_at: NDArray[np.int64]
    received_at: NDArray[np.int64]
    event_id: NDArray[np.int64]
    amount: NDArray[np.int64]
    event: NDArray[np.uint16]
    about: NDArray[np.uint16]
    rating: NDArray[np.int16]
    expectation: NDArray[np.int16]
    channel: NDArray[np.uint8]
    first_line: int


class Cut(NamedTuple):
    """How a key and a second share one number: so many lowest bits of the key are left out, the second takes `bits`,
    and so many lowest bits of it are left out.
    """

    key: int
    bits: int
    second: int


@inlined
def bucket_of(key: np.uint64, buckets: int) -> int:
    """Buckets are equal ranges of the key, in its order."""
    return int64(((key >> uint64(32)) * uint64(buckets)) >> uint64(32))  # type: ignore[return-value]


@kernel
def _scatter(rows: Incoming, buckets: int, starts: NDArray[np.int64], words: Table) -> None:
    for i in range(len(rows.key)):
        if rows.event[i] != SKIPPED:
            starts[bucket_of(rows.key[i], buckets) + 1] += 1
    for b in range(buckets):
        starts[b + 1] += starts[b]
    at = starts.copy()
    for i in range(len(rows.key)):
        if rows.event[i] == SKIPPED:
            continue
        b = bucket_of(rows.key[i], buckets)
        j = at[b]
        at[b] += 1
        words[j, 0] = rows.key[i]
        words[j, 1] = uint64(rows.occurred_at[i])
        words[j, 2] = uint64(rows.received_at[i])
        words[j, 3] = uint64(rows.event_id[i])
        words[j, 4] = uint64(rows.amount[i])
        low = uint64(rows.event[i]) | uint64(rows.about[i]) << uint64(16)
        high = uint64(uint16(rows.rating[i])) | uint64(uint16(rows.expectation[i])) << uint64(16)
        words[j, 5] = low | high << uint64(32)
        words[j, 6] = uint64(rows.channel[i]) | uint64(rows.first_line + i) << uint64(8)
        words[j, 7] = rows.subject[i]


def scatter(rows: Incoming, buckets: int) -> tuple[Table, NDArray[np.int64]]:
    """Words of the journey rows, bucket after bucket, and where each bucket starts (last: where it ends)."""
    starts = np.zeros(buckets + 1, np.int64)
    words = np.empty((len(rows.key), WIDTH), np.uint64)
    _scatter(rows, buckets, starts, words)
    return words[: starts[-1]], starts


@inlined
def _before(words: Table, a: int, b: int) -> bool:
    if words[a, 0] != words[b, 0]:
        return words[a, 0] < words[b, 0]  # type: ignore[no-any-return]
    for column in range(1, 4):
        x, y = int64(words[a, column]), int64(words[b, column])
        if x != y:
            return x < y  # type: ignore[no-any-return]
    return False


@kernel
def _sort_run(words: Table, order: Order, spare: Order, start: int, end: int) -> None:
    """Sort order[start:end] by (key, occurred_at, received_at, event_id)."""
    width = 16
    for low in range(start, end, width):  # short stretches by insertion, …
        for i in range(low + 1, min(low + width, end)):
            moving = order[i]
            j = i
            while j > low and _before(words, moving, order[j - 1]):
                order[j] = order[j - 1]
                j -= 1
            order[j] = moving
    while width < end - start:  # … then pairs of stretches by merging, so that one busy customer stays cheap
        for low in range(start, end, 2 * width):
            middle, high = min(low + width, end), min(low + 2 * width, end)
            i, j = low, middle
            for k in range(low, high):
                if j >= high or (i < middle and not _before(words, order[j], order[i])):
                    spare[k] = order[i]
                    i += 1
                else:
                    spare[k] = order[j]
                    j += 1
        order[start:end] = spare[start:end]
        width *= 2


@kernel
def _bounds(words: Table) -> tuple[np.uint64, np.uint64, int, int]:
    """The smallest and the largest key, the first and the last second."""
    low = high = words[0, 0]
    first = last = int64(words[0, 1])
    for i in range(len(words)):
        low, high = min(low, words[i, 0]), max(high, words[i, 0])
        first, last = min(first, int64(words[i, 1])), max(last, int64(words[i, 1]))
    return low, high, first // _MICRO, last // _MICRO


@kernel
def _packed(words: Table, low: np.uint64, first: int, cut: Cut, begins: Words, rests: Order) -> None:
    """In one number each: the beginning of the key, then the second; and the rest of the key."""
    for i in range(len(words)):
        key, second = words[i, 0] - low, uint64(int64(words[i, 1]) // _MICRO - first)
        begins[i] = (key >> uint64(cut.key)) << uint64(cut.bits) | second >> uint64(cut.second)
        rests[i] = uint32(key & ((uint64(1) << uint64(cut.key)) - uint64(1)))


@kernel
def _sorted(numbers: Words, order: Order, spare: Words, places: Order) -> bool:
    """Sort the numbers and note where each came from, eight bits after eight bits; in the second pair of arrays when
    true is returned.
    """
    counts = np.zeros((8, 256), np.int64)
    for i in range(len(numbers)):
        order[i] = i
        for digit in range(8):
            counts[digit, int64((numbers[i] >> uint64(8 * digit)) & uint64(255))] += 1
    swapped = False
    for digit in range(8):
        shift, ends = uint64(8 * digit), counts[digit]
        if ends[int64((numbers[0] >> shift) & uint64(255))] == len(numbers):
            continue  # all alike
        before = 0
        for k in range(256):
            ends[k], before = before, before + ends[k]
        for i in range(len(numbers)):
            number = numbers[uint64(i)]
            k = (number >> shift) & uint64(255)
            at = uint64(ends[k])
            ends[k] += 1
            spare[at], places[at] = number, order[uint64(i)]
        numbers, spare, order, places = spare, numbers, places, order
        swapped = not swapped
    return swapped


@kernel
def _settle(words: Table, begins: Words, rests: Order, cut: Cut, order: Order, spare: Order) -> None:
    """`order` sorts `begins`, which stand sorted here: sort what they do not tell apart, customers whose keys begin
    alike and events of one moment.
    """
    start = 0
    n = len(order)
    while start < n:
        key, rest = begins[start] >> uint64(cut.bits), rests[order[start]]
        told = True
        end = start + 1
        while end < n and begins[end] >> uint64(cut.bits) == key:
            told &= begins[end] != begins[end - 1] and rests[order[end]] == rest
            end += 1
        if not told:
            _sort_run(words, order, spare, start, end)
        start = end


def sort_words(words: Table) -> Order:
    """Positions of the rows in journal order.

    One sort of numbers does nearly all of it: they hold the second of a row and as much of its key as they have room
    for.
    """
    if not len(words):
        return np.empty(0, np.uint32)
    low, high, first, last = (int(bound) for bound in _bounds(words))
    seconds = (last - first).bit_length()
    bits = min(seconds, _MOST_SECONDS)
    cut = Cut(max(0, (high - low).bit_length() + bits - 64), bits, seconds - bits)
    begins, rests = np.empty(len(words), np.uint64), np.empty(len(words), np.uint32)
    _packed(words, np.uint64(low), first, cut, begins, rests)
    order, spare, places = np.empty(len(words), np.uint32), np.empty_like(begins), np.empty(len(words), np.uint32)
    if _sorted(begins, order, spare, places):
        begins, order, places = spare, places, order
    _settle(words, begins, rests, cut, order, places)
    return order


@inlined
def _word_before_row(words: Table, w: int, rows: Rows, r: int) -> bool:
    if words[w, 0] != rows.key[r]:
        return words[w, 0] < rows.key[r]  # type: ignore[no-any-return]
    occurred = rows.occurred_at[r] * _MICRO + int64(rows.micro[r])
    if int64(words[w, 1]) != occurred:
        return int64(words[w, 1]) < occurred  # type: ignore[no-any-return]
    if int64(words[w, 2]) != rows.received_at[r]:
        return int64(words[w, 2]) < rows.received_at[r]  # type: ignore[no-any-return]
    return int64(words[w, 3]) < rows.event_id[r]  # type: ignore[no-any-return]


@kernel
def _merge(old: Rows, words: Table, order: Order, out: Rows) -> None:
    i = j = 0
    for k in range(len(out.key)):
        fresh = j < len(order) and (i >= len(old.key) or _word_before_row(words, order[j], old, i))
        if fresh:
            w = order[j]
            j += 1
            occurred = int64(words[w, 1])
            seconds = occurred // _MICRO
            packed = words[w, 5]
            out.key[k] = words[w, 0]
            out.event[k] = uint16(packed)
            out.about[k] = uint16(packed >> uint64(16))
            out.rating[k] = uint16(packed >> uint64(32))
            out.expectation[k] = uint16(packed >> uint64(48))
            out.channel[k] = uint8(words[w, 6])
            out.line[k] = uint32(words[w, 6] >> uint64(8))
            out.occurred_at[k] = seconds
            out.micro[k] = occurred - seconds * _MICRO
            out.received_at[k] = int64(words[w, 2])
            out.event_id[k] = int64(words[w, 3])
            out.amount[k] = int64(words[w, 4])
            out.subject[k] = words[w, 7]
        else:
            out.key[k] = old.key[i]
            out.event[k] = old.event[i]
            out.about[k] = old.about[i]
            out.rating[k] = old.rating[i]
            out.expectation[k] = old.expectation[i]
            out.channel[k] = old.channel[i]
            out.occurred_at[k] = old.occurred_at[i]
            out.micro[k] = old.micro[i]
            out.received_at[k] = old.received_at[i]
            out.event_id[k] = old.event_id[i]
            out.amount[k] = old.amount[i]
            out.subject[k] = old.subject[i]
            out.line[k] = old.line[i]
            i += 1


def merge(old: Rows, words: Table) -> Rows:
    """Sorted columns and unsorted words as one, sorted. Building anew is merging into nothing."""
    out = blank(len(old.key) + len(words))
    _merge(readonly(old), words, sort_words(words), out)
    return out


def readonly(rows: Rows) -> Rows:
    """The same columns, not writable: one compiled version then serves both mapped and fresh ones."""
    for column in rows:
        column.flags.writeable = False
    return rows


@kernel
def _boundaries(key: Words, offsets: NDArray[np.int64]) -> int:
    found = 0
    for i in range(len(key)):
        if i == 0 or key[i] != key[i - 1]:
            offsets[found] = i
            found += 1
    offsets[found] = len(key)
    return found


def customers_of(key: Words) -> tuple[Words, NDArray[np.int64]]:
    """Distinct keys of a sorted key column and the offsets of their rows (one more than keys)."""
    offsets = np.empty(len(key) + 1, np.int64)
    found = _boundaries(key, offsets)
    offsets = offsets[: found + 1].copy()
    return key[offsets[:-1]], offsets


def rewords(rows: Rows, keys: Words) -> Table:
    """Journal columns back as words under other customer keys: rows that move to another customer."""
    words = np.empty((len(rows.key), WIDTH), np.uint64)
    halves: Any = [column.astype(np.int64).view(np.uint64) & np.uint64(0xFFFF) for column in (rows.event, rows.about)]
    halves += [column.view(np.uint16).astype(np.uint64) for column in (rows.rating, rows.expectation)]
    words[:, 0] = keys
    words[:, 1] = (rows.occurred_at * _MICRO + rows.micro).view(np.uint64)
    words[:, 2] = rows.received_at.view(np.uint64)
    words[:, 3] = rows.event_id.view(np.uint64)
    words[:, 4] = rows.amount.view(np.uint64)
    words[:, 5] = sum(half << np.uint64(16 * place) for place, half in enumerate(halves))
    words[:, 6] = rows.channel | rows.line.astype(np.uint64) << np.uint64(8)
    words[:, 7] = rows.subject
    return words
