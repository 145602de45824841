"""RFM, kinds of customers, lookalikes: planted worlds, plain definitions, refusals, and numbers that open."""

from __future__ import annotations

import functools
import json
from typing import Any

import numpy as np
import pytest

from tests.folds.journals import Event
from tests.questions.buyers import DAY, END, buyer, shop, three_kinds
from tests.questions.shop import CLOCK, context
from wend.methods.fifths import fifths
from wend.questions import errors
from wend.questions.asking import ask, members
from wend.questions.context import Context

LOYAL = {"version": 1, "condition": {"did": {"event": "rated"}}}


def grouped(**params: Any) -> dict[str, Any]:
    return _grouped(json.dumps({"numbers": "rfm", "clusters": 3} | params))


@functools.cache
def _grouped(params: str) -> dict[str, Any]:
    return ask(three_kinds(), CLOCK, "clusters", json.loads(params)).content


def kinds_of(group: int, **params: Any) -> set[int]:
    found = members(three_kinds(), "clusters", {"numbers": "rfm", "clusters": 3} | params, {"group": group})
    return {int(id[1:]) % 3 for id in found.ids()}


def test_the_grid_holds_every_buyer_once() -> None:
    told = ask(three_kinds(), CLOCK, "rfm").content
    assert (told["buyers"], told["of"], len(told["cells"])) == (1_200, 1_250, 25)
    assert sum(cell["customers"] for cell in told["cells"]) == 1_200
    assert sum(cell["paid"] for cell in told["cells"]) == told["total_money"]
    assert sum(cell["paid_share"] for cell in told["cells"]) == pytest.approx(1)
    assert all(cell["low"] <= cell["share"] <= cell["high"] for cell in told["cells"])


@pytest.mark.parametrize("by", ["frequency", "money"])
def test_a_cell_is_two_fifths_and_opens_its_buyers(by: str) -> None:
    there, told = three_kinds(), ask(three_kinds(), CLOCK, "rfm", {"by": by}).content
    own = [[event for event in _journey(there, c) if event[1] > 0] for c in range(1_200)]
    recency = fifths(np.array([float(max(at for at, _ in events)) for events in own]))
    other = fifths(np.array([float(len(e) if by == "frequency" else sum(paid for _, paid in e)) for e in own]))
    for cell in told["cells"]:
        assert cell["customers"] == ((recency == cell["recency"]) & (other == cell[by])).sum()
    best = max(told["cells"], key=lambda cell: cell["customers"])
    where = {"recency": best["recency"], by: best[by]}
    assert len(members(there, "rfm", {"by": by}, where)) == best["customers"]
    assert len(members(there, "rfm", {}, {"money": 5})) == next(
        row["customers"] for row in told["fifths"] if (row["of"], row["fifth"]) == ("money", 5)
    )


