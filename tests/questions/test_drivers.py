"""What comes before a purchase and before good ratings: counted by hand, found where it was planted, and opened."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.folds.journals import DAY, HOUR, NONE, START, Event, Journey, journal
from tests.questions.shop import CLOCK, STAGES, TOUCHPOINTS, WORDS, _touchpoint
from wend.domain.selection import Selection
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.folds import outcomes
from wend.questions import errors
from wend.questions.asking import ask, members
from wend.questions.context import Context, Plan

PAGE, CART, ORDER, NEWS = range(4)
KNOWN = (*TOUCHPOINTS[:2], _touchpoint("news", "Newsletter", "Bản tin", "newsletter.sent"))


def met(people: list[Journey], touchpoints: tuple[Any, ...] = KNOWN) -> Context:
    log = journal(people, 2, WORDS)
    return Context(Machine(log, threads=2), Plan(touchpoints, (), "", "1"), lens_of(touchpoints, WORDS, "l"))


def buying(people: int, planted: float, seed: int = 5) -> list[Journey]:
    """Customers with up to four journeys, 60 days apart. Half of the journeys meet the cart, half the newsletter; the
    cart makes a purchase likelier by `planted`, the newsletter does nothing, and some customers buy more than others.
    """
    drawn = np.random.default_rng(seed)
    everybody: list[Journey] = []
    for _ in range(people):
        eager, own = drawn.choice([0.2, 0.5]), list[Event]()
        for k in range(int(drawn.integers(1, 5))):
            at, cart, news = START + 60 * DAY * k, drawn.random() < 0.5, drawn.random() < 0.5
            own += [Event(PAGE, at)] + [Event(CART, at + HOUR)] * cart + [Event(NEWS, at + 2 * HOUR)] * news
            if drawn.random() < eager + planted * cart:
                own.append(Event(ORDER, at + DAY, amount=500))
        everybody.append(own)
    return everybody


def drivers(context: Context, **params: Any) -> dict[str, Any]:
    late = "2024-12-31"  # so that no journey is too young to tell
    return ask(context, CLOCK, "drivers", {"as_of": late} | params).content


def test_a_journey_ends_with_a_purchase_or_with_silence() -> None:
    own = [
        Event(PAGE, START),
        Event(ORDER, START + HOUR, amount=5),
        Event(NEWS, START + DAY),
        Event(PAGE, START + 50 * DAY),
    ]
    told = ask(met([own]), CLOCK, "drivers").content
    assert (told["n"], told["bought"], told["pending"], told["untouched"]) == (2, 1, 1, 0)
    assert (told["known"], told["tested"], told["drivers"]) == ("few", 0, [])


def test_what_was_met_long_before_does_not_count() -> None:
    own = [
        Event(CART, START),
        *(Event(PAGE, START + days * DAY) for days in (20, 40)),
        Event(ORDER, START + 50 * DAY, amount=5),
    ]
    there, state = met([own]), {"state": "with"}
    assert len(members(there, "drivers", {}, {"what": "page"} | state)) == 1
    assert len(members(there, "drivers", {}, {"what": "cart"} | state)) == 0
    assert len(members(there, "drivers", {"window": "60d"}, {"what": "cart"} | state)) == 1


def test_what_is_planted_is_found_and_nothing_else() -> None:
    told = drivers(met(buying(600, 0.3)))
    assert [row["what"] for row in told["drivers"]] == ["cart"]
    [row] = told["drivers"]
    assert row["effect_low"] < 0.3 < row["effect_high"]
    assert row["share"] - row["other_share"] == pytest.approx(row["effect"])
    assert row["n"] + row["other_n"] == told["n"]
    assert told["low"] < told["share"] == told["bought"] / told["n"] < told["high"]


def test_where_nothing_is_planted_little_is_claimed() -> None:
    claims = [bool(drivers(met(buying(200, 0.0, seed)))["drivers"]) for seed in range(40)]
    assert sum(claims) <= 8  # a false discovery rate of one in ten; twice as many would be past chance
    assert drivers(met(buying(200, 0.0)))["known"] in ("nothing", "found")


def rating(people: int) -> list[Journey]:
    """Each rates twice; after the newsletter half a point worse. Some are happier than others."""
    drawn = np.random.default_rng(9)
    everybody: list[Journey] = []
    for _ in range(people):
        mood, own = drawn.normal(40, 60), list[Event]()
        for k in range(2):
            at, news = START + 90 * DAY * k, drawn.random() < 0.4
            said = int(np.clip(mood - 50 * news + drawn.normal(0, 30), -200, 200))
            own += [Event(PAGE, at)] + [Event(NEWS, at + HOUR)] * news + [Event(ORDER, at + DAY, rating=said)]
        everybody.append(own)
    return everybody


def test_ratings_are_lower_after_what_annoys() -> None:
    told = drivers(met(rating(400)), outcome="rating")
    [row] = told["drivers"]
    assert (row["what"], row["share"]) == ("news", None)
    assert row["effect_low"] < -0.5 < row["effect_high"] < 0
    assert row["mean"] - row["other_mean"] == pytest.approx(row["effect"])
    assert told["n"] == 800 and told["low"] < told["mean"] < told["high"]


def test_a_rating_is_about_what_it_speaks_of() -> None:
    own = [
        Event(PAGE, START),
        Event(ORDER, START + HOUR, rating=100, about=NEWS),
        Event(PAGE, START + DAY, rating=NONE),
    ]
    there, where = met([own]), {"what": "news", "state": "with"}
    assert len(members(there, "drivers", {"outcome": "rating"}, where)) == 1


def test_what_a_rating_of_before_spoke_of_was_met_all_the_same() -> None:
    own = [Event(NEWS, START, rating=100, about=CART), Event(NEWS, START + DAY, rating=-100, about=ORDER)]
    asked = outcomes.params(4, outcomes.RATING, 30 * DAY, START + DAY)
    told = Machine(journal([own])).answer(outcomes.OUTCOMES, asked, Selection(from_at=START + HOUR)).answer
    assert told.customers.tolist() == [0, 1, 1, 0]


def test_every_number_opens_its_customers() -> None:
    there, params = met(buying(600, 0.3)), {"as_of": "2024-12-31"}
    told = drivers(there)
    row = told["drivers"][0]
    for state, count in (("with", row["people"]), ("without", row["other_people"]), ("bought", None)):
        opened = len(members(there, "drivers", params, {"what": "cart", "state": state}))
        assert opened == count if count is not None else 0 < opened <= row["people"]
    assert len(members(there, "drivers", params, {})) == told["people"]
    assert 0 < len(members(there, "drivers", params, {"state": "bought"})) < told["people"]
    with pytest.raises(errors.NothingToOpen):
        members(there, "drivers", params | {"outcome": "rating"}, {"what": "cart", "state": "bought"})
    with pytest.raises(errors.BadChoice):
        members(there, "drivers", params, {"what": "nothing"})


def test_steps_of_buying_are_marked() -> None:
    people = buying(600, 0.3)
    log = journal(people, 2, WORDS)
    there = Context(
        Machine(log, threads=2), Plan(TOUCHPOINTS, (STAGES,), "short", "1"), lens_of(TOUCHPOINTS, WORDS, "l")
    )
    assert [(row["what"], row["buying"]) for row in drivers(there)["drivers"]] == [("cart", True)]
    assert [row["buying"] for row in drivers(met(people))["drivers"]] == [False]  # without stages nobody knows


def test_a_group_is_asked_alone_and_what_chose_it_is_marked() -> None:
    there = met(buying(600, 0.3))
    chosen = {"version": 1, "condition": {"did": {"event": "cart.filled"}}}
    told = drivers(there, condition=chosen)
    assert told["people"] == len(members(there, "segment", {"condition": chosen}, {"state": "in"}))
    assert {row["what"]: row["defining"] for row in told["drivers"]} == {"cart": True}


def test_without_touchpoints_events_are_looked_at() -> None:
    told = drivers(met(buying(600, 0.3), ()), bought="order.placed")
    assert [(row["about"], row["what"]) for row in told["drivers"]] == [("event", "cart.filled")]
