"""Loops in words: every number opens its customers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.questions.shop import CLOCK, context
from wend.questions import errors
from wend.questions.asking import ask, members

STORIES = ("ababc", "babd", "aab", "abcab", "abc", "ddabcdab")


@pytest.mark.parametrize(
    "params", [{}, {"collapse": "yes", "gap": "2h"}, {"merge": "shop = cart.filled | order.placed"}]
)
def test_every_number_opens_as_many_customers_as_it_says(params: dict[str, Any]) -> None:
    rows = ask(context(STORIES), CLOCK, "loops", params).rows
    assert rows
    for row in rows:
        for state in ("customers", "left", "went_on"):
            where = {"loop": " > ".join(row["loop"]), "state": state}
            assert len(members(context(STORIES), "loops", params, where)) == row[state], where


def test_a_share_has_its_interval() -> None:
    row = ask(context(STORIES), CLOCK, "loops", {"top": "1"}).rows[0]
    assert (row["loop"], row["customers"], row["left"]) == (["page.seen", "cart.filled", "page.seen"], 2, 0)
    assert row["low"] <= row["share"] <= row["high"]


@pytest.mark.parametrize("loop", ["page.seen", "page.seen > cart.filled", "page.seen > page.seen > page.seen"])
def test_what_is_no_circle_cannot_be_opened(loop: str) -> None:
    with pytest.raises(errors.NothingToOpen):
        members(context(STORIES), "loops", {}, {"loop": loop})
