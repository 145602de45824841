"""Lanes of segments: in which stage customers entered and left one, as a plain reading of its history says."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from tests.customers.living import happens
from tests.web.visiting import rows, small_workspace
from wend.customers import facade as customers
from wend.domain.selection import Selection
from wend.kit.clock import FixedClock, epoch_seconds
from wend.maps import facade as maps
from wend.maps.model import Behind, Passed, SegmentLane
from wend.segments import facade as segments
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

DAY = 86_400
EVENTS = rows(
    *((str(n), "", "page_view", f"2026-06-0{1 + n % 9}T08:00:00Z", "web") for n in range(12)),
    *((str(n), "", "order_paid", f"2026-06-1{n % 9}T08:00:00Z", "web") for n in range(0, 12, 3)),
)
LATELY = {"did": {"event": "order_paid", "in": {"last": "3d"}}}
OFTEN = {"did": {"event": "page_view", "times": {"at_least": 2}, "in": {"last": "9d"}}}


@pytest.fixture
def shop(tmp_path: Path, clock: FixedClock) -> Workspace:
    """Two segments, and thirty days in which customers look, buy and keep quiet."""
    made, random = small_workspace(tmp_path, clock, EVENTS), Random(7)
    for name, condition in (("Lately", LATELY), ("Often", OFTEN)):
        segments.create(made, name, {"version": 1, "condition": condition}, "mai")
    segments.catch_up(made)
    for _ in range(30):
        clock.advance(timedelta(days=1))
        for _ in range(random.randint(0, 4)):
            happens(made, f"customer:{random.randrange(14)}", random.choice(("page_view", "order_paid", "noise")))
        segments.catch_up(made)
    made.log.move()
    return made


Life = list[tuple[int, str]]
"""When a customer met which touchpoint, in order."""


def lives(shop: Workspace) -> dict[str, Life]:
    """Everybody's touchpoints, read from the log row by row."""
    covers = {event: each.key for each in touchpoints.view(shop).touchpoints for event in each.rule.events}
    found: dict[str, Life] = defaultdict(list)
    who = [f"customer:{n}" for n in range(14)]
    for row in shop.log.events_of(who).to_pylist():
        if row["event"] in covers:
            found[row["subject"]].append((int(row["occurred_at"].timestamp()), covers[row["event"]]))
    return {customer: sorted(life) for customer, life in found.items()}


def stage_of(shop: Workspace, life: Life, at: int) -> str | None:
    """The furthest stage any of whose rules has fired by then; None before the first touchpoint."""
    met = [touchpoint for moment, touchpoint in life if moment <= at]
    reached = None
    for place, stage in enumerate(touchpoints.view(shop).stage_set.stages):
        fired = any(sum(m in rule.touchpoints for m in met) >= rule.at_least for rule in stage.rules)
        reached = stage.key if met and (fired or not place) else reached
    return reached


