"""Personas over a real log: kept by people, told from data, invited by consent."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.boards.conftest import shop
from wend.customers.facade import record_consents
from wend.customers.model_consents import NewConsent
from wend.kit.clock import FixedClock, epoch_seconds
from wend.kit.errors import Mistake
from wend.personas import facade as personas
from wend.personas.rules import MOST
from wend.workspaces.facade import Workspace

__all__ = ["shop"]
BUYERS = {"version": 1, "condition": {"did": {"event": "order.placed"}}}


def test_a_persona_is_found_by_its_name_and_changed_by_who_saw_it(shop: Workspace) -> None:
    made = personas.create(shop, "Người  mua", BUYERS, "session")
    lines = [("goals", "Quà đúng ngày", "12 interviews")]
    changed = personas.change(shop, "NGƯỜI MUA", "Khách quen", BUYERS, lines, 1, "lan")
    assert personas.persona(shop, "khách quen") == personas.persona(shop, made.id) == changed
    assert (changed.version, changed.lines[0].by) == (2, "lan")
    with pytest.raises(personas.ChangedMeanwhile):
        personas.change(shop, made.id, "Khách", BUYERS, (), 1, "an")
    personas.remove(shop, "Khách quen", "lan")
    with pytest.raises(personas.UnknownPersona):
        personas.persona(shop, made.id)


def test_there_are_at_most_six_and_no_two_of_one_name(shop: Workspace) -> None:
    for number in range(MOST):
        personas.create(shop, f"Persona {number}", BUYERS, "session")
    with pytest.raises(personas.TooMany):
        personas.create(shop, "One more", BUYERS, "session")
    personas.remove(shop, "Persona 5", "session")
    with pytest.raises(personas.NameTaken):
        personas.create(shop, "persona 0", BUYERS, "session")


def test_a_condition_of_unknown_names_is_refused(shop: Workspace) -> None:
    with pytest.raises(Mistake) as refused:
        personas.create(shop, "Nobody", {"version": 1, "condition": {"did": {"event": "order.plased"}}}, "session")
    assert refused.value.code.startswith("conditions.")
    assert personas.personas(shop) == ()


def test_a_portrait_counts_its_customers_and_names_its_gaps(shop: Workspace) -> None:
    personas.create(shop, "Buyers", BUYERS, "session")
    told = personas.portrait(shop, "Buyers")
    assert (told.customers, told.of) == (2, 3)
    assert told.low < told.share < told.high
    assert {"few", "drivers", "goals", "quotes", "feelings"} <= set(told.unknown)
    assert (told.purchase.known, told.purchase.rows, told.satisfaction.known) == ("few", (), "few")
    assert told.journey is None or "examples" not in told.journey


def test_nobody_who_has_not_agreed_is_invited(shop: Workspace) -> None:
    personas.create(shop, "Buyers", BUYERS, "session")
    found = personas.invitation(shop, "Buyers", "marketing", "email", "lan")
    assert (found.customers, found.agreed, found.ids) == (2, 0, ())


def test_invited_is_who_agrees_by_now_and_not_by_the_last_event(shop: Workspace, clock: FixedClock) -> None:
    personas.create(shop, "Buyers", BUYERS, "session")
    agreed = []
    for state in ("granted", "withdrawn"):
        clock.advance(timedelta(hours=1))
        said = NewConsent("email:lan@shop.vn", "marketing", "email", state, epoch_seconds(clock.now()))
        with shop.store.work(shop.name) as work:
            record_consents(work, [said])
        agreed.append(personas.invitation(shop, "Buyers", "marketing", "email", "lan").agreed)
    assert agreed == [1, 0]


def test_few_buyers_make_no_proposal(shop: Workspace) -> None:
    assert personas.propose(shop) == ((), "few")
