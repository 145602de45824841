"""The strict reader: it agrees with a plain reader on good documents, and never recurses into bad ones."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

from wend.kit.strictjson import PRUNED, Exact, NotStrict, Twice, decoded, outside_texts, parse, pruned, too_deep

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=4), inside, max_size=3),
)


def depth(value: Any) -> int:
    """How many brackets stand inside one another."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if parts is None else 1 + max((depth(part) for part in parts), default=0)


@given(VALUES, st.booleans())
def test_a_good_document_is_read_as_any_reader_reads_it(value: Any, ascii_only: bool) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only)
    assert parse(decoded(text.encode("utf-8", "surrogatepass"))).value == json.loads(text)


@given(VALUES, st.integers(0, 6))
def test_depth_is_told_without_reading(value: Any, most: int) -> None:
    body = json.dumps(value).encode()
    assert too_deep(outside_texts(body), most) == (depth(value) > most)


@given(VALUES, st.integers(1, 4))
def test_pruning_cuts_what_lies_deeper_and_nothing_else(value: Any, most: int) -> None:
    def cut(part: Any, level: int) -> Any:
        if isinstance(part, dict | list) and level == most:
            return PRUNED
        if isinstance(part, dict):
            return {key: cut(inside, level + 1) for key, inside in part.items()}
        return [cut(inside, level + 1) for inside in part] if isinstance(part, list) else part

    assert parse(pruned(json.dumps(value), most), cut=True).value == cut(value, 0)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("NaN", "invalid_json"),
        ("-Infinity", "invalid_json"),
        ("1e999", "invalid_json"),
        ("{} {}", "invalid_json"),
        ("9" * 5_000, "number_too_long"),
        ("0." + "9" * 5_000, "number_too_long"),
        ("{'a': 1}", "invalid_json"),
    ],
)
def test_what_is_no_strict_json_is_refused(text: str, reason: str) -> None:
    with pytest.raises(NotStrict) as refused:
        parse(text)
    assert refused.value.reason == reason


def test_a_fault_is_found_by_its_byte() -> None:
    with pytest.raises(NotStrict) as refused:
        parse('{"tên": ?}')
    assert refused.value.at == len('{"tên": '.encode())


@pytest.mark.parametrize("body", ['{"a": 1}'.encode("utf-16"), '{"a": 1}'.encode("utf-16-le"), b'{"a": "\xff"}'])
def test_other_encodings_are_refused_by_name(body: bytes) -> None:
    with pytest.raises(NotStrict, match="invalid_encoding"):
        decoded(body)


def test_a_mark_before_utf_8_is_dropped() -> None:
    assert decoded(b"\xef\xbb\xbf{}") == "{}"


def test_what_is_odd_is_marked() -> None:
    found = parse('{"a": 1, "a": 2, "b": 9223372036854775808, "c": 9223372036854775807}')
    assert (type(found.value), found.value["a"], found.twice) == (Twice, 2, True)
    assert found.value["b"] == Exact("9223372036854775808")
    assert found.exact
    assert found.value["c"] == 2**63 - 1


def test_a_hundred_thousand_brackets_are_counted_and_not_followed() -> None:
    body = b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    assert too_deep(outside_texts(body))
    assert parse(pruned(body.decode(), 32), cut=True).value["a"]
