"""The journal on disk: disposable, checked, opened at once, and strict about its limits."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from tests.log.world import Row, World, arrays, journeys, sorted_log
from wend.log import packed, spill
from wend.log.facade import TooManyChannels, TooManyEventNames

A = Row("customer:1", "order.placed", 1_500_000, "web", 100, 25_000, None, '{"sku":"x"}')
B = Row("customer:1", "order.paid", -1, "app")
C = Row("customer:2", "survey.answered", 7, rating=-200, about="order.placed")


def test_a_small_journal_can_be_read_by_hand(world: World) -> None:
    log = world.log()
    world.bring(log, [A, B, C])
    journal = log.journal()
    assert (journal.events, journal.customers, journal.first_at, journal.last_at) == (3, 2, -1, 1)
    found = {who: [step[:6] for step in steps] for who, steps in journeys(journal).items()}
    assert found == {
        "customer:1": [("order.paid", -1, "app", None, 0, None), ("order.placed", 1, "web", 100, 25_000, None)],
        "customer:2": [("survey.answered", 0, "", -200, 0, "order.placed")],
    }


def test_an_empty_log_has_an_empty_journal(world: World) -> None:
    journal = world.log().journal()
    assert (journal.events, journal.customers, journal.words.events) == (0, 0, ())


def test_the_journal_is_the_same_object_until_something_changes(world: World) -> None:
    log = world.log()
    world.bring(log, [A])
    journal = log.journal()
    assert log.journal() is journal
    world.bring(log, [B])
    assert log.journal().version != journal.version


def test_an_old_journal_stays_readable_while_a_new_one_takes_its_place(world: World) -> None:
    log = world.log()
    world.bring(log, [A])
    old = log.journal()
    before = journeys(old)
    world.bring(log, [B, C])
    log.journal()
    assert journeys(old) == before


def test_codes_of_words_survive_a_rebuild(world: World) -> None:
    log = world.log()
    world.bring(log, [A])
    world.bring(log, [C, B])
    words = log.journal().words
    assert log.rebuild_journal().words == words


def test_deleting_the_journal_loses_nothing(world: World) -> None:
    log = world.log()
    world.bring(log, [A, B, C])
    before = journeys(log.journal())
    shutil.rmtree(log.directory / "journal")
    assert journeys(world.again(log.workspace).journal()) == before


@pytest.mark.parametrize("harm", ["cut", "header", "gone", "manifest"])
def test_a_damaged_journal_is_noticed_and_rebuilt(world: World, harm: str) -> None:
    log = world.log()
    world.bring(log, [A, B, C])
    before = journeys(log.journal())
    folder = log.directory / "journal"
    victim = folder / "manifest.json" if harm == "manifest" else next(folder.glob("*.bucket"))
    _harm(victim, harm)
    assert journeys(world.again(log.workspace).journal()) == before


def _harm(path: Path, harm: str) -> None:
    whole = path.read_bytes()
    path.unlink()
    if harm in ("cut", "manifest"):
        path.write_bytes(whole[: len(whole) // 2])
    if harm == "header":
        path.write_bytes(whole[:20] + b"!" + whole[21:])


def test_links_that_were_lost_lead_to_a_rebuild(world: World) -> None:
    log = world.log()
    world.bring(log, [A, C])
    world.link(log, "customer:1", "customer:2")
    log.journal()
    for path in (log.directory / "journal").glob("links-*"):
        path.unlink()
    world.unlink(log)
    assert journeys(log.journal()) == sorted_log(log)


def test_a_growing_log_gets_more_buckets(world: World) -> None:
    log = world.log(buckets=64)
    world.bring(log, [A])
    few = len(log.journal().buckets)
    world.bring(log, [Row(f"customer:{n % 9}", "page.viewed", n) for n in range(800_001)], source="import_2")
    journal = log.journal()
    assert len(journal.buckets) >= 4 * few
    assert journal.events == 800_002


def test_rows_that_overflow_to_disk_come_back(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spill, "MEMORY", 100)
    log = world.log()
    world.bring(log, [Row(f"customer:{n % 7}", "page.viewed", n) for n in range(500)], [A, B, C])
    assert journeys(log.journal()) == sorted_log(log)
    assert not (log.directory / "journal" / "spill").exists()


def test_a_busy_customer_is_sorted_too(world: World) -> None:
    log = world.log()
    scattered = [Row("customer:1", "page.viewed", (n * 7919) % 5003 * 500_000) for n in range(5003)]
    world.bring(log, scattered)
    assert journeys(log.journal()) == sorted_log(log)


def test_a_customer_is_found_by_name(world: World) -> None:
    log = world.log()
    world.bring(log, [Row(f"customer:{n}", "page.viewed", n) for n in range(100)])
    journal = log.journal()
    bucket, place = journal.find("customer:42") or (-1, -1)
    assert journal.buckets[bucket].customers[place].as_py() == "customer:42"
    assert journal.find("customer:100") is None


def test_many_customers_are_found_as_one_by_one(world: World) -> None:
    log = world.log()
    world.bring(log, [Row(f"customer:{n}", "page.viewed", n) for n in range(50)])
    journal = log.journal()
    asked = [f"{kind}:{n}" for n in range(120) for kind in ("customer", "device")]
    found = journal.holds(asked)
    assert found.tolist() == [journal.find(each) is not None for each in asked]
    assert (found.sum(), journal.holds([]).tolist()) == (50, [])


def test_nobody_is_found_in_an_empty_journal(world: World) -> None:
    assert world.log().journal().holds(["customer:1"]).tolist() == [False]


def test_customers_of_whom_only_traits_are_known_wait(world: World) -> None:
    log = world.log()
    world.bring(log, [A, Row("customer:5", "$identify", 1, properties='{"city":"Huế"}')])
    waiting = [name for bucket in log.journal().buckets for name in bucket.waiting.to_pylist()]
    assert (log.journal().customers, waiting) == (1, ["customer:5"])
    world.bring(log, [Row("customer:5", "order.placed", 9)])
    journal = log.journal()
    bucket, place = journal.find("customer:5") or (-1, -1)
    assert journal.buckets[bucket].traits.to_pylist()[place] == {"city": "Huế"}


def test_too_many_event_names_are_refused_and_named(world: World) -> None:
    log = world.log()
    world.bring(log, [Row("customer:1", f"page.{n}", n) for n in range(65_001)])
    with pytest.raises(TooManyEventNames) as refused:
        log.journal()
    assert refused.value.details == {"found": 65_001, "most": 65_000}


def test_too_many_channels_are_refused_and_named(world: World) -> None:
    log = world.log()
    world.bring(log, [Row("customer:1", "page.viewed", n, f"channel {n}") for n in range(251)])
    with pytest.raises(TooManyChannels):
        log.journal()


def test_a_packed_file_gives_its_arrays_back_read_only(tmp_path: Path) -> None:
    given: dict[str, packed.Array] = {"a": np.arange(5), "none": np.empty(0), "b": np.array([1, 2], np.uint16)}
    written = packed.write(tmp_path / "x", given)
    found = packed.read(tmp_path / "x", written)
    assert {name: array.tolist() for name, array in found.items()} == {k: v.tolist() for k, v in given.items()}
    assert not any(array.flags.writeable for array in found.values())


def test_untouched_buckets_keep_their_files(world: World) -> None:
    log = world.log(buckets=4)
    world.bring(log, [Row(f"customer:{n}", "page.viewed", n) for n in range(150_000)])
    log.journal()
    files = {path.name for path in (log.directory / "journal").glob("*.bucket")}
    world.bring(log, [Row("customer:3", "page.left", 9)], source="import_2")
    refreshed = log.journal()
    kept = files & {path.name for path in (log.directory / "journal").glob("*.bucket")}
    assert len(kept) == len(files) - 1
    assert arrays(refreshed) == arrays(log.rebuild_journal())
