"""The text form: what people write is the document, and comes back line by line; errors say where and what could be."""

from __future__ import annotations

import re
from random import Random
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tests.conditions import worlds
from tests.conditions.test_examples import EXAMPLES
from wend.conditions import document, errors, text_read, text_write
from wend.conditions.text_words import RESERVED
from wend.conditions.tree import Did, Group, Happening, Number, Test
from wend.kit.errors import Mistake

WRITTEN = """
# who buys often and is content
all of:
  did order.placed[amount >= 500 000 VND and channel is zalo or "web shop"] at least 3 times
    in the last 30d                          # goes on here
  any of (did not support.contacted since order.placed, trait province is "Nghệ An" loosely)
  none of:
    in order product.viewed then order.placed without order.rated without touchpoint cart within 1h
"""
NAMES = st.one_of(st.sampled_from(sorted(RESERVED)), st.text(min_size=1, max_size=20)).filter(
    lambda name: bool(name.strip()) and name.isprintable() | (len(name) < 9)
)


@given(st.integers(0, 10**9))
def test_a_condition_written_as_text_comes_back(seed: int) -> None:
    condition = worlds.condition(Random(seed))
    written = text_write.written(condition)
    assert text_read.parse(written) == condition
    assert text_write.written(text_read.parse(written)) == written


@given(NAMES, NAMES)
def test_any_name_can_be_written(name: str, other: str) -> None:
    tests = (
        Test("property", name, "is", (other, Number(-1_234_567_891))),
        Test("field", "channel", "contains", (name,)),
    )
    leaf = Did(Happening("event", (name, other), tests))
    canonical = document.from_json(document.to_json(leaf))
    assert text_read.parse(text_write.written(leaf)) == canonical


def test_text_says_what_the_document_says() -> None:
    read: Any = text_read.parse(WRITTEN)
    assert document.to_json(read)["condition"] == {
        "all": [
            {
                "did": {
                    "event": "order.placed",
                    "where": [
                        {"field": "amount", "at_least": 500000, "currency": "VND"},
                        {"field": "channel", "is": ["zalo", "web shop"]},
                    ],
                    "times": {"at_least": 3},
                    "in": {"last": "30d"},
                }
            },
            {
                "any": [
                    {"did_not": {"event": "support.contacted", "in": {"since": {"event": "order.placed"}}}},
                    {"trait": {"trait": "province", "is": "Nghệ An", "loosely": True}},
                ]
            },
            {
                "none": [
                    {
                        "in_order": {
                            "steps": [
                                {"event": "product.viewed"},
                                {
                                    "event": "order.placed",
                                    "without": [{"event": "order.rated"}, {"touchpoint": "cart"}],
                                },
                            ],
                            "within": "1h",
                        }
                    }
                ]
            },
        ]
    }


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("did order.placed at lest 3 times", (1, 21), "least"),
        ("all of:\n  did a\n  dit b", (3, 3), "did"),
        ("all of:\n  did a\n did b", (3, 2), "··"),
        ("all of:", (2, 1), "did"),
        ("did a\ndid b", (2, 1), "all of:"),
        ("did a[price at least]", (1, 21), "5"),
        ("did a[price at least 5", (1, 23), "]"),
        ('trait city is "Huế', (1, 15), '"…"'),
        ("trait city is Hà Nội", (1, 18), "loosely"),
        ("did a in the last soon", (1, 19), "30d"),
        ("did a at least 1.5 times", (1, 16), "3"),
        ("sum of amount over a is between 5 VND and 6 USD", (1, 45), "VND"),
        ("did a between 5 and 3 times", (1, 21), ">="),
        ("did first", (1, 5), "…"),
        ("all of\n  did a", (2, 3), ":"),
        ("in order a then b[price less than step]", (1, 39), "3"),
        ("", (1, 1), "did"),
        ("in order a", (1, 11), "then"),
    ],
)
def test_an_error_says_where_and_what_could_be(text: str, place: tuple[int, int], says: str) -> None:
    with pytest.raises(Mistake) as refused:
        text_read.parse(text)
    assert isinstance(refused.value, errors.TextUnreadable | errors.TextMistyped)
    told = refused.value.details
    assert (told["line"], told["column"]) == place
    assert says in str(told.get("expected") or told["closest"])
    assert str(place[1]) in refused.value.message("vi") and says in str(refused.value)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_both_forms_are_told_apart_by_themselves(file: Any) -> None:
    condition = document.parse(file.read_bytes())
    assert text_read.of_any_form(file.read_bytes()) == condition
    assert text_read.of_any_form(text_write.written(condition).encode(), "a.condition") == condition
    with pytest.raises(errors.Unreadable):
        text_read.of_any_form(text_write.written(condition), "a.json")


def test_limits_of_a_document_hold_for_text_too() -> None:
    with pytest.raises(errors.TooDeep):
        text_read.parse("all of (" * 13 + "did a" + ")" * 13)
    with pytest.raises(errors.TooDeep):
        text_read.parse("".join("  " * k + "all of:\n" for k in range(12)) + "  " * 12 + "did a")
    with pytest.raises(errors.TooLong):
        text_read.parse("# " + "a" * document.MOST_BYTES)
    with pytest.raises(errors.Unreadable):
        text_read.parse("did a" + " or a" * 60)
    assert isinstance(text_read.parse("any (did a, did b)"), Group)


@pytest.mark.parametrize("language", ["", ".vi"])
def test_the_documented_text_is_read(language: str) -> None:
    page = (EXAMPLES[0].parents[2] / "docs" / f"conditions{language}.md").read_text(encoding="utf-8")
    shown = page.split("```text\n")[1].split("```")[0]
    rows = page.split("## Text form" if not language else "## Dạng chữ")[1].split("\n\n**`H`")[0]
    clauses = [
        cell for row in rows.splitlines() if row.startswith("| `") for cell in row.split("|")[1].split("`")[1::2]
    ]
    assert document.parse(document.written(text_read.parse(shown))) == text_read.parse(shown)
    whole = [clause for clause in clauses if "…" not in clause and " " in clause]
    assert len(whole) >= 15
    for clause in whole:
        text_read.parse(re.sub(r"\bH\b", "order.placed", clause))
