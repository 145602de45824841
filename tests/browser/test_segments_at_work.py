"""A segment where people work, in a browser: in the list, on a person's page, on the map, and in an alert."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.serving import PATIENCE_MS

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload

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


def test_every_question_is_asked_of_a_segment_and_taken_along(shop: Visit) -> None:
    page = shop.go("/segments")
    key = page.evaluate(_MADE.replace("Bought twice", "Asked about"))
    page.goto(f"{shop.base}/segments/{key}")
    page.get_by_text(re.compile(r"^since ")).first.wait_for()
    page.get_by_role("button", name="Ask about them").click()
    page.get_by_role("menuitem", name="Their paths, and every other question").click()
    page.get_by_role("heading", name="Paths", level=1).wait_for()
    page.get_by_role("link", name="Reach", exact=True).click()
    page.get_by_role("heading", name="Reach", level=1).wait_for()
    over = page.get_by_role("group", name="What the page is asked over")
    over.get_by_text(re.compile("^Asked about")).first.wait_for()
    page.get_by_role("button", name="Share").click()
    with page.expect_download() as taken:
        page.get_by_role("menuitem", name="Download all rows (Excel)").click()
    assert taken.value.suggested_filename == "wend-reach.xlsx"
    assert page.evaluate(_GONE, key) == 204


def test_a_list_is_looked_at_before_another_file_takes_its_place(shop: Visit) -> None:
    page = shop.go("/segments")
    page.get_by_role("button", name="List from a file").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name", exact=True).fill("Guests of honour")
    dialog.locator("input[type=file]").set_input_files(_file("email\nlan@x.vn\nanh@x.vn\n"))
    dialog.get_by_role("button", name="Keep the list").click()
    dialog.get_by_role("link", name=re.compile("Open|Look")).click()
    page.get_by_role("heading", name="Guests of honour", level=1).wait_for()
    page.get_by_role("button", name="Replace by a file").click()
    dialog.locator("input[type=file]").set_input_files(_file("email\nanh@x.vn\nchi@x.vn\nchi@x.vn\n"))
    told = dialog.get_by_role("status")
    told.get_by_text("Line 4: “chi@x.vn” stands in line 3 already.").wait_for()
    moving = told.locator("dl").first.locator("dd")
    assert moving.all_inner_texts() == ["1", "1", "1"]
    dialog.get_by_label("Add to whom the list names already").check()
    expect(moving).to_have_text(["1", "0", "2"], timeout=PATIENCE_MS)
    dialog.get_by_role("button", name="Add to the list").click()
    dialog.wait_for(state="detached")
    assert page.evaluate(_GONE, "guests-of-honour") == 204


def test_a_webhook_is_named_and_its_secret_shown_once(shop: Visit) -> None:
    page = shop.go("/segments")
    key = page.evaluate(_MADE.replace("Bought twice", "Told to others"))
    page.goto(f"{shop.base}/segments/{key}")
    page.get_by_role("button", name="Change", exact=True).click()
    page.get_by_label("Tell a webhook").fill("https://8.8.8.8/members")
    page.get_by_role("button", name="Save changes").click()
    dialog = page.get_by_role("dialog")
    assert len(dialog.locator("code").inner_text()) > 20
    dialog.get_by_role("button", name="I have kept it").click()
    page.get_by_text("Who enters and leaves is told to https://8.8.8.8/members.").wait_for()
    page.reload()
    page.get_by_text("Who enters and leaves is told to").wait_for()
    assert page.get_by_role("dialog").count() == 0
    assert page.evaluate(_GONE, key) == 204


def _file(text: str) -> FilePayload:
    return {"name": "list.csv", "mimeType": "text/csv", "buffer": text.encode()}
