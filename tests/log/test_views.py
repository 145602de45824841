"""Whole rows and what is counted from them: catalogue, one property, one customer, free questions."""

from __future__ import annotations

import json
import shutil
from collections import Counter

import pyarrow as pa
import pytest
from hypothesis import given, settings, strategies as st

from tests.log.world import Row, World, batches, journeys, sorted_log, whole
from wend.log.facade import BadQuery
from wend.log.jsonfield import coded, field, fields

SEVERAL = settings(max_examples=15)
keys = st.sampled_from(["a", "b", "ă", 'q"', ""]) | st.text(max_size=3)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(keys, inner, max_size=2),
    max_leaves=5,
)


objects = st.none() | st.dictionaries(keys, values, max_size=4)


@given(st.lists(objects, max_size=8), keys, st.booleans(), st.integers(0, 2))
def test_the_scanner_reads_a_field_like_a_parser(
    given: list[dict[str, object] | None], name: str, plain: bool, spaces: int
) -> None:
    texts = [None if d is None else json.dumps(d, ensure_ascii=plain, indent=spaces or None) for d in given]
    expected = [None if d is None else d.get(name) for d in given]
    found = field(pa.array(texts, pa.string()), name).to_pylist()
    assert [_like(value, text) for value, text in zip(expected, found, strict=True)] == expected
    codes, few = coded(pa.array(texts, pa.string()), name)
    words = [*few.to_pylist(), None]
    assert [words[code] for code in codes] == found
    assert len(few) == len(set(few.to_pylist()))


def _like(expected: object, found: str | None) -> object:
    return found if found is None or isinstance(expected, str) else json.loads(found)


@SEVERAL
@given(batches)
def test_the_catalogue_counts_the_log(world: World, parts: list[list[Row]]) -> None:
    log = world.log()
    world.bring(log, *parts)
    catalogue = log.catalogue()
    steps = [(who, step) for who, found in sorted_log(log).items() for step in found]
    assert {kind.name: kind.events for kind in catalogue.kinds} == Counter(step.event for _, step in steps)
    for kind in catalogue.kinds:
        mine = [(who, step) for who, step in steps if step.event == kind.name]
        assert kind.customers == len({who for who, _ in mine})
        assert kind.rated == sum(step.rating is not None for _, step in mine)
        assert dict(kind.channels) == Counter(step.channel for _, step in mine)
        times = [step.occurred_at for _, step in mine]
        assert (kind.first_at, kind.last_at) == (min(times), max(times))
    assert world.again(log.workspace).catalogue() == catalogue


def test_the_catalogue_shows_properties_with_examples(world: World) -> None:
    log = world.log()
    world.bring(log, [Row("customer:1", "a.done", n, properties=f'{{"sku":"S{n % 2}","n":{n}}}') for n in range(4)])
    [kind] = log.catalogue().kinds
    assert [(seen.name, seen.share) for seen in kind.properties] == [("sku", 100), ("n", 100)]
    assert set(kind.properties[0].examples) == {"S0", "S1"}


@SEVERAL
@given(batches)
def test_a_property_lines_up_with_the_journal(world: World, parts: list[list[Row]]) -> None:
    log = world.log()
    world.bring(log, *parts)
    journal = log.journal()
    expected = {row["event_id"]: json.loads(row["properties"] or "{}").get("city") for row in whole(log)}
    for found in (log.property("city"), world.again(log.workspace).property("city", journal)):
        words = [*found.values.to_pylist(), None]
        for bucket, codes in zip(journal.buckets, found.codes, strict=True):
            assert [words[code] for code in codes] == [expected[i] for i in bucket.event_id.tolist()]


