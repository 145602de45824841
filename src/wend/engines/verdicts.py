"""Which values of a property pass a test, for all of them at once: what `conditions.values.passes` says of each.

A property may have millions of different values, and most tests are of a few of them. Arrow finds those that could
make a difference, and only they are looked at one by one.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.conditions import values
from wend.conditions.tree import Test

Mask = NDArray[np.bool_]
_ANY_VALUE = "·"
_PRINTED = "[!-~]"


def verdicts(test: Test, texts: pa.StringArray) -> Mask:
    """Whether each of these texts passes, and at the end whether no value does."""
    near, rest = _near(test, texts)
    found = np.full(len(texts) + 1, rest, np.bool_)
    found[-1] = values.passes(test, None)
    places = np.arange(len(texts)) if near is None else np.flatnonzero(near)
    found[places] = [values.passes(test, text) for text in texts.take(pa.array(places)).to_pylist()]
    return found


def _near(test: Test, texts: pa.StringArray) -> tuple[Mask | None, bool]:
    """Those that have to be looked at (None = all of them), and what is true of all others."""
    if test.operator in ("present", "absent"):
        return ~_bools(pc.match_substring_regex(texts, _PRINTED)), values.passes(test, _ANY_VALUE)
    wanted = [values.given(each) for each in test.values if isinstance(each, str)]
    if test.loosely or not wanted or len(wanted) < len(test.values) or None in wanted:
        return None, False
    seen = pc.utf8_normalize(texts, form="NFC")
    near = [_bools(pc.match_substring(seen, each)) for each in wanted]
    return np.logical_or.reduce(near), values.passes(test, None)


def _bools(found: pa.BooleanArray) -> Mask:
    return np.asarray(pc.fill_null(found, False).to_numpy(zero_copy_only=False), np.bool_)
