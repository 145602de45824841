"""Who is not a real customer leaves every analysis, stays in the list, and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.customers.living import happens, says
from wend.bootstrap import open_workspace
from wend.customers import facade as customers
from wend.customers.model import FlagRules
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.maps import facade as maps
from wend.questions import facade as questions
from wend.workspaces.facade import Workspace

BOT = "Mozilla/5.0 (compatible; Googlebot/2.1)"
STEPS = {"steps": "page.viewed > order.placed"}


@pytest.fixture
def here(data_dir: Path, clock: FixedClock) -> Workspace:
    workspace = open_workspace(Settings(data=data_dir, buckets=2), clock, CountingIds())
    for number in range(6):
        happens(workspace, f"customer:{number}", "page.viewed", ago_s=9_000, properties={"user_agent": "Firefox"})
        happens(workspace, f"customer:{number}", "order.placed", ago_s=60)
    happens(workspace, "device:crawler", "page.viewed", properties={"user_agent": BOT})
    happens(workspace, "email:minh@shop.vn", "page.viewed", same_as="customer:5")
    happens(workspace, "email:ha@shop.vn", "page.viewed")
    says(workspace, "customer:4", name="Test Account")
    workspace.log.journal()
    return workspace


def counts(here: Workspace) -> tuple[int, int, int]:
    """Customers of a funnel, who finished it, and customers of the map."""
    answer = questions.ask(here, "funnel", STEPS)
    return answer.customers, answer.rows[-1]["customers"], maps.lanes(here).customers


def test_marked_by_hand_and_back(here: Workspace) -> None:
    whole = counts(here)
    assert customers.flag(here, "4", "test", "minh", "our own") == "customer:4"
    assert counts(here) == (whole[0] - 1, whole[1] - 1, whole[2] - 1)
    assert customers.profile(here, "customer:4").flag == "test"
    [row] = customers.search(here, "test account").rows
    assert (row.customer, row.flag) == ("customer:4", "test")
    assert customers.unflag(here, "customer:4") == 1
    assert counts(here) == whole


def test_the_people_behind_a_number_are_real(here: Workspace) -> None:
    customers.flag(here, "customer:1", "staff", "minh")
    behind = questions.members(here, "funnel", STEPS, {"step": 1})
    assert len(behind) == 7
    assert "customer:1" not in behind


def test_rules_mark_and_let_go(here: Workspace) -> None:
    whole = counts(here)
    customers.save_flag_rules(here, FlagRules(("@Shop.vn", "not a domain"), known_bots=True))
    marks = {each.customer: (each.flag, each.by) for each in customers.flags(here).marked}
    assert marks == {
        "customer:5": ("staff", "rule:staff_domains"),
        "email:ha@shop.vn": ("staff", "rule:staff_domains"),
        "device:crawler": ("bot", "rule:known_bots"),
    }
    assert counts(here)[0] == whole[0] - 3
    assert customers.apply_flag_rules(here) == 0
    customers.save_flag_rules(here, FlagRules())
    assert (customers.flags(here).marked, counts(here)) == ((), whole)


def test_a_rule_does_not_touch_what_a_person_said(here: Workspace) -> None:
    customers.flag(here, "email:ha@shop.vn", "test", "minh")
    customers.save_flag_rules(here, FlagRules(("shop.vn",)))
    customers.save_flag_rules(here, FlagRules())
    assert [(each.customer, each.flag) for each in customers.flags(here).marked] == [("email:ha@shop.vn", "test")]


def test_suggestions_only_suggest(here: Workspace) -> None:
    [suggested] = customers.flags(here).suggestions
    assert (suggested.customer, suggested.flag) == ("customer:4", "test")
    assert suggested.reason.en != suggested.reason.vi
    assert customers.profile(here, "customer:4").flag == ""


def test_what_is_no_mark(here: Workspace) -> None:
    with pytest.raises(customers.BadFlag):
        customers.flag(here, "customer:1", "vip", "minh")
    with pytest.raises(customers.UnknownCustomer):
        customers.flag(here, "customer:nobody", "test", "minh")
