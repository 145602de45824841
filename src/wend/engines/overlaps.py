"""Events that no touchpoint's rule fits, and those that several do: what the first one took from the others.

Asked of the rows of the journal themselves: a lens keeps only the touchpoint that won.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.domain.selection import Selection
from wend.domain.touchpoint import EventRule, Touchpoint
from wend.engines.lens import Lens, Mask
from wend.engines.machine import Machine, Members
from wend.engines.pieces import Room
from wend.engines.source import Bucket, Words
from wend.folds.contract import NOT_COVERED

_READS = frozenset({"step", "channel", "occurred_at"})


class Counted(NamedTuple):
    """`open[event, channel]` events that nothing covers, `twice[a, b]` those that the rule of `a` fits and `b` took."""

    open: NDArray[np.int64]
    twice: NDArray[np.int64]


class Moved(NamedTuple):
    """By pairs of touchpoints, `[a, b]`: `events` that one lens gives to `a` and another to `b`, whose `customers` they
    are, and how many customers have any that is moved.
    """

    events: NDArray[np.int64]
    customers: NDArray[np.int64]
    whoever: int


class Rows(NamedTuple):
    """Some whole customers of a bucket: the rows of `part` that the selection holds are true in `mine`."""

    bucket: Bucket
    number: int
    first: int
    offsets: NDArray[np.int64]
    part: slice
    mine: Mask
    codes: NDArray[np.uint16]


def counted(machine: Machine, lens: Lens, touchpoints: Sequence[Touchpoint], selection: Selection) -> Counted:
    """How often each happens."""
    words, many = machine.journal.words, len(touchpoints)
    events, channels = max(1, len(words.events)), max(1, len(words.channels))
    pairs = np.zeros(events * channels * (many + 1), np.int64)
    twice = np.zeros((many, many), np.int64)
    for rows in _rows(machine, lens, selection):
        event, channel, codes = _of(rows, rows.mine)
        place = (event.astype(np.int64) * channels + channel) * (many + 1) + np.minimum(codes, many)
        pairs += np.bincount(place, minlength=len(pairs))
        for tested in lens.tested:
            took = codes[tested.fits[event, channel] & tested.mask(rows.bucket, rows.number)[rows.part][rows.mine]]
            twice[tested.code] += np.bincount(took, minlength=many)[:many]
    table = pairs.reshape(events, channels, many + 1)
    with_tests = {tested.code for tested in lens.tested}
    for code, touchpoint in enumerate(touchpoints):
        if code not in with_tests and not touchpoint.rule.where:
            twice[code] += table[fitting(touchpoint.rule, words)].sum(axis=0)[:many]
    np.fill_diagonal(twice, 0)
    return Counted(table[:, :, many], twice)


def moved(machine: Machine, before: Lens, after: Lens, codes: NDArray[np.int64], selection: Selection) -> Moved:
    """What moves between two lenses that cover the same events; `codes` are those of `before`, by those of `after`."""
    many = len(codes)
    events, customers, whoever = np.zeros(many * many, np.int64), np.zeros(many * many, np.int64), 0
    for was, now in zip(_rows(machine, before, selection), _rows(machine, after, selection), strict=True):
        covered = np.flatnonzero(was.mine & (was.codes != NOT_COVERED))
        old, new = was.codes[covered].astype(np.int64), codes[now.codes[covered]]
        [at] = np.nonzero(old != new)
        pairs, rows = old[at] * many + new[at], covered[at]
        whose = np.searchsorted(was.offsets, rows, side="right") - 1
        events += np.bincount(pairs, minlength=many * many)
        customers += np.bincount(np.unique(whose * many * many + pairs) % (many * many), minlength=many * many)
        whoever += len(np.unique(whose))
    return Moved(events.reshape(many, many), customers.reshape(many, many), whoever)


def uncovered(machine: Machine, lens: Lens, selection: Selection, event: int, channel: int) -> Members:
    """Who did an event over a channel that nothing covers."""

    def fits(rows: Rows) -> Mask:
        here = (rows.bucket.event[rows.part] == event) & (rows.bucket.channel[rows.part] == channel)
        return np.asarray(here & (rows.codes == NOT_COVERED), np.bool_)

    return _who(machine, lens, selection, fits)


def covered_twice(
    machine: Machine, lens: Lens, touchpoints: Sequence[Touchpoint], selection: Selection, also: int, taken_by: int
) -> Members:
    """Who did what the rule of `also` fits and `taken_by` took."""
    tested = next((each for each in lens.tested if each.code == also), None)
    table = fitting(touchpoints[also].rule, machine.journal.words)

    def fits(rows: Rows) -> Mask:
        here = table[rows.bucket.event[rows.part], rows.bucket.channel[rows.part]] & (rows.codes == taken_by)
        return np.asarray(here if tested is None else here & tested.mask(rows.bucket, rows.number)[rows.part], np.bool_)

    return _who(machine, lens, selection, fits)


def fitting(rule: EventRule, words: Words) -> Mask:
    """Which (event, channel) pairs the names and channels of a rule admit."""
    events = np.array([name in rule.events for name in words.events] or [False])
    channels = np.array([not rule.channels or name in rule.channels for name in words.channels] or [False])
    return np.asarray(events[:, None] & channels[None, :], np.bool_)


def _of(rows: Rows, mine: Mask) -> tuple[NDArray[np.uint16], NDArray[np.uint8], NDArray[np.uint16]]:
    event, channel = (np.asarray(column[rows.part])[mine] for column in (rows.bucket.event, rows.bucket.channel))
    return event, channel, rows.codes[mine]


def _who(machine: Machine, lens: Lens, selection: Selection, fits: Callable[[Rows], Mask]) -> Members:
    masks = tuple(np.zeros(len(bucket.offsets) - 1, np.bool_) for bucket in machine.journal.buckets)
    for rows in _rows(machine, lens, selection):
        hit = np.flatnonzero(fits(rows) & rows.mine)
        masks[rows.number][rows.first + np.searchsorted(rows.offsets, hit, side="right") - 1] = True
    return Members(masks, machine.journal)


def _rows(machine: Machine, lens: Lens, selection: Selection) -> Iterator[Rows]:
    room = Room()
    for piece in machine.chosen_pieces(selection, lens, _READS):
        columns, chosen = piece.columns(room), piece.chosen
        mine = np.ones(piece.events, np.bool_)
        if chosen is not None:
            at = columns.occurred_at
            mine = np.repeat(chosen.customers, np.diff(piece.offsets)) & chosen.channels[columns.channel]
            mine &= (at >= chosen.from_at) & (at < chosen.to_at)
        bucket = machine.journal.buckets[piece.bucket]
        yield Rows(bucket, piece.bucket, piece.first, piece.offsets, piece.rows, mine, columns.step)
