"""One person's page: who they are and why we think so, where they stood when, and what they did, newest first."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from tests.customers.conftest import MANY
from wend.customers import facade as customers
from wend.domain.names import Name
from wend.domain.stage import Stage, StageSet
from wend.kit.clock import epoch_seconds
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

LAN = "customer:17"
NOT_QUIET = {"version": 1, "condition": {"none": [{"silent": {"anything": True, "for": "1h"}}]}}
NAMES = (LAN, "email:lan.nguyen@shop.vn", "phone:+84903718264")


def at(moment: str) -> int:
    return epoch_seconds(datetime.fromisoformat(moment))


@pytest.mark.parametrize("name", [*NAMES, "17", "Lan.NGUYEN@shop.vn", "0903 718 264", "phone:(+84) 903-718-264"])
def test_one_person_under_each_of_their_names(shop: Workspace, name: str) -> None:
    found = customers.profile(shop, name)
    assert (found.customer, found.label, found.events) == (LAN, "Nguyễn Thị Lan", 4)
    assert set(found.identifiers) == set(NAMES)


def test_each_join_has_its_reason_in_both_languages(shop: Workspace) -> None:
    links = customers.profile(shop, LAN).links
    assert {(link.a, link.b) for link in links} == {(LAN, NAMES[1]), (LAN, NAMES[2])}
    for link in links:
        assert link.a in link.reason.en
        assert link.b in link.reason.vi
        assert link.reason.en != link.reason.vi
        assert link.source.startswith("import_")
    assert customers.profile(shop, "customer:18").links == ()


def test_the_timeline_is_newest_first_with_what_came_along(shop: Workspace) -> None:
    found = customers.profile(shop, LAN)
    assert [event.event for event in found.timeline] == [
        "order.rated",
        "order.delivered",
        "order.placed",
        "product.viewed",
    ]
    rated, delivered, placed, viewed = found.timeline
    assert (rated.rating, rated.came_under, rated.at) == (200, NAMES[2], at("2026-01-06T10:00:00+00:00"))
    assert delivered.came_under == NAMES[1]
    assert (placed.amount, placed.currency, placed.channel) == (1_250_000, "VND", "web")
    assert viewed.touchpoint is not None
    assert (found.first_at, found.last_at) == (viewed.at, rated.at)
    assert found.money == (("VND", 1_250_000),)


def test_stage_spans_follow_each_other(shop: Workspace) -> None:
    found = customers.profile(shop, LAN, stage_set="relationship_6")
    assert found.stages[0].entered_at == found.first_at
    assert [span.left_at for span in found.stages[:-1]] == [span.entered_at for span in found.stages[1:]]
    assert found.stages[-1].left_at is None
    assert found.stages[-1].stage == found.stage
    assert len(found.stages) > 1
    assert {event.stage for event in found.timeline} == {span.stage for span in found.stages}


def test_a_stage_that_silence_begins_is_dated_to_the_second(shop: Workspace) -> None:
    quiet = {"version": 1, "condition": {"silent": {"anything": True, "for": "1h"}}}
    registry = touchpoints.registry(shop)
    stages = (Stage("here", Name("Here", "Có mặt")), Stage("quiet", Name("Quiet", "Im"), enter=quiet, exit=NOT_QUIET))
    told = StageSet("told", Name("Told", "Theo điều kiện"), stages)
    touchpoints.save(shop, replace(registry, stage_sets=(*registry.stage_sets, told)))
    found = customers.profile(shop, LAN, stage_set="told")
    happened = sorted(event.at for event in found.timeline)
    begun = [span.entered_at for span in found.stages if span.stage == "quiet"]
    later = [*happened[1:], shop.log.journal().last_at + 1]
    assert begun == [at + 3_600 for at, after in zip(happened, later, strict=True) if after - at > 3_600]
    assert begun


def test_silence_is_told_from_the_end_of_the_log(shop: Workspace) -> None:
    states = {name: customers.profile(shop, name).state for name in (LAN, "customer:18", "customer:busy")}
    assert states["customer:busy"] == "active"  # a month before the last event
    assert states["customer:18"] in ("slowing", "left")
    assert states[LAN] in ("slowing", "left")


def test_a_long_timeline_comes_in_pages(shop: Workspace) -> None:
    first = customers.profile(shop, "customer:busy", limit=10)
    seen, cursor = [event.event for event in first.timeline], first.next_cursor
    while cursor is not None:
        page = customers.timeline(shop, "customer:busy", cursor=cursor, limit=10)
        assert (page.total, len(page.events) <= 10) == (MANY, True)
        seen += [event.event for event in page.events]
        cursor = page.next_cursor
    assert seen == [f"visit.{i}" for i in reversed(range(MANY))]
    with pytest.raises(customers.BadCursor):
        customers.timeline(shop, "customer:busy", cursor="next please")


@pytest.mark.parametrize(
    "name", ["customer:99", "99", "", "clan:17", "email:nobody@x.vn", "0987 000 111", "customer:17\0"]
)
def test_nobody_goes_by_that_name(shop: Workspace, name: str) -> None:
    with pytest.raises(customers.UnknownCustomer) as unknown:
        customers.profile(shop, name)
    assert unknown.value.status == 404
    assert unknown.value.message("en") != unknown.value.message("vi")
