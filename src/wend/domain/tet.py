"""Tết Nguyên Đán: the first day of the Vietnamese lunar year, 2015 to 2040.

Vietnam counts its months from new moons at UTC+7 (Decision 121/CP of 8 August 1967), China at UTC+8; in 2030 the new
moon falls between the two midnights, and Tết is a day earlier than the Chinese New Year. Days of the past are as the
government announced them; all of them follow from the new moons and the winter solstice, as
`tests/domain/test_tet.py` computes them (Meeus, Astronomical Algorithms, chapters 25 and 49).
"""

from __future__ import annotations

from datetime import date

_DAYS = """
2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10
2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23 2032-02-11 2033-01-31 2034-02-19
2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24 2040-02-12
"""
TET: tuple[date, ...] = tuple(date.fromisoformat(day) for day in _DAYS.split())
"""The first day of each lunar year."""
