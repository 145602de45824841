"""Parameters as text are read to what they were."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tests.questions.test_asking import SAMPLE
from wend.questions import parsing
from wend.questions.errors import BadSteps
from wend.questions.specs import question as question_of
from wend.questions.writing import written

NAMES = st.text(st.sampled_from("ab đ>|;=[],."), min_size=1, max_size=8).filter(
    lambda name: name.strip() and name.count("[") == name.count("]") == 0
)
CONDITIONS = st.sampled_from(["", "[amount>=5]", '[city="Huế"]', "[a=b|c]"])
STEP = st.builds(lambda name, condition: name + condition, NAMES, CONDITIONS)
STEPS = st.lists(st.lists(STEP, min_size=1, max_size=3), min_size=1, max_size=4)


def law(question: str, **params: Any) -> None:
    read, told = written(question, params)
    again = parsing.parameters(question_of(question), told)
    assert json.dumps(again) == json.dumps(read)
    assert set(told) <= set(params)


@given(STEPS)
def test_steps_are_read_again(steps: list[list[str]]) -> None:
    law("funnel", steps=steps)


@given(
    st.lists(NAMES, min_size=1, max_size=3),
    st.dictionaries(NAMES.map(str.strip), st.lists(NAMES, min_size=1), max_size=3),
)
def test_names_and_groups_are_read_again(hide: list[str], merge: dict[str, list[str]]) -> None:
    law("paths", hide=hide, merge=merge or None, collapse=True, length=3)


@pytest.mark.parametrize("question", SAMPLE)
def test_every_sample_is_read_again(question: str) -> None:
    law(question, **SAMPLE[question])


@pytest.mark.parametrize(
    "given_params",
    [
        {"brackets": ["0", "1-3"], "every": "24h"},
        {"brackets": "0,1-3", "as_of": "1970-01-01", "stage_set": "short"},
        {"return": ["a", "b"], "every": "week", "as_of": 1_700_000_000},
        {"return_": "a | b"},
    ],
)
def test_retention_is_read_again(given_params: dict[str, Any]) -> None:
    read, told = written("retention", given_params)
    assert json.dumps(parsing.parameters(question_of("retention"), told)) == json.dumps(read)


def test_periods_and_fields_are_read_again() -> None:
    law("funnel", steps="a", against="1970-01-01..1970-01-02")
    law("anomalies", by=["platform", "province"], within="90m")


def test_a_name_with_a_quote_cannot_be_said() -> None:
    with pytest.raises(BadSteps):
        written("funnel", {"steps": ['5" screen']})
