"""What is acknowledged is seen: in profile, timeline, traits, stage and search, without waiting for a journal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.customers.living import happens, says
from wend.bootstrap import open_workspace
from wend.customers import facade as customers
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.people import facade as people
from wend.workspaces.facade import Workspace

LAN, PHONE = "customer:17", "phone:+84903718264"


@pytest.fixture
def here(data_dir: Path, clock: FixedClock) -> Workspace:
    workspace = open_workspace(Settings(data=data_dir), clock, CountingIds())
    for hours in (30, 20):
        happens(workspace, LAN, "product.viewed", ago_s=hours * 3_600)
    for event in ("order.placed", "order.rated", "app.opened"):  # so that the registry knows these names
        happens(workspace, "customer:18", event, ago_s=90_000)
    says(workspace, LAN, name="Nguyễn Thị Lan", city="Hà Nội", ago_s=80_000)
    workspace.log.journal()
    return workspace


def test_an_event_is_seen_before_any_journal_has_it(here: Workspace) -> None:
    before = here.log.journal_at_hand().version
    happens(here, LAN, "order.placed", amount=250_000, currency="VND", properties={"order_id": "D-1"})
    found = customers.profile(here, LAN)
    assert [event.event for event in found.timeline] == ["order.placed", "product.viewed", "product.viewed"]
    assert (found.recent, found.events, found.money) == (1, 3, (("VND", 250_000),))
    assert [(event.recent, event.order) for event in found.timeline] == [(True, "D-1"), (False, ""), (False, "")]
    assert here.log.journal_at_hand().version == before


def test_late_events_take_their_place(here: Workspace) -> None:
    happens(here, LAN, "app.opened", ago_s=25 * 3_600, channel="app")
    assert [event.event for event in customers.profile(here, LAN).timeline][1] == "app.opened"
    spans = customers.profile(here, LAN).stages
    assert [span.entered_at for span in spans] == sorted(span.entered_at for span in spans)


def test_the_same_before_and_after_the_journal_has_it(here: Workspace) -> None:
    happens(here, LAN, "order.placed", amount=250_000, currency="VND")
    says(here, LAN, city="Huế")
    live = customers.profile(here, LAN)
    here.log.journal(exact=True)
    here.log.dossiers.keep()
    settled = customers.profile(here, LAN)
    assert [(e.event_id, e.touchpoint, e.stage) for e in live.timeline] == [
        (e.event_id, e.touchpoint, e.stage) for e in settled.timeline
    ]
    assert (live.traits, live.stages, live.money) == (settled.traits, settled.stages, settled.money)
    assert (live.recent, settled.recent) == (1, 0)


def test_a_merge_and_its_end_are_seen_at_once(here: Workspace) -> None:
    happens(here, PHONE, "call.answered", channel="call")
    assert customers.profile(here, PHONE).events == 1
    happens(here, LAN, "order.placed", same_as=PHONE)
    joined = customers.profile(here, "0903 718 264")
    assert (joined.customer, joined.events, len(joined.links)) == (LAN, 4, 1)
    with here.store.work(here.name) as work:
        people.apart(work, LAN, PHONE, by="Minh", note="")
    assert customers.profile(here, PHONE).events == 1
    assert customers.profile(here, LAN).events == 3


def test_who_is_only_in_the_newest_events_is_somebody(here: Workspace) -> None:
    happens(here, "device:new", "page.viewed")
    says(here, "device:new", name="Đặng Văn Mới")
    assert customers.profile(here, "device:new").label == "Đặng Văn Mới"
    assert [row.customer for row in customers.search(here, "dang van moi").rows] == ["device:new"]
    assert customers.look_up(here, "new").traits == {"name": "Đặng Văn Mới"}
    here.log.journal(exact=True)
    page = customers.search(here, "dang van moi")
    assert ([row.customer for row in page.rows], page.total) == (["device:new"], 1)


def test_the_timeline_is_cut_by_what_is_asked(here: Workspace) -> None:
    happens(here, LAN, "order.placed", amount=9, currency="VND", channel="shop", ago_s=60)
    happens(here, LAN, "order.rated", rating=100, channel="zalo")
    asked = {
        ("order.placed",): customers.TimelineFilter(with_money=True),
        ("order.rated",): customers.TimelineFilter(with_rating=True),
        ("order.rated", "order.placed"): customers.TimelineFilter(channels=("zalo", "shop")),
    }
    for events, wanted in asked.items():
        page = customers.timeline(here, LAN, wanted=wanted)
        assert (tuple(event.event for event in page.events), page.total) == (events, len(events))
    sessions = [event.session for event in customers.timeline(here, LAN).events]
    assert sessions == [3, 3, 2, 1]
