"""Tết from the sky: new moons and the winter solstice, by the formulas of Meeus, in days of UTC+7."""

from __future__ import annotations

from datetime import date, timedelta
from math import radians, sin

import pytest

from wend.domain.tet import TET

EPOCH = 2_440_587.5
"""The Julian day of 1 January 1970, midnight in UTC."""
ANOMALIES = {(0, 1, 0): -0.40720, (1, 0, 0): 0.17241, (0, 2, 0): 0.01608, (0, 0, 2): 0.01039, (-1, 1, 0): 0.00739}
ANOMALIES |= {(1, 1, 0): -0.00514, (2, 0, 0): 0.00208, (0, 1, -2): -0.00111, (0, 1, 2): -0.00057}
ANOMALIES |= {(1, 2, 0): 0.00056, (0, 3, 0): -0.00042, (1, 0, 2): 0.00042, (1, 0, -2): 0.00038, (-1, 2, 0): -0.00024}


def new_moon(k: int) -> date:
    """The day in Vietnam of the k-th new moon from 6 January 2000 on (chapter 49); clocks are 70 s behind the sky."""
    t = k / 1236.85
    sun, moon, node = 2.5534 + 29.1053567 * k, 201.5643 + 385.81693528 * k, 160.7108 + 390.67050284 * k
    at = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t
    for (m, n, f), term in ANOMALIES.items():
        at += term * (1 - 0.002516 * t) ** abs(m) * sin(radians(m * sun + n * moon + f * node))
    return date(1970, 1, 1) + timedelta(days=int(at - 70 / 86_400 + 7 / 24 - EPOCH))


def sun_at(day: date) -> float:
    """How far the sun has come, in degrees from the spring equinox, when a day begins in Vietnam (chapter 25)."""
    t = ((day - date(1970, 1, 1)).days + EPOCH - 7 / 24 - 2_451_545) / 36_525
    m = radians(357.52911 + 35_999.05029 * t)
    centre = (1.914602 - 0.004817 * t) * sin(m) + 0.019993 * sin(2 * m) + 0.000289 * sin(3 * m)
    seen = 280.46646 + 36_000.76983 * t + centre - 0.00569 - 0.00478 * sin(radians(125.04 - 1_934.136 * t))
    return seen % 360


def signs(k: int) -> tuple[int, int]:
    """The twelfth of its way in which the sun is when a lunar month begins, and when it ends."""
    return int(sun_at(new_moon(k)) // 30), int(sun_at(new_moon(k + 1)) // 30)


def eleventh(year: int) -> int:
    """The month in which the sun comes to its southernmost point, the end of the ninth twelfth."""
    k = int((year + 0.9 - 2000) * 12.3685)
    return next(each for each in (k - 1, k, k + 1, k + 2) if signs(each)[0] < 9 <= signs(each)[1])


@pytest.mark.parametrize("tet", TET, ids=str)
def test_the_table_is_what_the_sky_says(tet: date) -> None:
    before, after = eleventh(tet.year - 1), eleventh(tet.year)
    leap = after - before == 13 and any(len(set(signs(k))) == 1 for k in (before + 1, before + 2))
    assert new_moon(before + 2 + leap) == tet
