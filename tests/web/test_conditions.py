"""Conditions over HTTP: what one says, what is wrong with it, and of how many it holds."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import anyio
import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from tests.web.visiting import Row, sign_in, small_workspace, visit
from wend.customers import facade as customers
from wend.customers.model_computed import ComputedTrait
from wend.domain.names import Name
from wend.engines.budgets import Budget
from wend.engines.errors import Cancelled
from wend.kit.clock import FixedClock
from wend.segments import facade as segments
from wend.store.facade import tables
from wend.web.waiting import while_wanted
from wend.web.words import kind_of
from wend.workspaces.facade import Workspace, create_key

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
PEOPLE, ORDERED = 40, 30


def _row(who: int, event: str, days_ago: int) -> Row:
    at = (NOW - timedelta(days=days_ago)).isoformat()
    return (str(who), "", event, at, "web", "Lan" if who % 2 else "Minh", "vàng" if who % 3 else "bạc")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Forty people saw a page; thirty of them ordered, one a day; nobody has phoned for two months."""
    seen = [_row(who, "page.seen", 90) for who in range(PEOPLE)]
    orders = [_row(who, "order.placed", who) for who in range(ORDERED)]
    return small_workspace(
        tmp_path_factory.mktemp("shop"), FixedClock(NOW + timedelta(days=3)), [*seen, *orders, _row(0, "call.made", 60)]
    )


@pytest.fixture(scope="module")
def lead(shop: Workspace) -> Iterator[TestClient]:
    """A browser that is signed in there."""
    with visit(shop) as client:
        yield sign_in(client, shop)


def ask(client: TestClient, route: str, leaf: Any, language: str = "en") -> Any:
    body = {"condition": {"version": 1, "condition": leaf}}
    return client.post(f"/api/conditions/{route}?lang={language}", json=body).json()


def did(event: str, **more: Any) -> dict[str, Any]:
    return {"did": {"event": event, **more}}


def test_a_condition_is_said_part_by_part_in_both_languages(lead: TestClient) -> None:
    told = ask(lead, "check", {"all": [did("order.placed"), did("page.seen")]}, "vi")
    assert (told["valid"], told["statements"], told["cost"]) == (True, 2, 2)
    assert [each["at"] for each in told["clauses"]] == ["condition", "condition.all[0]", "condition.all[1]"]
    assert "đã có “Đặt hàng”" in told["clauses"][1]["says"]
    assert {"name": "Đặt hàng", "key": "order.placed"} in told["keys"]
    english = ask(lead, "check", {"all": [did("order.placed"), did("page.seen")]})
    assert "did “Order placed”" in english["says"] and "did order.placed" in english["text"]


def test_segments_and_lists_are_said_by_their_names(lead: TestClient, shop: Workspace) -> None:
    segments.create_list(shop, "Khách quý", ["1", "2"], "mai", key="vip")
    told = ask(lead, "check", {"all": [did("order.placed"), {"list": {"is": "vip"}}]})
    assert "“Khách quý”" in told["says"] and "Khách quý" in told["clauses"][2]["says"]
    assert "list vip" in told["text"]
    segments.remove(shop, "vip", "mai")


def test_text_is_checked_like_a_document(lead: TestClient) -> None:
    text = '{"version": 1, "condition": {"did": {"event": "order.placed", "times": {"at_least": 1}}}}'
    told = lead.post("/api/conditions/check", json={"text": text}).json()
    assert told["condition"] == {"version": 1, "condition": did("order.placed")}
    words = lead.post("/api/conditions/check", json={"text": told["text"]}).json()
    assert (words["condition"], words["text"]) == (told["condition"], told["text"])
    broken = lead.post("/api/conditions/check", json={"text": "{"}).json()
    assert (broken["valid"], broken["condition"], broken["problems"][0]["code"]) == (
        False,
        None,
        "conditions.unreadable",
    )


def test_what_is_wrong_has_its_place_and_its_word(lead: TestClient) -> None:
    told = ask(lead, "check", {"all": [did("order.placed"), did("order.palced")]})
    [problem] = told["problems"]
    assert (problem["at"], problem["name"]) == ("condition.all[1]", "order.palced")
    assert "order.placed" in problem["cause"]


def test_an_event_that_stopped_coming_is_warned_of(lead: TestClient) -> None:
    told = ask(lead, "check", {"any": [did("order.placed"), did("call.made")]})
    [warning] = told["warnings"]
    assert (warning["at"], warning["name"]) == ("condition.any[1]", "call.made")
    assert "60" in warning["message"]


