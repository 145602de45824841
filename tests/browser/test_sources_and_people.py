"""A source is connected and its first event is seen to arrive; a join is undone on the customer's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.serving import Visit, signed_in, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(300)]


def _send(seen: Visit, key: str, *messages: dict[str, object]) -> None:
    """What a shop's server sends: one batch, with the key inside."""
    answer = seen.page.request.post(f"{seen.base}/v1/batch", data={"writeKey": key, "batch": messages})
    assert answer.json()["accepted"] == len(messages)


def _source_added(seen: Visit) -> str:
    """Add a source on the page; its key is shown once."""
    page = seen.go("/data?part=sources")
    page.get_by_role("button", name="Add a source").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("Web shop")
    dialog.get_by_role("button", name="Make the source").click()
    key = page.get_by_text("wend_w_").first.inner_text().strip()
    page.keyboard.press("Escape")
    return key


def test_a_source_is_added_its_event_arrives_and_a_join_is_undone(browser: Browser, empty_link: str) -> None:
    context = signed_in(browser, empty_link)
    seen = visit(context, empty_link)
    page = seen.page
    key = _source_added(seen)
    known = {"userId": "7001", "anonymousId": "d-1", "traits": {"name": "Lan Anh", "email": "lan@example.vn"}}
    _send(
        seen,
        key,
        {"type": "track", "anonymousId": "d-1", "event": "Product Viewed"},
        {"type": "identify", **known},
        {"type": "track", "userId": "7001", "event": "Order Completed"},
    )
    page.get_by_role("tab", name="Arriving now").click()
    page.get_by_role("cell", name="Order Completed").wait_for()
    seen.go("/customers/customer%3A7001")
    page.get_by_role("heading", name="Lan Anh").wait_for()
    page.get_by_role("button", name="Undo the join of 7001 and d-1").click()
    page.get_by_role("button", name="Undo this join").click()
    page.get_by_text("These are separate people now").wait_for()
    page.get_by_role("dialog").get_by_role("link", name="d-1").click()
    page.get_by_role("heading", name="d-1").wait_for()
    page.get_by_text("Product Viewed").first.wait_for()
    assert page.get_by_text("Order Completed").count() == 0
    context.close()
    assert seen.complaints == []
