"""A touchpoint's rule in a browser: what it asks of an event is written with the fields of conditions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.serving import PATIENCE_MS

if TYPE_CHECKING:
    from tests.browser.serving import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]


def test_a_rule_asks_for_money_and_says_what_it_would_take(shop: Visit) -> None:
    page = shop.go("/data?part=catalogue")
    page.get_by_role("button", name="Order placed").first.click()
    editor = page.get_by_role("dialog")
    taken = editor.get_by_role("status")
    everything = taken.locator("strong").inner_text()
    editor.get_by_role("button", name="where …").press("Enter")
    expect(editor.get_by_label("Property", exact=True).first).to_be_focused()
    editor.get_by_label("Property", exact=True).first.click()
    page.get_by_role("option", name="amount", exact=True).click()
    editor.get_by_label("Value", exact=True).fill("1000000000")
    expect(taken.locator("strong")).not_to_have_text(everything, timeout=PATIENCE_MS)
    expect(taken.get_by_text("covers no event")).to_be_visible(timeout=PATIENCE_MS)
    editor.get_by_role("button", name="Cancel").click()


def test_the_order_is_changed_by_keyboard_and_the_focus_comes_back(shop: Visit) -> None:
    page = shop.go("/data?part=catalogue")
    moves = page.get_by_role("button", name=re.compile(r"^Move .+, place 3 of"))
    moves.focus()
    named = moves.get_attribute("aria-label")
    page.keyboard.press("Enter")
    drawer = page.get_by_role("dialog")
    place = drawer.get_by_label("Place", exact=True)
    expect(place).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("1")
    drawer.get_by_text("is at place 1 of").wait_for()
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
    expect(page.get_by_role("button", name=named or "", exact=True)).to_be_focused()
