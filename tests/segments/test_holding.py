"""Of one customer: whether a condition holds, and until when if nothing happens."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.customers.living import happens
from tests.segments.conftest import BOUGHT, BOUGHT_LATELY
from wend.customers.facade import UnknownCustomer
from wend.kit.clock import FixedClock, epoch_seconds
from wend.kit.errors import Mistake
from wend.segments import facade as segments
from wend.workspaces.facade import Workspace

DAY = 86_400


def said(leaf: dict[str, Any]) -> dict[str, Any]:
    return {"version": 1, "condition": leaf}


def test_a_window_runs_out_at_its_moment(shop: Workspace, clock: FixedClock) -> None:
    happens(shop, "customer:3", "order.placed")
    now = epoch_seconds(clock.now())
    found = segments.holds(shop, BOUGHT_LATELY, "customer:3")
    assert (found.customer, found.at, found.holds, found.until) == ("customer:3", now, True, now + 3 * DAY)
    after = segments.holds(shop, BOUGHT_LATELY, "customer:3", now + 3 * DAY)
    assert (after.holds, after.until) == (False, None)


def test_what_stays_for_good_has_no_end(shop: Workspace) -> None:
    found = segments.holds(shop, BOUGHT, "lan@shop.vn")
    assert (found.customer, found.holds, found.until) == ("customer:1", True, None)


def test_a_moment_of_the_past_is_asked_by_what_had_happened(shop: Workspace) -> None:
    before = segments.holds(shop, BOUGHT, "customer:1", 1_780_300_800)  # 1 June, before the order of the next morning
    assert (before.holds, before.until) == (False, 1_780_387_200)


def test_segments_and_lists_are_asked_of_one_customer(shop: Workspace) -> None:
    segments.create(shop, "Buyers", BOUGHT, "mai")
    segments.create_list(shop, "Met", ["customer:3"], "mai")
    either = said({"any": [{"segment": {"is": "buyers"}}, {"list": {"is": "met"}}]})
    assert [segments.holds(shop, either, f"customer:{who}").holds for who in (1, 3)] == [True, True]
    assert not segments.holds(shop, said({"list": {"is": "met"}}), "customer:1").holds


def test_unknown_customers_and_names_are_told(shop: Workspace) -> None:
    with pytest.raises(UnknownCustomer):
        segments.holds(shop, BOUGHT, "customer:99")
    with pytest.raises(Mistake) as wrong:
        segments.holds(shop, said({"did": {"event": "order.palced"}}), "customer:1")
    assert wrong.value.details["closest"] == "order.placed"


def test_a_page_says_until_when_somebody_stays(shop: Workspace, clock: FixedClock) -> None:
    segments.create(shop, "Buyers", BOUGHT, "mai")
    segments.create(shop, "Bought lately", BOUGHT_LATELY, "mai", key="lately")
    happens(shop, "customer:3", "order.placed")
    segments.catch_up(shop)
    told = {each.key: each.until for each in segments.profile(shop, "customer:3").segments}
    ends = epoch_seconds(clock.now()) + 3 * DAY
    assert told == {"buyers": None, "lately": ends}
    clock.advance(timedelta(seconds=ends - epoch_seconds(clock.now())))
    segments.catch_up(shop)
    assert [each.key for each in segments.profile(shop, "customer:3").segments] == ["buyers"]
