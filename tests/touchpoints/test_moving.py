"""Touchpoints moved by hand: which of two rules that fit takes an event."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.touchpoints.logs import Happening, fill, workspace_at
from wend.domain.names import Name
from wend.domain.touchpoint import EventRule, Touchpoint
from wend.touchpoints import facade
from wend.touchpoints.facade import Taken
from wend.workspaces.facade import Workspace

BIG = {"field": "amount", "at_least": 300_000, "currency": "VND"}
LOG = [
    *(Happening("lan", "order.placed", day, "web", amount=500_000) for day in range(3)),
    Happening("minh", "order.placed", 1, "app", amount=500_000),
    Happening("minh", "order.placed", 2, "web", amount=100_000),
    Happening("chi", "page.viewed", 1, "web"),
]


def touchpoint(
    key: str, *events: str, channels: tuple[str, ...] = (), where: tuple[dict[str, object], ...] = ()
) -> Touchpoint:
    return Touchpoint(key, Name(key, key), "", EventRule(events, channels, where))


@pytest.fixture
def here(tmp_path: Path) -> Workspace:
    workspace = workspace_at(tmp_path)
    fill(workspace, LOG)
    rules = (
        touchpoint("orders", "order.placed"),
        touchpoint("pages", "page.viewed"),
        touchpoint("big", "order.placed", where=(BIG,)),
        touchpoint("app", "order.placed", channels=("app",)),
    )
    proposed = facade.registry(workspace)
    bare = [replace(each, stages=tuple(replace(one, rules=()) for one in each.stages)) for each in proposed.stage_sets]
    facade.save(workspace, replace(proposed, touchpoints=rules, stage_sets=tuple(bare)))
    return workspace


def order(here: Workspace) -> list[str]:
    return [each.key for each in facade.touchpoints(here)]


def test_a_move_says_which_events_change_their_touchpoint(here: Workspace) -> None:
    told = facade.preview_move(here, "big", 1)
    assert (told.place, told.events, told.customers, told.taken) == (3, 4, 2, (Taken("orders", "big", 4, 2),))
    assert order(here) == ["orders", "pages", "big", "app"]


def test_a_moved_touchpoint_takes_what_the_preview_said(here: Workspace) -> None:
    assert [each.key for each in facade.move_touchpoint(here, "app", 1)] == ["app", "orders", "pages", "big"]
    taken = {row.touchpoint: row.events for row in facade.coverage(here).touchpoints}
    assert taken == {"app": 1, "orders": 4, "pages": 1, "big": 0}
    assert facade.registry(here).version == 2
    down = facade.preview_move(here, "app", 4)
    assert down.taken == (Taken("app", "orders", 1, 1),)


def test_any_move_changes_what_walking_both_orders_says(here: Workspace) -> None:
    random = Random(3)
    for _ in range(12):
        key, place = random.choice(order(here)), random.randint(1, 4)
        before = {row.touchpoint: row.events for row in facade.coverage(here).touchpoints}
        told = facade.preview_move(here, key, place)
        facade.move_touchpoint(here, key, place)
        after = {row.touchpoint: row.events for row in facade.coverage(here).touchpoints}
        change = Counter(after)
        change.subtract(before)
        for each in told.taken:
            change.update({each.before: each.events, each.after: -each.events})
        assert order(here)[place - 1] == key and not any(change.values())
        assert told.events == sum(each.events for each in told.taken)


def test_a_move_that_changes_nothing_is_not_saved(here: Workspace) -> None:
    assert facade.preview_move(here, "big", 3).events == 0
    facade.move_touchpoint(here, "big", 3)
    assert facade.registry(here).version == 1


@pytest.mark.parametrize("place", [0, -1, 5])
def test_there_is_no_place_beyond_the_last(here: Workspace, place: int) -> None:
    with pytest.raises(facade.NoSuchPlace, match="4"):
        facade.preview_move(here, "big", place)
    with pytest.raises(facade.NoSuchPlace):
        facade.move_touchpoint(here, "big", place)
    with pytest.raises(facade.UnknownTouchpoint, match="orders"):
        facade.move_touchpoint(here, "order", 1)


@pytest.mark.parametrize(
    ("key", "given", "place"),
    [
        ("c", {"before": "a"}, 1),
        ("a", {"before": "c"}, 2),
        ("a", {"before": "a"}, 1),
        ("b", {"up": True}, 1),
        ("b", {"down": True}, 3),
        ("b", {"place": 9}, 9),
    ],
)
def test_a_place_is_said_in_one_of_four_ways(key: str, given: dict[str, Any], place: int) -> None:
    known = [touchpoint(each, each) for each in "abc"]
    assert facade.place_of(known, key, **given) == place
    with pytest.raises(facade.OnePlace):
        facade.place_of(known, key, **given | {"up": True, "down": True})
