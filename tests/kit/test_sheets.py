"""What a table program may not take for a formula."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from wend.kit.sheets import plain, written


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A1", "+A1", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1"])
def test_a_formula_is_written_as_text(text: str) -> None:
    assert plain(text) == f"'{text}"


@pytest.mark.parametrize("text", ["+84903718264", "+84 903 718 264", "-12,5", "-", "", "Lan", "a=b"])
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


@given(st.text(st.sampled_from("'=+-@\t\n1a "), max_size=6))
def test_what_is_written_is_read_as_it_was(text: str) -> None:
    assert written(plain(text)) == text
