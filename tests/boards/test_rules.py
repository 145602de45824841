"""Periods that move with the calendar, and tiles that never lie on one another."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from wend.boards.errors import BadAsked, BadName, BadTile, TilesOverlap
from wend.boards.model import COLUMNS, Asked, Tile
from wend.boards.rules import check_asked, check_tiles, name_of, overlap, placed, selection_of
from wend.kit.clock import from_epoch

ZONE = "Asia/Ho_Chi_Minh"
sizes = st.tuples(st.integers(1, COLUMNS), st.integers(1, 6))


@given(st.lists(sizes, max_size=12))
def test_a_placed_tile_never_covers_another(asked: list[tuple[int, int]]) -> None:
    tiles: list[Tile] = []
    for place, (width, height) in enumerate(asked):
        tiles.append(placed(tiles, Tile(str(place), "text", 0, 0, width, height, text="x")))
    check_tiles(tiles, ())
    assert not any(overlap(a, b) for a, b in combinations(tiles, 2))


@given(sizes, sizes, st.integers(0, 11), st.integers(0, 8))
def test_overlap_is_sharing_a_cell(a: tuple[int, int], b: tuple[int, int], x: int, y: int) -> None:
    one, two = Tile("a", "text", 0, 0, *a), Tile("b", "text", x, y, *b)
    cells = [{(t.x + i, t.y + j) for i in range(t.width) for j in range(t.height)} for t in (one, two)]
    assert overlap(one, two) == overlap(two, one) == bool(cells[0] & cells[1])


def test_the_last_days_are_whole_days_of_the_shop() -> None:
    now = datetime(2026, 7, 1, 17, 30, tzinfo=UTC)  # half past midnight of 2 July in Vietnam
    chosen = selection_of(Asked("reach", last_days=7), now, ZONE)
    assert [from_epoch(at).astimezone(ZoneInfo(ZONE)).isoformat() for at in (chosen.from_at, chosen.to_at)] == [
        "2026-06-25T00:00:00+07:00",
        "2026-07-02T00:00:00+07:00",
    ]


@given(st.integers(1, 60), st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001  # hypothesis takes naive bounds
def test_the_next_days_period_follows_the_last(days: int, now: datetime) -> None:
    asked = Asked("reach", last_days=days)
    today, tomorrow = (selection_of(asked, at, "Europe/Berlin") for at in (now, now + timedelta(days=days)))
    assert abs(tomorrow.from_at - today.to_at) <= 86_400  # a day of summer time has 23 or 25 hours
    assert today.to_at - today.from_at in {days * 86_400 + h * 3_600 for h in (-1, 0, 1)}


@pytest.mark.parametrize("wrong", [{"last_days": -1}, {"last_days": 7, "from_at": 1}, {"from_at": 5, "to_at": 5}])
def test_a_period_without_days_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(BadAsked):
        check_asked(replace(Asked("reach"), **wrong))  # type: ignore[arg-type]  # fields by name


def test_names_are_one_composed_line() -> None:
    assert name_of("  Giỏ\n hàng ") == "Giỏ hàng"
    for wrong in ("", "  ", "x" * 121, "a\0b"):
        with pytest.raises(BadName):
            name_of(wrong)


def test_tiles_stay_inside_and_show_something() -> None:
    good = Tile("a", "question", 0, 0, 6, 4, "saved_1")
    check_tiles([good, replace(good, id="b", x=6)], ["saved_1"])
    wrong = [replace(good, x=7), replace(good, width=0), replace(good, question="saved_2"), replace(good, kind="text")]
    for tile in wrong:
        with pytest.raises(BadTile):
            check_tiles([tile], ["saved_1"])
    with pytest.raises(TilesOverlap):
        check_tiles([good, replace(good, id="b", x=5)], ["saved_1"])
