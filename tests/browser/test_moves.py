"""Lanes of segments on the map, in a browser: chosen, opened and taken back by keyboard, and kept in the address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.serving import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]
_MADE = """async () => {
    const headers = { 'x-wend': '1', 'content-type': 'application/json' };
    const sent = async (method, path, told) => {
        const body = JSON.stringify(told);
        return (await fetch('/api/segments' + path, { method, headers, body })).json();
    };
    const { rows } = await (await fetch('/api/customers?limit=5')).json();
    const identifiers = rows.map(({ customer }) => customer);
    const { segment } = await sent('POST', '/lists', { name: 'Invited', identifiers: identifiers.slice(0, 2) });
    const state = async () => (await (await fetch('/api/segments/' + segment.key)).json()).state;
    while (await state() !== 'live') await new Promise((done) => setTimeout(done, 50));
    await sent('PUT', '/lists/' + segment.key, { identifiers: identifiers.slice(1) });
    const changes = async () => (await (await fetch('/api/segments/' + segment.key + '/history')).json()).changes;
    while ((await changes()).length < 4) await new Promise((done) => setTimeout(done, 50));
    return segment.key;
}"""
_GONE = "async (key) => (await fetch('/api/segments/' + key, { method: 'DELETE', headers: { 'x-wend': '1' } })).status"


def test_a_segment_has_a_lane_of_its_own(shop: Visit) -> None:
    key = shop.go("/segments").evaluate(_MADE)
    page = shop.go("/map?view=grid")
    page.get_by_role("button", name="Lanes of segments: 0 chosen").press("Enter")
    page.get_by_role("checkbox", name="Invited").press("Space")
    page.keyboard.press("Escape")
    lane = page.get_by_role("row").filter(has=page.get_by_role("rowheader").filter(has_text="Invited"))
    entered = lane.get_by_role("button", name=re.compile("customers? entered “Invited” in the stage"))
    expect(lane.get_by_role("rowheader")).to_be_in_viewport()
    counted = sum(int(told.split()[0]) for told in entered.all_inner_texts())
    assert counted == 3
    entered.first.press("Enter")
    panel = page.get_by_role("complementary")
    panel.get_by_text("Entered the segment").wait_for()
    panel.get_by_role("link").first.wait_for()
    page.keyboard.press("Escape")
    page.go_back()
    page.reload()
    expect(lane).to_have_count(1)
    lane.get_by_role("button", name="Remove the lane of Invited").click()
    expect(lane).to_have_count(0)
    page.go_back()
    expect(lane).to_have_count(1)
    assert page.evaluate(_GONE, key) == 204
