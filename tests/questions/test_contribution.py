"""Contribution by a property of events: what a campaign gets, whom it opens, and that it agrees with channels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from tests.folds.journals import DAY, START, Event, journal
from tests.questions.shop import CLOCK, TOUCHPOINTS, WORDS, context
from wend.domain.selection import Selection
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.kit.errors import Mistake
from wend.log.facade import Property
from wend.questions import touching
from wend.questions.asking import ask, members
from wend.questions.context import Context

SEEN, FILLED, PLACED = 0, 1, 2
WEB, SHOP = 1, 2


def _shop(journeys: Sequence[Sequence[tuple[int, int, str | None]]]) -> Context:
    """Journeys of (event, channel, campaign), a day apart."""
    told = [[Event(step, START + day * DAY, channel) for day, (step, channel, _) in enumerate(j)] for j in journeys]
    written = [campaign for j in journeys for _, _, campaign in j]
    values = sorted({each for each in written if each is not None})
    codes = np.array([-1 if each is None else values.index(each) for each in written], np.int32)

    def property_of(name: str) -> Property:
        known = name in ("campaign", "step")
        return Property(name, pa.array(values if known else [], pa.string()), (codes if known else codes * 0 - 1,))

    log = journal(told, 1, WORDS)
    return Context(Machine(log), context().plan, lens_of(TOUCHPOINTS, WORDS, "campaigns"), property_of, list)


CAMPAIGNS = _shop(
    [
        [(SEEN, WEB, "spring"), (SEEN, SHOP, "tet"), (PLACED, WEB, None)],
        [(SEEN, WEB, "spring"), (FILLED, WEB, None), (PLACED, WEB, "tet")],
        [(SEEN, WEB, "tet"), (FILLED, WEB, None)],
        [(FILLED, WEB, None), (PLACED, WEB, None)],
    ]
)


def _asked(shop: Context = CAMPAIGNS, selection: Selection | None = None, **params: Any) -> dict[str, Any]:
    given = {"conversion": "order.placed", "by": "campaign", **params}
    return ask(shop, CLOCK, "contribution", given, selection or Selection()).to_json()


def _rows(told: dict[str, Any], *names: str) -> dict[str, tuple[Any, ...]]:
    return {row["channel"]: tuple(row[name] for name in names) for row in told["channels"]}


def test_a_campaign_gets_what_its_touches_led_to() -> None:
    told = _asked()
    assert _rows(told, "touches", "first", "last", "linear") == {"spring": (2, 2, 1, 1.5), "tet": (2, 0, 1, 0.5)}
    assert (told["conversions"], told["nulls"], told["untouched"]) == (2, 1, 1)
    assert told["customers"] == 4


def test_a_campaign_opens_whom_it_met() -> None:
    params = {"conversion": "order.placed", "by": "campaign"}
    found = [members(CAMPAIGNS, "contribution", params, {"channel": name}).ids() for name in ("spring", "tet")]
    assert [len(list(each)) for each in found] == [2, 1]
    with pytest.raises(Mistake):
        members(CAMPAIGNS, "contribution", params, {"channel": "summer"})


def test_a_property_that_repeats_the_channel_says_what_channels_say() -> None:
    rng = np.random.default_rng(3)
    names = {WEB: "web", SHOP: "shop"}
    steps, channels = rng.integers(0, 3, (200, 6)), rng.integers(1, 3, (200, 6))
    journeys = [
        [(int(s), int(c), names[int(c)]) for s, c in zip(*each, strict=True)]
        for each in zip(steps, channels, strict=True)
    ]
    shop = _shop(journeys)
    by_property, by_channel = _asked(shop), _asked(shop, by="channel")
    told = ("touches", "first", "last", "linear", "position", "time_decay", "markov", "shapley", "removal_effect")
    assert _rows(by_property, *told) == _rows(by_channel, *told)
    assert by_property["nulls"] == by_channel["nulls"]
    only = Selection(channels=("web",))
    assert _rows(_asked(shop, only), *told) == _rows(_asked(shop, only, by="channel"), *told)


def test_a_property_of_a_word_of_ours_is_meant_when_it_is_said() -> None:
    assert _rows(_asked(by="property:step"), "touches") == {"spring": (2,), "tet": (2,)}
    assert set(_rows(_asked(by="step"), "touches")) == {"page.seen", "cart.filled"}


def test_touches_over_touchpoints_and_named_ones_only() -> None:
    assert _rows(_asked(touches="cart.filled"), "touches") == {}
    over = {"conversion": "order", "by": "campaign"}
    told = ask(CAMPAIGNS, CLOCK, "contribution", over, over="touchpoints").to_json()
    assert _rows(told, "linear") == {"spring": (1.5,), "tet": (0.5,)}


def test_rare_values_are_met_together() -> None:
    many = touching.MOST_VALUES + 5
    journeys = [[(SEEN, WEB, f"c{k:03}")] * (2 if k < 10 else 1) + [(PLACED, WEB, None)] for k in range(many)]
    told = _rows(_asked(_shop(journeys), repeats="each"), "touches", "linear")
    assert len(told) == touching.MOST_VALUES
    assert (told["c000"], told["…"]) == ((2, 1), (6, 6))


@pytest.mark.parametrize("by", ["campain", "property:", ""])
def test_a_property_that_no_event_has_is_a_mistake(by: str) -> None:
    with pytest.raises(Mistake):
        _asked(by=by or "property:nothing")