def test_after_an_append_only_what_came_is_sampled(world: World) -> None:
    log = world.log()
    world.bring(log, [Row("customer:1", "a.done", n, properties=f'{{"sku":"S{n}"}}') for n in range(150)])
    log.catalogue()
    [old] = log.folder.glob("*.parquet")
    more = [Row("customer:2", "a.done", n, properties='{"sku":"T","by":"hand"}') for n in range(200, 230)]
    world.bring(log, [*more, Row("customer:2", "b.done", 1, properties='{"n":1}')], source="import_2")
    log.journal()
    hidden = old.rename(old.with_suffix(".hidden"))
    found = log.catalogue()
    hidden.rename(old)
    shutil.rmtree(log.directory / "journal" / "views")
    assert world.again(log.workspace).catalogue() == found
    assert [kind.events for kind in found.kinds] == [180, 1]


def test_a_property_follows_the_log(world: World) -> None:
    log = world.log()
    world.bring(log, [Row("customer:1", "a.done", 1, properties='{"city":"Huế"}')])
    assert log.property("city").values.to_pylist() == ["Huế"]
    world.bring(log, [Row("customer:1", "a.done", 2, properties='{"city":"Vinh"}')])
    assert sorted(log.property("city").values.to_pylist()) == ["Huế", "Vinh"]


def test_one_customers_rows_under_all_names(world: World) -> None:
    log = world.log()
    mine = [Row("customer:1", "b.done", 2), Row("email:lan@x.vn", "a.done", 1)]
    world.bring(log, [*mine, Row("customer:2", "c.done", 3)])
    world.link(log, "customer:1", "email:lan@x.vn")
    names = log.identifiers(log.canonical("email:lan@x.vn"))
    assert names == ("customer:1", "email:lan@x.vn")
    assert log.events_of(names).column("event").to_pylist() == ["a.done", "b.done"]
    assert sorted(journeys(log.journal())) == ["customer:1", "customer:2"]


def test_rows_by_id(world: World) -> None:
    log = world.log()
    world.bring(log, [Row("customer:1", f"e.{n}", n * 1_000_000) for n in range(5)])
    ids = [step.event_id for step in journeys(log.journal())["customer:1"]]
    assert log.events([ids[3], ids[1]], 0, 10).column("event").to_pylist() == ["e.1", "e.3"]
    assert len(log.events(ids, 2, 4)) == 2


def test_free_questions_see_the_events(world: World) -> None:
    log = world.log()
    world.bring(log, [Row("customer:1", "a.done", n) for n in range(5)])
    log.move()
    counted = log.query("select event, count(*) as n from events group by event")
    assert counted.to_pylist() == [{"event": "a.done", "n": 5}]
    assert len(log.query("select * from events", most=2)) == 2


@pytest.mark.parametrize(
    "question",
    [
        "",
        "selec",
        "select 1; select 2",
        "drop view events",
        "set threads = 1",
        "copy (select 1) to 'out.csv'",
        "select * from read_csv('/etc/passwd')",
        "attach 'other.db'",
        "install httpfs",
    ],
)
def test_free_questions_read_the_log_and_nothing_else(world: World, question: str) -> None:
    log = world.log()
    world.bring(log, [Row("customer:1", "a.done", 1)])
    log.move()
    with pytest.raises(BadQuery):
        log.query(question)


def test_an_empty_log_answers_everything(world: World) -> None:
    log = world.log()
    assert log.catalogue().kinds == ()
    assert sum(map(len, log.property("city").codes)) == 0
    assert len(log.events_of(["customer:1"])) == len(log.query("select * from events")) == 0


@given(st.lists(st.dictionaries(keys, values, max_size=4), max_size=8), st.booleans(), st.integers(0, 2))
def test_all_fields_are_found_as_by_a_parser(given: list[dict[str, object]], plain: bool, spaces: int) -> None:
    texts = [json.dumps(d, ensure_ascii=plain, indent=spaces or None) for d in given]
    found = fields(pa.array(texts, pa.string()))
    triples = zip(found.document.tolist(), found.name.tolist(), found.value.to_pylist(), strict=True)
    seen = {(document, found.names[name]): value for document, name, value in triples}
    expected = {(i, name): value for i, d in enumerate(given) for name, value in d.items() if value is not None}
    assert {key: _like(expected[key], value) for key, value in seen.items()} == expected
