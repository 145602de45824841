"""Every question from its list to its customers: by keyboard alone, in both languages, on a desk and on a phone."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote, unquote

import pytest

from tests.browser.serving import Visit, visit

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]

FUNNEL = "product_viewed_web > cart_filled_web > order_placed_web"
ASKED = {
    "funnel": {"steps": FUNNEL, "by": "first_channel", "trend": "month"},
    "flow": {"at": "2026-08-01"},
    "moves": {"stage_set": "funnel_5", "today": "relationship_6"},
    "conformance": {"plan": FUNNEL, "outcome": "order_placed_web"},
    "contribution": {"conversion": "order_placed_web"},
    "representative": {"outcome": "order_placed_web"},
}
TABLED = ["transitions", "paths", "loops", "stages", "retention", "survival", "lifecycle", "stickiness", "return"]
TABLED += ["dropoff", "feelings", "reach", "touchpoints", "sessions", *ASKED]


def _address(question: str, look: str = "") -> str:
    asked = quote(json.dumps(ASKED.get(question, {})))
    return f"/explore/{question}?ask={asked}" + (f"&look={look}" if look else "")


@pytest.mark.parametrize(("width", "language"), [(1280, "en"), (390, "vi")])
def test_a_table_of_every_question_opens(
    shop_context: BrowserContext, shop_link: str, width: int, language: Literal["en", "vi"]
) -> None:
    seen = visit(shop_context, shop_link, width, language)
    page = seen.look("/explore/reach")
    for question in TABLED:
        seen.move(_address(question, "table"))
        page.locator(f"[data-question={question}] td button").first.click()
        page.locator("a[href^='/customers/']").first.wait_for()
        assert page.get_by_role("alert").count() == 0, question
    page.evaluate("localStorage.clear()")
    page.close()
    assert seen.complaints == []


def test_a_drawing_opens_by_keyboard_alone(shop: Visit) -> None:
    page = shop.go("/explore/lifecycle")
    part = page.locator("main li button").first
    part.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("complementary")
    panel.get_by_role("heading", name=re.compile("customer")).wait_for()
    panel.locator("a[href^='/customers/']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/customers/"))


def test_a_condition_narrows_a_step(shop: Visit) -> None:
    page = shop.go(_address("funnel"))
    page.get_by_role("button", name="Conditions of step 1").click()
    page.get_by_role("button", name="Add a condition").click()
    page.get_by_role("textbox", name="Property").or_(page.get_by_role("combobox", name="Property")).first.fill(
        "platform"
    )
    page.keyboard.press("Tab")
    page.get_by_role("textbox", name="Value").fill("nothing of this kind")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "platform=nothing" in unquote(url))


@pytest.mark.parametrize(("form", "begins"), [("SVG", b"<svg xmlns"), ("PNG", b"\x89PNG")])
def test_a_chart_goes_out_as_a_file(shop: Visit, form: str, begins: bytes) -> None:
    page = shop.go("/explore/transitions")
    page.locator("svg [role=button]").first.wait_for()
    page.get_by_role("button", name="Share").click()
    with page.expect_download() as saved:
        page.get_by_role("menuitem", name=re.compile(form)).click()
    content = saved.value.path().read_bytes()
    assert content.startswith(begins)
    assert len(content) > 5_000
