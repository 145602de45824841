"""A file of an invitation: names and addresses of those who agreed, and of nobody else."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

import pytest

from tests.web.visiting import rows, small_workspace
from wend.customers import facade as customers
from wend.customers.model_consents import NewConsent
from wend.kit.clock import FixedClock, epoch_seconds
from wend.people import erasing
from wend.personas import facade as personas
from wend.personas.model import Invited
from wend.questions import facade as questions
from wend.segments import facade as segments
from wend.workspaces.facade import Workspace, audit_entries

BUYERS = {"version": 1, "condition": {"did": {"event": "order.placed"}}}
EVENTS = rows(
    ("1", "lan@shop.vn", "order.placed", "2026-06-02T08:00:00Z", "web", "Lan Nguyễn"),
    ("2", "", "order.placed", "2026-06-03T08:00:00Z", "web", "Anh"),
    ("3", "chi@shop.vn", "order.placed", "2026-06-04T08:00:00Z", "web", "+1+1"),
    ("4", "dung@shop.vn", "product.viewed", "2026-06-04T08:00:00Z", "web", "Dung"),
)


@pytest.fixture
def shop(tmp_path: Path, clock: FixedClock) -> Workspace:
    """Three buyers, one of them without an address; one who only looked."""
    made = small_workspace(tmp_path, clock, EVENTS)
    personas.create(made, "Buyers", BUYERS, "session")
    return made


def say(shop: Workspace, *who: str, state: str = "granted", channel: str = "email") -> None:
    at = epoch_seconds(shop.clock.now())
    rows = [
        NewConsent(each, "marketing", channel, "granted" if state == "granted" else "withdrawn", at) for each in who
    ]
    with shop.store.work(shop.name) as work:
        assert not customers.record_consents(work, rows).refused


def file_of(shop: Workspace, into: Path, channel: str = "email") -> tuple[Invited, list[dict[str, str]]]:
    told = personas.invite(shop, "Buyers", "marketing", channel, into, "lan")
    with into.open(encoding="utf-8-sig", newline="") as file:
        return told, list(csv.DictReader(file))


def test_who_agreed_is_there_with_name_and_address(shop: Workspace, tmp_path: Path) -> None:
    say(shop, "email:lan@shop.vn", "customer:2", "email:dung@shop.vn")
    told, found = file_of(shop, tmp_path / "ask.csv")
    assert told == Invited(customers=3, agreed=2, rows=1, without_consent=1, without_address=1)
    assert [(row["name"], row["address"], row["consent"]) for row in found] == [
        ("Lan Nguyễn", "lan@shop.vn", "granted")
    ]


def test_an_address_of_another_channel_is_not_used(shop: Workspace, tmp_path: Path) -> None:
    say(shop, "email:lan@shop.vn", channel="sms")
    assert file_of(shop, tmp_path / "mail.csv")[0].without_consent == 3
    told, found = file_of(shop, tmp_path / "sms.csv", "sms")
    assert (told.agreed, told.without_address, found) == (1, 1, [])


def test_a_name_is_no_formula_in_a_spreadsheet(shop: Workspace, tmp_path: Path) -> None:
    say(shop, "email:chi@shop.vn")
    [row] = file_of(shop, tmp_path / "ask.csv")[1]
    assert row["name"] == "'+1+1"


def test_who_withdrew_is_asked_no_more(shop: Workspace, tmp_path: Path, clock: FixedClock) -> None:
    say(shop, "email:lan@shop.vn", "email:chi@shop.vn")
    clock.advance(timedelta(hours=1))
    say(shop, "email:lan@shop.vn", state="withdrawn")
    assert [row["address"] for row in file_of(shop, tmp_path / "ask.csv")[1]] == ["chi@shop.vn"]


def test_who_was_erased_is_in_no_list(shop: Workspace, tmp_path: Path) -> None:
    say(shop, "email:lan@shop.vn", "email:chi@shop.vn")
    plan = customers.erasure_plan(shop, "lan@shop.vn")
    customers.erase(shop, plan.customer, "session", "asked", plan.confirm)
    told, found = file_of(shop, tmp_path / "ask.csv")
    assert (told.customers, [row["address"] for row in found]) == (2, ["chi@shop.vn"])


def test_whoever_is_on_the_way_out_is_named_to_nobody(shop: Workspace) -> None:
    say(shop, "email:lan@shop.vn", "email:chi@shop.vn")
    with shop.store.work(shop.name) as work:  # marked; the log is cleaned later
        erasing.forget(work, ["customer:1", "email:lan@shop.vn"], shop.ids)
    told = personas.invitation(shop, "Buyers", "marketing", "email", "lan")
    assert (told.agreed, told.ids) == (1, ("customer:3",))


def test_the_audit_log_counts_and_names_nobody(shop: Workspace, tmp_path: Path) -> None:
    say(shop, "email:lan@shop.vn")
    file_of(shop, tmp_path / "ask.csv")
    [entry] = [each for each in audit_entries(shop) if each.what == "persona.invited"]
    assert dict(entry.details) == {"customers": "1", "channel": "email", "purpose": "marketing"}
    assert "lan@shop.vn" not in str(entry)


def test_a_channel_is_one_on_which_people_agree(shop: Workspace, tmp_path: Path) -> None:
    with pytest.raises(personas.UnknownChannel) as refused:
        personas.invite(shop, "Buyers", "marketing", "mail", tmp_path / "ask.csv", "lan")
    assert refused.value.details["closest"] == "email"


def test_workspaces_of_the_same_events_keep_their_own_answers(tmp_path: Path, clock: FixedClock) -> None:
    agreed: list[str] = []
    for name in ("lan", "chi"):
        made = small_workspace(tmp_path / name, clock, EVENTS)
        personas.create(made, "Buyers", BUYERS, "session")
        say(made, f"email:{name}@shop.vn")
        agreed += personas.invitation(made, "Buyers", "marketing", "email", "lan").ids
    assert agreed == ["customer:1", "customer:3"]


def test_workspaces_of_the_same_events_keep_their_own_counts(tmp_path: Path, clock: FixedClock) -> None:
    on = {"version": 1, "condition": {"list": {"is": "vip"}}}
    counted: list[tuple[str, ...]] = []
    for name, listed in (("lan", ["customer:1"]), ("chi", ["customer:2", "customer:3"])):
        made = small_workspace(tmp_path / name, clock, EVENTS)
        segments.create_list(made, "VIP", listed, "lan")
        counted.append((str(questions.count(made, on).customers), *questions.sample(made, on)))
    assert counted == [("1", "customer:1"), ("2", "customer:2", "customer:3")]
