"""Property tests of rules, answered for all events of a bucket at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.domain.touchpoint import PropertyTest
from wend.engines.lens import MaskOf
from wend.log.facade import Property

Mask = NDArray[np.bool_]


def masks(property_of: Callable[[str], Property]) -> MaskOf:
    """Which events of a bucket pass a test; `property_of` gives a property lined up with the journal, once each."""
    known: dict[str, Property] = {}
    verdicts: dict[PropertyTest, Mask] = {}

    def mask_of(test: PropertyTest, bucket: int) -> Mask:
        if test.property not in known:
            known[test.property] = property_of(test.property)
        found = known[test.property]
        if test not in verdicts:
            verdicts[test] = np.append(passing(test, found.values), _without(test))
        return verdicts[test][found.codes[bucket]]  # a missing property has code −1: the verdict at the end

    return mask_of


def passing(test: PropertyTest, values: pa.StringArray) -> Mask:
    """Which of these values pass. Numbers are compared for at_least and at_most; what is no number does not pass."""
    match test.operator:
        case "present":
            return np.ones(len(values), np.bool_)
        case "absent":
            return np.zeros(len(values), np.bool_)
        case "is":
            return _bools(pc.equal(values, test.value))
        case "is_not":
            return _bools(pc.not_equal(values, test.value))
        case "contains":
            return _bools(pc.match_substring(values, test.value, ignore_case=True))
    numbers, limit = np.array([_number(value) for value in values.to_pylist()], np.float64), _number(test.value)
    return np.asarray(numbers >= limit if test.operator == "at_least" else numbers <= limit, np.bool_)


def _without(test: PropertyTest) -> bool:
    """Whether an event that has no such property passes."""
    return test.operator in ("absent", "is_not")


def _bools(found: pa.BooleanArray) -> Mask:
    return np.asarray(pc.fill_null(found, False).to_numpy(zero_copy_only=False), np.bool_)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("nan")
