"""A map of the members of some segments: every number of it is theirs, and opens them alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.visiting import rows, small_workspace
from wend.customers import facade as customers
from wend.kit.clock import FixedClock
from wend.maps import facade as maps
from wend.maps.model import Behind
from wend.segments import facade as segments
from wend.workspaces.facade import Workspace

EVENTS = rows(
    *((str(n), "", "page_view", f"2026-06-0{1 + n % 9}T08:00:00Z", "web") for n in range(40)),
    *((str(n), "", "order_paid", f"2026-06-1{n % 9}T08:00:00Z", "web") for n in range(0, 40, 2)),
    *((str(n), "", "order_paid", f"2026-06-2{n % 9}T08:00:00Z", "shop") for n in range(0, 40, 4)),
)


@pytest.fixture
def shop(tmp_path: Path, clock: FixedClock) -> Workspace:
    made = small_workspace(tmp_path, clock, EVENTS)
    for name, least in (("Once", 1), ("Twice", 2)):
        did = {"did": {"event": "order_paid", "times": {"at_least": least}}}
        segments.create(made, name, {"version": 1, "condition": did}, "mai")
    segments.create_list(made, "Some", ["customer:1", "customer:3", "customer:4"], "mai")
    segments.catch_up(made)
    return made


def test_every_number_is_that_of_the_members(shop: Workspace) -> None:
    whole, buyers = maps.build_map(shop), maps.build_map(shop, segments=["once"])
    assert (whole.customers, buyers.customers) == (40, 20)
    assert buyers.events == 20 + 20 + 10
    assert (buyers.title.en, buyers.title.vi) == ("Journey map: Once", "Bản đồ hành trình: Once")
    assert (whole.provenance.segments, buyers.provenance.segments) == ("", "Once")
    members = set(segments.member_ids(shop, "once"))
    for stage in buyers.stages:
        behind = maps.customers_behind(shop, Behind("stage", stage.stage), segments=["once"])
        assert (len(behind), set(behind) <= members) == (stage.customers, True)


def test_several_segments_are_looked_at_together(shop: Workspace) -> None:
    assert maps.lanes(shop, segments=["twice", "some"]).customers == 10 + 2
    assert maps.overview(shop, segments=["some"]).customers == 3


def test_a_map_follows_its_members(shop: Workspace) -> None:
    assert maps.lanes(shop, segments=["some"]).customers == 3
    segments.replace_list(shop, "some", ["customer:1", "customer:2", "customer:5", "customer:7"], "mai")
    segments.catch_up(shop)
    assert maps.lanes(shop, segments=["some"]).customers == 4


def test_whoever_is_marked_is_on_no_map(shop: Workspace) -> None:
    customers.flag(shop, "customer:4", "staff", "mai")
    segments.catch_up(shop)
    assert maps.lanes(shop, segments=["some"]).customers == 2
    assert maps.lanes(shop).customers == 39


def test_a_segment_without_members_has_an_empty_map(shop: Workspace) -> None:
    often = {"did": {"event": "order_paid", "times": {"at_least": 9}}}
    segments.create(shop, "Nobody", {"version": 1, "condition": often}, "mai")
    segments.catch_up(shop)
    drawn = maps.build_map(shop, segments=["nobody"])
    assert (drawn.customers, drawn.obstacles, drawn.title.en) == (0, (), "Journey map: Nobody")
    with pytest.raises(segments.UnknownSegment):
        maps.build_map(shop, segments=["gone"])


def test_a_file_says_whose_map_it_is(shop: Workspace) -> None:
    drawn = maps.build_map(shop, segments=["once"])
    assert b'"segments": "Once"' in maps.as_file(drawn, "json", "en")
    assert b"Once" in maps.as_file(drawn, "svg", "vi")
