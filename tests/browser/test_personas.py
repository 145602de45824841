"""A persona from its condition to its page, in a browser: what people write stays, and what is removed is gone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.serving import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]


def made(shop: Visit, name: str) -> Page:
    """The page of a new persona, of the first condition that is offered."""
    page = shop.go("/personas/new")
    page.get_by_label("Name", exact=True).fill(name)
    page.locator("main li button").first.click()
    page.get_by_role("button", name="Make persona").click()
    page.get_by_role("heading", name=name, level=1).wait_for()
    return page


def test_what_somebody_writes_stands_with_its_source_until_it_is_removed(shop: Visit) -> None:
    page = made(shop, "Gift givers")
    goals = page.locator("section", has=page.get_by_role("heading", name="What do they want to achieve?"))
    goals.get_by_role("button", name="Write").click()
    goals.get_by_label("What you know").fill("Gifts on the day")
    assert goals.get_by_role("button", name="Save").is_disabled()
    goals.get_by_label("Where you know it from").fill("12 interviews")
    goals.get_by_role("button", name="Save").click()
    goals.get_by_text(re.compile("12 interviews · a person here")).wait_for()
    page.reload()
    goals.get_by_role("button", name="Remove “Gifts on the day”").click()
    goals.get_by_role("button", name="Remove the line").click()
    goals.get_by_text("No log says this").wait_for()
    page.get_by_role("button", name="More for this persona").click()
    page.get_by_role("menuitem", name="Remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    page.get_by_text("No persona yet").wait_for()


def test_a_finding_opens_its_customers_and_the_comparison(shop: Visit) -> None:
    page = made(shop, "Anybody")
    page.get_by_role("button", name=re.compile(" against ")).first.click()
    drawer = page.get_by_role("complementary")
    drawer.get_by_role("heading", name=re.compile("[0-9] customers?$")).wait_for()
    drawer.get_by_role("link", name="Open in Explore").click()
    page.get_by_role("heading", name="Compare customers", level=1).wait_for()
    gone = page.evaluate(
        """async () => {
        const [one] = await (await fetch('/api/personas')).json();
        return (await fetch('/api/personas/' + one.id, { method: 'DELETE', headers: { 'x-wend': '1' } })).status;
    }"""
    )
    assert gone == 204
