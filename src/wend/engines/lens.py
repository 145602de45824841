"""A lens reads events as touchpoints: it gives every event the code of the first touchpoint whose rule fits, or
NOT_COVERED.

Rules over names and channels are one table, looked up for a whole bucket at once. A rule with tests adds a mask per
bucket. Codes are places in the list of touchpoints, so "the first that fits" is the smallest code, and masks
can be applied in any order.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from wend.domain.touchpoint import EventRule, Touchpoint
from wend.engines.source import Bucket, Words
from wend.folds.contract import NOT_COVERED
from wend.folds.lapses import Hung, Lapses

T = TypeVar("T")
Mask = NDArray[np.bool_]
MaskOf = Callable[[Mapping[str, Any], Bucket, int], Mask]
"""For the document of a test, a bucket and its number: which of the bucket's events pass."""
CodesOf = Callable[[Bucket, int], NDArray[np.uint16]]
"""For a bucket and its number: a code of every event."""
ValuesOf = Callable[[Bucket, int], NDArray[np.int64]]
"""For a bucket and its number: a value of every event."""
LapsesOf = Callable[[Bucket, int], Lapses]
"""For a bucket and its number: what time alone changes between events."""
HungOf = Callable[[Bucket, int], Hung | None]
"""The same as columns of a fold; None where nothing changes."""


@dataclass(frozen=True, slots=True, eq=False)
class Tested:
    """A rule with tests: where its names and channels fit, `mask(bucket, number)` decides."""

    code: int
    fits: Mask
    mask: Callable[[Bucket, int], Mask]


@dataclass(frozen=True, slots=True, eq=False)
class Lens:
    """`names[code]` are touchpoint keys; `version` changes whenever the rules or the words do; `table[event, channel]`
    and `about[event]` give codes. A question that reads events in a way of its own has `steps` in their place; `marks`
    in the place of what events are about and `amounts` in the place of money, which belong to one question and to no
    version. `stood` is where stages that are conditions stand customers after each event, and `lapses` where time alone
    leads them between events; `lapsed` is what a fold is given of it, or of the marks that a question looks for.
    """

    version: str
    names: tuple[str, ...]
    table: NDArray[np.uint16]
    about: NDArray[np.uint16]
    tested: tuple[Tested, ...] = ()
    recode: NDArray[np.uint16] | None = None
    steps: CodesOf | None = None
    marks: CodesOf | None = None
    amounts: ValuesOf | None = None
    stood: CodesOf | None = None
    lapses: LapsesOf | None = None
    lapsed: HungOf | None = None

    def read(self, bucket: Bucket, number: int) -> NDArray[np.uint16]:
        """The touchpoint code of every event of a bucket."""
        if self.steps is not None:
            return self.steps(bucket, number)
        codes: NDArray[np.uint16] = self.table[bucket.event, bucket.channel]
        for rule in self.tested:
            fits = rule.fits[bucket.event, bucket.channel] & rule.mask(bucket, number)
            codes = np.minimum(codes, np.where(fits, np.uint16(rule.code), np.uint16(NOT_COVERED)))
        return codes if self.recode is None else self.recode[codes]

    def may_read_as(self, wanted: NDArray[np.uint8]) -> NDArray[np.int64] | None:
        """Events that can be read as a wanted code (`wanted[code]` 1); None where events alone do not tell."""
        if self.steps is not None:
            return None
        given = self.table if self.recode is None else self.recode[self.table]
        may: Mask = np.any(wanted[given], axis=1)
        for rule in self.tested:
            code = rule.code if self.recode is None else self.recode[rule.code]
            may = np.logical_or(may, np.any(rule.fits, axis=1) & bool(wanted[code]))
        return np.flatnonzero(may)

    def read_about(self, bucket: Bucket) -> NDArray[np.uint16]:
        """The touchpoint that each rating speaks about: the first one that its event name can belong to, on whatever
        channel.
        """
        known = np.append(self.about, np.uint16(NOT_COVERED))
        codes: NDArray[np.uint16] = known[np.minimum(bucket.about, len(self.about))]
        return codes if self.recode is None else self.recode[codes]

    def without_standing(self) -> Lens:
        """The same lens where no stages are told."""
        return replace(self, stood=None, lapses=None, lapsed=None)

    def standing_as(self, other: Lens) -> Lens:
        """The same lens with where customers stand by another one that covers the same events."""
        return replace(self, stood=other.stood, lapses=other.lapses, lapsed=other.lapsed)

    def narrowed(self, *codes: int) -> Lens:
        """The same lens with these codes as 0, 1 …, and all others together as the next one: a small space for a close
        look.
        """
        recode = np.full(NOT_COVERED + 1, len(codes), np.uint16)
        recode[NOT_COVERED] = NOT_COVERED
        for place, code in enumerate(codes):
            recode[code] = place
        names = (*(self.names[code] for code in codes), "")
        return replace(self, version=f"{self.version} {codes}", names=names, recode=recode)


def every_event(words: Words) -> Lens:
    """The lens that reads every event as itself, for narrowing."""
    codes = np.arange(len(words.events), dtype=np.uint16)
    table = np.repeat(codes[:, None], len(words.channels) + 1, axis=1)
    return Lens("events", tuple(words.events), table, codes)


def lens_of(touchpoints: Sequence[Touchpoint], words: Words, version: str, mask_of: MaskOf | None = None) -> Lens:
    """The lens of a registry in the codes of `words`. `mask_of` answers tests; without it, rules that have some fit
    nothing.
    """
    table = np.full((len(words.events) + 1, len(words.channels) + 1), NOT_COVERED, np.uint16)
    about = np.full(len(words.events), NOT_COVERED, np.uint16)
    tested: list[Tested] = []
    for code, touchpoint in enumerate(touchpoints):
        fits = _fits(touchpoint.rule, words)
        about = np.where(fits[:-1].any(axis=1), np.minimum(about, np.uint16(code)), about)
        if not touchpoint.rule.where:
            table = np.where(fits, np.minimum(table, np.uint16(code)), table)
        elif mask_of is not None:
            tested.append(Tested(code, fits, _all_of(touchpoint.rule.where, mask_of)))
    return Lens(version, tuple(t.key for t in touchpoints), table, about, tuple(tested))


def _fits(rule: EventRule, words: Words) -> Mask:
    """Which (event, channel) pairs the rule's names and channels admit; one spare row and column keep empty
    vocabularies simple.
    """
    events = np.isin(np.array([*words.events, ""], dtype=object), np.array(rule.events, dtype=object))
    channels = np.array([not rule.channels or c in rule.channels for c in (*words.channels, "")])
    events[-1] = channels[-1] = False
    fits: Mask = events[:, None] & channels[None, :]
    return fits


def _all_of(tests: Sequence[Mapping[str, Any]], mask_of: MaskOf) -> Callable[[Bucket, int], Mask]:
    def mask(bucket: Bucket, number: int) -> Mask:
        passed: Mask = np.logical_and.reduce([mask_of(test, bucket, number) for test in tests])
        return passed

    return mask


def once_each(make: Callable[[Bucket, int], T]) -> Callable[[Bucket, int], T]:
    """What is made for a bucket is kept as long as this is; two threads make two buckets."""
    kept: dict[int, T] = {}
    turns: dict[int, threading.Lock] = {}
    lock = threading.Lock()

    def made(bucket: Bucket, number: int) -> T:
        with lock:
            turn = turns.setdefault(number, threading.Lock())
        with turn:
            if number not in kept:
                kept[number] = make(bucket, number)
            return kept[number]

    return made
