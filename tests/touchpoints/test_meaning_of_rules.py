"""A value means to a touchpoint's rule, and to a funnel's step, what it means to a condition."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import accumulate, pairwise
from random import Random
from typing import Any, get_args

import numpy as np
import pyarrow as pa
import pytest

from tests.conditions import oracle, worlds
from tests.folds.journals import Event, MemoryWords, journal
from wend.conditions import values
from wend.conditions.journey import Happened
from wend.conditions.tree import Number, Operator, Test, Value
from wend.domain.names import Name
from wend.domain.touchpoint import EventRule, Touchpoint
from wend.engines.few import Few
from wend.engines.lens import every_event, lens_of
from wend.engines.machine import Machine
from wend.engines.verdicts import verdicts
from wend.kit.errors import Mistake
from wend.log.dossier_run import LogRow
from wend.log.facade import Property
from wend.questions import steps
from wend.questions.context import Context, Plan
from wend.questions.errors import BadCondition
from wend.touchpoints.at_hand import AtHand
from wend.touchpoints.masks import masks
from wend.touchpoints.registry import Registry, from_json, to_json
from wend.touchpoints.rules import anew, usable, written

OPERATORS: tuple[Operator, ...] = get_args(Operator)
OF_NUMBERS = ("at_least", "at_most", "more_than", "less_than")
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
EVERY = worlds.WORDS.events


def column(texts: tuple[str, ...]) -> Property:
    """Every text once on an event, and an event without any."""
    codes = np.array([*range(len(texts)), -1], np.int32)
    return Property("said", pa.array(texts, pa.string()), (codes,))


def touchpoint(*where: Mapping[str, Any]) -> Touchpoint:
    return Touchpoint("asked", Name("Asked", "Hỏi"), "", EventRule(("a", "b"), (), where))


def row_of(event: Happened) -> LogRow:
    said = json.dumps(dict(event.properties)) if event.properties else None
    numbers = (event.event_id, event.at * 1_000_000, event.received_at, event.rating, None, event.amount)
    return LogRow(*numbers, "c", event.name, event.channel, "test", event.currency or None, None, None, said)


def of_few(lives: Mapping[str, list[Happened]], asked: Touchpoint) -> list[list[bool]]:
    """Each customer's events, seen as whoever looks at few customers sees them."""
    few = Few({name: list(map(row_of, life)) for name, life in lives.items()})
    lens = AtHand(Registry((asked,), (worlds.STAGES,))).view(few).covering
    taken, ends = lens.read(few.buckets[0], 0) == 0, few.buckets[0].offsets
    return [taken[first:end].tolist() for first, end in pairwise(ends.tolist())]


def of_everybody(made: worlds.Log, asked: Touchpoint) -> list[list[bool]]:
    """The same in the order of the log's journal."""
    machine, found = made.world.machine, list[list[bool]]()
    lens = lens_of((asked,), machine.journal.words, "1", masks(machine, made.world.property_of or column_of_nothing))
    for number, bucket in enumerate(machine.journal.buckets):
        taken = lens.read(bucket, number) == 0
        found += [taken[first:end].tolist() for first, end in pairwise(bucket.offsets.tolist())]
    return found


def column_of_nothing(name: str) -> Property:
    return Property(name, pa.array([], pa.string()), ())


def test_a_rule_takes_the_events_that_pass_what_it_asks() -> None:
    random, asked_of = Random(49), Counter[str]()
    for _ in range(90):
        made = worlds.log(random)
        tests = [each for each in (worlds.test(random) for _ in range(3)) if usable(written(each)) == each]
        asked_of.update(f"{each.source} {each.name} {each.currency}" for each in tests)
        buckets = len(made.world.machine.journal.buckets)
        order = [who for number in range(buckets) for who in range(number, len(made.lives), buckets)]
        asked = touchpoint(*map(written, tests))
        plainly = [[e.name in "ab" and all(oracle.passes(t, e) for t in tests) for e in life] for life in made.lives]
        assert of_everybody(made, asked) == [plainly[who] for who in order], tests
        assert of_few(dict(zip(made.names, made.lives, strict=True)), asked) == plainly, tests
    fields = ("amount VND", "amount ", "rating ", "channel ")
    kinds = [*(f"field {name}" for name in fields), "property city ", "property price "]
    assert min(asked_of[kind] for kind in kinds) > 5


