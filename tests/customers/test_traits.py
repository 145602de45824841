"""Which value of a trait holds, why, and what else was said."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

from wend.customers.model_profile import TraitRules
from wend.customers.traits import chosen, sayings, traits
from wend.log.facade import LogRow


def said(at: int, value: object, source: str = "web", subject: str = "customer:1", name: str = "city") -> LogRow:
    document = json.dumps({name: value}, ensure_ascii=False)
    return LogRow.of(
        {"event_id": at, "occurred_at": at * 1_000_000, "received_at": 0, "subject": subject, "event": "$identify"}
        | {"channel": "", "source": source, "properties": document}
    )


ROWS = [
    said(1, "Huế", "crm"),
    said(2, "Vinh", "web"),
    said(3, "Đà Nẵng", "app", "email:a@b.vn"),
    said(4, "Vinh", "web"),
]


@pytest.mark.parametrize(
    ("rules", "city"),
    [
        (TraitRules(), "Vinh"),
        (TraitRules("first"), "Huế"),
        (TraitRules("trusted", ("crm", "app")), "Huế"),
        (TraitRules("trusted", ("app", "crm")), "Đà Nẵng"),
        (TraitRules("trusted", ("nobody",)), "Vinh"),
        (TraitRules("first", (), (("city", "newest"),)), "Vinh"),
    ],
)
def test_the_rule_chooses(rules: TraitRules, city: str) -> None:
    [trait] = traits(ROWS, rules)
    assert (trait.value, trait.rule) == (city, rules.of("city"))
    assert trait.why.en != trait.why.vi


def test_everything_said_stays_visible() -> None:
    [trait] = traits(ROWS, TraitRules())
    assert [(each.value, each.source, each.times, each.first_at) for each in trait.values] == [
        ("Vinh", "web", 2, 2),
        ("Đà Nẵng", "app", 1, 3),
        ("Huế", "crm", 1, 1),
    ]
    assert trait.conflict  # the number says Vinh, the address Đà Nẵng


def test_a_change_of_mind_is_no_conflict() -> None:
    [trait] = traits([said(1, "Huế"), said(2, "Vinh")], TraitRules())
    assert (trait.value, trait.conflict) == ("Vinh", False)


def test_an_empty_value_takes_back_and_null_says_nothing() -> None:
    assert chosen(traits([said(1, "Huế"), said(2, None)], TraitRules())) == (("city", "Huế"),)
    assert chosen(traits([said(1, "Huế"), said(2, "")], TraitRules())) == ()


def test_numbers_and_lists_are_kept_as_written() -> None:
    row = said(1, 0)._replace(properties='{"a": 1.50, "b": [1, "x"], "c": true}')
    assert [(each.name, each.value) for each in sayings([row])] == [("a", "1.50"), ("b", '["1", "x"]'), ("c", "true")]


@given(st.lists(st.tuples(st.sampled_from(["a", "b", ""]), st.sampled_from(["crm", "web"])), min_size=1, max_size=8))
def test_newest_is_the_last_word(told: list[tuple[str, str]]) -> None:
    rows = [said(at, value, source) for at, (value, source) in enumerate(told)]
    assert traits(rows, TraitRules())[0].value == told[-1][0]
