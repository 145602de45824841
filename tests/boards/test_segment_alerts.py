"""Alerts about segments: their size, and how many came and went lately; the same judging, the same messages."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.boards.test_alerts import with_settings, work
from tests.channels.mailing import mail_server
from tests.channels.receiving import receiver
from tests.customers.living import happens
from wend.boards import facade as boards
from wend.boards.model_alerts import Bounds, Cell, NewAlert, Watch
from wend.kit.clock import FixedClock
from wend.kit.errors import Mistake
from wend.segments import facade as segments
from wend.workspaces.facade import Workspace

BUYERS = {"version": 1, "condition": {"did": {"event": "order.placed", "in": {"last": "10d"}}}}
ENTERED = Cell("entered", {"days": "1"})


@pytest.fixture
def kept(shop: Workspace) -> Workspace:
    segments.create(shop, "Buyers", BUYERS, "mai")
    segments.catch_up(shop)
    return shop


def watched(shop: Workspace, watch: Watch) -> NewAlert:
    return boards.create_alert(shop, "Người mua", "", watch, "session", segment="Buyers")


def buys(shop: Workspace, *who: str) -> None:
    for each in who:
        happens(shop, f"customer:{each}", "order.placed")
    segments.catch_up(shop)


def test_a_segment_that_outgrows_its_range_is_mailed_once(kept: Workspace, clock: FixedClock) -> None:
    size = segments.segment(kept, "buyers").size
    with mail_server() as box:
        shop = with_settings(kept, smtp_host="127.0.0.1", smtp_port=box.port, smtp_tls="none", mail_from="wend@shop.vn")
        made = watched(shop, Watch(Cell("size"), Bounds(high=size + 1.5), emails=("lan@shop.vn",)))
        assert (made.alert.segment, made.alert.question) == ("buyers", "")
        work(shop, clock)
        assert (boards.alert(shop, made.alert.id).value, box.mails) == (size, [])
        buys(shop, "n1", "n2")
        for _ in range(3):
            work(shop, clock)
    (mail,) = box.mails
    assert b"/segments/buyers" in bytes(mail)
    assert boards.alert(shop, made.alert.id).state == "outside"


def test_many_who_enter_in_a_day_are_told_and_forgotten_the_day_after(kept: Workspace, clock: FixedClock) -> None:
    with receiver() as seen:
        shop = with_settings(kept, webhook_hosts=seen.host)
        watch = Watch(ENTERED, Bounds(high=2, margin_percent=0), webhook=f"http://{seen.host}/in")
        made = watched(shop, watch)
        buys(shop, "n1", "n2")
        work(shop, clock)
        assert boards.alert(shop, made.alert.id).value == 2
        buys(shop, "n3")
        work(shop, clock)
        clock.advance(timedelta(days=2))
        work(shop, clock)
    bodies = [json.loads(body) for _, body in seen.requests]
    assert [(each["type"], each["segment"], each["number"], each["value"]) for each in bodies] == [
        ("alert.left", "buyers", "entered", 3.0),
        ("alert.back", "buyers", "entered", 0.0),
    ]


def test_leaving_is_counted_over_days(kept: Workspace, clock: FixedClock) -> None:
    buys(kept, "n1")
    clock.advance(timedelta(days=11))
    segments.catch_up(kept)
    left = len(segments.history(kept, "buyers").changes) - 1
    for days, value in ((1, 0.0), (7, left), (30, left)):
        made = watched(kept, Watch(Cell("left", {"days": str(days)}), Bounds(high=99), emails=("lan@shop.vn",)))
        if days == 1:
            clock.advance(timedelta(days=2))
        assert boards.check_alert(kept, made.alert.id).value == value


def test_no_number_while_members_are_being_found(kept: Workspace) -> None:
    made = watched(kept, Watch(Cell("size"), Bounds(high=1), emails=("lan@shop.vn",)))
    segments.recount(kept, "buyers", "mai")
    checked = boards.check_alert(kept, made.alert.id)
    assert (checked.value, checked.state, checked.trouble) == (None, "unknown", "boards_alerts.no_number")


def test_a_segment_that_is_gone_is_a_trouble_of_its_alert(kept: Workspace) -> None:
    made = watched(kept, Watch(Cell("size"), Bounds(high=99), emails=("lan@shop.vn",)))
    segments.remove(kept, "buyers", "mai")
    assert boards.check_alert(kept, made.alert.id).trouble == "segments.unknown"


@pytest.mark.parametrize(
    ("question", "segment", "cell", "code"),
    [
        ("", "", Cell("size"), "boards_alerts.not_one"),
        ("Orders", "buyers", Cell("size"), "boards_alerts.not_one"),
        ("", "nobody", Cell("size"), "segments.unknown"),
        ("", "buyers", Cell("customers"), "boards_alerts.bad_cell"),
        ("", "buyers", Cell("entered", {"days": "0"}), "boards_alerts.bad_cell"),
        ("", "buyers", Cell("left", {"days": "-1"}), "boards_alerts.bad_cell"),
        ("", "buyers", Cell("left", {"weeks": "1"}), "boards_alerts.bad_cell"),
    ],
)
def test_what_cannot_be_watched(kept: Workspace, question: str, segment: str, cell: Cell, code: str) -> None:
    watch = Watch(cell, Bounds(high=1), emails=("lan@shop.vn",))
    with pytest.raises(Mistake) as refused:
        boards.create_alert(kept, "Buyers", question, watch, "session", segment=segment)
    assert refused.value.code == code


def test_an_alert_is_changed_and_stays_about_its_segment(kept: Workspace) -> None:
    made = watched(kept, Watch(Cell("size"), Bounds(high=1), emails=("lan@shop.vn",)))
    later = replace(made.alert.watch, cell=ENTERED)
    changed = boards.change_alert(kept, made.alert.id, "Came", later, 1, "mai").alert
    assert (changed.segment, changed.watch.cell, changed.version) == ("buyers", ENTERED, 2)
    with pytest.raises(boards.BadCell):
        boards.change_alert(kept, made.alert.id, "Came", replace(later, cell=Cell("x")), 2, "mai")
