"""Conditions in a real browser: built by keyboard alone, dragged into a group, counted meanwhile, kept as segments."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.serving import Visit, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]


def _figure(page: Page) -> Locator:
    """The count beside the condition, once it is of what stands there."""
    return page.get_by_role("complementary", name="Whom this is about").locator("[aria-busy=false] strong")


def _count(page: Page, says: str) -> int:
    """The count when the condition says this."""
    page.get_by_role("heading", name="In words").locator("xpath=..").get_by_text(says).first.wait_for()
    return int(_figure(page).inner_text().replace(",", ""))


def _field(page: Page, name: str) -> Locator:
    return page.locator(f'input[aria-label="{name}"]')


def _rows(page: Page) -> Locator:
    return page.get_by_role("group", name=re.compile(r"^statement \d"))


def _begin(shop: Visit, path: str = "/explore/segment") -> Page:
    page = shop.go(path)
    page.get_by_role("button", name=re.compile("Gone quiet")).click()
    expect(_rows(page)).to_have_count(2)
    return page


def test_a_condition_is_built_by_keyboard_alone(shop: Visit) -> None:
    page = shop.go("/explore/segment")  # asked of the log's last event, whatever day it is
    page.get_by_role("button", name="Add a statement").focus()
    page.keyboard.press("Enter")
    page.get_by_role("menuitem", name="Did", exact=True).wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(_field(page, "What happened")).to_be_focused()
    page.keyboard.type("order.placed")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    before = _count(page, "in the last 30 days")
    times = _field(page, "times")
    for _ in range(4):
        page.keyboard.press("Tab")
        if times.evaluate("field => field === document.activeElement"):
            break
    expect(times).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("3")
    assert 0 <= _count(page, "at least 3 times") < before
    page.get_by_role("button", name="Undo").press("Enter")
    expect(_figure(page)).to_have_text(f"{before:,}")


def test_arrow_keys_group_and_take_out_and_say_so(shop: Visit) -> None:
    page = _begin(shop)
    both = _count(page, "has done nothing for 30 days")
    handle = page.get_by_role("button", name="Move statement 2 of 2", exact=True)
    handle.press("ArrowRight")
    expect(page.get_by_role("group", name="Group 1 of 1")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Now place 2 of 2 in “Any of these holds”.")).to_be_attached()
    assert _count(page, "at least one of these") > both
    moved = page.get_by_role("button", name="Move statement 2 of 2", exact=True)
    expect(moved).to_be_focused()
    moved.press("ArrowLeft")
    expect(page.get_by_role("group", name="Group 1 of 1")).to_have_count(0)
    expect(_figure(page)).to_have_text(f"{both:,}")


def test_a_statement_dragged_onto_another_makes_a_group(shop: Visit) -> None:
    page = _begin(shop)
    page.get_by_role("button", name="Move statement 2 of 2", exact=True).drag_to(_rows(page).first)
    group = page.get_by_role("group", name="Group 1 of 1")
    expect(group.get_by_role("group", name=re.compile("^statement"))).to_have_count(2)
    page.get_by_role("button", name="Undo").click()
    expect(group).to_have_count(0)


def test_text_stands_beside_the_fields_and_becomes_them(shop: Visit) -> None:
    page = _begin(shop)
    page.get_by_text("As text").click()
    text = page.locator('textarea[aria-label="The condition as text"]')
    expect(text).to_have_value(re.compile("silent for 30d"))
    text.fill("silent for 5 moons")
    page.get_by_role("button", name="Use this").click()
    expect(page.get_by_text(re.compile("line 1", re.I)).first).to_be_visible()
    text.fill("silent for 5d")
    page.get_by_role("button", name="Use this").click()
    expect(_rows(page)).to_have_count(1)
    expect(_field(page, "for")).to_have_value("5")


def test_a_segment_is_kept_changed_with_a_look_and_taken_away(shop: Visit) -> None:
    page = _begin(shop, "/segments/new")
    page.get_by_label("Name", exact=True).fill("Quiet buyers")
    size = _count(page, "has done nothing for 30 days")
    page.get_by_role("button", name="Save segment").click()
    page.get_by_role("heading", name="Quiet buyers").wait_for()
    expect(page.get_by_text(re.compile(rf"^{size:,} customers?$"))).to_be_visible()
    page.get_by_role("button", name="Change", exact=True).click()
    _field(page, "for").fill("1")
    expect(page.get_by_role("heading", name="Would enter")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("tab", name="Who came and went").click()
    expect(page.get_by_text("Nobody came or went yet")).to_be_visible()
    page.get_by_role("button", name="More for this segment").click()
    page.get_by_role("menuitem", name="Remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(page.get_by_text("No segment yet")).to_be_visible()


def test_who_left_a_segment_is_asked_like_what_happened(shop: Visit) -> None:
    page = _begin(shop, "/segments/new")
    page.get_by_label("Name", exact=True).fill("Gone for long")
    page.get_by_role("button", name="Save segment").click()
    page.get_by_role("heading", name="Gone for long").wait_for()
    kept = page.url.removeprefix(shop.base)
    page = shop.go("/explore/segment")
    page.get_by_role("button", name="Add a statement").click()
    page.get_by_role("menuitem", name="Did", exact=True).click()
    field = _field(page, "What happened")
    field.click()
    field.fill("leaving")
    page.get_by_role("option", name="leaving Gone for long").click()
    assert _count(page, "left the segment “Gone for long” in the last 30 days") > 0
    page = shop.go(kept)
    page.get_by_role("button", name="More for this segment").click()
    page.get_by_role("menuitem", name="Remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Gone for long")).to_have_count(0)


@pytest.mark.parametrize(
    ("kind", "choices", "says"),
    [
        ("Known by", [("Known by", "phone")], "known by"),
        ("Consent", [("Purpose", "Offers"), ("Channel of consent", "Zalo")], "zalo"),
        ("Last answered", [("Scale", "NPS"), ("Answer", "9")], "9"),
    ],
)
def test_what_no_event_tells_has_fields_too(shop: Visit, kind: str, choices: list[tuple[str, str]], says: str) -> None:
    page = shop.go("/explore/segment")
    page.get_by_role("button", name="Add a statement").click()
    page.get_by_role("menuitem", name=kind, exact=True).click()
    for name, typed in choices:
        field = _field(page, name).last
        field.click()
        if field.get_attribute("readonly") is None:
            field.fill(typed)
        else:
            page.get_by_role("option", name=re.compile(typed)).first.click()
    words = page.get_by_role("heading", name="In words").locator("xpath=..")
    expect(words).to_contain_text(re.compile(says, re.I))
    expect(_rows(page).first).not_to_contain_text("There are no fields")


def test_a_segment_is_asked_about_and_becomes_a_persona(shop: Visit) -> None:
    page = _begin(shop, "/segments/new")
    page.get_by_label("Name", exact=True).fill("Asked about")
    page.get_by_role("button", name="Save segment").click()
    page.get_by_role("heading", name="Asked about").wait_for()
    here = page.url
    page.get_by_role("button", name="Ask about them").click()
    page.get_by_role("menuitem", name="Compare with everybody else").click()
    page.get_by_role("heading", name="Compare customers", level=1).wait_for()
    page.goto(here)
    page.get_by_role("button", name="Ask about them").click()
    page.get_by_role("menuitem", name="Make a persona of them").click()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Asked about")
    expect(_rows(page)).to_have_count(1)
    page.goto(here)
    page.get_by_role("button", name="More for this segment").click()
    page.get_by_role("menuitem", name="Remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(page.get_by_role("heading", name="Segments", level=1)).to_be_visible()


def test_a_number_of_explore_becomes_a_segment(shop: Visit) -> None:
    page = shop.go("/explore/reach")
    page.locator("main button", has_text=re.compile(r"\d")).first.wait_for()
    page.get_by_text("Table", exact=True).click()
    page.get_by_role("cell").get_by_role("button").first.click()
    page.get_by_role("button", name="Save as segment").click()
    dialog = page.get_by_role("dialog", name="Save as segment")
    dialog.get_by_label("Name").fill("From a number")
    dialog.get_by_role("button", name="Save segment").click()
    dialog.get_by_role("link", name="Open the segment").click()
    page.get_by_role("heading", name="From a number").wait_for()


def test_a_condition_is_built_in_vietnamese(shop_context: BrowserContext, shop_link: str) -> None:
    seen = visit(shop_context, shop_link, 390, "vi")
    page = seen.go("/explore/segment")
    page.get_by_role("button", name=re.compile("Đã im lặng")).click()
    expect(page.get_by_role("group", name=re.compile(r"^mệnh đề \d"))).to_have_count(2)
    expect(page.get_by_role("heading", name="Diễn đạt bằng lời")).to_be_visible()
    expect(page.get_by_text(re.compile("Thỏa điều kiện", re.I)).first).to_be_visible()
    page.evaluate("localStorage.clear()")
    page.close()
    assert seen.complaints == []