def plainly(shop: Workspace, key: str, from_at: int = 0, to_at: int = 2**40) -> dict[tuple[str, str], list[str]]:
    """(stage, entered or left) → customer of every change in a time, with a touchpoint in that time and stage."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    told = lives(shop)
    for change in segments.history(shop, key, limit=1_000).changes:
        life = told.get(change.customer, [])
        here = {stage_of(shop, life, moment) for moment, _ in life if from_at <= moment < to_at}
        stage = stage_of(shop, life, change.at)
        if from_at <= change.at < to_at and stage is not None and stage in here:
            found[stage, change.what].append(change.customer)
    return found


def assert_is(shop: Workspace, lane: SegmentLane, selection: Selection = maps.EVERYTHING) -> int:
    """The lane is what is plainly so, and opens whom it counts; how many changes that were."""
    plain, many = plainly(shop, lane.segment, max(0, selection.from_at), min(2**40, selection.to_at)), 0
    heads = {stage.stage: stage.customers for stage in maps.lanes(shop, selection=selection).stages}
    for cell in lane.stages:
        for what, moved in (("entered", cell.entered), ("left", cell.left)):
            real = plain[cell.stage, what]
            assert (moved.times, moved.customers) == (len(real), len(set(real)))
            assert set(maps.customers_behind(shop, moved.behind, selection=selection)) == set(real)
            assert (moved.share.n if moved.share else 0) == heads[cell.stage]
            many += moved.times
    return many


def test_lanes_are_the_history_laid_over_the_stages(shop: Workspace) -> None:
    lately, often = maps.moves_of(shop, ["lately", "often"])
    assert [lane.name for lane in (lately, often)] == ["Lately", "Often"]
    assert min(assert_is(shop, lately), assert_is(shop, often)) > 8
    told = segments.history(shop, "lately", limit=1_000).changes
    counted = sum(cell.entered.times + cell.left.times for cell in lately.stages)
    assert counted == len(told) and lately.elsewhere == Passed(0, 0)
    [share] = [cell.entered.share for cell in lately.stages if cell.entered.customers][:1]
    assert share is not None and share.low < share.value < share.high


def test_a_period_has_its_own_and_says_who_moved_elsewhere(shop: Workspace, clock: FixedClock) -> None:
    now = epoch_seconds(clock.now())
    week = Selection(from_at=now - 9 * DAY, to_at=now - 2 * DAY)
    [lane] = maps.moves_of(shop, ["lately"], selection=week)
    counted = assert_is(shop, lane, week)
    inside = [c for c in segments.history(shop, "lately", limit=1_000).changes if week.from_at <= c.at < week.to_at]
    assert 0 < counted < len(inside) and lane.elsewhere.left > 0


def test_a_changed_segment_moves_nobody_on_the_map(shop: Workspace) -> None:
    [before] = maps.moves_of(shop, ["often"])
    segments.change(shop, "often", "Often", {"version": 1, "condition": LATELY}, 1, "mai")
    segments.catch_up(shop)
    [after] = maps.moves_of(shop, ["often"])
    assert after.stages == before.stages and after.version == 2 and after.anew.entered > 0 == before.anew.entered


def test_whoever_is_no_real_customer_is_in_no_lane(shop: Workspace) -> None:
    [before] = maps.moves_of(shop, ["lately"])
    cell = next(each for each in before.stages if each.entered.customers)
    who = maps.customers_behind(shop, cell.entered.behind)[0]
    customers.flag(shop, who, "staff", "mai")
    [after] = maps.moves_of(shop, ["lately"])
    assert who not in maps.customers_behind(shop, cell.entered.behind)
    assert after.elsewhere == before.elsewhere
    assert sum(each.entered.times for each in after.stages) < sum(each.entered.times for each in before.stages)


def test_people_who_were_joined_are_found_under_their_name(shop: Workspace) -> None:
    happens(shop, "customer:1", "page_view", same_as="email:lan@shop.vn")
    happens(shop, "customer:2", "page_view", same_as="email:lan@shop.vn")
    segments.catch_up(shop)
    shop.log.move()
    [lane] = maps.moves_of(shop, ["lately"])
    assert sum(cell.entered.times + cell.left.times for cell in lane.stages) > 0
    assert lane.elsewhere == Passed(0, 0)


def test_unknown_segments_and_stages_are_told(shop: Workspace) -> None:
    with pytest.raises(segments.UnknownSegment):
        maps.moves_of(shop, ["gone"])
    with pytest.raises(maps.NothingBehind):
        maps.customers_behind(shop, Behind("entered", "lately", "nowhere"))


@pytest.mark.parametrize(("language", "word"), [("en", "entered"), ("vi", "vào")])
def test_files_of_the_map_have_the_lanes(shop: Workspace, language: str, word: str) -> None:
    drawn = maps.build_map(shop, moves=["lately", "often"])
    svg = maps.as_file(drawn, "svg", language).decode()  # type: ignore[arg-type]
    assert "Lately" in svg and "Often" in svg and word in svg
    told = json.loads(maps.as_file(drawn, "json", "en"))["moves"]
    assert [each["segment"] for each in told] == ["lately", "often"]
    cell = next(each for each in drawn.moves[0].stages if each.entered.customers)
    row = next(each for each in told[0]["stages"] if each["stage"] == cell.stage)
    assert row["entered"]["customers"] == cell.entered.customers and row["entered"]["n"] > 0
    assert "moves" not in json.loads(maps.as_file(replace(drawn, moves=()), "json", "en"))["stages"][0]
