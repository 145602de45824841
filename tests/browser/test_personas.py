"""A persona from its condition to its page, in a browser: what people write stays, and what is removed is gone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.serving import PATIENCE_MS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.serving import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]


def made(shop: Visit, name: str) -> Page:
    """The page of a new persona, of the first condition that is offered."""
    page = shop.go("/personas/new")
    page.get_by_label("Name", exact=True).fill(name)
    page.locator("main li button").first.click()
    page.get_by_role("button", name="Make persona").click()
    page.get_by_role("heading", name=name, level=1).wait_for()
    return page


def removed(page: Page, name: str) -> None:
    """Take a persona away again: the shop has room for six."""
    gone = page.evaluate(
        """async name => {
        const one = (await (await fetch('/api/personas')).json()).find(each => each.name === name);
        return (await fetch('/api/personas/' + one.id, { method: 'DELETE', headers: { 'x-wend': '1' } })).status;
    }""",
        name,
    )
    assert gone == 204


def wait_for_the_whole(page: Page) -> None:
    """Its questions are answered: what comes last stands there."""
    page.get_by_role("heading", name=re.compile("What is not known|Điều chưa biết")).wait_for(timeout=PATIENCE_MS)


def test_what_somebody_writes_stands_with_its_source_until_it_is_removed(shop: Visit) -> None:
    page = made(shop, "Gift givers")
    goals = page.locator("section", has=page.get_by_role("heading", name="What do they want to achieve?"))
    goals.get_by_role("button", name="Write").click()
    goals.get_by_label("What you know").fill("Gifts on the day")
    assert goals.get_by_role("button", name="Save").is_disabled()
    goals.get_by_label("Where you know it from").fill("12 interviews")
    goals.get_by_role("button", name="Save").click()
    goals.get_by_text(re.compile("12 interviews · a person here")).wait_for()
    page.reload()
    goals.get_by_role("button", name="Remove “Gifts on the day”").click()
    goals.get_by_role("button", name="Remove the line").click()
    goals.get_by_text("No log says this").wait_for()
    page.get_by_role("button", name="More for this persona").click()
    page.get_by_role("menuitem", name="Remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    page.get_by_text("No persona yet").wait_for()


def test_a_finding_opens_its_customers_and_the_comparison(shop: Visit) -> None:
    page = made(shop, "Anybody")
    page.get_by_role("button", name=re.compile(" against ")).first.click()
    drawer = page.get_by_role("complementary")
    drawer.get_by_role("heading", name=re.compile("[0-9] customers?$")).wait_for()
    drawer.get_by_role("link", name="Open in Explore").click()
    page.get_by_role("heading", name="Compare customers", level=1).wait_for()
    removed(page, "Anybody")


CUT_OFF = """() => [...document.querySelectorAll('main *')]
    .filter(each => each.textContent.trim() && each.children.length === 0)
    .filter(each => {
        const box = each.getBoundingClientRect(), style = getComputedStyle(each);
        const hidden = style.display === 'none' || box.width === 0;
        return !hidden && (box.left < -1 || box.right > innerWidth + 1 || style.textOverflow === 'ellipsis');
    })
    .map(each => each.textContent)"""
QUESTIONS = {"who": "Who exactly", "goals": "What do they want", "drivers": "What drives the purchase"}
WIDTH, HEIGHT = 718, 1047
"""A4 without the usual margins, at 96 dots an inch."""


def pages_of(paper: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", paper))


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_persona_is_one_sheet_of_paper(shop: Visit, language: str) -> None:
    name = f"On paper {language}"
    page = made(shop, name)
    for asks, text in (
        ("who", "Mothers who buy for two"),
        ("goals", "Gifts on the day"),
        ("drivers", "A friend’s word"),
    ):
        shop.settled()
        card = page.locator("section", has=page.get_by_role("heading", name=re.compile(QUESTIONS[asks])))
        card.get_by_role("button", name="Write").click()
        card.get_by_label("What you know").fill(text)
        card.get_by_label("Where you know it from").fill("12 interviews, May 2026")
        card.get_by_role("button", name="Save").click()
        card.get_by_text(text).wait_for()
    page.evaluate("language => localStorage.setItem('wend.language', language)", language)
    page.reload()
    wait_for_the_whole(page)
    assert pages_of(page.pdf(format="A4")) == 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    assert page.evaluate(CUT_OFF) == []
    for control in ("Write|Viết", "Change|Sửa", "Print|In", "Share|Chia sẻ", "List who agreed|Xem ai đã đồng ý"):
        assert not any(each.is_visible() for each in page.get_by_role("button", name=re.compile(control)).all())
    assert not page.get_by_role("navigation").first.is_visible()
    page.emulate_media(media="screen")
    page.evaluate("localStorage.setItem('wend.language', 'en')")
    removed(page, name)


def test_a_link_shows_the_persona_to_a_stranger(shop: Visit, browser: Browser) -> None:
    page = made(shop, "For others")
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_role("button", name="Make a link").click()
    link = page.locator("code").inner_text()
    stranger = browser.new_context().new_page()
    stranger.goto(link)
    wait_for_the_whole(stranger)
    assert stranger.get_by_role("heading", name="For others", level=1).is_visible()
    stranger.get_by_role("heading", name="What drives the purchase?").wait_for()
    for gone in ("Write", "Change", "Print", "Share", "Download the list"):
        assert stranger.get_by_role("button", name=gone, exact=True).count() == 0
    assert stranger.get_by_role("heading", name="In their words").count() == 0
    assert pages_of(stranger.pdf(format="A4")) == 1
    page.get_by_role("button", name="Take back").click()
    page.get_by_text(re.compile("ended$")).wait_for()
    stranger.reload()
    stranger.get_by_text("This link shows nothing.").wait_for()
    stranger.context.close()
    removed(page, "For others")
