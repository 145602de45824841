"""Lists of customers cut by segments: the members at hand are those that are kept, whatever happened meanwhile."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from tests.customers.living import happens
from tests.segments.conftest import BOUGHT, BOUGHT_LATELY
from tests.segments.story import stocked
from wend.customers import facade as customers
from wend.customers.among import Among
from wend.customers.facade import ListFilter
from wend.kit.clock import FixedClock
from wend.segments import facade as segments
from wend.workspaces.facade import Workspace

BOTH = ("lately", "buyers")


@pytest.fixture
def kept(shop: Workspace) -> Workspace:
    segments.create(shop, "Buyers", BOUGHT, "mai")
    segments.create(shop, "Bought lately", BOUGHT_LATELY, "mai", key="lately")
    segments.catch_up(shop)
    return shop


def found(shop: Workspace, *keys: str, query: str = "", **wanted: object) -> list[str]:
    page = customers.search(shop, query, wanted=ListFilter(**wanted), among=segments.among(shop, keys))  # type: ignore[arg-type]
    assert page.total == len(page.rows)
    return [row.customer for row in page.rows]


def test_a_list_shows_members_who_fit_all_else(kept: Workspace) -> None:
    assert found(kept, "buyers") == ["customer:2", "customer:1"]
    assert found(kept, "Bought lately") == ["customer:2"]
    assert found(kept, *BOTH) == ["customer:2", "customer:1"]
    assert found(kept, "buyers", query="lan") == ["customer:1"]
    assert found(kept, "buyers", channels=("app",)) == ["customer:2"]
    with pytest.raises(segments.UnknownSegment):
        found(kept, "nobody")


def test_who_enters_is_in_the_list_at_once(kept: Workspace, clock: FixedClock) -> None:
    assert found(kept, "lately") == ["customer:2"]
    happens(kept, "customer:new", "order.placed")
    happens(kept, "customer:3", "order.placed")
    happens(kept, "customer:silent", "product.viewed")
    segments.catch_up(kept)
    assert sorted(found(kept, "lately")) == ["customer:2", "customer:3", "customer:new"]
    clock.advance(timedelta(days=4))
    segments.catch_up(kept)
    assert found(kept, "lately") == []


def test_pages_join_without_gap_or_repeat(kept: Workspace) -> None:
    happens(kept, "customer:new", "order.placed")
    segments.catch_up(kept)
    members, seen, offset = segments.among(kept, ["buyers"]), list[str](), 0
    while offset is not None:
        page = customers.search(kept, limit=1, offset=offset, among=members)
        assert page.total == 3
        seen += [row.customer for row in page.rows]
        offset = page.next_offset  # type: ignore[assignment]
    assert seen == ["customer:new", "customer:2", "customer:1"]


@pytest.mark.parametrize("seed", range(6))
def test_members_at_hand_are_those_kept_whatever_happens(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    shop = stocked(tmp_path, random)
    steps = shop.steps()
    for _ in range(40):
        random.choice([*steps, shop.define])()
        for key, members in shop.live().items():
            at_hand = segments.among(shop.here, [key])
            assert len(at_hand) == len(members)
            assert all(member in at_hand for member in members)


def test_sets_of_customers_join_and_change() -> None:
    few = Among.of(["b", "a", "b"])
    assert (len(few), "a" in few, "c" in few, len(Among.of(()))) == (2, True, False, 0)
    assert len(few | Among.of(["c", "a"])) == 3
    changed = few.changed(["c"], ["a", "x"])
    assert [each in changed for each in "abcx"] == [False, True, True, False]
    assert len(Among.of(()).changed(["a"], ["b"]).changed(["a", "c"], ())) == 2
    assert len(few.changed((), ["a", "b"])) == 0


@pytest.mark.parametrize("seed", range(5))
def test_changed_sets_are_those_made_anew(seed: int) -> None:
    random, held = Random(seed), set[str]()
    among = Among.of(held)
    for _ in range(30):
        entered = {f"c{random.randrange(40)}" for _ in range(random.randrange(6))}
        left = {f"c{random.randrange(40)}" for _ in range(random.randrange(6))} - entered
        held, among = (held - left) | entered, among.changed(entered, left)
        assert among.keys.tolist() == Among.of(held).keys.tolist()