def test_touchpoints_and_stages_that_stopped_coming_are_warned_of(lead: TestClient) -> None:
    words = lead.get("/api/conditions/words").json()
    [phoned] = [each for each in words["touchpoints"] if "call" in each["key"]]
    [ordered] = [each for each in words["touchpoints"] if "order" in each["key"]]
    leaves = [{"did": {"touchpoint": each["key"], "in": {"last": "7d"}}} for each in (phoned, ordered)]
    told = ask(lead, "check", {"all": leaves})
    [warning] = told["warnings"]
    assert (warning["at"], warning["name"], warning["kind"]) == ("condition.all[0]", phoned["key"], "stale")
    assert phoned["name"]["en"] in warning["message"] and "60" in warning["message"]
    stages = [{"did": {"stage": each["key"]}} for each in words["stages"]]
    warned = {each["name"]: each["kind"] for each in ask(lead, "check", {"any": stages})["warnings"]}
    assert "never" in warned.values() and "stale" in warned.values()


def test_what_is_asked_of_now_is_counted_back_from_now(tmp_path: Path) -> None:
    silent = small_workspace(tmp_path, FixedClock(NOW + timedelta(days=43)), [_row(0, "order.placed", 0)])
    body = {"condition": {"version": 1, "condition": did("order.placed")}}
    with visit(silent) as client:
        sign_in(client, silent)
        told = [client.post("/api/conditions/check", json=body | {"now": now}).json() for now in (False, True)]
    assert [len(each["warnings"]) for each in told] == [0, 1]
    assert "43" in told[1]["warnings"][0]["message"]


def test_of_one_customer_it_is_told_until_when(lead: TestClient) -> None:
    body = {"condition": {"version": 1, "condition": did("order.placed", **{"in": {"last": "7d"}})}, "customer": "2"}
    told = lead.post("/api/conditions/holds", json=body).json()
    ordered = int((NOW - timedelta(days=2)).timestamp())
    assert (told["customer"], told["holds"], told["until"]) == ("customer:2", True, ordered + 7 * 86_400)
    past = lead.post("/api/conditions/holds", json=body | {"moment": ordered - 1}).json()
    assert (past["holds"], past["until"]) == (False, ordered)
    assert lead.post("/api/conditions/holds", json=body | {"customer": "999"}).status_code == 404


def test_numbers_asked_of_words_are_warned_of(lead: TestClient, shop: Workspace) -> None:
    [trait, *_] = shop.log.journal().trait_names
    told = ask(lead, "check", {"all": [did("order.placed"), {"trait": {"trait": trait, "at_least": 5}}]}, "vi")
    assert told["valid"]
    [warning] = told["warnings"]
    assert (warning["at"], warning["name"], warning["kind"]) == ("condition.all[1]", trait, "only_texts")
    assert "trông giống chữ" in warning["message"]


def test_a_count_is_of_all_with_its_interval(lead: TestClient) -> None:
    told = ask(lead, "count", did("order.placed", **{"in": {"last": "7d"}}))["counted"]
    assert (told["customers"], told["of"], told["share"]) == (7, PEOPLE, 7 / PEOPLE)
    assert told["low"] < told["share"] < told["high"]


def test_segments_are_asked_of_now_and_questions_of_the_last_event(lead: TestClient) -> None:
    body = {"condition": {"version": 1, "condition": did("order.placed", **{"in": {"last": "1d"}})}}
    told = [
        lead.post("/api/conditions/count", json=body | {"now": now}).json()["counted"]["as_of"] for now in (False, True)
    ]
    assert told == [int(NOW.timestamp()), int(NOW.timestamp()) + 3 * 86_400]
    late = [
        lead.post("/api/conditions/sizes", json=body | {"now": now}).json()[-1]["customers"] for now in (False, True)
    ]
    assert late == [1, 0]


@pytest.mark.parametrize(
    ("leaf", "kind"), [(did("page.seen"), "everybody"), (did("call.made", times={"at_least": 2}), "nobody")]
)
def test_everybody_and_nobody_are_warned_of(lead: TestClient, leaf: Any, kind: str) -> None:
    assert ask(lead, "count", leaf)["kind"] == kind
    assert ask(lead, "count", leaf)["warning"]


def test_sizes_go_back_week_by_week(lead: TestClient) -> None:
    told = ask(lead, "sizes", did("order.placed"))
    customers = [each["customers"] for each in told]
    assert len(told) == 12
    assert told[-1]["at"] - told[0]["at"] == 11 * 604_800
    assert customers == sorted(customers)
    assert customers[-5:] == [2, 9, 16, 23, 30]


