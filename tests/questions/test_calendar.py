"""Days, weeks and months of a zone."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest

from wend.folds.periods import FOREVER, over_by
from wend.kit.errors import Mistake
from wend.questions import parsing
from wend.questions.calendar import Unit, calendar, label

NOON = int(datetime(2026, 3, 28, 12, tzinfo=UTC).timestamp())
DAY = 86_400


def test_a_day_is_as_long_as_its_zone_says() -> None:
    for zone, hours in (("UTC", [24, 24, 24]), ("Europe/Berlin", [24, 23, 24]), ("Asia/Ho_Chi_Minh", [24, 24, 24])):
        starts = calendar("day", zone, NOON, NOON + 2 * DAY)
        assert (np.diff(starts[:-1]) // 3_600).tolist() == hours
        assert int(starts[-1]) == FOREVER


@pytest.mark.parametrize(
    ("unit", "names"),
    [
        ("day", ["2026-03-28", "2026-03-29"]),
        ("week", ["2026-03-23"]),
        ("month", ["2026-03"]),
    ],
)
def test_periods_are_called_by_their_first_day(unit: Unit, names: list[str]) -> None:
    starts = calendar(unit, "Asia/Ho_Chi_Minh", NOON, NOON + DAY)
    assert [label(unit, "Asia/Ho_Chi_Minh", start) for start in starts[:-2].tolist()] == names


def test_a_period_is_over_with_its_last_second() -> None:
    starts = calendar("day", "UTC", NOON, NOON + 2 * DAY)
    end = int(starts[1])
    assert [over_by(starts, end - 2), over_by(starts, end - 1), over_by(starts, end)] == [0, 1, 1]


def test_an_unknown_zone_is_utc_and_one_wrong_date_is_a_mistake() -> None:
    assert calendar("day", "Nowhere/Land", NOON, NOON).tolist() == calendar("day", "UTC", NOON, NOON).tolist()
    with pytest.raises(Mistake):
        calendar("day", "UTC", -(10**10) * 3, NOON)


def test_runs_windows_and_numbers_as_people_write_them() -> None:
    assert parsing.runs("0, 1-3,4–7") == ((0, 0), (1, 3), (4, 7))
    assert [parsing.every(written) for written in ("week", "24h", 60)] == ["week", DAY, 60]
    assert (parsing.number(" 12 ", 1, 20), parsing.names("a | b"), parsing.names(["a", "b"])) == (
        12,
        ("a", "b"),
        ("a", "b"),
    )
