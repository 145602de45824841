"""Paths in words: every number opens its customers, and names are told as one, hidden, or corrected."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.folds.journals import Event, MemoryWords, journal
from tests.questions.shop import CLOCK, context
from wend.domain.selection import Selection
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.kit.errors import Mistake
from wend.questions import errors
from wend.questions.alphabet import OTHER, Alphabet, narrowed
from wend.questions.answer import Answer
from wend.questions.asking import ask, members
from wend.questions.context import Context, Plan
from wend.questions.wish import Wish

STORIES = ("abcab", "abbcaabc", "ab3ab", "a", "a5abc", "ddbaac")
SAMPLES: list[dict[str, Any]] = [
    {},
    {"start": "page.seen", "length": 3, "anchor": "every"},
    {"end": "cart.filled", "length": 4, "anchor": "every", "collapse": "yes"},
    {"start": "page.seen", "end": "order.placed", "length": 3, "anchor": "every"},
    {"gap": "1d", "merge": "shop = cart.filled | order.placed", "hide": "newsletter.sent"},
]


def asked(params: dict[str, Any]) -> Answer:
    return ask(context(STORIES), CLOCK, "paths", params)


@pytest.mark.parametrize("params", SAMPLES)
def test_every_number_opens_as_many_customers_as_it_says(params: dict[str, Any]) -> None:
    def opened(**where: Any) -> int:
        return len(members(context(STORIES), "paths", params, where))

    content = asked(params).content
    for row in content["paths"]:
        assert opened(path=" > ".join(row["path"])) == row["customers"], row
    for row in content["tree"]:
        assert opened(path=" > ".join(row["path"]), state="through") == row["customers"], row
    for row in content["links"]:
        assert opened(**{name: row[name] for name in ("layer", "from", "to")}) == row["customers"], row
    assert opened() == content["counted"]["customers"]


def test_who_came_late_and_who_never_came() -> None:
    params = SAMPLES[3]
    late, never = ({"state": state} for state in ("longer", "unfinished"))
    assert list(members(context(STORIES), "paths", params, late).ids()) == ["c4", "c1"]
    assert len(members(context(STORIES), "paths", params, never)) == 3


def test_the_end_of_a_path_is_told_from_a_longer_one() -> None:
    opened = members(context(), "paths", {"length": 3}, {"path": "page.seen > cart.filled"})
    through = members(context(), "paths", {"length": 3}, {"path": "page.seen > cart.filled", "state": "through"})
    assert (len(opened), len(through)) == (1, 3)


def test_merged_steps_have_one_name() -> None:
    merged = {"merge": "shop = cart.filled | order.placed", "hide": "page.seen | newsletter.sent", "length": 2}
    assert [row["path"] for row in asked(merged).rows] == [["shop", "shop"]]
    assert asked({"start": "shop", "merge": {"shop": ["cart.filled"]}}).rows[0]["path"][0] == "shop"


@pytest.mark.parametrize(
    ("params", "error"),
    [
        ({"start": "page.sen"}, errors.UnknownEvent),
        ({"start": "page.seen", "hide": "page.seen"}, errors.UnknownEvent),
        ({"merge": "cart.filled"}, errors.BadGroups),
        ({"merge": "x = cart.filled; y = cart.filled"}, errors.ToldTwice),
        ({"hide": "a > b"}, errors.BadSteps),
        ({"length": "1"}, errors.BadNumber),
        ({"anchor": "last"}, errors.BadChoice),
        ({"collapse": "perhaps"}, errors.BadChoice),
    ],
)
def test_what_cannot_be_asked_is_said_in_both_languages(params: dict[str, Any], error: type[Mistake]) -> None:
    with pytest.raises(error) as raised:
        asked(params)
    assert all(raised.value.message(language) for language in ("en", "vi"))


@pytest.mark.parametrize(
    "where", [{"path": "cart.filled > page.seen"}, {"layer": 4, "from": "page.seen", "to": "page.seen"}]
)
def test_a_path_that_cannot_be_opens_nobody(where: dict[str, Any]) -> None:
    with pytest.raises(errors.NothingToOpen):
        members(context(), "paths", {"start": "page.seen"}, where)


def wide() -> Context:
    """Three hundred kinds of events; the first ones are the most frequent."""
    words = MemoryWords(tuple(f"e{code}" for code in range(300)), ("",))
    log = journal([[Event(7, 1), Event(code, 2), Event(8, 3)] for code in range(300)] * 2, words=words)
    return Context(Machine(log), Plan(), lens_of([], words, ""))


def test_the_rarest_of_too_many_steps_are_told_as_one() -> None:
    few = ask(wide(), CLOCK, "paths", {"length": 5, "start": "e7"}).content
    assert "told_as_other" not in few
    answer = ask(wide(), CLOCK, "paths", {"length": 12, "start": "e7"}).content
    first, others = answer["paths"][0], len(answer["told_as_other"])
    assert (first["path"], first["count"]) == (["e7", OTHER, "e8"], 2 * others)
    assert len(members(wide(), "paths", {"length": 12, "start": "e7"}, {"path": f"e7 > {OTHER} > e8"})) > 500


def test_the_anchors_are_always_told() -> None:
    whole = Alphabet(np.arange(1, 301), tuple(f"e{code}" for code in range(300)))
    letters = narrowed(whole, 4, Wish(wide(), {}, "events", Selection(), 0), [300])
    assert letters.names == ("e7", "e8", "e299", OTHER)
