"""Members change with the event, and at the very second at which a window runs out; both are told once."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.channels.receiving import receiver
from tests.customers.living import happens, says
from tests.segments.conftest import BOUGHT, BOUGHT_LATELY
from wend.bootstrap import open_workspace
from wend.channels.signing import Request, verify
from wend.channels.webhook import SIGNATURE
from wend.customers import facade as customers
from wend.customers.model_consents import NewConsent
from wend.kit.clock import FixedClock, epoch_seconds
from wend.kit.ids import CountingIds
from wend.people import facade as people
from wend.segments import facade as segments
from wend.segments.live import computing, following, repository
from wend.touchpoints import facade as touchpoints
from wend.worker.worker import Worker
from wend.workspaces.facade import Workspace


def members(shop: Workspace, key: str) -> list[str]:
    segments.catch_up(shop)
    return list(segments.member_ids(shop, key))


def test_who_is_found_at_first_is_told_to_nobody(shop: Workspace) -> None:
    segments.create(shop, "Buyers", BOUGHT, "mai")
    assert members(shop, "buyers") == ["customer:1", "customer:2"]
    seen = segments.segment(shop, "buyers")
    assert (seen.state, seen.size, seen.done, seen.total) == ("live", 2, 3, 3)
    assert segments.history(shop, "buyers").changes == ()
    assert shop.log.recent(["customer:1"], shop.log.journal_at_hand()) == []


def test_an_event_enters_and_a_window_leaves_on_the_second(shop: Workspace, clock: FixedClock) -> None:
    segments.create(shop, "Lately", BOUGHT_LATELY, "mai")
    assert members(shop, "lately") == ["customer:2"]
    bought = happens(shop, "customer:3", "order.placed")
    assert members(shop, "lately") == ["customer:2", "customer:3"]
    clock.advance(timedelta(days=3) - timedelta(seconds=1))
    assert members(shop, "lately") == ["customer:3"]
    clock.advance(timedelta(seconds=1))
    assert members(shop, "lately") == []
    told = [(each.customer, each.what, each.why, each.because) for each in segments.history(shop, "lately").changes]
    assert told == [
        ("customer:3", "left", "window", "did order.placed in the last 3d"),
        ("customer:2", "left", "window", "did order.placed in the last 3d"),
        ("customer:3", "entered", "event", str(bought)),
    ]
    [left, *_] = segments.history(shop, "lately").changes
    assert left.at == epoch_seconds(clock.now())


def test_who_leaves_one_segment_enters_another_that_asks_for_it(shop: Workspace, clock: FixedClock) -> None:
    segments.create(shop, "Lately", BOUGHT_LATELY, "mai")
    segments.create(shop, "Gone", {"version": 1, "condition": {"did": {"left_segment": "lately"}}}, "mai")
    assert members(shop, "gone") == ["customer:1"]
    clock.advance(datetime(2026, 7, 3, 7, 59, 59, tzinfo=UTC) - clock.now())
    assert members(shop, "gone") == ["customer:1"]
    clock.advance(timedelta(seconds=1))
    assert members(shop, "gone") == ["customer:1", "customer:2"]
    [told] = segments.history(shop, "gone").changes
    assert (told.customer, told.why, told.because) == ("customer:2", "window", "did leaving segment lately")
    assert told.at == epoch_seconds(clock.now())


def test_who_was_told_of_before_they_did_anything_is_judged_whole(shop: Workspace, clock: FixedClock) -> None:
    segments.create(shop, "Calm", {"version": 1, "condition": {"did_not": {"event": "order.placed"}}}, "mai")
    following.step(shop)
    agreed = NewConsent("customer:9", "marketing", "email", "granted", epoch_seconds(clock.now()))
    with shop.store.work(shop.name) as work:
        customers.record_consents(work, [agreed])
    following.step(shop)
    happens(shop, "customer:9", "product.viewed")
    following.step(shop)
    assert members(shop, "calm") == ["customer:3", "customer:9"]


def test_who_begins_before_an_event_of_a_fast_clock_is_judged_whole(shop: Workspace) -> None:
    idle = {"version": 1, "condition": {"did_not": {"event": "order.placed"}}}
    segments.create(shop, "Idle", idle, "mai")
    happens(shop, "customer:9", "case.opened", ago_s=-86_400)
    assert "customer:9" not in members(shop, "idle")
    happens(shop, "customer:9", "product.viewed")
    assert "customer:9" in members(shop, "idle")


def test_who_loses_all_they_did_leaves_though_everybody_is_judged_anew(shop: Workspace) -> None:
    happens(shop, "device:x", "product.viewed")
    says(shop, "email:b@shop.vn", city="Huế")
    with shop.store.work(shop.name) as work:
        joined, _ = people.join(work, "device:x", "email:b@shop.vn", "mai")
    segments.create_list(shop, "Invited", ["email:b@shop.vn"], "mai")
    assert members(shop, "invited") == ["email:b@shop.vn"]
    with shop.store.work(shop.name) as work:
        people.undo(work, f"d{joined}", "mai")
    touchpoints.save(shop, touchpoints.registry(shop))  # another world: nobody is followed one by one
    assert members(shop, "invited") == []


def test_a_change_is_a_row_of_the_log_and_no_part_of_the_journey(shop: Workspace) -> None:
    segments.create(shop, "Buyers", BOUGHT, "mai")
    segments.catch_up(shop)
    happens(shop, "customer:3", "order.placed")
    segments.catch_up(shop)
    rows = shop.log.events_of(["customer:3"]).to_pylist()
    own = [row for row in rows if row["source"] == "wend"]
    assert [(row["event"], json.loads(row["properties"])["segment"]) for row in own] == [("$segment.entered", "buyers")]
    assert "$segment.entered" not in shop.log.journal().words.events


def test_an_edit_tells_only_the_difference(shop: Workspace) -> None:
    segments.create(shop, "Lately", BOUGHT_LATELY, "mai")
    segments.catch_up(shop)
    before = segments.segment(shop, "lately")
    segments.change(shop, "lately", "Buyers", BOUGHT, before.version, "mai")
    assert members(shop, "lately") == ["customer:1", "customer:2"]
    [only] = segments.history(shop, "lately").changes
    assert (only.customer, only.what, only.why, only.version) == ("customer:1", "entered", "definition", 2)
    assert [each.version for each in segments.versions(shop, "lately")] == [2, 1]


def test_what_ran_out_does_not_wait_for_events(shop: Workspace, clock: FixedClock) -> None:
    segments.create(shop, "Lately", BOUGHT_LATELY, "mai")
    assert members(shop, "lately") == ["customer:2"]
    clock.advance(timedelta(days=3))
    for _ in range(following.MOST_PROMISES + 1):
        happens(shop, "customer:3", "product.viewed")
    following.step(shop)
    assert list(segments.member_ids(shop, "lately")) == []
    assert following.is_wanted(shop)


def test_what_ran_out_is_told_at_its_moment_before_a_newer_event(shop: Workspace, clock: FixedClock) -> None:
    segments.create(shop, "Lately", BOUGHT_LATELY, "mai")
    assert members(shop, "lately") == ["customer:2"]
    clock.advance(timedelta(days=4))
    happens(shop, "customer:2", "order.placed")
    assert members(shop, "lately") == ["customer:2"]
    [entered, left] = segments.history(shop, "lately").changes
    bought = epoch_seconds(datetime(2026, 6, 30, 8, tzinfo=UTC))
    assert (left.what, left.why, left.at) == ("left", "window", bought + 3 * 86_400)
    assert (entered.what, entered.why, entered.at) == ("entered", "event", epoch_seconds(clock.now()))


def test_a_late_event_judges_its_customer_again(shop: Workspace) -> None:
    segments.create(shop, "Lately", BOUGHT_LATELY, "mai")
    segments.catch_up(shop)
    happens(shop, "customer:1", "order.placed", ago_s=5 * 86_400)
    assert members(shop, "lately") == ["customer:2"]
    happens(shop, "customer:1", "order.placed", ago_s=2 * 86_400)
    assert members(shop, "lately") == ["customer:1", "customer:2"]


def test_who_is_joined_as_their_window_runs_out_leaves_once(shop: Workspace, clock: FixedClock) -> None:
    segments.create(shop, "Lately", BOUGHT_LATELY, "mai")
    happens(shop, "email:chi@shop.vn", "order.placed")
    assert members(shop, "lately") == ["customer:2", "email:chi@shop.vn"]
    clock.advance(timedelta(days=4))
    happens(shop, "customer:3", "page.viewed", same_as="email:chi@shop.vn")
    assert members(shop, "lately") == []
    told = [(each.customer, each.what, each.why) for each in segments.history(shop, "lately").changes]
    assert sorted(told) == [("customer:2", "left", "window"), ("email:chi@shop.vn", "left", "people")]


def test_nothing_to_follow_is_nothing_to_do(shop: Workspace) -> None:
    segments.create(shop, "Buyers", BOUGHT, "mai")
    segments.catch_up(shop)
    assert not following.is_wanted(shop)
    happens(shop, "customer:3", "product.viewed")
    assert following.is_wanted(shop)
    segments.catch_up(shop)
    assert not following.step(shop)


def test_a_recount_that_finds_nothing_else_writes_nothing(shop: Workspace, clock: FixedClock) -> None:
    def documents() -> dict[str, bytes]:
        with shop.store.reading(shop.name) as reading:
            return repository.documents(reading, ["customer:1", "customer:2", "customer:3"])

    segments.create(shop, "Lately", BOUGHT_LATELY, "mai")
    segments.catch_up(shop)
    before = documents()
    segments.recount(shop, "lately", "mai")
    segments.catch_up(shop)
    assert documents() == before
    assert set(before) == {"customer:2"}
    clock.advance(timedelta(days=3))
    assert members(shop, "lately") == []


def test_a_webhook_hears_of_each_change_once_and_signed(shop: Workspace, clock: FixedClock) -> None:
    with receiver() as seen:
        shop = replace(shop, settings=replace(shop.settings, webhook_hosts=seen.host))
        made = segments.create(shop, "Lately", BOUGHT_LATELY, "mai", webhook=f"http://{seen.host}/in")
        segments.catch_up(shop)
        happens(shop, "customer:3", "order.placed")
        segments.catch_up(shop)
        for _ in range(2):
            clock.advance(timedelta(seconds=2))
            Worker(shop).run_due()
    [(headers, body)] = seen.requests
    told = json.loads(body)
    assert (told["type"], told["segment"], told["customer"], told["why"]) == (
        "segment.entered", "lately", "customer:3", "event",
    )  # fmt: skip
    verify(SIGNATURE, [made.secret], Request(headers, {}, body), epoch_seconds(clock.now()))


def test_what_was_moved_unseen_judges_those_who_are_in_it(shop: Workspace) -> None:
    segments.create(shop, "Buyers", BOUGHT, "mai")
    segments.catch_up(shop)
    happens(shop, "customer:3", "order.placed")
    shop.log.move()
    assert members(shop, "buyers") == ["customer:1", "customer:2", "customer:3"]
    [only] = segments.history(shop, "buyers").changes
    assert (only.customer, only.why) == ("customer:3", "event")


def test_a_process_that_knows_no_journal_yet_computes_by_touchpoints(shop: Workspace, clock: FixedClock) -> None:
    happens(shop, "customer:3", "order.placed")
    bought = {"version": 1, "condition": {"did": {"touchpoint": "order_placed"}}}
    segments.create(shop, "Buyers", bought, "mai")
    touchpoints.save(shop, touchpoints.registry(shop))  # so that nobody knows yet what these cover
    happens(shop, "customer:3", "product.viewed")
    shop.log.move()
    happens(shop, "customer:3", "product.viewed")
    fresh = open_workspace(shop.settings, clock, CountingIds())
    assert computing.compute(fresh)
    assert members(fresh, "buyers") == ["customer:1", "customer:2", "customer:3"]