def _journey(there: Context, customer: int) -> list[tuple[int, int]]:
    bucket = there.machine.journal.buckets[customer % 3]
    rows = slice(int(bucket.offsets[customer // 3]), int(bucket.offsets[customer // 3 + 1]))
    return list(zip(bucket.occurred_at[rows].tolist(), bucket.amount[rows].tolist(), strict=True))


def test_buying_is_what_is_named_as_buying() -> None:
    told = ask(context(), CLOCK, "rfm", {"bought": "order.placed"}).content
    assert (told["buyers"], told["total_money"]) == (3, 0)
    assert ask(context(), CLOCK, "rfm").content["buyers"] == 0
    with pytest.raises(errors.UnknownEvent):
        ask(context(), CLOCK, "rfm", {"bought": "order.plased"})
    with pytest.raises(errors.NothingToOpen):
        members(context(), "rfm", {}, {"recency": 6})


def test_planted_kinds_are_found_and_open() -> None:
    told = grouped()
    assert told["refused"] is None
    assert [group["customers"] for group in told["groups"]] == [400, 400, 400]
    assert sorted(kind for group in (1, 2, 3) for kind in kinds_of(group)) == [0, 1, 2]
    assert told["low"] > 0.95
    assert min(group["comes_back"] for group in told["groups"]) > 0.95
    with pytest.raises(errors.NothingToOpen):
        kinds_of(4)


def test_as_many_kinds_as_stay_the_same() -> None:
    told = ask(three_kinds(), CLOCK, "clusters", {"numbers": "rfm"}).content
    stable = [row["clusters"] for row in told["tried"] if row["stable"]]
    assert {2, 3} <= set(stable)
    assert len(told["groups"]) == max(stable)


def test_a_kind_is_told_by_what_is_far_from_everybody() -> None:
    told = grouped()
    often = next(group["group"] for group in told["groups"] if group["purchases"] > 10)
    typical = {row["number"]: row["level"] for row in told["profile"] if row["group"] == often and row["typical"]}
    assert typical["purchases"] == "high"
    assert typical["recency_days"] == "low"
    means = {row["number"]: row["of_all"] for row in told["profile"] if row["group"] == often}
    assert means["purchases"] == pytest.approx((12 + 1 + 3) / 3)


def test_channels_and_breadth_are_looked_at_when_all_is() -> None:
    told = ask(three_kinds(), CLOCK, "clusters", {"clusters": 3}).content
    assert {"breadth", "active_days", "channel web", "channel shop"} <= set(told["numbers"])
    assert len(told["groups"]) == 3


def test_ids_of_kinds_survive_a_refresh() -> None:
    before = grouped()
    ids = [3, 7, 5]
    model = json.dumps(before["model"] | {"ids": ids, "unused": 9})
    after = grouped(model=model)
    assert [group["group"] for group in after["groups"]] == ids
    assert after["kept"] == 1.0
    assert [kinds_of(id, model=model) for id in ids] == [kinds_of(id) for id in (1, 2, 3)]


@pytest.mark.parametrize("wrong", ["{", "7", "{}", '{"numbers": ["shoe"], "logged": [true], "mean": [0], "deviation": '
                                   '[1], "centres": [[0]], "ids": [1], "unused": 2}'])  # fmt: skip
def test_what_is_no_model_is_refused(wrong: str) -> None:
    with pytest.raises(errors.BadModel):
        grouped(model=wrong)


def test_too_few_or_alike_customers_make_no_kinds() -> None:
    drawn = np.random.default_rng(1)
    few = ask(shop([buyer(drawn, c % 3) for c in range(90)]), CLOCK, "clusters").content
    alike = [
        [Event(1, END - int(drawn.integers(1, 9) * DAY), amount=int(drawn.integers(90, 110)))] for _ in range(1_000)
    ]
    unstable = ask(shop(alike), CLOCK, "clusters", {"numbers": "rfm", "clusters": 5}).content
    assert (few["refused"], few["groups"]) == ("few", [])
    assert (unstable["refused"], unstable["groups"], len(unstable["tried"])) == ("unstable", [], 1)


@functools.cache
def loyal(seed: int = 2) -> Context:
    """Half of those who buy often say so; the other half are who should be found."""
    drawn = np.random.default_rng(seed)
    journeys = []
    for c in range(600):
        journey = [*buyer(drawn, 0 if c % 6 == 0 else 1), Event(0, END)]
        journeys.append([*journey, Event(2, END)] if c % 12 == 0 else journey)
    return shop(journeys)


def test_lookalikes_are_those_who_did_not_say_so() -> None:
    told = ask(loyal(), CLOCK, "lookalikes", {"condition": LOYAL, "limit": 50}).content
    assert (told["seeds"], len(told["ids"])) == (50, 50)
    assert {int(id[1:]) % 12 for id in told["ids"]} == {6}
    assert [row["used"] for row in told["contestants"]].count(True) == 1
    assert all(row["lift_low"] > 3 for row in told["contestants"])
    found = members(loyal(), "lookalikes", {"condition": LOYAL, "limit": 50}, {})
    assert set(found.ids()) == set(told["ids"])
    assert len(members(loyal(), "lookalikes", {"condition": LOYAL}, {"state": "seeds"})) == 50


def test_too_few_seeds_teach_nothing() -> None:
    told = ask(
        context(), CLOCK, "lookalikes", {"condition": {"version": 1, "condition": {"did": {"event": "cart.filled"}}}}
    )
    assert (told.content["refused"], told.content["seeds"], told.content["ids"]) == ("few", 4, [])
