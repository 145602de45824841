"""Corrections for many comparisons: textbook figures, and the promise about false discoveries."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, strategies as st

from wend.methods.correction import benjamini_hochberg, holm
from wend.methods.intervals import normal_tails

# Benjamini & Hochberg (1995), section 3.2: fifteen p values of a trial of thrombolysis.
TRIAL = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
         0.7590, 1.0]  # fmt: skip


def test_the_published_trial_keeps_four_claims() -> None:
    assert (benjamini_hochberg(np.array(TRIAL)) <= 0.05).sum() == 4
    assert (holm(np.array(TRIAL)) <= 0.05).sum() == 3


@given(p=st.lists(st.floats(0, 1), max_size=20))
def test_adjusting_keeps_the_order_and_never_helps(p: list[float]) -> None:
    given_ = np.array(p)
    adjusted = benjamini_hochberg(given_)
    assert ((adjusted >= given_ - 1e-12) & (adjusted <= 1)).all()
    assert (np.diff(adjusted[np.argsort(given_, kind="stable")]) >= 0).all()
    assert (adjusted <= holm(given_) + 1e-12).all()


def test_at_most_a_tenth_of_the_claims_are_false() -> None:
    drawn, false = np.random.default_rng(1), []
    for _ in range(300):
        real = np.arange(50) < 10
        p = np.array([normal_tails(z) for z in drawn.normal(np.where(real, 3.0, 0.0))])
        said = benjamini_hochberg(p) <= 0.10
        false.append((said & ~real).sum() / max(said.sum(), 1))
    assert np.mean(false) == pytest.approx(0.08, abs=0.02)  # 0.10 × 40 of 50 that are nothing
