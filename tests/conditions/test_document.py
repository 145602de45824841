"""A condition is one document and one only: it comes back as it was written, and the schema describes it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tests.conditions import worlds
from wend.conditions import document, errors
from wend.conditions.schema import schema

ROOT = Path(__file__).parents[2]
CONDITIONS = st.integers(0, 10**9).map(lambda seed: worlds.condition(Random(seed)))


@cache
def validator() -> Any:
    """What judges documents by the schema; made once, after the schema itself was judged."""
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


@given(CONDITIONS)
def test_what_is_written_comes_back(condition: Any) -> None:
    written = document.written(condition)
    assert document.parse(written) == condition
    assert document.written(document.parse(written)) == written


@given(CONDITIONS)
def test_the_schema_admits_what_is_written(condition: Any) -> None:
    assert validator().is_valid(document.to_json(condition))


def test_the_published_schema_is_the_one_that_is_made() -> None:
    published = json.loads((ROOT / "docs" / "condition.schema.json").read_text(encoding="utf-8"))
    assert published == schema()


@pytest.mark.parametrize(
    ("leaf", "error"),
    [
        ({"dit": {"event": "a"}}, errors.UnknownKey),
        ({"did": {"event": "a", "time": {"at_least": 1}}}, errors.UnknownKey),
        ({"did": {"event": "a", "in": {"last": "soon"}}}, errors.Unreadable),
        ({"did": {"event": "a", "times": {"at_least": 3, "at_most": 2}}}, errors.Unreadable),
        ({"did": {"event": "a", "touchpoint": "b"}}, errors.Unreadable),
        ({"did": {}}, errors.Unreadable),
        ({"in_order": {"steps": [{"event": "a"}]}}, errors.Unreadable),
        ({"sum": {"event": "a", "property": "p", "at_least": 0.0001}}, errors.Unreadable),
        ({"trait": {"trait": "city"}}, errors.Unreadable),
        ({"did": {"event": "a", "where": [{"trait": "city", "is": "Huế"}]}}, errors.UnknownKey),
        ({"did": {"event": "a", "set": "b"}}, errors.Unreadable),
        ({"identifier": {"is": "fax"}}, errors.Unreadable),
        ({"answer": {"scale": "nps"}}, errors.Unreadable),
        ({"all": []}, errors.Unreadable),
        ({"did": {"event": "a"}, "did_not": {"event": "b"}}, errors.Unreadable),
    ],
)
def test_what_makes_no_sense_is_refused_by_reader_and_schema(leaf: Any, error: type[Exception]) -> None:
    written = {"version": 1, "condition": leaf}
    with pytest.raises(error):
        document.from_json(written)
    limits_only = error is errors.Unreadable and ("times" in str(leaf) or "0.0001" in str(leaf))
    assert limits_only or not validator().is_valid(written)


def test_a_key_that_comes_twice_is_no_document() -> None:
    with pytest.raises(errors.Unreadable):
        document.parse('{"version": 1, "condition": {"did": {"event": "a", "event": "b"}}}')


@pytest.mark.parametrize("version", [0, 2, "1", True, None])
def test_only_the_version_that_is_known_is_read(version: Any) -> None:
    with pytest.raises(errors.OtherVersion):
        document.from_json({"version": version, "condition": {"did": {"event": "a"}}})


def test_groups_end_before_people_lose_their_way() -> None:
    leaf: Any = {"did": {"event": "a"}}
    for _ in range(document.MOST_LEVELS):
        leaf = {"all": [leaf]}
    with pytest.raises(errors.TooDeep):
        document.from_json({"version": 1, "condition": leaf})
