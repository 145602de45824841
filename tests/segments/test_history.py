"""A history that is followed along: each change once, whatever is written meanwhile."""

from __future__ import annotations

from typing import Any

import pytest

from tests.customers.living import happens
from tests.segments.conftest import BOUGHT
from wend.segments import facade as segments
from wend.segments.model import Change
from wend.workspaces.facade import Workspace

SEEN: dict[str, Any] = {"version": 1, "condition": {"did": {"event": "product.viewed"}}}


@pytest.fixture
def followed(shop: Workspace) -> Workspace:
    """Two segments, so that changes of one stand between those of the other."""
    segments.create(shop, "Buyers", BOUGHT, "mai")
    segments.create(shop, "Seen", SEEN, "mai")
    segments.catch_up(shop)
    return shop


def enter(shop: Workspace, *who: str) -> None:
    for each in who:
        happens(shop, f"customer:{each}", "product.viewed")
        happens(shop, f"customer:{each}", "order.placed")
    segments.catch_up(shop)


def page(shop: Workspace, after: int, limit: int) -> tuple[list[Change], int]:
    told = segments.history(shop, "buyers", after=after, limit=limit)
    assert told.before is None
    assert told.after is not None
    return list(told.changes), told.after


def test_paging_while_rows_are_added_loses_and_doubles_none(followed: Workspace) -> None:
    seen: list[Change] = []
    cursor, made = 0, 0
    for added, limit in [(3, 2), (0, 2), (5, 1), (1, 4), (0, 3), (4, 2)] + [(0, 3)] * 8:
        enter(followed, *(f"n{made + k}" for k in range(added)))
        made += added
        told, cursor = page(followed, cursor, limit)
        seen += told
    whole = segments.history(followed, "buyers", limit=500).changes
    assert [each.sequence for each in seen] == [each.sequence for each in reversed(whole)]
    assert {each.customer for each in seen} == {f"customer:n{k}" for k in range(made)}


def test_who_is_at_the_end_stays_there_until_more_comes(followed: Workspace) -> None:
    enter(followed, "an")
    told, cursor = page(followed, 0, 100)
    assert [each.customer for each in told] == ["customer:an"]
    assert page(followed, cursor, 100) == ([], cursor)
    enter(followed, "binh")
    assert [each.customer for each in page(followed, cursor, 100)[0]] == ["customer:binh"]


def test_both_directions_hold_the_same_changes(followed: Workspace) -> None:
    enter(followed, "an", "binh", "chi")
    forwards = page(followed, 0, 100)[0]
    backwards, before = list[Change](), None
    while True:
        told = segments.history(followed, "buyers", before=before, limit=2)
        backwards += told.changes
        before = told.before
        if before is None:
            break
    assert forwards == backwards[::-1]


def test_a_page_has_one_direction(followed: Workspace) -> None:
    with pytest.raises(segments.TwoCursors):
        segments.history(followed, "buyers", before=5, after=1)
