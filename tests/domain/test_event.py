"""Feelings on one scale, identifiers in one spelling."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from wend.domain.event import SCALES, Identifier, Scale, feeling, scale_bounds


@pytest.mark.parametrize("scale", SCALES)
def test_every_scale_runs_from_very_negative_to_very_positive(scale: Scale) -> None:
    low, high = scale_bounds(scale)
    assert (feeling(low, scale), feeling((low + high) / 2, scale), feeling(high, scale)) == (-200, 0, 200)


@given(st.sampled_from(SCALES), st.floats(0, 1), st.floats(0, 1))
def test_a_better_answer_is_never_a_worse_feeling(scale: Scale, a: float, b: float) -> None:
    low, high = scale_bounds(scale)
    worse, better = sorted(low + share * (high - low) for share in (a, b))
    assert feeling(worse, scale) <= feeling(better, scale)


def test_published_conversions() -> None:
    assert feeling(4, "csat5") == 100  # CSAT − 3
    assert feeling(7, "ces7") == 200  # (CES − 4) · ⅔
    assert feeling(9, "nps") == 160  # (LTR − 5) / 2.5


def test_identifiers_read_what_they_write() -> None:
    assert Identifier.parse(str(Identifier("phone", "+84901234567"))) == Identifier("phone", "+84901234567")
    with pytest.raises(ValueError, match="fax"):
        Identifier.parse("fax:1")
