"""The map in a real browser: it draws, speaks both languages, opens by keyboard, and says the same as its table."""

from __future__ import annotations

import re

import pytest

from tests.browser.serving import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d[\d,]*", text)


def test_the_map_draws_stages_lanes_and_the_curve(shop: Visit) -> None:
    page = shop.go("/map")
    grid = page.get_by_role("grid")
    stages = grid.get_by_role("columnheader").count() - 1
    assert stages in (5, 6)
    assert grid.get_by_role("rowheader").count() == 6
    assert grid.get_by_role("img", name=re.compile("Feeling is highest at .+ and lowest at")).count() == 1
    assert grid.locator("[data-lane='3']").count() == stages


def test_switching_the_language_changes_the_page_at_once(shop: Visit) -> None:
    page = shop.go("/map")
    page.get_by_text("VI", exact=True).click()
    page.get_by_role("grid").get_by_text("Đường cảm xúc").wait_for()
    assert page.evaluate("document.documentElement.lang") == "vi"
    assert page.get_by_role("link", name="Khách hàng").is_visible()
    assert "Nhận thức" in page.get_by_role("grid").inner_text()


def test_the_keyboard_reaches_a_number_opens_it_and_comes_back(shop: Visit) -> None:
    page = shop.go("/map")
    page.get_by_role("grid").locator("[data-item][tabindex='0']").focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    here = "document.activeElement.dataset.column + '/' + document.activeElement.dataset.lane"
    assert page.evaluate(here) == "1/1"
    page.keyboard.press("Enter")
    drawer = page.get_by_role("complementary")
    drawer.get_by_role("heading", name=re.compile("customer")).wait_for()
    assert page.evaluate("document.activeElement.tagName") == "ASIDE"
    page.keyboard.press("Escape")
    drawer.wait_for(state="detached")
    assert page.evaluate(here) == "1/1"


def test_the_table_says_the_numbers_of_the_grid(shop: Visit) -> None:
    page = shop.go("/map?view=grid")
    drawn = [_numbers(head)[0] for head in page.get_by_role("columnheader").all_inner_texts()[1:]]
    touchpoints = page.locator("[data-lane='2'][aria-label]").evaluate_all("all => all.map(one => one.ariaLabel)")
    shop.go("/map?view=table")
    told = [_numbers(cell)[0] for cell in page.locator("tr[data-row=customers] td").all_inner_texts()]
    written = page.locator("tr[data-row=touchpoints]").inner_text()
    assert told == drawn
    for label in touchpoints:
        events = re.search(r": ([\d,]+) events", label)
        assert events is not None
        assert f"{events.group(1)} events" in written


def test_an_obstacle_opens_its_evidence_and_its_customers(shop: Visit) -> None:
    page = shop.go("/map")
    page.locator("[data-biggest=true]").click()
    drawer = page.get_by_role("complementary")
    drawer.get_by_role("heading", name="Why we believe it").wait_for()
    first = drawer.locator("a[href^='/customers/']").first
    first.wait_for()
    first.click()
    page.get_by_role("heading", name="What happened").wait_for()
    assert page.get_by_role("heading", name="Stage history").is_visible()


def test_a_channel_changes_the_map(shop: Visit) -> None:
    page = shop.go("/map")
    before = page.get_by_role("columnheader").nth(2).inner_text()
    shop.go('/map?channel=%5B"email"%5D')
    assert page.get_by_role("columnheader").nth(2).inner_text() != before
