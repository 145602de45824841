"""Property tests of rules, answered for all events of a bucket at once, in the one meaning that conditions have."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from wend.conditions import values
from wend.conditions.tree import Number, Test, Value
from wend.domain.touchpoint import OF_NUMBERS, PropertyTest
from wend.engines.lens import MaskOf
from wend.engines.verdicts import verdicts
from wend.log.facade import Property

Mask = NDArray[np.bool_]


def masks(property_of: Callable[[str], Property]) -> MaskOf:
    """Which events of a bucket pass a test; `property_of` gives a property lined up with the journal, once each."""
    known: dict[str, Property] = {}
    passing: dict[PropertyTest, Mask] = {}

    def mask_of(test: PropertyTest, bucket: int) -> Mask:
        if test.property not in known:
            known[test.property] = property_of(test.property)
        found = known[test.property]
        if test not in passing:
            passing[test] = _passing(test, found)
        return passing[test][found.codes[bucket]]  # a missing property has code −1: the verdict at the end

    return mask_of


def meaning_of(test: PropertyTest) -> Test | None:
    """The test as conditions know it; None for a limit that is no number, which nothing passes.

    >>> meaning_of(PropertyTest("total", "at_least", "2.5")).values
    (Number(thousandths=2500),)
    """
    said: tuple[Value, ...] = ()
    if test.operator not in ("present", "absent"):
        limit = values.number(test.value) if test.operator in OF_NUMBERS else None
        if test.operator in OF_NUMBERS and limit is None:
            return None
        said = (test.value if limit is None else Number(limit),)
    return Test("property", test.property, test.operator, said, bool(test.loosely))


def _passing(test: PropertyTest, found: Property) -> Mask:
    meant = meaning_of(test)
    return np.zeros(len(found.values) + 1, np.bool_) if meant is None else verdicts(meant, found.values)
