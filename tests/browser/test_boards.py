"""Boards in a real browser: a question is saved, put on a dashboard, moved by keys and by mouse, shared and watched."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]


def _new_board(shop: Visit, name: str) -> Page:
    page = shop.go("/boards")
    page.get_by_role("button", name="New dashboard").first.click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_role("button", name="Make it").click()
    page.wait_for_url("**/boards/*")  # the list behind shows the name a moment earlier
    page.get_by_role("heading", name=name, exact=True).wait_for()
    return page


def _save_reach(shop: Visit, name: str, board: str) -> None:
    page = shop.go("/explore/reach")
    page.get_by_role("button", name="Save", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name", exact=True).fill(name)
    dialog.get_by_label("Put it on a dashboard").first.click()
    page.get_by_role("option", name=board, exact=True).click()
    dialog.get_by_role("button", name="Save", exact=True).click()
    dialog.get_by_text(f"Saved as “{name}”.").wait_for()


def _columns(page: Page) -> dict[str, str]:
    tiles = page.get_by_role("article")
    found = "all => all.map(one => [one.ariaLabel, getComputedStyle(one.parentElement).gridColumn])"
    return dict(tiles.evaluate_all(found))


def test_a_question_goes_on_a_dashboard_and_moves(shop: Visit) -> None:
    page = _new_board(shop, "Weekly")
    address = page.url.removeprefix(shop.base)
    _save_reach(shop, "Reach", "Weekly")
    page = shop.go(address)
    tile = page.get_by_role("article", name="Reach")
    tile.get_by_role("link", name="Reach").wait_for()
    handle = page.get_by_role("button", name="Move Reach")
    handle.press("ArrowRight")
    handle.press("Shift+ArrowLeft")
    assert _columns(page) == {"Reach": "2 / span 5"}
    box = handle.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 405, box["y"] + 5, steps=5)
    page.mouse.up()
    moved = _columns(page)["Reach"]
    assert moved not in ("2 / span 5", "")
    shop.settled()
    assert _columns(shop.go(address)) == {"Reach": moved}


def test_a_link_shows_the_dashboard_to_a_stranger(shop: Visit, browser: Browser) -> None:
    page = _new_board(shop, "For others")
    _save_reach(shop, "Reach for others", "For others")
    page = shop.go("/boards")
    page.get_by_role("link", name=re.compile("For others")).click()
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Make a link").click()
    link = page.locator("code").inner_text()
    stranger = browser.new_context().new_page()
    stranger.goto(link)
    expect(stranger.get_by_role("article", name="Reach for others")).to_be_visible()
    stranger.get_by_text(re.compile("customers ·")).wait_for()
    page.get_by_role("button", name="Take back").click()
    page.get_by_text(re.compile("ended$")).wait_for()
    stranger.reload()
    expect(stranger.get_by_role("alert")).to_contain_text("This link shows nothing.")
    stranger.context.close()


def test_a_number_is_watched_from_explore(shop: Visit) -> None:
    page = shop.go("/explore/reach")
    page.get_by_role("button", name="Alert me").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name", exact=True).fill("Fewer people")
    dialog.get_by_text("Between bounds").click()
    dialog.get_by_label("Not below").fill("1000000")
    dialog.get_by_text("The whole log").click()
    dialog.get_by_label("E-mail to").fill("lan@shop.vn")
    dialog.get_by_label("E-mail to").press("Enter")
    dialog.get_by_role("button", name="Watch it").click()
    dialog.get_by_text("“Fewer people” is watched from now on.").wait_for()
    dialog.get_by_role("link", name="Open Boards").click()
    expect(
        page.get_by_role("region", name="Alerts").get_by_role("row", name=re.compile("Fewer people"))
    ).to_contain_text("lan@shop.vn")
