"""Laws of the journal, on random logs: it is the sorted log, whatever the cuts, and a refresh is a rebuild."""

from __future__ import annotations

import json

from hypothesis import given, settings, strategies as st

from tests.log.world import Row, Step, World, arrays, batches, contents, cut, journeys, rows, sorted_log, traits, whole
from wend.log.facade import Log

SEVERAL = settings(max_examples=25)
links = st.lists(
    st.tuples(*[st.sampled_from(["customer:1", "customer:2", "email:lan@x.vn", "device:ă"])] * 2).filter(
        lambda pair: pair[0] < pair[1]
    ),
    max_size=3,
    unique=True,
)


@SEVERAL
@given(batches)
def test_the_journal_is_the_sorted_log(world: World, parts: list[list[Row]]) -> None:
    log = world.log()
    world.bring(log, *parts)
    assert journeys(log.journal()) == sorted_log(log)


@SEVERAL
@given(batches)
def test_the_log_holds_each_row_as_often_as_its_file(world: World, parts: list[list[Row]]) -> None:
    log = world.log()
    world.bring(log, *parts)
    log.move()
    assert contents(log) == sorted((row for part in parts for row in part), key=repr)


@SEVERAL
@given(st.lists(rows, min_size=1, max_size=20), st.lists(st.integers(0, 20), max_size=3))
def test_cutting_a_file_otherwise_changes_nothing(world: World, given: list[Row], places: list[int]) -> None:
    one, other = world.log(), world.log()
    world.bring(one, given)
    world.bring(other, *cut(given, places))
    assert journeys(one.journal()) == journeys(other.journal())
    assert traits(one.journal()) == traits(other.journal())


@SEVERAL
@given(batches, st.lists(st.integers(0, 20), max_size=3))
def test_a_file_brought_again_adds_nothing(world: World, parts: list[list[Row]], places: list[int]) -> None:
    log = world.log()
    world.bring(log, *parts)
    before = log.journal()
    again = world.bring(log, *cut([row for part in parts for row in part], places), source="import_2")
    assert sum(staged.added for staged in again) == 0
    assert log.journal().version == before.version


@SEVERAL
@given(batches, batches, links)
def test_a_refresh_is_a_rebuild_byte_for_byte(
    world: World, first: list[list[Row]], second: list[list[Row]], pairs: list[tuple[str, str]]
) -> None:
    log = world.log(buckets=2)
    world.bring(log, *first)
    log.journal()
    for a, b in pairs:
        world.link(log, a, b)
    world.bring(log, *second, source="import_2")
    refreshed = log.journal()
    assert arrays(refreshed) == arrays(log.rebuild_journal())
    assert journeys(refreshed) == sorted_log(log)


@SEVERAL
@given(batches, links)
def test_a_merge_moves_rows_to_the_canonical_customer_and_its_undo_moves_them_back(
    world: World, parts: list[list[Row]], pairs: list[tuple[str, str]]
) -> None:
    log = world.log(buckets=2)
    world.bring(log, *parts)
    before, known = log.journal(), traits(log.journal())
    for a, b in pairs:
        world.link(log, a, b)
    merged = log.journal()
    assert _ids(merged_steps := journeys(merged)) == _ids(journeys(before))
    assert merged_steps == sorted_log(log)
    world.unlink(log)
    assert journeys(log.journal()) == journeys(before)
    assert traits(log.journal()) == known


@SEVERAL
@given(batches, links)
def test_traits_are_the_last_word_of_any_identifier(
    world: World, parts: list[list[Row]], pairs: list[tuple[str, str]]
) -> None:
    log = world.log()
    world.bring(log, *parts)
    for a, b in pairs:
        world.link(log, a, b)
    known = traits(log.journal())
    assert known == _last_words(log, set(sorted_log(log)))


def _ids(found: dict[str, list[Step]]) -> list[int]:
    return sorted(step.event_id for steps in found.values() for step in steps)


def _last_words(log: Log, customers: set[str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {customer: {} for customer in customers}
    for row in sorted(whole(log), key=lambda row: (row["occurred_at"], row["received_at"], row["event_id"])):
        customer = log.canonical(row["subject"])
        if row["event"] == "$identify" and row["properties"] and customer in found:
            given = {k: v for k, v in json.loads(row["properties"]).items() if v is not None}
            found[customer] |= {k: v if isinstance(v, str) else json.dumps(v) for k, v in given.items()}
    return found
