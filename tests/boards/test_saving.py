"""Saved questions and dashboards: versions, names, who came second, and what is still shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.boards.conftest import FUNNEL
from wend.boards import facade as boards
from wend.boards.model import Asked, Tile
from wend.kit.errors import Mistake
from wend.workspaces.facade import Workspace


def test_a_saved_question_is_asked_again_by_its_name(shop: Workspace) -> None:
    kept = boards.save(shop, "Mua hàng", FUNNEL, "session")
    assert boards.saved(shop, "MUA HÀNG") == boards.saved(shop, kept.id) == kept
    told = boards.answer(shop, boards.saved(shop, "mua hàng").asked)
    assert [row["customers"] for row in told.rows] == [3, 2]


def test_every_version_is_kept_with_its_author(shop: Workspace) -> None:
    first = boards.save(shop, "Orders", FUNNEL, "session")
    last_week = replace(FUNNEL, last_days=7)
    boards.change_saved(shop, first.id, "Orders", last_week, 1, "key:1")
    kept = [(each.version, each.by, each.asked.last_days) for each in boards.versions(shop, "Orders")]
    assert kept == [(2, "key:1", 7), (1, "session", 0)]
    told = boards.answer(shop, boards.saved(shop, "Orders").asked)  # seen on 1 July: of Anh and Chi only
    assert [row["customers"] for row in told.rows] == [1, 0]


def test_who_comes_second_is_told(shop: Workspace) -> None:
    kept = boards.save(shop, "Orders", FUNNEL, "session")
    boards.change_saved(shop, kept.id, "Orders", FUNNEL, 1, "session")
    with pytest.raises(boards.ChangedMeanwhile):
        boards.change_saved(shop, kept.id, "Mine", FUNNEL, 1, "session")
    board = boards.create(shop, "Weekly", (), "session")
    boards.change_dashboard(shop, board.id, "Weekly", (), 1, "session")
    with pytest.raises(boards.ChangedMeanwhile):
        boards.change_dashboard(shop, board.id, "Daily", (), 1, "session")


def test_a_name_stands_for_one_thing(shop: Workspace) -> None:
    boards.save(shop, "Orders", FUNNEL, "session")
    other = boards.save(shop, "Other", FUNNEL, "session")
    for again in ("orders", " ORDERS "):
        with pytest.raises(boards.NameTaken):
            boards.save(shop, again, FUNNEL, "session")
        with pytest.raises(boards.NameTaken):
            boards.change_saved(shop, other.id, again, FUNNEL, 1, "session")
    with pytest.raises(boards.UnknownSaved, match="Orders"):
        boards.saved(shop, "Order")


@pytest.mark.parametrize("asked", [Asked("funel"), Asked("funnel"), Asked("reach", {"nothing": "x"})])
def test_what_cannot_be_asked_is_not_kept(shop: Workspace, asked: Asked) -> None:
    with pytest.raises(Mistake):
        boards.save(shop, "Wrong", asked, "session")
    assert boards.saved_questions(shop) == ()


def test_what_is_shown_cannot_be_removed(shop: Workspace) -> None:
    boards.save(shop, "Orders", FUNNEL, "session")
    boards.create(shop, "Weekly", (), "session")
    done = boards.add_question(shop, "weekly", "orders", "session")
    assert [(tile.x, tile.y, tile.width) for tile in done.tiles] == [(0, 0, 6)]
    assert [tile.x for tile in boards.add_question(shop, "weekly", "orders", "session").tiles] == [0, 6]
    with pytest.raises(boards.InUse, match="Weekly"):
        boards.remove_saved(shop, "Orders", "session")
    boards.remove_dashboard(shop, "Weekly", "session")
    boards.remove_saved(shop, "Orders", "session")
    assert (boards.saved_questions(shop), boards.dashboards(shop)) == ((), ())


def test_a_text_is_a_tile_too(shop: Workspace) -> None:
    tile = Tile("t", "text", 0, 0, 12, 2, text="Mục tiêu tuần này")
    assert boards.create(shop, "Weekly", [tile], "session").tiles == (tile,)
