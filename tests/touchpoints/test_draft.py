"""The proposal for small shops and processes that a person can think through."""

from __future__ import annotations

from itertools import chain

import pytest

from wend.domain.stage import StageSet
from wend.kit.texts import LANGUAGES, catalogue
from wend.touchpoints.draft import Draft, draft
from wend.touchpoints.facts import EventFacts, LogFacts
from wend.touchpoints.life import nth_purchase, purchases
from wend.touchpoints.stages import silences


def event(name: str, customers: int, events: int = 0, **more: object) -> EventFacts:
    """An event that each of its customers did once or as often as `events` says."""
    times = [0] * 64
    extra = (events or customers) - customers
    times[1], times[2] = customers - extra, extra
    days = (0, customers - extra, extra, 0)
    given: dict[str, object] = {"times": tuple(times), "days": days, "starts": 0} | more
    return EventFacts(name, events or customers, customers, **given)  # type: ignore[arg-type]  # names as in EventFacts


def shop() -> LogFacts:
    return LogFacts(
        (
            event("ad.clicked", 600, starts=600),
            event("page.viewed", 900, starts=400),
            event("cart.filled", 500, before=500),
            event("order.placed", 300, 360, paid=360),
            event("order.delivered", 280, before=0, after=280),
            event("support.called", 40, before=2, after=38),
            event("friend.invited", 12, after=12),
        ),
        1000,
    )


def rules(stage_set: StageSet) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    return {stage.key: [(rule.touchpoints, rule.at_least) for rule in stage.rules] for stage in stage_set.stages}


def proposed(facts: LogFacts, key: str = "") -> StageSet:
    found = draft(facts).registry.stage_set(key)
    assert found is not None
    return found


def test_a_whole_shop_fills_the_relationship() -> None:
    made = draft(shop())
    assert (made.registry.default, made.bought) == ("relationship_6", ("order.placed",))
    assert rules(proposed(shop())) == {
        "awareness": [],
        "acquisition": [(("cart_filled",), 1)],
        "onboarding": [(("order_placed",), 1)],
        "engagement": [(("support_called",), 1)],
        "retention": [(("order_placed",), 2)],
        "advocacy": [(("friend_invited",), 1)],
    }


def test_both_shipped_sets_are_always_there() -> None:
    assert [s.key for s in draft(LogFacts((), 0)).registry.stage_sets] == ["relationship_6", "funnel_5"]
    assert rules(proposed(shop(), "funnel_5"))["conversion"] == [(("order_placed",), 1)]


def test_a_log_that_begins_with_the_order_starts_at_acquisition() -> None:
    facts = LogFacts((event("order.placed", 100, 103), event("order.delivered", 90, after=90)), 100)
    assert rules(proposed(facts))["acquisition"] == [(("order_placed",), 1), (("order_delivered",), 1)]
    assert rules(proposed(facts))["onboarding"] == [(("order_delivered",), 1)]


def test_clicks_that_end_in_a_payment_are_a_funnel() -> None:
    facts = LogFacts((event("main", 90, starts=90), event("cart", 50, before=50), event("payment_done", 30, 33)), 100)
    assert draft(facts).registry.default == "funnel_5"
    assert rules(proposed(facts))["retention"] == [(("payment_done",), 2)]


def test_a_process_gets_its_milestones_in_order() -> None:
    facts = LogFacts(
        (
            event("Closed", 99, position=1.0),
            event("Assign seriousness", 98, position=0.1),
            event("Wait", 30, position=0.5),
        ),
        100,
    )
    made = proposed(facts)
    assert (made.key, [stage.key for stage in made.stages]) == ("process", ["assign_seriousness", "closed"])
    assert [t.stage for t in draft(facts).registry.touchpoints] == [
        "closed",
        "assign_seriousness",
        "assign_seriousness",
    ]


def test_answers_alone_are_one_experience() -> None:
    facts = LogFacts((event("food.rated", 50, rated=50), event("wifi.rated", 40, rated=40)), 50)
    assert [stage.key for stage in proposed(facts).stages] == ["experience"]


def test_a_review_that_everybody_writes_is_no_praise() -> None:
    facts = LogFacts((event("order.placed", 100), event("review.answered", 99, after=99)), 100)
    advocacy = proposed(facts).stages[-1]
    assert advocacy.rules == ()
    assert "touchpoints.reason.review_asked" in [reason.key for reason in advocacy.reasons]


def test_rows_of_one_invoice_are_not_a_second_purchase() -> None:
    times = [0] * 64
    times[10], times[30] = 40, 60  # 60 of 100 customers bought on two days, thirty rows in all
    lines = EventFacts("purchase", 2200, 100, times=tuple(times), days=(0, 40, 60, 0))
    assert nth_purchase(lines, 2) == 11
    assert nth_purchase(event("purchase", 100, 160), 2) == 2


def test_alternatives_to_buy_stand_side_by_side_and_echoes_do_not() -> None:
    both = LogFacts((event("order.placed", 100), event("counter.purchased", 80)), 150)
    assert purchases(both) == ("order.placed", "counter.purchased")
    echo = LogFacts((event("order.placed", 100), event("order.created", 99)), 150)
    assert purchases(echo) == ("order.placed",)
    assert purchases(LogFacts((event("zap", 10, paid=9), event("zip", 90)), 99)) == ("zap",)


def test_an_event_on_two_strong_channels_becomes_two_touchpoints_and_the_rest() -> None:
    facts = LogFacts((event("order.placed", 300, channels=(("web", 200), ("app", 95), ("", 5))),), 300)
    made = draft(facts).registry.touchpoints
    assert [(t.key, t.channel, t.rule.channels) for t in made] == [
        ("order_placed_web", "web", ("web",)),
        ("order_placed_app", "app", ("app",)),
        ("order_placed_other", "", ()),
    ]
    keys = ("order_placed_web", "order_placed_app", "order_placed_other")
    assert rules(proposed(facts, "relationship_6"))["acquisition"][0][0] == keys


def test_silences_are_learnt_from_who_came_back() -> None:
    gaps = (0, *[10] * 90, *[0] * 900)  # 900 silences of 1 … 90 days, ten of each
    assert silences(LogFacts((), 500, gaps, 300))[0] == (81, 90)
    assert silences(LogFacts((), 500, (0, 3), 2))[0] == (60, 180)


def _said(made: Draft) -> list[str]:
    stages = chain.from_iterable(s.stages for s in made.registry.stage_sets)
    reasons = chain(made.reasons, *(t.reasons for t in made.registry.touchpoints), *(s.reasons for s in stages))
    return [catalogue(language)[r.key].format(**dict(r.places)) for r in reasons for language in LANGUAGES]


@pytest.mark.parametrize("facts", [shop(), LogFacts((), 0), LogFacts((event("zap", 3, rated=3),), 3)])
def test_every_reason_can_be_said_in_both_languages(facts: LogFacts) -> None:
    assert all("{" not in sentence for sentence in _said(draft(facts)))
