"""Links: who has one sees the answers of its tiles, for a while, and never a customer."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.boards.conftest import FUNNEL
from wend.boards import facade as boards
from wend.boards.model import Asked, NewShare
from wend.boards.pacing import BURST, PER_SECOND, Pace
from wend.kit.clock import FixedClock
from wend.kit.errors import Mistake
from wend.questions.facade import QUESTIONS, Question
from wend.segments import facade as segments
from wend.workspaces.facade import Workspace, audit_entries

STEPS = "product.viewed > order.placed"

NEEDED = {"steps": STEPS, "condition": '{"version": 1, "condition": {"did": {"event": "product.viewed"}}}'}
"""What a parameter without a default is given, by its kind."""


def shared(shop: Workspace, asked: Asked = FUNNEL, days: int = 30) -> tuple[NewShare, str]:
    boards.save(shop, asked.question, asked, "session")
    boards.create(shop, asked.question, (), "session")
    board = boards.add_question(shop, asked.question, asked.question, "session")
    return boards.share(shop, board.id, days, "session"), board.tiles[0].id


def test_a_link_shows_its_board_until_it_ends(shop: Workspace, clock: FixedClock) -> None:
    link, tile = shared(shop, days=2)
    assert boards.shared_board(shop, link.token).name == "funnel"
    assert boards.shared_answer(shop, link.token, tile)["steps"][1]["customers"] == 2
    clock.advance(timedelta(days=2))
    with pytest.raises(boards.NotShared):
        boards.shared_board(shop, link.token)
    assert [each.live for each in boards.shares(shop, "funnel")] == [False]


def test_a_link_that_was_taken_back_shows_nothing(shop: Workspace) -> None:
    link, tile = shared(shop)
    boards.revoke(shop, link.share.id, "session")
    boards.revoke(shop, link.share.id, "session")
    with pytest.raises(boards.NotShared):
        boards.shared_answer(shop, link.token, tile)
    assert [each.what for each in audit_entries(shop)].count("share.revoked") == 1


@pytest.mark.parametrize("token", ["", "wends_", "wends_secret_999", "\udcff", "x" * 5_000])
def test_a_guess_opens_nothing(shop: Workspace, token: str) -> None:
    shared(shop)
    with pytest.raises(boards.NotShared):
        boards.shared_board(shop, token)


def test_a_link_opens_no_tile_of_another_board(shop: Workspace) -> None:
    link, _ = shared(shop)
    boards.create(shop, "Other", (), "session")
    other = boards.add_question(shop, "Other", "funnel", "session").tiles[0].id
    with pytest.raises(boards.NotShared):
        boards.shared_answer(shop, link.token, other)


def test_the_token_is_not_in_the_store(shop: Workspace) -> None:
    link, _ = shared(shop)
    kept = b"".join(each.read_bytes() for each in shop.store.data.glob("wend.db*"))
    assert link.token.removeprefix("wends_").encode() not in kept
    assert link.token.encode() not in kept


def test_no_shared_answer_names_a_customer(shop: Workspace) -> None:
    told = [each for each in map(lambda each: _told(shop, each), QUESTIONS) if each]
    assert len(told) > len(QUESTIONS) / 2
    for name in ("customer:1", "customer:2", "customer:3", "lan@shop.vn"):
        assert not any(name in each for each in told)


def test_a_tile_that_cannot_be_asked_any_more_names_nothing(shop: Workspace) -> None:
    condition = {"version": 1, "condition": {"segment": {"is": "owes-us"}}}
    for name, key in (("Owes us money", "owes-us"), ("Owes us much", "owes-us-much")):
        segments.create(shop, name, {"version": 1, "condition": {"did": {"event": "order.placed"}}}, "mai", key=key)
    link, tile = shared(shop, Asked("segment", {"condition": json.dumps(condition)}))
    segments.remove(shop, "owes-us", "mai")
    with pytest.raises(boards.NotAnswered) as refused:
        boards.shared_answer(shop, link.token, tile)
    told = str(refused.value.told("en")) + str(refused.value.details)
    assert "wes" not in told and refused.value.__cause__ is None


def _told(shop: Workspace, question: Question) -> str:
    needed = {each.name: NEEDED.get(each.kind, "product.viewed") for each in question.parameters if each.required}
    try:
        link, tile = shared(shop, Asked(question.key, needed, question.over if question.fixed else "events"))
        return json.dumps(boards.shared_answer(shop, link.token, tile))
    except Mistake:
        return ""


def test_a_link_names_the_segments_of_its_tiles_and_no_others(shop: Workspace) -> None:
    viewed = {"version": 1, "condition": {"did": {"event": "product.viewed"}}}
    for name in ("Xem hàng", "Khách sỉ", "Chia theo", "Người này", "Người kia", "Bí mật"):
        segments.create(shop, name, viewed, "session")
    asked = replace(FUNNEL, segments=("xem-hang",), params={**FUNNEL.params, "against_segment": "khach-si"})
    link, _ = shared(shop, asked)
    boards.save(shop, "by", replace(FUNNEL, params={**FUNNEL.params, "by": "segment:chia-theo"}), "session")
    boards.add_question(shop, "funnel", "by", "session")
    two = {"start": "product.viewed", "by": "segment:nguoi-nay | segment:nguoi-kia"}
    boards.save(shop, "two", Asked("survival", two, "events"), "session")
    boards.add_question(shop, "funnel", "two", "session")
    told = {each.key: each.name.vi for each in boards.shared_board(shop, link.token).segments}
    asked_of = {"xem-hang": "Xem hàng", "khach-si": "Khách sỉ", "chia-theo": "Chia theo"}
    assert told == asked_of | {"nguoi-nay": "Người này", "nguoi-kia": "Người kia"}


def test_a_link_that_is_opened_too_often_waits(shop: Workspace, clock: FixedClock) -> None:
    link, tile = shared(shop)
    other = boards.share(shop, "funnel", 30, "session")
    for _ in range(BURST):
        boards.shared_board(shop, link.token)
    with pytest.raises(boards.TooManyLooks):
        boards.shared_answer(shop, link.token, tile)
    assert boards.shared_board(shop, other.token).name == "funnel"
    clock.advance(timedelta(seconds=1))
    for _ in range(PER_SECOND):
        boards.shared_answer(shop, link.token, tile)
    with pytest.raises(boards.TooManyLooks):
        boards.shared_board(shop, link.token)


def test_an_allowance_never_grows_beyond_its_burst() -> None:
    pace = Pace(burst=2, per_second=1)
    assert [pace.allows("a", 0) for _ in range(3)] == [True, True, False]
    assert [pace.allows("a", 3_600_000_000) for _ in range(3)] == [True, True, False]
    assert not pace.allows("a", 0)  # a clock that is set back gives nothing
