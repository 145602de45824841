"""Addresses are shown without what nobody may read over a shoulder, whatever is wrong with them."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from wend.store.address import without_secrets

SECRET = "hunter2"
words = st.text("abc?/@:[]%&=#", max_size=8)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("", ""),
        ("postgresql://wend:hunter2@db/wend", "postgresql://wend@db/wend"),
        ("postgresql://db:5433,other/wend", "postgresql://db:5433,other/wend"),
        ("postgresql:///wend?host=/run/pg&password=hunter2", "postgresql:///wend?host=/run/pg"),
        (SECRET, "…"),
    ],
)
def test_an_address_is_shown_without_its_password(address: str, shown: str) -> None:
    assert without_secrets(address) == shown


@given(words, words, words)
def test_no_odd_password_or_host_gives_it_away(before: str, after: str, rest: str) -> None:
    assert SECRET not in without_secrets(f"postgresql://wend:{before}{SECRET}{after}@db/{rest.replace('@', '')}")
