"""Mantel–Haenszel: the admissions to Berkeley in 1973, whose test every textbook of tables gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, strategies as st

from wend.methods.intervals import Z95
from wend.methods.strata import mantel_haenszel

MEN = np.array([825, 560, 325, 417, 191, 373]), np.array([512, 353, 120, 138, 53, 22])
WOMEN = np.array([108, 25, 593, 375, 393, 341]), np.array([89, 17, 202, 131, 94, 24])


def test_the_published_test_of_the_berkeley_admissions() -> None:
    """Bickel, Hammel & O'Connell (1975): by department, men are not preferred; taken together they seem to be."""
    by_department = mantel_haenszel(MEN[1], MEN[0], WOMEN[1], WOMEN[0])
    together = mantel_haenszel(
        *(side[k].sum(keepdims=True) for side, k in ((MEN, 1), (MEN, 0), (WOMEN, 1), (WOMEN, 0)))
    )
    assert by_department is not None
    assert together is not None
    assert by_department.chi_squared == pytest.approx(1.5246, abs=5e-5)
    assert by_department.p == pytest.approx(0.2169, abs=5e-5)
    assert by_department.low < 0 < by_department.high
    assert together.difference > 0.1 > by_department.difference
    assert together.p < 1e-9


@given(st.integers(1, 50), st.integers(1, 50), st.data())
def test_one_stratum_is_the_plain_difference_with_walds_interval(n: int, m: int, data: st.DataObject) -> None:
    a, c = data.draw(st.integers(0, n)), data.draw(st.integers(0, m))
    found = mantel_haenszel(*(np.array([each]) for each in (a, n, c, m)))
    assert found is not None
    p, q = a / n, c / m
    reach = Z95 * (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    assert found.difference == pytest.approx(p - q)
    assert (found.low, found.high) == pytest.approx((max(-1, p - q - reach), min(1, p - q + reach)), abs=1e-6)


def test_strata_with_only_one_kind_prove_nothing() -> None:
    assert mantel_haenszel(*(np.array(each) for each in ([3, 0], [5, 0], [0, 2], [0, 4]))) is None
