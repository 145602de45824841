"""Computed traits answered: the same fold over one person's events live, and over everybody's in the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.customers.model_computed import ComputedTrait, Measure
from wend.customers.model_profile import ComputedValue
from wend.engines.column import Rows, column
from wend.engines.source import Bucket
from wend.folds import computed
from wend.folds.contract import NOT_COVERED
from wend.log.facade import Property
from wend.touchpoints.facade import View

PropertyOf = Callable[[str], Property]
Decode = Callable[[int, int], int | float | str | None]
"""Numerator and denominator as what people read."""
_MEASURES: dict[Measure, int] = {
    "count": computed.COUNT,
    "sum": computed.SUM,
    "average": computed.AVERAGE,
    "first": computed.FIRST,
    "last": computed.LAST,
    "most_frequent": computed.MOST,
    "days_since": computed.SINCE,
}
_NUMBERS = frozenset({"sum", "average"})
_THOUSANDTHS = 1_000
_NO_RATING = -32768
_LARGEST = 2.0**62


@dataclass(frozen=True)
class Asked:
    """A definition read in the codes of one journal."""

    trait: ComputedTrait
    view: View
    property_of: PropertyOf
    as_of: int

    @property
    def is_word(self) -> bool:
        """Whether values are words, coded, and not numbers."""
        if self.trait.of in ("channel", "event", "touchpoint"):
            return True
        return self.trait.of == "property" and self.trait.measure not in _NUMBERS

    @property
    def params(self) -> computed.ComputedParams:
        """The fold's params."""
        return computed.params(_MEASURES[self.trait.measure], self.as_of, self.trait.window_days)

    def rows(self) -> tuple[Rows, ...]:
        """Per bucket one row of [has a value, numerator, denominator, lost] for each customer."""
        return column(self.view.machine, computed.COMPUTED, self.params, self._read)

    def decoded(self, numerator: int, denominator: int) -> int | float | str | None:
        """A customer's value as people read it; None when there is none."""
        measure, of = self.trait.measure, self.trait.of
        if denominator == 0:
            return None
        if measure == "count":
            return numerator
        if measure == "days_since":
            return numerator // computed.DAY
        if self.is_word:
            return self._words()[numerator]
        scale = _THOUSANDTHS if of == "property" else 1
        if measure != "average" and scale == 1:
            return numerator
        exact = numerator / (denominator * scale)
        return int(exact) if exact == int(exact) and measure != "average" else exact

    def _words(self) -> Sequence[str]:
        words = self.view.journal.words
        if self.trait.of == "property":
            return tuple(self.property_of(self.trait.property).values.to_pylist())
        return {"channel": words.channels, "event": words.events, "touchpoint": self.view.names}[self.trait.of]

    def _read(self, number: int) -> tuple[NDArray[np.uint16], NDArray[np.int64]]:
        bucket = self.view.journal.buckets[number]
        seen = self.trait.touchpoints or self.trait.of == "touchpoint"
        touched = self.view.lens.read(bucket, number) if seen else None
        counts = self._counts(bucket, touched)
        step = np.where(counts, np.uint16(0), np.uint16(NOT_COVERED))
        return step.astype(np.uint16), self._values(bucket, number, touched)

    def _counts(self, bucket: Bucket, touched: NDArray[np.uint16] | None) -> NDArray[np.bool_]:
        trait, words = self.trait, self.view.journal.words
        counts = np.ones(len(bucket.event), np.bool_)
        if trait.events or trait.touchpoints:
            counts = _among(trait.events, words.events, np.asarray(bucket.event))
            if touched is not None and trait.touchpoints:
                counts |= _among(trait.touchpoints, self.view.names, touched)
        if trait.channels:
            counts &= _among(trait.channels, words.channels, np.asarray(bucket.channel))
        return counts

    def _values(self, bucket: Bucket, number: int, touched: NDArray[np.uint16] | None) -> NDArray[np.int64]:
        nothing = np.int64(computed.NOTHING)
        match self.trait.of:
            case "amount":
                amount = np.asarray(bucket.amount, np.int64)
                return np.where(amount != 0, amount, nothing)
            case "rating":
                rating = np.asarray(bucket.rating, np.int64)
                return np.where(rating != _NO_RATING, rating, nothing)
            case "channel":
                return np.asarray(bucket.channel, np.int64)
            case "event":
                return np.asarray(bucket.event, np.int64)
            case "touchpoint" if touched is not None:
                return np.where(touched != NOT_COVERED, touched.astype(np.int64), nothing)
            case "property":
                found = self.property_of(self.trait.property)
                coded = np.asarray(found.codes[number], np.int64)
                if self.is_word:
                    return np.where(coded >= 0, coded, nothing)
                return np.append(_thousandths(found.values.to_pylist()), nothing)[coded]  # −1 is the last: nothing
        return np.full(len(bucket.event), nothing, np.int64)


def of_one(
    definitions: Iterable[ComputedTrait], view: View, property_of: PropertyOf, as_of: int
) -> tuple[ComputedValue, ...]:
    """The computed traits of the one customer whom `view` looks at."""
    found = []
    for trait in definitions:
        asked = Asked(trait, view, property_of, as_of)
        [[row]] = asked.rows()
        found.append(ComputedValue(trait.name, trait.title, asked.decoded(int(row[1]), int(row[2]))))
    return tuple(found)


def _among(names: Sequence[str], known: Sequence[str], codes: NDArray[Any]) -> NDArray[np.bool_]:
    """Which codes are of these names; NOT_COVERED is none of them."""
    wanted = [place for place, name in enumerate(known) if name in names]
    return np.isin(codes, np.array(wanted, np.int64))


def _thousandths(values: Sequence[str]) -> NDArray[np.int64]:
    return np.array([_thousandth(value) for value in values], np.int64)


def _thousandth(value: str) -> int:
    try:
        number = float(value)
    except ValueError:
        return computed.NOTHING
    scaled = number * _THOUSANDTHS
    return round(scaled) if abs(scaled) < _LARGEST else computed.NOTHING  # a NaN is not smaller either