def test_a_stage_by_money_in_a_currency_is_the_same_for_one_customer_as_for_everybody() -> None:
    spent = {"sum": {"anything": True, "field": "amount", "currency": "VND", "at_least": 5}}
    staged = replace(worlds.STAGES.stages[1], rules=(), enter={"version": 1, "condition": spent})
    told = replace(worlds.STAGES, stages=(worlds.STAGES.stages[0], staged))
    anything = replace(touchpoint(), rule=EventRule(EVERY))
    registry, reached = Registry((anything,), (told,)), 0
    for seed in range(20):
        made = worlds.log(Random(seed))
        for life in made.lives:
            few = Few({"c": list(map(row_of, life))})
            paid = accumulate(each.amount if each.currency == "VND" else 0 for each in life)
            stages = AtHand(registry).view(few).stages_lived(few, 0, 0)
            assert stages == list(accumulate((int(so_far >= 5) for so_far in paid), max)), life
            reached += stages[-1]
    assert reached > 5


def test_what_cannot_be_used_takes_nothing() -> None:
    made = worlds.log(Random(3))
    for odd in ({"field": "amount", "at_least": "many"}, {"property": "city"}, {"field": "rating", "at_least": 3}, {}):
        assert not any(map(any, of_everybody(made, touchpoint(odd)))), odd


def meant_before(operator: str, wanted: str, loosely: bool | None) -> Callable[[str | None], bool]:
    """What a test of before conditions had their say in rules passes, plainly."""
    loose = operator == "contains" if loosely is None else loosely
    if operator in OF_NUMBERS:
        limit = values.number(wanted)
        return lambda text: limit is not None and values.passes(of("said", operator, Number(limit)), text)
    return lambda text: values.passes(replace(of("said", operator, wanted), loosely=loose), text)


def of(name: str, operator: Any, *wanted: Value) -> Test:
    return Test("property", name, operator, wanted)


@pytest.mark.parametrize("operator", OPERATORS)
@pytest.mark.parametrize("loosely", [True, False, None])
def test_a_rule_from_before_keeps_its_meaning(operator: str, loosely: bool | None) -> None:
    log = journal([[Event(0, 1 + i) for i in range(len(TEXTS) + 1)]], 1, WORDS)
    for wanted in TEXTS:
        old = {"property": "said", "operator": operator, "value": wanted, "loosely": loosely}
        read = anew(touchpoint(old))
        lens = lens_of((read,), WORDS, "1", masks(Machine(log), lambda _: column(TEXTS)))
        before = meant_before(operator, wanted, loosely)
        assert (lens.read(log.buckets[0], 0) == 0).tolist() == [before(text) for text in (*TEXTS, None)], old
        assert from_json(to_json(Registry((read,)))) == Registry((read,))


def test_values_that_cannot_matter_are_not_looked_at_and_nothing_changes() -> None:
    random = Random(5)
    alphabet = "aAàÀe\u0301 5.\t"
    for _ in range(200):
        texts = ["".join(random.choices(alphabet, k=random.randrange(4))) for _ in range(8)]
        operator, wanted = random.choice(OPERATORS), random.choice(texts)
        limit = values.number(wanted) if operator in OF_NUMBERS else None
        if operator in OF_NUMBERS and limit is None:
            continue
        meant = of("said", operator, wanted if limit is None else Number(limit))
        meant = replace(meant, loosely=random.random() < 0.3)
        assert verdicts(meant, pa.array(texts)).tolist() == [values.passes(meant, t) for t in [*texts, None]], meant


def test_a_registry_from_before_heeds_no_case_where_it_says_contains() -> None:
    old = '{"touchpoints":[{"key":"k","name":{"en":"K","vi":""},"channel":"","rule":{"events":["a"],"where":[%s]}}]}'
    read = from_json(old % '{"property":"said","operator":"contains","value":"HU"}')
    assert read.touchpoints[0].rule.where == ({"property": "said", "contains": "HU", "loosely": True},)
    read = from_json(old % '{"property":"said","operator":"at_least","value":"2.5"}')
    assert read.touchpoints[0].rule.where == ({"property": "said", "at_least": 2.5},)
    read = from_json(old % '{"property":"said","operator":"present"}')
    assert read.touchpoints[0].rule.where == ({"property": "said", "present": True},)


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
        limit = values.number(wanted) if SIGNS[sign] in OF_NUMBERS else None
        meant = of("said", SIGNS[sign], wanted if limit is None else Number(limit))
        meant = replace(meant, loosely=sign in ("~", "^=", "~="))
        assert told == [values.passes(meant, text) for text in (*TEXTS, None)], (sign, wanted)
    assert every_event(WORDS).names == ("a",)
