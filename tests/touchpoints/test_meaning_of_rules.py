"""A value means to a touchpoint's rule, and to a funnel's step, what it means to a condition."""

from __future__ import annotations

from random import Random
from typing import get_args

import numpy as np
import pyarrow as pa
import pytest

from tests.conditions.oracle import text_passes
from tests.folds.journals import Event, MemoryWords, journal
from wend.conditions import values
from wend.domain.touchpoint import Operator, PropertyTest
from wend.engines.lens import every_event, lens_of
from wend.engines.machine import Machine
from wend.engines.verdicts import verdicts
from wend.kit.errors import Mistake
from wend.log.facade import Property
from wend.questions import steps
from wend.questions.context import Context, Plan
from wend.questions.errors import BadCondition
from wend.touchpoints.masks import masks, meaning_of
from wend.touchpoints.registry import Registry, from_json, to_json

OPERATORS: tuple[Operator, ...] = get_args(Operator)
TEXTS = (
    *("", " ", "\u00a0", "5", " 5 ", "05", "5.0", "1_000", "inf", "nan", "9999999999999", "-3", "1e3", "2.5"),
    *("Huế", "Hue\u0302\u0301", "hue", "HUẾ ", "Đà  Nẵng", "da nang", "ĐÀ NẴNG", "Straße", "ﬁ", "many 5"),
)
SIGNS = {"=": "is", "!=": "is_not", "~": "contains", "^=": "starts_with", ">=": "at_least", "<=": "at_most"} | {
    ">": "more_than",
    "<": "less_than",
    "~=": "is",
}
WORDS = MemoryWords(("a",), ("", "web"))


def column(texts: tuple[str, ...]) -> Property:
    """Every text once on an event, and an event without any."""
    codes = np.array([*range(len(texts)), -1], np.int32)
    return Property("said", pa.array(texts, pa.string()), (codes,))


@pytest.mark.parametrize("operator", OPERATORS)
@pytest.mark.parametrize("loosely", [True, False, None])
def test_a_rule_passes_what_a_condition_and_the_plain_definition_pass(operator: Operator, loosely: bool | None) -> None:
    for wanted in TEXTS:
        rule = PropertyTest("said", operator, wanted, loosely)
        told = masks(lambda _: column(TEXTS))(rule, 0).tolist()
        meant = meaning_of(rule)
        plainly = [meant is not None and values.passes(meant, text) for text in (*TEXTS, None)]
        assert told == plainly, rule
        if meant is not None and wanted.strip():
            assert told == [text_passes(meant, text) for text in (*TEXTS, None)], rule


def test_values_that_cannot_matter_are_not_looked_at_and_nothing_changes() -> None:
    random = Random(5)
    alphabet = "aAàÀe\u0301 5.\t"
    for _ in range(200):
        texts = ["".join(random.choices(alphabet, k=random.randrange(4))) for _ in range(8)]
        operator = random.choice(OPERATORS)
        meant = meaning_of(PropertyTest("said", operator, random.choice(texts), random.random() < 0.3))
        if meant is not None:
            assert verdicts(meant, pa.array(texts)).tolist() == [values.passes(meant, t) for t in [*texts, None]], meant


def test_a_rule_from_before_heeds_no_case_where_it_says_contains() -> None:
    old = '{"touchpoints":[{"key":"k","name":{"en":"K","vi":""},"channel":"","rule":{"events":["a"],"where":[%s]}}]}'
    read = from_json(old % '{"property":"said","operator":"contains","value":"HU"}')
    rule = read.touchpoints[0].rule.where[0]
    assert (rule.loosely, PropertyTest("said", "is", "x").loosely) == (True, False)
    assert from_json(to_json(read)) == read
    assert masks(lambda _: column(("Huế", "huh", "xa")))(rule, 0).tolist() == [True, True, False, False]
    strict = Registry((read.touchpoints[0],))
    assert '"loosely":true' in to_json(strict)


def shop() -> Context:
    log = journal([[Event(0, 1 + i) for i in range(len(TEXTS) + 1)]], 1, WORDS)

    def property_of(name: str) -> Property:
        return column(TEXTS) if name == "said" else Property(name, pa.array([], pa.string()), ())

    return Context(Machine(log), Plan(), lens_of([], WORDS, ""), property_of)


@pytest.mark.parametrize("sign", SIGNS)
def test_a_step_passes_what_a_condition_passes(sign: str) -> None:
    here = shop()
    for wanted in TEXTS:
        if not wanted.strip() or (SIGNS[sign] in OPERATORS[4:8] and values.number(wanted) is None):
            with pytest.raises((BadCondition, Mistake)):
                steps.route(here, "events", ((f'a[said{sign}"{wanted}"]',),))
            continue
        found = steps.route(here, "events", ((f'a[said{sign}"{wanted}"]',),))
        lens = steps.lens_of(here, "events", found)
        assert lens is not None
        told = lens.read(here.machine.journal.buckets[0], 0).astype(bool).tolist()
        meant = meaning_of(PropertyTest("said", SIGNS[sign], wanted, sign in ("~", "^=", "~=")))  # type: ignore[arg-type]
        assert meant is not None
        assert told == [values.passes(meant, text) for text in (*TEXTS, None)], (sign, wanted)
    assert every_event(WORDS).names == ("a",)
