"""A property is read once; whatever happens to the log afterwards, its column tells what a fresh reading would."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from tests.log.test_journal_laws import links
from tests.log.world import Row, World, batches, whole
from wend.log import building, by_line as by_line_, column, jsonfield, origins, properties
from wend.log.by_line import Stretch, by_line
from wend.log.facade import Journal, Log, Property, warm

SEVERAL = settings(max_examples=12)
CITY, OTHER = '{"city":"Huế"}', '{"city":"Vinh"}'
happenings = st.sampled_from(["append", "append", "asked", "rebuild", "tidy", "erase", "unlink"])
histories = st.lists(st.tuples(happenings, batches, links), min_size=2, max_size=7)


@pytest.fixture(params=[(0, 8), (9, 100)], ids=["never due", "soon due"])
def _due(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "SHARE", request.param[0])
    monkeypatch.setattr(building, "REWRITES", request.param[1])
    monkeypatch.setattr(properties, "PATIENCE", 1000)


def _log(world: World, rows: int = 0, properties: str = CITY) -> Log:
    """A log whose smallest buckets have late files; `rows` events of 20 customers are in its journal."""
    log = world.log(buckets=2, late_from=0)
    if rows:
        _bring(world, log, [(f"customer:{n % 20}", n, properties) for n in range(rows)])
        log.journal()
    return log


def _bring(world: World, log: Log, given: list[tuple[str, int, str]]) -> None:
    source = f"import_{len(list(log.folder.glob('*.parquet')))}"
    rows = [Row(who, "page.viewed", at * 10**6, "web", properties=properties) for who, at, properties in given]
    world.bring(log, rows, source=source)


def _told(log: Log) -> dict[int, str | None]:
    return {row["event_id"]: json.loads(row["properties"] or "{}").get("city") for row in whole(log)}


def _read(journal: Journal, found: Property) -> dict[int, str | None]:
    words = [*found.values.to_pylist(), None]
    every = zip(journal.buckets, found.codes, strict=True)
    return {i: words[c] for b, codes in every for i, c in zip(b.event_id.tolist(), codes.tolist(), strict=True)}


def _read_without(hidden: list[Path], log: Log, journal: Journal) -> dict[int, str | None]:
    """What the property is found to be while these files of the log cannot be read."""
    away = [path.rename(path.with_suffix(".hidden")) for path in hidden]
    try:
        return _read(journal, log.property("city", journal))
    finally:
        for path in away:
            path.rename(path.with_suffix(".parquet"))


def _is_right(log: Log, journal: Journal | None = None) -> bool:
    journal = journal or log.journal()
    told, found = _told(log), _read(journal, log.property("city", journal))
    return found == {event: told.get(event) for event in found}


def _happens(
    world: World, log: Log, what: str, number: int, parts: list[list[Row]], pairs: list[tuple[str, str]]
) -> None:
    if what == "append":
        world.bring(log, *parts, source=f"import_{number}")
        for a, b in pairs:
            world.link(log, a, b)
    elif what == "asked":
        log.property("city")
    elif what == "rebuild":
        log.rebuild_journal()
    elif what == "tidy":
        log.tidy()
    elif what == "erase":
        log.erase(["customer:2"])
    else:
        world.unlink(log)


@pytest.mark.usefixtures("_due")
@SEVERAL
@given(histories)
def test_whatever_happened_a_column_is_a_fresh_reading(
    world: World, history: list[tuple[str, list[list[Row]], list[tuple[str, str]]]]
) -> None:
    log, journals = _log(world), []
    for number, (what, parts, pairs) in enumerate(history):
        _happens(world, log, what, number, parts, pairs)
        journals.append(log.journal())
        if number % 2:
            assert _is_right(log)
    for journal in journals[-2:]:
        assert _is_right(log, journal)


def test_after_an_append_no_old_file_is_read(world: World) -> None:
    log = _log(world, 100)
    log.property("city")
    old = list(log.folder.glob("*.parquet"))
    _bring(world, log, [("customer:3", 7, OTHER), ("customer:new", 8, "{}")])
    journal = log.journal()
    found = _read_without(old, log, journal)
    assert found == _told(log)
    assert list(found.values()).count("Vinh") == 1


def test_a_rewritten_bucket_takes_its_codes_along(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    log = _log(world, 100)
    log.property("city")
    old = list(log.folder.glob("*.parquet"))
    monkeypatch.setattr(building, "SHARE", 1000)
    monkeypatch.setattr(building, "REWRITES", 1000)
    for number in range(3):
        _bring(world, log, [(f"customer:{n}", number, OTHER) for n in range(20)])
        assert log.journal().events == 120 + 20 * number
    assert _read_without(old, log, log.journal()) == _told(log)


def test_who_joins_somebody_takes_their_codes_along(world: World) -> None:
    log = _log(world, 100)
    _bring(world, log, [("customer:20", 1, OTHER)])
    log.property("city")
    old = list(log.folder.glob("*.parquet"))
    for number in range(0, 18, 3):
        world.link(log, f"customer:{number}", f"customer:{number + 1}")
    journal = log.journal()
    assert _read_without(old, log, journal) == _told(log)


def test_joined_files_are_not_read_again(world: World) -> None:
    log = _log(world, 100)
    log.property("city")
    for number in range(2):
        _bring(world, log, [("customer:3", number, OTHER)])
        log.journal()
        assert log.tidy() == 2
        log.property("city") if number else log.journal()
    old = list(log.folder.glob("*.parquet"))
    _bring(world, log, [("customer:3", 9, OTHER)])
    journal = log.journal()
    assert _read_without(old, log, journal) == _told(log)


def test_a_journal_that_was_followed_by_others_still_has_its_property(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = _log(world, 100)
    first = log.journal()
    monkeypatch.setattr(building, "SHARE", 1000)
    for number in range(3):
        _bring(world, log, [(f"customer:{n}", number, OTHER) for n in range(20)])
        world.link(log, f"customer:{number}", f"customer:{number + 10}")
        log.journal()
        assert _is_right(log)
    assert _is_right(log, first)
    assert _is_right(log)


def test_files_that_were_joined_with_newer_ones_are_still_read(world: World) -> None:
    log = _log(world, 100)
    first = log.journal()
    _bring(world, log, [("customer:3", 7, OTHER)])
    log.move()
    assert log.tidy() == 2
    assert _is_right(log, first)
    assert list(_read(first, log.property("city", first)).values()) == ["Huế"] * 100


def test_files_that_were_joined_twice_are_still_read(world: World) -> None:
    log = _log(world, 100)
    first = log.journal()
    for number in range(2):
        _bring(world, log, [("customer:3", number, OTHER)])
        log.move()
        assert log.tidy(keep_hours=10**6) == 2  # by the world's clock they left long ago
    assert list(_read(first, log.property("city", first)).values()) == ["Huế"] * 100
    assert _is_right(log)


@pytest.mark.parametrize("part", ["late", "values", "0000"])
def test_a_damaged_column_is_read_again(world: World, part: str) -> None:
    log = _log(world, 100)
    before = _read(log.journal(), log.property("city"))
    [victim] = (log.directory / "journal" / "views").glob(f"*-{part}.property")
    content = victim.read_bytes()
    victim.unlink()  # not written over: it is mapped
    victim.write_bytes(content[: len(content) // 2])
    assert _read(log.journal(), log.property("city")) == before


def test_a_property_after_warming_compiles_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    rooms = (by_line_, column, origins, jsonfield)
    kernels = [each for room in rooms for each in vars(room).values() if hasattr(each, "signatures")]
    monkeypatch.setattr(building, "SHARE", 1000)
    warm()
    known = [len(kernel.signatures) for kernel in kernels]
    log = _log(world, 100)
    first = log.journal()
    for number in range(3):
        log.property("city")
        _bring(world, log, [("customer:3", number, OTHER)])
        world.link(log, f"customer:{number}", f"customer:{number + 10}")
    assert len(_read(first, log.property("city", first))) == 100
    assert [len(kernel.signatures) for kernel in kernels] == known


def test_what_was_erased_is_in_no_column(world: World) -> None:
    log = _log(world, 100)
    _bring(world, log, [("customer:gone", 5, '{"city":"Secret"}')])
    assert "Secret" in log.property("city").values.to_pylist()
    log.erase(["customer:gone"])
    assert "Secret" not in log.property("city").values.to_pylist()
    assert not any(b"Secret" in path.read_bytes() for path in _files(log))
    assert _is_right(log)


def test_a_column_has_no_more_files_than_it_needs(world: World) -> None:
    log = _log(world, 100)
    for number in range(5):
        log.property("city")
        _bring(world, log, [(f"customer:{n}", number, OTHER) for n in range(20)])
    log.property("city")
    assert len(_files(log)) == 2 + 2 + 1


def _files(log: Log) -> list[Path]:
    return [path for path in (log.directory / "journal" / "views").iterdir() if path.name != "catalogue.json"]


def test_a_column_that_nobody_asks_for_is_let_go(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    log = _log(world, 100)
    log.property("city")
    monkeypatch.setattr(building, "SHARE", 1000)
    monkeypatch.setattr(building, "REWRITES", 1000)
    monkeypatch.setattr(properties, "PATIENCE", 2)
    for number in range(4):
        _bring(world, log, [(f"customer:{n}", number, OTHER) for n in range(20)])
        log.journal()
    assert _files(log) == []
    assert _is_right(log)


@given(st.lists(st.tuples(st.integers(0, 3), st.lists(st.integers(-1, 4), max_size=9)), max_size=5), st.integers(1, 3))
def test_codes_are_found_by_line(given: list[tuple[int, list[int]]], threads: int) -> None:
    table, told, first = np.array([7, 300, 0, 2, 5, -1], np.int32), dict[int, int](), 3
    stretches = []
    for gap, codes in given:
        first += gap
        stretches.append(Stretch(first, np.array(codes, np.int32), table))
        told |= {first + at: int(table[code]) for at, code in enumerate(codes)}
        first += len(codes)
    found = by_line(stretches, 301, -2, threads)
    asked = np.arange(first + 4, dtype=np.uint32)
    asked.flags.writeable = False
    assert found.find(asked).tolist() == [told.get(line, -2) for line in asked.tolist()]
