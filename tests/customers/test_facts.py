"""What conditions are told of customers: the same of everybody and of one person, and what it means over time."""

from __future__ import annotations

import json

import pytest

from tests.customers.living import happens, says
from wend.bootstrap import open_workspace
from wend.conditions.tree import Happening, Of, Test
from wend.customers import facade as customers
from wend.customers.facts import computation
from wend.customers.model_computed import ComputedTrait
from wend.customers.model_consents import NewConsent
from wend.domain.names import Name
from wend.kit.clock import FixedClock, epoch_seconds
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.people import facade as people
from wend.store.facade import tables
from wend.workspaces.facade import Workspace

LAN, MAIL, TUAN = "customer:17", "email:lan@shop.vn", "email:tuan@shop.vn"
HOUR = 3_600


@pytest.fixture
def shop(data_dir: object, clock: FixedClock) -> Workspace:
    made = open_workspace(Settings(data=data_dir), clock, CountingIds())  # type: ignore[arg-type]  # a Path
    happens(made, LAN, "order.placed", same_as=MAIL)
    happens(made, TUAN, "order.placed")
    return made


def test_everybody_and_one_person_are_told_the_same_consents(shop: Workspace) -> None:
    now = epoch_seconds(shop.clock.now())
    rows = [
        NewConsent(LAN, "marketing", "", "granted", now - 9 * HOUR),
        NewConsent(MAIL, "marketing", "email", "withdrawn", now - 5 * HOUR),
        NewConsent(MAIL, "*", "email", "granted", now - 4 * HOUR),
        NewConsent(TUAN, "analytics", "email", "granted", now - 3 * HOUR),
    ]
    with shop.store.work(shop.name) as work:
        customers.record_consents(work, rows)
    facts = customers.facts(shop)
    said = facts.consents("marketing", "email")
    assert said == {LAN: [(now - 9 * HOUR, "granted"), (now - 5 * HOUR, "withdrawn")]}
    assert facts.consents("marketing", "sms") == {LAN: [(now - 9 * HOUR, "granted")]}
    with shop.store.reading(shop.name) as reading:
        beside = customers.beside(reading, people.members(reading, LAN))
    assert beside.consents["marketing", "email"] == said[LAN]
    assert set(facts.purposes()) >= {"marketing"} and "email" in facts.channels()


def test_identifiers_and_accounts_follow_the_person(shop: Workspace) -> None:
    account = {"account": "acme", "source": "web", "first_at": 1, "last_at": 1}
    traits = json.dumps({"industry": ["retail", 1], "size": ["", 1]})
    with shop.store.work(shop.name) as work:
        work.add(tables.accounts, [account | {"traits": traits}])
        work.add(tables.account_members, [{"account": "acme", "identifier": MAIL, "source": "web", "at": 1}])
    facts = customers.facts(shop)
    assert facts.identified("email") == [LAN]
    assert facts.accounts("industry") == {LAN: ["retail"]}
    assert facts.accounts("country") == {LAN: [None]}
    assert list(facts.account_traits()) == ["industry"]
    with shop.store.reading(shop.name) as reading:
        beside = customers.beside(reading, people.members(reading, LAN))
    assert beside.identifiers == {"customer", "email"} and beside.accounts == ({"industry": "retail"},)


def test_a_trait_was_told_when_any_of_the_identifiers_said_it_last(shop: Workspace) -> None:
    now = epoch_seconds(shop.clock.now())
    says(shop, LAN, ago_s=HOUR, risk=0.5, city="Huế")
    says(shop, MAIL, ago_s=5 * HOUR, risk=0.9)
    says(shop, TUAN, ago_s=2 * HOUR, risk=None)
    assert customers.facts(shop).told("risk") == {LAN: now - HOUR}
    assert customers.facts(shop).told("never") == {}


def test_the_version_follows_what_is_said(shop: Workspace) -> None:
    seen = {customers.facts(shop).version()}
    with shop.store.work(shop.name) as work:
        customers.record_consents(work, [NewConsent(LAN, "marketing", "", "granted", 1)])
    seen.add(customers.facts(shop).version())
    customers.define_trait(shop, ComputedTrait("orders", Name("Orders", "Đơn"), "count", events=("order.placed",)))
    seen.add(customers.facts(shop).version())
    assert len(seen) == 3 and "orders" in customers.facts(shop).computed()


def test_a_definition_becomes_what_conditions_count() -> None:
    name = Name("Spent", "Chi")
    spent = ComputedTrait("spent", name, "sum", "amount", events=("order.placed",), channels=("web",), window_days=7)
    where = (Test("field", "channel", "is", ("web",)),)
    counted = computation(spent)
    assert counted.what == Happening("event", ("order.placed",), where)
    assert (counted.of, counted.seconds) == (Of("field", "amount"), 7 * 86_400 + 1)
    assert computation(ComputedTrait("usual", name, "most_frequent", "channel")).what is None
    mixed = ComputedTrait("mixed", name, "count", events=("a",), touchpoints=("b",))
    assert computation(mixed).what is None
