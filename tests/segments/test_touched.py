"""What changes without an event counts at once, for whom it concerns, and says why; nobody else is judged."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.customers.living import happens
from tests.segments.conftest import BOUGHT
from tests.web.visiting import COLUMNS
from wend.collect import facade as collect
from wend.collect.live import repository as collected
from wend.collect.live.model import Membership
from wend.customers import facade as customers
from wend.customers.model_computed import ComputedTrait
from wend.customers.model_consents import NewConsent
from wend.domain.names import Name
from wend.kit.clock import epoch_seconds
from wend.segments import facade as segments, repository
from wend.segments.live import following, repository as live
from wend.workspaces.facade import Workspace

AGREED = {"version": 1, "condition": {"consent": {"to": "marketing", "by": "email"}}}
RETAIL = {"version": 1, "condition": {"account": {"trait": "industry", "is": "retail"}}}
ON_LIST = {"version": 1, "condition": {"list": {"is": "vip"}}}


def kept(shop: Workspace, said: dict[str, object]) -> None:
    segments.create(shop, "Meant", said, "mai", key="meant")
    segments.catch_up(shop)


def turns(shop: Workspace) -> dict[str, int]:
    with shop.store.reading(shop.name) as reading:
        return {each.segment.key: each.turn for each in repository.every(reading)}


def told(shop: Workspace, key: str = "meant") -> list[tuple[str, str, str]]:
    """Follow what came, judging nobody anew, and say what was told, the oldest first."""
    before = turns(shop)
    assert following.is_wanted(shop)
    while following.step(shop):
        pass
    assert turns(shop) == before
    assert not following.is_wanted(shop)
    changes = reversed(segments.history(shop, key).changes)
    return [(each.customer.removeprefix("customer:"), each.what, each.why) for each in changes]


def says(shop: Workspace, who: str, state: str) -> None:
    at = epoch_seconds(shop.clock.now())
    with shop.store.work(shop.name) as work:
        customers.record_consents(work, [NewConsent(who, "marketing", "email", state, at)])  # type: ignore[arg-type]


def belongs(shop: Workspace, who: str, at: int, **traits: str) -> None:
    with shop.store.work(shop.name) as work:
        collected.belong(work, "web", [Membership("acme", who, traits, at)])


def imported(shop: Workspace, folder: Path, rows: Iterable[tuple[str, ...]]) -> None:
    log = folder / "more.csv"
    with log.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *([*row, *[""] * (len(COLUMNS) - len(row))] for row in rows)])
    named = [("customer", "customer"), ("email", "email")]
    mapping = collect.plain_mapping(log, named, "event", "time", "channel", ["name"], "", "", "UTC", None)  # type: ignore[arg-type]
    collect.import_files(shop, [log], [mapping])


def test_a_consent_counts_when_it_is_told(shop: Workspace) -> None:
    kept(shop, AGREED)
    says(shop, "email:lan@shop.vn", "granted")
    says(shop, "customer:3", "granted")
    assert sorted(told(shop)) == [("1", "entered", "consent"), ("3", "entered", "consent")]
    says(shop, "customer:1", "withdrawn")
    assert told(shop)[2:] == [("1", "left", "consent")]


def test_who_joins_an_account_and_whose_account_changes(shop: Workspace) -> None:
    belongs(shop, "customer:0", 0, industry="retail")
    kept(shop, RETAIL)
    belongs(shop, "customer:1", 1, industry="retail")
    assert told(shop) == [("1", "entered", "account")]
    belongs(shop, "customer:2", 2)
    assert told(shop)[1:] == [("2", "entered", "account")]
    belongs(shop, "customer:2", 3, industry="banking")
    assert sorted(told(shop)[2:]) == [("1", "left", "account"), ("2", "left", "account")]


def test_nobody_is_touched_by_an_account_that_says_the_same_again(shop: Workspace) -> None:
    belongs(shop, "customer:1", 1, industry="retail")
    kept(shop, RETAIL)
    belongs(shop, "customer:1", 2, industry="retail")
    assert not following.is_wanted(shop)


def test_a_list_that_is_replaced_moves_those_who_differ(shop: Workspace) -> None:
    segments.create_list(shop, "VIP", ["customer:1", "customer:2"], "mai")
    kept(shop, ON_LIST)
    segments.replace_list(shop, "vip", ["customer:2", "customer:3"], "mai")
    assert sorted(told(shop)) == [("1", "left", "list"), ("3", "entered", "list")]
    assert list(segments.member_ids(shop, "vip")) == ["customer:2", "customer:3"]


def test_whoever_is_marked_leaves_and_comes_back(shop: Workspace) -> None:
    kept(shop, BOUGHT)
    customers.flag(shop, "customer:1", "staff", "mai")
    assert told(shop) == [("1", "left", "mark")]
    customers.unflag(shop, "customer:1")
    assert told(shop)[1:] == [("1", "entered", "mark")]


def test_a_computed_trait_that_is_defined_anew_has_everybody_judged(shop: Workspace) -> None:
    orders = ComputedTrait("orders", Name("Orders", "Đơn"), "count", events=("order.placed",))
    customers.define_trait(shop, orders)
    kept(shop, {"version": 1, "condition": {"computed": {"trait": "orders", "at_least": 1}}})
    assert list(segments.member_ids(shop, "meant")) == ["customer:1", "customer:2"]
    customers.define_trait(shop, replace(orders, events=("product.viewed",)))
    segments.catch_up(shop)
    assert list(segments.member_ids(shop, "meant")) == ["customer:1", "customer:2", "customer:3"]


def test_a_small_file_has_only_those_judged_who_are_in_it(shop: Workspace, tmp_path: Path) -> None:
    kept(shop, BOUGHT)
    imported(
        shop,
        tmp_path,
        [("3", "", "product.viewed", "2026-06-30T11:00:00Z"), ("3", "", "order.placed", "2026-06-30T12:00:00Z")],
    )
    assert told(shop) == [("3", "entered", "event")]
    [change] = segments.history(shop, "meant").changes
    [page] = segments.timeline(shop, "customer:3", show="only").changes
    assert (page.event_id, page.said.en) == (change.because, "because of “Order placed”")


@pytest.mark.parametrize("refreshed", [True, False])
def test_what_another_process_moved_is_followed_one_by_one(shop: Workspace, *, refreshed: bool) -> None:
    kept(shop, BOUGHT)
    happens(shop, "customer:3", "order.placed")
    shop.log.move()
    if refreshed:
        shop.log.journal(exact=True)
    happens(shop, "customer:4", "order.placed")
    assert sorted(told(shop)) == [("3", "entered", "event"), ("4", "entered", "event")]


def test_a_large_file_has_everybody_judged_anew(shop: Workspace, tmp_path: Path) -> None:
    kept(shop, BOUGHT)
    imported(shop, tmp_path, [(f"n{n}", "", "order.placed", "2026-06-30T11:00:00Z") for n in range(1_001)])
    before = turns(shop)
    segments.catch_up(shop)
    assert turns(shop) != before
    assert segments.segment(shop, "meant").size == 1_003
    assert {each.why for each in segments.history(shop, "meant").changes} == {"recount"}


def test_more_than_one_portion_of_them(shop: Workspace) -> None:
    kept(shop, AGREED)
    at = epoch_seconds(shop.clock.now())
    many = [f"customer:n{n}" for n in range(following.MOST_TOUCHED + 3)]
    with shop.store.work(shop.name) as work:
        rows = [NewConsent(who, "marketing", "email", "granted", at) for who in (*many, "customer:3")]
        customers.record_consents(work, rows)
    assert told(shop) == [("3", "entered", "consent")]


def test_who_has_done_nothing_stands_nowhere(shop: Workspace) -> None:
    kept(shop, AGREED)
    says(shop, "email:nobody@shop.vn", "granted")
    assert told(shop) == []
    with shop.store.reading(shop.name) as reading:
        assert live.documents(reading, ["email:nobody@shop.vn"]) == {}
    happens(shop, "email:nobody@shop.vn", "page.viewed")
    assert told(shop) == [("email:nobody@shop.vn", "entered", "event")]