def test_a_sample_comes_from_everywhere(lead: TestClient) -> None:
    everybody = ask(lead, "sample", did("page.seen"))
    assert (len(everybody["rows"]), len({row["customer"] for row in everybody["rows"]})) == (10, 10)
    few = ask(lead, "sample", did("call.made"))
    assert [row["customer"] for row in few["rows"]] == ["customer:0"]
    assert ask(lead, "sample", did("call.made", times={"at_least": 2}))["rows"] == []


def test_words_are_offered_with_what_is_known_of_them(lead: TestClient) -> None:
    told = lead.get("/api/conditions/words").json()
    assert [each["name"] for each in told["events"]] == ["page.seen", "order.placed", "call.made"]
    assert told["customers"] == PEOPLE
    assert {each["name"]: each["kind"] for each in told["events"][0]["properties"]} == {"note": "text"}
    [trait] = told["traits"]
    assert (trait["name"], {each["value"] for each in trait["values"]}) == ("name", {"Lan", "Minh"})
    values = lead.get("/api/conditions/values?property=note").json()
    assert values[0] == {"value": "vàng", "times": 46}


def test_what_no_event_tells_is_offered_too(lead: TestClient, shop: Workspace) -> None:
    for name, measure in (("orders", "count"), ("usual_channel", "most_frequent")):
        of = "channel" if measure == "most_frequent" else ""
        customers.define_trait(shop, ComputedTrait(name, Name(name, name), measure, of, events=("order.placed",)))  # type: ignore[arg-type]
    with shop.store.work(shop.name) as work:
        account = {"account": "acme", "source": "web", "first_at": 1, "last_at": 1}
        work.add(tables.accounts, [account | {"traits": '{"seats": ["12", 1], "industry": ["retail", 1]}'}])
    segments.create_list(shop, "Met in Huế", ["customer:1"], "an")
    told = lead.get("/api/conditions/words").json()
    assert [(each["name"], each["kind"]) for each in told["computed"]] == [("orders", "number")]
    assert {each["name"]: each["kind"] for each in told["account_traits"]} == {"industry": "text", "seats": "number"}
    assert [each["key"] for each in told["lists"]] == ["met-in-hue"]
    assert [(each["key"], each["undated"]) for each in told["segments"]] == [("met-in-hue", "no_history")]
    assert {"scale": "nps", "low": 0, "high": 10} in told["scales"]
    assert ("marketing" in {each["key"] for each in told["purposes"]}, "zalo" in told["consent_channels"]) == (
        True,
        True,
    )
    assert told["stage_sets"][0]["stages"] == told["stages"]


def test_an_event_is_called_as_the_one_touchpoint_that_it_is(lead: TestClient) -> None:
    titles = {each["name"]: each["title"]["vi"] for each in lead.get("/api/conditions/words").json()["events"]}
    assert titles["order.placed"] == "Đặt hàng"


@pytest.mark.parametrize(
    ("values", "kind"), [(["1", "-2.5"], "number"), (["007"], "text"), (["2026-01-02"], "date"), (["true"], "flag")]
)
def test_kinds_are_read_from_values(values: list[str], kind: str) -> None:
    assert kind_of(values) == kind


def test_a_key_that_reads_data_sees_counts_and_no_customers(shop: Workspace) -> None:
    headers = {"authorization": f"Bearer {create_key(shop, 'secret', 'Board', None, ['data:read']).key}"}
    with visit(shop) as client:
        client.headers.update(headers)
        assert ask(client, "count", did("order.placed"))["counted"]["customers"] == ORDERED
        assert ask(client, "sample", did("order.placed"))["code"] == "web.scope_missing"
        asked = {"text": "did order.placed", "customer": "customer:1"}
        assert client.post("/api/conditions/holds", json=asked).json()["code"] == "web.scope_missing"


def test_work_ends_when_nobody_waits() -> None:
    budget = Budget()

    async def gone() -> dict[str, str]:
        return {"type": "http.disconnect"}

    def work() -> None:
        while True:
            budget.check()

    async def asked() -> None:
        await while_wanted(Request({"type": "http"}, gone), budget, work)

    with ThreadPoolExecutor(1) as apart, pytest.raises(Cancelled):  # a browser test leaves a loop in the main thread
        apart.submit(anyio.run, asked).result()
