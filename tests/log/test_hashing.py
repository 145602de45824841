"""Keys are XXH64, they do not depend on how Arrow lays a column out, and nearly equal rows differ."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, strategies as st

from wend.log.hashing import content_keys, message_ids, numbered, text_key, text_keys


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("", 0xEF46DB3751D8E999),
        ("a", 0xD24EC4F1A98C6E5B),
        ("abc", 0x44BC2CF5AD770999),
        ("Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1),
    ],
)
def test_texts_have_their_published_hash(text: str, published: int) -> None:
    assert text_key(text) == published


@given(st.lists(st.none() | st.text(max_size=80), min_size=1), st.integers(0, 5))
def test_keys_do_not_depend_on_the_layout(texts: list[str | None], skip: int) -> None:
    plain = pa.array(texts, pa.string())
    expected = text_keys(plain).tolist()
    assert text_keys(plain.dictionary_encode()).tolist() == expected
    assert text_keys(plain.cast(pa.large_string())).tolist() == expected
    assert text_keys(plain.slice(min(skip, len(texts)))).tolist() == expected[skip:]


def test_a_missing_text_is_no_empty_text() -> None:
    missing, empty = text_keys(pa.array([None, ""], pa.string()))
    assert missing != empty


def test_the_same_words_in_other_columns_are_another_row() -> None:
    a, b = pa.array(["x", "y"]), pa.array(["y", "x"])
    keys = content_keys([a, b])
    assert keys[0] != keys[1]


def test_occurrences_of_one_content_have_ids_of_their_own() -> None:
    ids = numbered(np.full(1000, 7, np.uint64), np.arange(1000))
    assert len(set(ids.tolist())) == 1000


def test_message_ids_are_per_kind_of_source_and_missing_ones_stay_missing() -> None:
    given = pa.array(["m1", None, "m1"])
    web, app = message_ids("segment", given).to_pylist(), message_ids("ga4", given).to_pylist()
    assert web[0] == web[2] != app[0]
    assert web[1] is None


def test_ids_never_change() -> None:
    keys = content_keys([pa.array(["customer:17"]), pa.array([1_760_000_000_000_000]), pa.array([None], pa.int64())])
    assert numbered(keys, np.zeros(1, np.int64)).tolist() == [PINNED]


PINNED = -8645228868048229018
"""Recorded on the day the format was fixed: a change would make every later import repeat every event."""
