"""Links to a persona: its page for a while, and nobody in it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta

import pytest

from tests.boards.conftest import shop
from tests.boards.test_sharing import shared
from wend.boards import facade as boards
from wend.boards.model import NewShare
from wend.boards.pacing import BURST
from wend.kit.clock import FixedClock
from wend.personas import facade as personas
from wend.segments import facade as segments
from wend.workspaces.facade import Workspace, audit_entries

__all__ = ["shop"]
BUYERS = {"version": 1, "condition": {"did": {"event": "order.placed"}}}
LINES = [
    ("goals", "Quà đúng ngày", "12 interviews"),
    ("who", "Gọi Lan 0903 718 264", "call centre"),
    ("who", "Bà mẹ trẻ", "lan@shop.vn"),
]


def link(shop: Workspace, days: int = 30) -> NewShare:
    made = personas.create(shop, "Buyers", BUYERS, "session")
    personas.change(shop, made.id, "Buyers", BUYERS, LINES, 1, "hoa")
    return boards.share_persona(shop, "Buyers", days, "session")


def test_a_link_shows_the_persona_until_it_ends(shop: Workspace, clock: FixedClock) -> None:
    made = link(shop, days=2)
    seen = boards.shared_persona(shop, made.token)
    assert (seen.name, seen.portrait.customers, seen.portrait.of) == ("Buyers", 2, 3)
    assert seen.says is not None
    assert seen.says.en != seen.says.vi
    clock.advance(timedelta(days=2))
    with pytest.raises(boards.NotShared):
        boards.shared_persona(shop, made.token)
    assert [each.live for each in boards.persona_shares(shop, "Buyers")] == [False]


def test_nobody_is_in_what_a_link_shows(shop: Workspace) -> None:
    seen = boards.shared_persona(shop, link(shop).token)
    told = str(asdict(seen))
    for name in ("customer:", "lan@shop.vn", "0903", "hoa", "examples"):
        assert name not in told
    assert [(line.text, line.by) for line in seen.lines] == [("Quà đúng ngày", "")]
    assert seen.portrait.quotes == ()


def test_few_customers_show_no_journey_of_one(shop: Workspace) -> None:
    seen = boards.shared_persona(shop, link(shop).token).portrait
    assert (seen.customers, seen.journey, any(seen.answers.values())) == (2, None, False)
    assert {"few", "journey", "traits"} <= set(seen.unknown)
    assert personas.portrait(shop, "Buyers").journey is not None


@pytest.mark.parametrize("said", ["lan@shop.vn", "Lan"])
def test_a_condition_that_names_somebody_is_not_told(shop: Workspace, said: str) -> None:
    named = {"version": 1, "condition": {"all": [BUYERS["condition"], {"trait": {"trait": "name", "is": said}}]}}
    personas.create(shop, "Lan", named, "session")
    assert boards.shared_persona(shop, boards.share_persona(shop, "Lan", 1, "session").token).says is None


def test_a_link_opens_what_it_was_made_for_and_nothing_else(shop: Workspace) -> None:
    made, (board, _) = link(shop), shared(shop)
    with pytest.raises(boards.NotShared):
        boards.shared_board(shop, made.token)
    with pytest.raises(boards.NotShared):
        boards.shared_persona(shop, board.token)


@pytest.mark.parametrize("ended", ["revoked", "removed"])
def test_a_link_that_was_taken_back_shows_nothing(shop: Workspace, ended: str) -> None:
    made = link(shop)
    if ended == "revoked":
        boards.revoke(shop, made.share.id, "session")
    else:
        personas.remove(shop, "Buyers", "session")
    with pytest.raises(boards.NotShared):
        boards.shared_persona(shop, made.token)


def test_a_link_to_what_is_broken_names_no_segment(shop: Workspace) -> None:
    segments.create(shop, "Whales", BUYERS, "session")
    personas.create(shop, "Rich", {"version": 1, "condition": {"segment": {"is": "whales"}}}, "session")
    token = boards.share_persona(shop, "Rich", 1, "session").token
    segments.remove(shop, "whales", "session")
    with pytest.raises(boards.NotShared):
        boards.shared_persona(shop, token)


def test_a_link_shows_what_holds_now_when_a_segment_was_changed(shop: Workspace) -> None:
    segments.create(shop, "Whales", BUYERS, "session")
    personas.create(shop, "Rich", {"version": 1, "condition": {"segment": {"is": "whales"}}}, "session")
    token = boards.share_persona(shop, "Rich", 1, "session").token
    assert boards.shared_persona(shop, token).portrait.customers == 2
    looked = {"version": 1, "condition": {"did": {"event": "product.viewed"}}}
    segments.change(shop, "whales", "Whales", looked, 1, "session")
    assert boards.shared_persona(shop, token).portrait.customers == 3


def test_a_link_is_looked_at_at_a_pace(shop: Workspace) -> None:
    made = link(shop)
    for _ in range(BURST):
        boards.shared_persona(shop, made.token)
    with pytest.raises(boards.TooManyLooks):
        boards.shared_persona(shop, made.token)


def test_making_a_link_is_in_the_audit_log(shop: Workspace) -> None:
    made = link(shop)
    [entry] = [each for each in audit_entries(shop) if each.what == "share.made"]
    assert dict(entry.details) == {"persona": made.share.dashboard, "days": "30"}
    assert made.token not in str(entry)
