"""Obstacles and notes that people put on the map: from a number of Explore, and at a stage."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.serving import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]


def test_a_number_becomes_an_obstacle_of_the_map(shop: Visit) -> None:
    page = shop.go("/explore/reach?look=table")
    page.get_by_role("cell").get_by_role("button").first.click()
    counted = page.get_by_role("complementary").get_by_role("heading", name=re.compile("customer")).inner_text()
    page.get_by_role("button", name="Put on the map").click()
    dialog = page.get_by_role("dialog", name="Put on the map")
    dialog.get_by_label("What the obstacle is").fill("Nobody answers on Monday")
    dialog.get_by_role("button", name="Save").click()
    dialog.get_by_role("link", name="Show it on the map").click()
    panel = page.get_by_role("complementary")
    panel.get_by_role("heading", name="Nobody answers on Monday").wait_for()
    expect(panel.get_by_role("article")).to_contain_text(counted)
    card = page.get_by_role("button", name=re.compile("Nobody answers on Monday.*put here by hand"))
    expect(card).to_be_visible()
    panel.get_by_role("link", name="Open in Explore").click()
    page.get_by_role("complementary").get_by_role("heading", name=counted).wait_for()
    page.go_back()
    page.get_by_role("button", name="Remove “Nobody answers on Monday”").click()
    expect(card).to_have_count(0)


def test_a_note_stands_at_its_stage_until_it_is_removed(shop: Visit) -> None:
    page = shop.go("/map?view=grid")
    page.get_by_role("columnheader").get_by_role("button").first.click()
    panel = page.get_by_role("complementary")
    panel.get_by_role("button", name="Write a note").click()
    panel.get_by_label("What you know").fill("Ask Lan about this")
    panel.get_by_role("button", name="Save").click()
    note = panel.get_by_role("article", name="Note")
    expect(note).to_contain_text("Ask Lan about this")
    expect(page.get_by_role("img", name="1 note here")).to_be_visible()
    note.get_by_role("button", name="Change “Note”").click()
    panel.get_by_label("What you know").fill("Ask An about this")
    panel.get_by_role("button", name="Save").click()
    expect(note).to_contain_text("Ask An about this")
    note.get_by_role("button", name="Remove “Note”").click()
    expect(page.get_by_role("img", name="1 note here")).to_have_count(0)
