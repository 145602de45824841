"""Every page at a phone's width and at a desk's, in both languages: nothing sticks out, nothing is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.serving import visit

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]

PAGES = [
    "/",
    "/map",
    "/map?view=grid",
    "/map?view=table",
    "/explore/funnel",
    "/explore/transitions",
    "/explore/transitions?look=table",
    "/explore/stages",
    "/explore/dropoff",
    "/explore/reach",
    "/explore/feelings",
    "/explore/lifecycle",
    "/explore/loops",
    "/explore/return",
    "/explore/touchpoints?look=table",
    "/explore/contribution?ask=%7B%22conversion%22%3A%22order_placed_web%22%7D",
    "/explore/segment",
    "/segments",
    "/segments/new",
    "/personas",
    "/personas/new",
    "/boards",
    "/customers",
    "/customers?part=review",
    "/customers?part=review&look=rules",
    "/customers?part=accounts",
    "/customers?part=traits",
    "/customers?part=marks",
    "/data",
    "/data?part=sources",
    "/data?part=events",
    "/data?part=catalogue",
    "/data?part=stages",
    "/data?part=quarantine",
]
_STICKS_OUT = """Math.max(...[document.documentElement, ...document.querySelectorAll('main')]
    .map(element => element.scrollWidth - element.clientWidth))"""


WIDTHS = (390, 1280)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_no_page_scrolls_sideways(shop_context: BrowserContext, shop_link: str, language: Literal["en", "vi"]) -> None:
    """Every other page is opened narrow and made wide, the others wide and made narrow."""
    seen = visit(shop_context, shop_link, language=language)
    for place, path in enumerate(PAGES):
        first, second = WIDTHS if place % 2 else reversed(WIDTHS)
        seen.page.set_viewport_size({"width": first, "height": 900})
        page = seen.look(path)
        assert page.evaluate(_STICKS_OUT) <= 0, (path, first)
        page.set_viewport_size({"width": second, "height": 900})
        assert page.get_by_role("heading", level=1).is_visible(), path
        assert seen.settled().evaluate(_STICKS_OUT) <= 0, (path, second)
    page.evaluate("localStorage.clear()")
    page.close()
    assert seen.complaints == []


def test_everything_pressable_on_a_phone_is_large_enough(shop_context: BrowserContext, shop_link: str) -> None:
    page = visit(shop_context, shop_link, 390).go("/map")
    small = page.locator("main button:visible").evaluate_all(
        "all => all.filter(b => b.getBoundingClientRect().height < 23.5).map(b => b.innerText)"
    )
    page.close()
    assert small == []
