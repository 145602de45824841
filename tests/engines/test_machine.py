"""The machine: who is chosen, what a lens sees, who stands behind a number."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, strategies as st

from tests.folds.journals import WORDS, Event, journal, journeys, told
from wend.domain.names import Name
from wend.domain.selection import Selection
from wend.domain.touchpoint import EventRule, Touchpoint
from wend.engines.lens import every_event, lens_of
from wend.engines.machine import Machine, warm
from wend.engines.reading import EVENTS_PER_PIECE
from wend.folds import funnel, reach, sessions
from wend.folds.funnel import FUNNEL
from wend.folds.reach import REACH
from wend.folds.sessions import SESSIONS
from wend.folds.whole import whole_of

AB = funnel.params([[0], [1]], 5)


def touchpoint(
    key: str, *events: str, channels: tuple[str, ...] = (), where: tuple[dict[str, Any], ...] = ()
) -> Touchpoint:
    return Touchpoint(key, Name(key, key), "", EventRule(events, channels, where))


def test_traits_choose_customers_and_values_of_one_trait_are_alternatives() -> None:
    traits: dict[str, list[str | None]] = {"city": ["Huế", "Hà Nội", None, "Đà Nẵng"], "sex": ["f", "f", "f", "m"]}
    machine = Machine(journal([told("ab")] * 4, buckets=2, traits=traits))
    chosen = Selection(traits=(("city", "Huế"), ("city", "Đà Nẵng")))
    assert machine.answer(FUNNEL, AB, chosen).customers == 2
    assert machine.answer(FUNNEL, AB, Selection(traits=(*chosen.traits, ("sex", "f")))).customers == 1
    assert machine.answer(FUNNEL, AB, Selection(traits=(("height", "2 m"),))).customers == 0


def test_the_people_behind_a_number() -> None:
    machine = Machine(journal([told("ab"), told("a"), told("b"), told("ab")], buckets=3))
    assert sorted(machine.members(FUNNEL, AB, lambda answer: answer.deepest[2:]).ids()) == ["c0", "c3"]
    stopped = machine.members(FUNNEL, AB, lambda answer: answer.deepest[1:2])
    assert (list(stopped.ids()), len(stopped), len(~stopped)) == (["c1"], 1, 3)


def test_a_question_can_be_asked_about_the_people_behind_another() -> None:
    machine = Machine(journal([told("ab"), told("ac"), told("b")]))
    both = machine.members(REACH, reach.params(5), lambda answer: answer.customers[0:1])
    assert machine.answer(REACH, reach.params(5), among=both).answer.customers.tolist() == [2, 1, 1, 0, 0]


def test_the_first_touchpoint_that_fits_wins_and_the_rest_is_not_covered() -> None:
    lens = lens_of([touchpoint("shop", "a", channels=("shop",)), touchpoint("any", "a", "b")], WORDS, "1")
    log = journal([[Event(0, 1, channel=2), Event(0, 2, channel=1), Event(1, 3, channel=2), Event(2, 4)]])
    walked = Machine(log).answer(REACH, reach.params(2), lens=lens)
    assert walked.answer.events.tolist() == [1, 2]
    assert walked.events == 3


@given(log=journeys(), seed=st.integers(0, 99), order=st.permutations(range(4)))
def test_rules_with_property_tests_agree_with_trying_them_one_by_one(
    log: list[list[Event]], seed: int, order: list[int]
) -> None:
    test = {"property": "size", "is": "big"}
    rules = [
        touchpoint("t0", "a", "b", where=(test,)),
        touchpoint("t1", "a", channels=("web",)),
        touchpoint("t2", "a", "c", channels=("shop",), where=(test, test)),
        touchpoint("t3", "b", "c"),
    ]
    rules = [rules[k] for k in order]
    bucket = journal(log).buckets[0]
    big = np.random.default_rng(seed).random(len(bucket.event)) < 0.5
    codes = lens_of(rules, WORDS, "1", lambda _, __, ___: big).read(bucket, 0)
    for i, (event, channel) in enumerate(zip(bucket.event, bucket.channel, strict=True)):
        fits = [
            WORDS.events[event] in t.rule.events
            and (not t.rule.channels or WORDS.channels[channel] in t.rule.channels)
            and (not t.rule.where or big[i])
            for t in rules
        ]
        assert codes[i] == (fits.index(True) if True in fits else 65535)


def test_a_rating_about_an_event_finds_that_events_touchpoint() -> None:
    lens = lens_of([touchpoint("first", "b"), touchpoint("second", "a", "b")], WORDS, "1")
    bucket = journal([[Event(0, 1, about=0), Event(0, 2, about=1), Event(0, 3, about=2), Event(0, 4)]]).buckets[0]
    assert lens.read_about(bucket).tolist() == [1, 0, 65535, 65535]


def test_a_narrowed_lens_keeps_two_codes_apart_and_the_rest_together() -> None:
    bucket = journal([told("abcd")]).buckets[0]
    assert every_event(WORDS).narrowed(2, 0).read(bucket, 0).tolist() == [1, 2, 0, 2]


@pytest.mark.parametrize("threads", [1, 2, 7])
def test_large_buckets_are_cut_between_customers(threads: int) -> None:
    one = [Event(0, second) for second in range(EVENTS_PER_PIECE // 3)]
    machine = Machine(journal([one] * 7), threads)
    answer = machine.answer(SESSIONS, sessions.params(60)).answer
    assert int(answer.sizes.sum()) == 7
    assert len(machine.members(SESSIONS, sessions.params(60), lambda a: a.customers)) == 7


def test_columns_mapped_from_disk_need_no_second_kernel(tmp_path: Path) -> None:
    log = journal([told("ab")])
    Machine(log).answer(FUNNEL, AB)
    known = len(whole_of(FUNNEL).signatures)
    np.save(tmp_path / "event.npy", log.buckets[0].event)
    mapped = replace(log.buckets[0], event=np.load(tmp_path / "event.npy", mmap_mode="r"))
    assert funnel.reached(Machine(replace(log, buckets=(mapped,))).answer(FUNNEL, AB).answer) == [1, 1]
    assert len(whole_of(FUNNEL).signatures) == known


def test_warming_is_harmless() -> None:
    warm()
