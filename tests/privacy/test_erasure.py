"""Erasure as the design accepts it: a person who is everywhere is nowhere, and nothing later brings her back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.privacy.bytes_of import found_in
from tests.privacy.seed import ADDRESS, CANARIES, COMMENT, EMAIL, FILE, HER, MAPPING, NAME, bring, opened, seeded, track
from wend.collect import facade as collect
from wend.collect.live.facade import deliver
from wend.customers import facade as customers
from wend.customers.errors import UnknownCustomer
from wend.customers.model_privacy import Erased
from wend.customers.privacy.asking import NoReason, NotConfirmed
from wend.people import facade as people
from wend.people.deciding import ErasedPerson
from wend.workspaces.facade import Workspace, audit_entries, verify_audit


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("erasure")


@pytest.fixture(scope="module")
def before(folder: Path) -> tuple[Workspace, Erased]:
    """The shop before, checked, and the erasure itself."""
    shop = seeded(folder)
    plan = customers.erasure_plan(shop, EMAIL)
    assert set(plan.identifiers) == set(HER)
    assert plan.notes == 1
    assert plan.consents == 2
    assert plan.quarantined >= 2
    assert {canary for canary, _ in found_in(folder / "data", CANARIES)} == set(CANARIES)
    with pytest.raises(NoReason):
        customers.erase(shop, EMAIL, "ha", "  ", plan.confirm)
    with pytest.raises(NotConfirmed):
        customers.erase(shop, EMAIL, "ha", "asked by letter", "yes")
    return shop, customers.erase(shop, EMAIL, "ha", "asked by letter", plan.confirm)


def test_no_byte_of_hers_is_left(before: tuple[Workspace, Erased], folder: Path) -> None:
    _, erased = before
    assert erased.identifiers == len(HER)
    assert erased.events >= 6
    assert erased.remains == ()
    assert {"quarantine", "notes", "consents", "identity_links", "flags", "suggestions"} <= dict(erased.rows).keys()
    assert erased.uploads == 1
    assert found_in(folder / "data", CANARIES) == []


def test_nobody_else_lost_anything(before: tuple[Workspace, Erased]) -> None:
    shop, _ = before
    neighbour = customers.profile(shop, "0987150432")
    assert neighbour.events == 3
    assert dict(neighbour.traits)["name"] == "Đỗ Minh"
    invited = next(event for event in neighbour.timeline if event.event == "friend.invited")
    assert dict(invited.properties) == {"friend": "mời █ và █"}
    assert [note.text for note in customers.notes(shop, "customer:KH0018")] == ["bạn của █"]
    assert [account.account for account in neighbour.accounts] == ["club"]
    assert neighbour.customer == "customer:KH0018"


def test_nobody_is_joined_to_her_by_hand(before: tuple[Workspace, Erased]) -> None:
    shop, _ = before
    with shop.store.work(shop.name) as work, pytest.raises(ErasedPerson):
        people.join(work, "customer:KH0018", f"email:{EMAIL}", "ha")


def test_nobody_goes_by_her_names(before: tuple[Workspace, Erased]) -> None:
    shop, _ = before
    for key in (*HER, EMAIL, "0903718264"):
        with pytest.raises(UnknownCustomer):
            customers.profile(shop, key)
        with pytest.raises(UnknownCustomer):
            customers.erasure_plan(shop, key)
    assert customers.search(shop, "canary").total == 0


def test_late_events_files_and_replays_bring_nothing_back(before: tuple[Workspace, Erased], folder: Path) -> None:
    shop, _ = before
    late = track("form.sent", "KH0777001", 91, anonymousId="device-yen-canary", properties={"comment": COMMENT})
    traits = {"name": NAME, "email": EMAIL, "address": ADDRESS}
    again = {
        "type": "identify",
        "userId": "KH0777001",
        "anonymousId": "new-device",
        "traits": traits,
        "messageId": "i9",
    }
    bad = track("", "KH0777001", 92, properties={"comment": COMMENT})
    deliver(shop, "site", [late, again, bad])
    for name, more in (("again.csv", b""), ("longer.csv", b"KH0018,,,order.paid,2026-05-01T08:00:00Z,app,,,,,1\n")):
        path = folder / "outside" / name
        path.write_bytes(FILE.encode() + more)
        bring(shop, path, MAPPING.replace("yen.canary@shop.vn log.csv", name))
    assert collect.quarantined(shop) == []
    with shop.store.reading(shop.name) as reading:
        assert people.evidence_among(reading, HER) == []
        assert people.canonical(reading, ["device:new-device"]) == {"device:new-device": "device:new-device"}
    assert customers.profile(shop, "KH0018").events == 4
    assert found_in(folder / "data", CANARIES) == []


def test_the_audit_log_tells_of_it_without_telling_of_her(before: tuple[Workspace, Erased]) -> None:
    shop, erased = before
    told = audit_entries(shop)
    done = next(entry for entry in told if entry.what == "person.erased")
    assert (done.who, done.subject) == ("ha", erased.request)
    assert dict(next(e for e in told if e.what == "person.erasure_requested").details)["reason"] == "asked by letter"
    assert verify_audit(shop).fault is None
    assert [note.events for note in customers.erasures(shop)] == [erased.events]


def test_consent_survives_as_a_hash_and_nobody_writes_to_her(before: tuple[Workspace, Erased]) -> None:
    shop, _ = before
    with shop.store.reading(shop.name) as reading:
        standing = customers.consent_of_address(reading, f"email:{EMAIL}", (), "marketing", "email")
    assert standing.state == "granted"
    assert not standing.proven
    assert customers.consents(shop, f"email:{EMAIL}").ledger == ()


def test_she_may_come_back_of_her_own_will(before: tuple[Workspace, Erased], folder: Path) -> None:
    del before
    shop = opened(folder / "data")
    with pytest.raises(NoReason):
        customers.lift_erasure(shop, EMAIL, "ha", "")
    assert customers.lift_erasure(shop, "KH0777001", "ha", "new contract") == 1
    with pytest.raises(UnknownCustomer):
        customers.lift_erasure(shop, "KH0777001", "ha", "new contract")
    deliver(shop, "site", [track("order.placed", "KH0777001", 99)])
    assert customers.profile(shop, "KH0777001").events == 1
