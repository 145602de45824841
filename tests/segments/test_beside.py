"""One person's page with their segments: what they are in and why, and what they entered and left."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.customers.living import happens
from tests.segments.conftest import BOUGHT, BOUGHT_LATELY
from wend.customers.facade import TimelineEvent, TimelineFilter
from wend.domain.names import Name
from wend.kit.clock import FixedClock, epoch_seconds
from wend.segments import facade as segments
from wend.workspaces.facade import Workspace

LIMITS = (1, 2, 3, 5, 50)


@pytest.fixture
def followed(shop: Workspace, clock: FixedClock) -> Workspace:
    """Customer 3 buys, is silent until a window runs out, and buys again; two segments follow it."""
    segments.create(shop, "Buyers", BOUGHT, "mai")
    segments.create(shop, "Bought lately", BOUGHT_LATELY, "mai", key="lately")
    segments.catch_up(shop)
    happens(shop, "customer:3", "order.placed", channel="web")
    segments.catch_up(shop)
    clock.advance(timedelta(days=4))
    segments.catch_up(shop)
    happens(shop, "customer:3", "product.viewed")
    happens(shop, "customer:3", "order.placed", channel="app")
    segments.catch_up(shop)
    return shop


def test_a_page_says_which_segments_and_why(followed: Workspace, clock: FixedClock) -> None:
    lately, buyers = segments.profile(followed, "customer:3").segments
    now = epoch_seconds(clock.now())
    assert (lately.key, lately.name, lately.since, lately.why) == ("lately", "Bought lately", now, "event")
    assert (buyers.key, buyers.since) == ("buyers", now - 4 * 86_400)
    assert buyers.said.en == "because of “Order placed”"
    assert segments.look_up(followed, "customer:3").segments == ("lately", "buyers")
    [found_at_first] = segments.of_customer(followed, "customer:1")
    assert (found_at_first.key, found_at_first.why, found_at_first.said.en) == (
        "buyers", None, "since the segment was made",
    )  # fmt: skip


def test_a_history_names_what_each_change_came_of(followed: Workspace) -> None:
    every = segments.history(followed, "lately").changes
    changes = [each for each in every if each.customer == "customer:3"]
    assert [each.vi for each in segments.reasons(followed, changes)] == [
        "vì “Đặt hàng”",
        "do thời gian trôi qua: đã có “Đặt hàng” trong 3 ngày qua",
        "vì “Đặt hàng”",
    ]


def test_an_event_that_the_log_has_no_more_is_told_by_its_id(followed: Workspace) -> None:
    [newest, *_] = segments.history(followed, "lately").changes
    gone = replace(newest, because="-77")
    assert [each.en for each in segments.reasons(followed, [gone])] == ["event -77"]
    assert segments.reasons(followed, []) == ()


def test_a_timeline_tells_what_was_entered_and_left(followed: Workspace) -> None:
    page = segments.timeline(followed, "customer:3")
    told = [(each.segment, each.what, each.why) for each in page.changes]
    assert told == [
        ("lately", "entered", "event"),
        ("lately", "left", "window"),
        ("lately", "entered", "event"),
        ("buyers", "entered", "event"),
    ]
    assert page.changes[1].said == Name(
        "as time passed: did “Order placed” in the last 3 days",
        "do thời gian trôi qua: đã có “Đặt hàng” trong 3 ngày qua",
    )
    orders = [each.event_id for each in page.events if each.event == "order.placed"]
    assert [each.event_id for each in page.changes] == [orders[0], "", orders[1], orders[1]]
    assert (page.total, page.total_changes, page.next_cursor) == (4, 4, None)


@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize(
    ("show", "channels"), [("beside", ()), ("beside", ("web",)), ("only", ()), ("none", ()), ("beside", ("none",))]
)
def test_pages_of_any_size_hold_everything_once(
    followed: Workspace, limit: int, show: segments.Beside, channels: tuple[str, ...]
) -> None:
    wanted = TimelineFilter(channels)
    whole = segments.timeline(followed, "customer:3", wanted=wanted, show=show)
    events: list[TimelineEvent] = []
    changes: list[segments.Passage] = []
    cursor, seen = None, list[int]()
    while True:
        page = segments.timeline(followed, "customer:3", wanted=wanted, show=show, cursor=cursor, limit=limit)
        assert len(page.events) + len(page.changes) <= limit
        assert (page.total, page.total_changes) == (whole.total, whole.total_changes)
        moments = [*(each.at for each in page.events), *(each.at for each in page.changes)]
        assert all(at >= max(moments, default=0) for at in seen)
        seen += moments
        events += page.events
        changes += page.changes
        cursor = page.next_cursor
        if cursor is None:
            break
    assert (tuple(events), tuple(changes)) == (whole.events, whole.changes)
    assert whole.next_cursor is None


def test_changes_of_one_segment_alone(followed: Workspace) -> None:
    page = segments.timeline(followed, "customer:3", show="only", keys=["buyers"])
    assert [each.segment for each in page.changes] == ["buyers"]
    assert (page.events, page.total, page.total_changes) == ((), 4, 1)


def test_people_joined_is_the_reason_that_is_told(followed: Workspace) -> None:
    happens(followed, "email:chi@shop.vn", "order.placed")
    segments.catch_up(followed)
    happens(followed, "customer:3", "page.viewed", same_as="email:chi@shop.vn")
    segments.catch_up(followed)
    page = segments.timeline(followed, "customer:3", show="only")
    joined = [each for each in page.changes if each.why == "people"]
    assert {(each.segment, each.what) for each in joined} == {("buyers", "left"), ("lately", "left")}
    assert joined[0].said == Name("somebody was joined or parted", "có người được gộp hoặc tách")


def test_an_event_that_came_days_late_is_named_as_any_other(followed: Workspace) -> None:
    happens(followed, "customer:9", "order.placed", ago_s=10 * 86_400)
    segments.catch_up(followed)
    happens(followed, "customer:1", "page.seen", same_as="customer:9")
    changes = [each for each in segments.history(followed, "buyers").changes if each.customer == "customer:9"]
    assert [each.vi for each in segments.reasons(followed, changes)] == ["vì “Đặt hàng”"]
