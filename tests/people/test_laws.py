"""What holds for people, whatever comes in which order: taking evidence in as it comes gives what resolving all of it
gives, and an undo is the exact inverse.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextlib import AbstractContextManager
from itertools import count
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import select

from wend.identity.reasons import Evidence
from wend.identity.resolving import Resolution, resolve
from wend.identity.rules import KindRule, Rules
from wend.identity.ties import Decision
from wend.people import facade as people, repository
from wend.people.familiar import Familiar
from wend.store.facade import Reading, Store, Work, tables

TIGHT = Rules(
    (
        KindRule("customer", "unique", 1, 0),
        KindRule("email", "strong", 2, 2),
        KindRule("phone", "strong", 2, 3),
        KindRule("device", "weak", 3, 3),
    ),
    blocked=("phone:0", "email:test*"),
    most_identifiers=6,
    most_links=10,
)
"""Limits that a few identifiers reach. `most_links` is the smallest that a workspace may choose."""

identifiers = st.builds(
    lambda kind, n: f"{kind}:{n}",
    st.sampled_from(["customer", "email", "phone", "device", "device"]),
    st.integers(0, 7),
)
evidence = st.builds(
    Evidence.of,
    identifiers,
    identifiers,
    st.sampled_from(["same_row", "same_event", "alias_call", "alias_trusted"]),
    st.just("test"),
    st.integers(0, 5),
)
crowd = st.builds(
    lambda n, at: Evidence.of("device:0", f"device:x{n}", "same_event", "test", at),
    st.integers(0, 14),
    st.integers(0, 3),
)
star = st.builds(
    lambda n, at: Evidence.of("email:0", f"device:x{n}", "same_event", "test", at),
    st.integers(0, 14),
    st.integers(0, 3),
)
batches = st.lists(st.lists(st.one_of(evidence, crowd, star), max_size=12), max_size=8)
decisions = st.tuples(st.sampled_from(["join", "apart", "revoke", "undo"]), identifiers, identifiers)
steps = st.lists(st.one_of(st.lists(st.one_of(evidence, crowd, star), max_size=9), decisions), max_size=12)

_NUMBERS = count()


class Place:
    """A workspace of its own in a store that all examples share: opening one takes longer than an example."""

    def __init__(self, store: Store, rules: Rules = TIGHT) -> None:
        self.store, self.name = store, f"law-{next(_NUMBERS)}"
        with self.work() as work:
            people.save_rules(work, rules)

    def work(self) -> AbstractContextManager[Work]:
        return self.store.work(self.name)

    def reading(self) -> AbstractContextManager[Reading]:
        return self.store.reading(self.name)


def stored(place: Place) -> tuple[dict[str, str], dict[tuple[str, str], Any]]:
    """Whose every identifier is, and every refusal, as the store has them."""
    own, no = tables.identifiers.c, tables.identity_refusals.c
    with place.reading() as reading:
        held = reading.rows(select(own.identifier, own.person).where(own.workspace == place.name))
        refused = reading.rows(select(no.a, no.b, no.why, no.about).where(no.workspace == place.name))
    return {row[0]: row[1] for row in held}, {(row[0], row[1]): (row[2], row[3]) for row in refused}


def expected(place: Place, given: Sequence[Evidence]) -> Resolution:
    with place.reading() as reading:
        return resolve(given, people.rules(reading), [each.decision for each in repository.decisions(reading)])


def assert_same(place: Place, whole: Resolution) -> None:
    held, refused = stored(place)
    singles = {each: each for each in (*whole.person_of, *held)}  # a row may outlive the decision that made it
    assert {**singles, **held} == {**singles, **whole.person_of}
    assert refused == {pair: (why.why, why.about) for pair, why in whole.refused.items()}


@given(doings=steps)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_taking_in_bit_by_bit_gives_what_resolving_everything_gives(store: Store, doings: list[Any]) -> None:
    place, familiar, came = Place(store), Familiar(), list[Evidence]()
    for doing in doings:
        with place.work() as work:
            if isinstance(doing, list):
                came += doing
                people.absorb(work, doing, familiar)
            else:
                _decide(work, *doing)
        assert_same(place, expected(place, came))


def _decide(work: Any, kind: str, a: str, b: str) -> None:
    try:
        if kind == "join":
            people.join(work, a, b, "lan")
        elif kind == "apart":
            people.apart(work, a, b, "lan")
        elif kind == "undo":
            people.undo(work, f"{a}={b}", "lan")
        else:
            people.revoke(work, 1 + int(a[-1]) % 4, "lan")
    except (people.BadPair, people.UnknownJoin):
        pass


@given(st.lists(evidence, max_size=25), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_people(given: list[Evidence], chance: random.Random) -> None:
    shuffled = list(given)
    chance.shuffle(shuffled)
    assert resolve(shuffled, TIGHT) == resolve(given, TIGHT)


@given(doings=steps)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_deciding_in_bulk_is_deciding_tie_by_tie(store: Store, doings: list[Any]) -> None:
    place, came = Place(store), list[Evidence]()
    with place.work() as work:
        for doing in doings:
            if isinstance(doing, list):
                came += doing
                people.note(work, doing)
            else:
                _decide(work, *doing)
        repository.settle_up_to(work, 0)
    people.settle(store, place.name)
    assert_same(place, expected(place, came))


@given(st.lists(evidence, max_size=20), evidence)
def test_telling_a_joined_pair_apart_is_the_inverse_of_its_evidence(given: list[Evidence], more: Evidence) -> None:
    before = resolve(given, TIGHT)
    if more.a == more.b or more.pair in {each.pair for each in given}:
        return
    a, b = (before.person_of.get(end, end) for end in more.pair)
    if a != b:
        apart = [Decision(1, "apart", *more.pair)]
        after = resolve([*given, more], TIGHT, apart)
        assert {each: after.person_of[each] for each in before.person_of} == before.person_of
        assert resolve([*given, more, more], TIGHT, [*apart, Decision(2, "revoke", *more.pair, 0, 1)]) == resolve(
            [*given, more], TIGHT
        )


def test_ten_thousand_identifiers_on_one_device_stay_ten_thousand_people(store: Store) -> None:
    place, every = Place(store, Rules()), [f"email:kh{n}@mail.vn" for n in range(10_000)]
    for start in range(0, len(every), 1_000):
        with place.work() as work:
            seen = [Evidence.of("device:kiosk", each, "same_event", "web", 1) for each in every[start : start + 1_000]]
            people.absorb(work, seen)
    with place.reading() as reading:
        person = people.canonical(reading, [*every, "device:kiosk"])
        waiting = people.shared(reading, 5)
    assert all(whose == each for each, whose in person.items())
    assert waiting == [("device:kiosk", "shared", 10_000)]
