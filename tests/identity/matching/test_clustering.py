"""People out of pairs: a partition, the same in any order, never too large, never at odds with itself."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, strategies as st

from wend.identity.matching.clustering import Edge, cluster
from wend.identity.matching.records import Columns, profile
from wend.identity.matching.resolving import resolve

RECORDS = [f"r{at:02}" for at in range(12)]
PAIRS = st.sampled_from(list(combinations(RECORDS, 2)))
EDGES = st.dictionaries(PAIRS, st.floats(-5, 30), max_size=30)


def alike(_a: str, _b: str) -> tuple[float, bool]:
    return 5.0, False


def components(pairs: list[tuple[str, str]]) -> set[frozenset[str]]:
    """Connected parts, by the slowest way there is."""
    groups = [{record} for record in RECORDS]
    for a, b in pairs:
        joined = [group for group in groups if a in group or b in group]
        groups = [group for group in groups if group not in joined] + [set().union(*joined)]
    return {frozenset(group) for group in groups}


@given(EDGES)
def test_without_guards_people_are_connected_parts(weights: dict[tuple[str, str], float]) -> None:
    found = cluster(RECORDS, [Edge(a, b, w) for (a, b), w in weights.items()], alike, threshold=3.0)
    assert {frozenset(group) for group in found.members().values()} == components(
        [pair for pair, weight in weights.items() if weight >= 3.0]
    )


@given(EDGES, st.randoms(use_true_random=False), st.integers(2, 6))
def test_order_does_not_matter_and_nobody_grows_too_large(
    weights: dict[tuple[str, str], float], chance: object, largest: int
) -> None:
    edges = [Edge(a, b, weight) for (a, b), weight in weights.items()]
    found = cluster(RECORDS, edges, alike, largest=largest)
    again = cluster(reversed(RECORDS), reversed(edges), alike, largest=largest)
    assert found.person_of == again.person_of
    assert max(map(len, found.members().values())) <= largest
    assert sorted(found.person_of) == RECORDS


@given(EDGES, st.sets(PAIRS, max_size=10))
def test_who_contradicts_is_never_together(
    weights: dict[tuple[str, str], float], at_odds: set[tuple[str, str]]
) -> None:
    def judge(a: str, b: str) -> tuple[float, bool]:
        return 5.0, (min(a, b), max(a, b)) in at_odds

    edges = [Edge(a, b, weight) for (a, b), weight in weights.items() if (a, b) not in at_odds]
    found = cluster(RECORDS, edges, judge)
    assert all(found.person_of[a] != found.person_of[b] for a, b in at_odds)


def test_a_chain_of_relatives_is_cut_at_its_weakest_link() -> None:
    rows = {
        "a": {"name": "Trần Thị Hoa", "birth": "1990-03-12", "phone": "0393127455"},
        "b": {"name": "Trần Hoa", "phone": "0393127455"},
        "c": {"name": "Hoa", "birth": "1961-08-30", "phone": "0393127455"},
    }
    columns = Columns(name=("name",), birth=("birth",), phone=("phone",))
    people = resolve(
        [profile(key, row, columns) for key, row in rows.items()], lambda _p, _s: combinations(rows, 2)
    ).people
    assert people.person_of["a"] != people.person_of["c"]


def test_nothing_and_one_record_are_no_trouble() -> None:
    assert resolve([], lambda _p, _s: []).pairs == ()
    one = resolve([profile("1", {"name": "Lan"}, Columns(name=("name",)))], lambda _p, _s: [])
    assert one.people.person_of == {"1": "1"}
