"""The registry of a real workspace: proposed, edited, kept, looked through."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.touchpoints.logs import Happening, fill, workspace_at
from wend.domain.names import Name
from wend.domain.stage import StageRule
from wend.domain.touchpoint import EventRule, Touchpoint
from wend.touchpoints import facade, repository
from wend.touchpoints.registry import Registry, from_json, to_json
from wend.workspaces.facade import Workspace

LAN = [
    Happening("lan", "page.viewed", 0, "web"),
    Happening("lan", "cart.filled", 0.1, "web"),
    Happening("lan", "order.placed", 0.2, "web", amount=500_000),
    Happening("lan", "order.delivered", 3),
    Happening("lan", "order.placed", 40, "web", amount=250_000),
]
MINH = [Happening("minh", "page.viewed", 1, "web"), Happening("minh", "mystery", 2, "phone")]


@pytest.fixture
def here(tmp_path: Path) -> Workspace:
    workspace = workspace_at(tmp_path)
    fill(workspace, [*LAN, *MINH])
    return workspace


def test_an_empty_log_has_a_registry_too(tmp_path: Path) -> None:
    empty = workspace_at(tmp_path)
    assert facade.touchpoints(empty) == ()
    assert [s.key for s in facade.stage_sets(empty)] == ["relationship_6", "funnel_5"]
    assert facade.coverage(empty).events == 0


def test_the_first_registry_is_the_proposal_and_covers_everything(here: Workspace) -> None:
    current = facade.registry(here)
    assert (current.version, current.drafted) == (0, True)
    assert facade.coverage(here).share == 1.0
    assert sum(row.events for row in facade.coverage(here).touchpoints) == 7


def test_a_removed_touchpoint_leaves_its_events_uncovered_and_the_rules(here: Workspace) -> None:
    facade.remove_touchpoint(here, "cart_filled")
    counted = facade.coverage(here)
    assert (counted.share, counted.uncovered) == (6 / 7, (("cart.filled", "web", 1),))
    kept = facade.registry(here)
    assert (kept.version, kept.drafted) == (1, False)
    assert all("cart_filled" not in r.touchpoints for s in kept.stage_sets for st in s.stages for r in st.rules)


def test_what_a_rule_with_a_test_takes_is_covered(tmp_path: Path) -> None:
    here = workspace_at(tmp_path)
    kinds = ("shoes", "shoes", "hats")
    fill(here, [Happening("lan", "page.viewed", day, "web", properties={"kind": k}) for day, k in enumerate(kinds)])
    old = facade.registry(here).touchpoint("page_viewed")
    assert old is not None
    shoes = replace(old.rule, where=({"property": "kind", "is": "shoes"},))
    facade.save_touchpoint(here, "page_viewed", replace(old, rule=shoes))
    counted = facade.coverage(here)
    assert (counted.share, counted.uncovered) == (2 / 3, (("page.viewed", "web", 1),))


def test_every_version_is_kept(here: Workspace) -> None:
    first = facade.save(here, facade.registry(here))
    facade.remove_touchpoint(here, "mystery")
    with here.store.reading("main") as reading:
        assert repository.load(reading, 1) == first
        current = repository.load(reading)
    assert current is not None and current.version == 2


def test_two_people_do_not_overwrite_each_other(here: Workspace) -> None:
    mine = facade.save(here, facade.registry(here), edited=0)
    facade.save(here, mine, edited=1)
    with pytest.raises(facade.ChangedElsewhere, match="version 2"):
        facade.save(here, mine, edited=1)


def test_a_renamed_touchpoint_stays_in_the_stage_rules(here: Workspace) -> None:
    old = facade.registry(here).touchpoint("order_placed")
    assert old is not None
    facade.save_touchpoint(here, "order_placed", replace(old, key="purchase", name=Name("Purchase", "Mua")))
    relationship = facade.registry(here).stage_set("relationship_6")
    assert relationship is not None
    assert relationship.stages[2].rules == (StageRule(("purchase",)),)


def test_a_preview_counts_before_anything_is_saved(here: Workspace) -> None:
    rule = EventRule(("order.placed", "page.viewd"), ("web", "webb"))
    seen = facade.preview_touchpoint(here, Touchpoint("web_orders", Name("Web orders", ""), "web", rule))
    assert (seen.events, seen.customers) == (0, 0)  # the earlier rule takes them all
    text = " ".join(w.en for w in seen.warnings)
    assert "Closest: “page.viewed”" in text and "Closest: “web”" in text and "covers no event" in text


def test_where_nothing_is_near_a_dash_stands(here: Workspace) -> None:
    rule = EventRule(("zzz",), (), ({"property": "qqq", "present": True},))
    seen = facade.preview_touchpoint(here, Touchpoint("none", Name("None", ""), "", rule))
    assert [w.en.partition("Closest: ")[2] for w in seen.warnings[:2]] == ["“–”.", "“–”."]


def test_a_preview_in_its_place_counts_what_it_takes(here: Workspace) -> None:
    rule = EventRule(("order.placed",), ("web",))
    seen = facade.preview_touchpoint(here, Touchpoint("order_placed", Name("Orders", ""), "web", rule))
    assert (seen.events, seen.customers, seen.covered_share_after, seen.warnings) == (2, 1, 1.0, ())


def test_errors_stop_a_save_and_say_where(here: Workspace) -> None:
    current = facade.registry(here)
    twice = replace(current, touchpoints=(*current.touchpoints, current.touchpoints[0]))
    with pytest.raises(facade.NotValid) as refused:
        facade.save(here, twice)
    assert [f.key for f in refused.value.findings] == ["touchpoints.finding.duplicate_key"]
    assert "dùng hai lần" in refused.value.cause("vi")
    assert "used twice" in refused.value.cause("en")
    wrong = {"property": "total", "at_least": "many"}
    bad = Touchpoint("big", Name("", ""), "", EventRule((), (), (wrong,)))
    found = facade.findings(here, replace(current, touchpoints=(bad,), stage_sets=()))
    assert [f.key.rpartition(".")[2] for f in found] == ["no_name", "no_events", "bad_test"]


def test_stage_rules_may_only_name_what_exists(here: Workspace) -> None:
    current = facade.registry(here)
    first = current.stage_sets[0]
    broken = replace(
        first, stages=(replace(first.stages[1], rules=(StageRule(("cart_fill",), 0),)),), left_after_days=1
    )
    found = facade.findings(here, replace(current, stage_sets=(broken,), default="gone"))
    names = [f.key.rpartition(".")[2] for f in found]
    assert names == ["silences", "at_least", "unknown_touchpoint", "unknown_default"]


def test_an_own_stage_set_can_be_added_and_chosen(here: Workspace) -> None:
    own = replace(facade.stage_sets(here)[0], key="ours", name=Name("Ours", "Của ta"))
    facade.save_stage_set(here, "ours", own)
    assert facade.choose_stage_set(here, "ours")[0].key == "ours"
    assert facade.view(here).stage_set.key == "ours"
    with pytest.raises(facade.UnknownStageSet):
        facade.view(here, "theirs")


def test_a_customer_is_seen_through_the_view(here: Workspace) -> None:
    seen = facade.view(here)
    place = here.log.journal().find("customer:lan")
    assert place is not None
    keys = [t.key if t else None for t in seen.touchpoints_lived(seen.journal, *place)]
    assert keys == ["page_viewed", "cart_filled", "order_placed", "order_delivered", "order_placed"]
    assert [seen.stage_set.stages[s].key for s in seen.stages_lived(seen.journal, *place)] == [
        "awareness",
        "acquisition",
        "onboarding",
        "onboarding",
        "engagement",
    ]


def test_a_registry_travels_as_json(here: Workspace) -> None:
    current = facade.registry(here)
    assert from_json(to_json(current)) == current
    assert from_json(to_json(Registry())) == Registry()


def test_rules_look_at_properties_as_texts_and_as_numbers(tmp_path: Path) -> None:
    here = workspace_at(tmp_path)
    rows = [Happening("lan", "order.placed", day, properties={"total": day, "kind": "Gift"}) for day in range(4)]
    fill(here, [*rows, Happening("lan", "order.placed", 9)])

    def taken(*tests: str) -> int:
        rule = EventRule(("order.placed",), (), tuple(map(facade.asked_of_text, tests)))
        return facade.preview_touchpoint(here, Touchpoint("order_placed", Name("Some", ""), "", rule)).events

    assert taken("total at least 2") == 2
    assert taken("total at most 2", 'total is not "0"') == 2
    assert taken("kind contains gif loosely") == taken("kind is known") == 4
    assert taken("kind is not known") == taken("kind is not Gift") == 1
    assert taken("nothing is known") == 0


def test_rules_ask_for_money_in_a_currency_for_ratings_and_for_channels(tmp_path: Path) -> None:
    here = workspace_at(tmp_path)
    paid = [(600_000, "VND", "web", -100), (400_000, "VND", "shop", None), (600_000, "USD", "web", 200)]
    fill(
        here,
        [
            Happening("lan", "paid", day, channel, rating, amount=amount, currency=currency)
            for day, (amount, currency, channel, rating) in enumerate(paid)
        ],
    )

    def taken(*tests: str) -> int:
        rule = EventRule(("paid",), (), tuple(map(facade.asked_of_text, tests)))
        return facade.preview_touchpoint(here, Touchpoint("paid", Name("Some", ""), "", rule)).events

    assert taken("amount at least 500 000 VND") == taken("amount is 6000 USD") == 1
    assert taken("amount at least 500 000") == taken("channel is web") == taken("rating is known") == 2
    assert taken("rating at most -1", "amount more than 1 VND") == 1
    assert taken("amount is not known") == 0


def test_a_test_that_nothing_can_pass_is_refused_and_a_strange_property_told(here: Workspace) -> None:
    def found(*tests: dict[str, Any]) -> list[str]:
        rule = EventRule(("order.placed",), (), tests)
        made = Registry((Touchpoint("big", Name("Big", "Lớn"), "", rule),))
        return [each.sentence.vi for each in facade.findings(here, made)]

    for wrong in ({"field": "amount", "at_least": 1, "currency": "VMD"}, {"field": "rating", "at_least": 3}, {"is": 1}):
        [told] = found(wrong)
        assert told.startswith("“big” đặt điều kiện mà không sự kiện nào đạt được")
    [told] = found({"property": "totl", "is": "5"})
    assert "thuộc tính “totl”" in told
    assert found({"field": "amount", "at_least": 500_000, "currency": "VND"}) == []


def test_a_new_rule_that_asks_stands_before_the_one_that_takes_everything_and_says_from_whom(here: Workspace) -> None:
    rule = EventRule(("order.placed",), (), (facade.asked_of_text("amount at least 400 000 VND"),))
    big = Touchpoint("big", Name("Big", "Lớn"), "", rule)
    seen = facade.preview_touchpoint(here, big)
    assert (seen.events, seen.covered_share_after) == (1, 1.0)
    [told] = seen.warnings
    assert told.en.startswith("“big” takes events from “order_placed” (1), which these stages count: ")
    saved = [each.key for each in facade.save_touchpoint(here, "big", big)]
    assert saved.index("big") == saved.index("order_placed") - 1
    taken = {row.touchpoint: row.events for row in facade.coverage(here).touchpoints}
    assert (taken["big"], taken["order_placed"]) == (1, 1)
