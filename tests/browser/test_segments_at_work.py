"""A segment where people work, in a browser: in the list, on a person's page, on the map, and in an alert."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.browser.serving import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]
_MADE = """async () => {
    const headers = { 'x-wend': '1', 'content-type': 'application/json' };
    const condition = { version: 1, condition: { did: { event: 'order.placed', times: { at_least: 2 } } } };
    const body = JSON.stringify({ name: 'Bought twice', condition });
    return (await (await fetch('/api/segments', { method: 'POST', headers, body })).json()).segment.key;
}"""
_GONE = """async (key) => {
    const headers = { 'x-wend': '1' };
    for (const { id, segment } of await (await fetch('/api/alerts')).json())
        if (segment === key) await fetch('/api/alerts/' + id, { method: 'DELETE', headers });
    return (await fetch('/api/segments/' + key, { method: 'DELETE', headers })).status;
}"""


def test_a_segment_is_found_where_people_work(shop: Visit) -> None:
    page = shop.go("/segments")
    key = page.evaluate(_MADE)
    page.goto(f"{shop.base}/segments/{key}")
    page.get_by_text(re.compile(r"^since ")).first.wait_for()
    page.get_by_role("button", name="Alert me").click()
    asked = page.get_by_role("dialog")
    asked.get_by_label("Not above").fill("100000")
    asked.get_by_label("E-mail to").fill("lan@shop.vn")
    asked.get_by_label("E-mail to").press("Enter")
    asked.get_by_role("button", name="Watch it").click()
    page.get_by_text(re.compile(r"size: – \(≤ 100,000\)")).wait_for()
    page.get_by_role("link", name="Draw its map").click()
    page.get_by_role("heading", name="Journey map: Bought twice", level=1).wait_for()
    page.go_back()
    page.get_by_role("link", name="In the customer list").click()
    page.get_by_role("row").nth(1).get_by_role("link").click()
    inside = page.locator("section", has=page.get_by_role("heading", name="Segments"))
    mine = inside.get_by_role("listitem").filter(has_text="Bought twice")  # other tests make segments of this shop too
    mine.get_by_role("link", name="Bought twice").wait_for()
    mine.get_by_text(re.compile("since the segment was made")).wait_for()
    assert page.evaluate(_GONE, key) == 204
