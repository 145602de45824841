"""Explore in a real browser: a funnel is built, its numbers open, its address holds it, every chart is a table."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.serving import PATIENCE_MS, Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]


def _count(text: str) -> int:
    found = re.search(r"[\d,]+", text)
    assert found is not None
    return int(found.group().replace(",", ""))


def test_a_funnel_is_built_and_its_bars_open(shop: Visit) -> None:
    page = shop.go("/explore")
    page.get_by_role("button", name=re.compile("Begin with")).click()
    stopped = page.get_by_role("button", name=re.compile("stopped here")).first
    count = _count(stopped.inner_text().partition("·")[2])
    stopped.click()
    drawer = page.get_by_role("complementary")
    heading = drawer.get_by_role("heading", name=re.compile("customer"))
    heading.wait_for()
    assert _count(heading.inner_text()) == count
    page.keyboard.press("Escape")
    drawer.wait_for(state="detached")


def test_the_address_holds_the_question(shop: Visit) -> None:
    page = shop.go("/explore")
    page.get_by_role("button", name=re.compile("Begin with")).click()
    bars = page.locator("main ol > li > button:first-child")
    expect(bars).to_have_count(3, timeout=PATIENCE_MS)
    before = bars.first.inner_text()
    page.get_by_role("button", name="Move step 2 up").click()
    expect(bars.first).not_to_have_text(before, use_inner_text=True, timeout=PATIENCE_MS)
    shop.settled()
    told = bars.all_inner_texts()
    shop.go(page.url.removeprefix(shop.base))
    bars.first.wait_for()
    assert bars.all_inner_texts() == told


def test_the_graph_and_its_table_say_the_same(shop: Visit) -> None:
    page = shop.go("/explore/transitions")
    edges = page.locator("svg [role=button][aria-label*='→']")
    edges.first.wait_for()
    drawn = {
        edge.partition(":")[0]: _count(edge.partition(":")[2])
        for edge in edges.evaluate_all("all => all.map(one => one.ariaLabel)")
    }
    page.get_by_text("Table", exact=True).click()
    rows = page.locator("table tbody tr")
    rows.first.wait_for()
    cells = [row.split("\t") for row in rows.all_inner_texts()]
    told = {f"{cell[0].strip()} → {cell[1].strip()}": _count(cell[3]) for cell in cells}
    assert {edge: told[edge] for edge in drawn if edge in told} == {
        edge: n for edge, n in drawn.items() if edge in told
    }
    assert len(drawn.keys() & told.keys()) > 15


def test_an_edge_opens_by_keyboard_and_gives_the_focus_back(shop: Visit) -> None:
    page = shop.go("/explore/transitions")
    edge = page.locator("svg [role=button][aria-label*='→']").first
    edge.wait_for()
    edge.focus()
    page.keyboard.press("Enter")
    page.get_by_role("complementary").get_by_role("heading", name=re.compile("customer")).wait_for()
    page.keyboard.press("Escape")
    assert "→" in page.evaluate("document.activeElement.getAttribute('aria-label')")


def test_a_hidden_step_leaves_the_graph_until_it_is_shown_again(shop: Visit) -> None:
    page = shop.go("/explore/transitions")
    node = page.get_by_role("button", name="Visit", exact=True)
    node.click()
    page.get_by_role("button", name="Hide", exact=True).click()
    node.wait_for(state="detached")
    assert "hide" in page.url
    page.get_by_role("button", name="Show Visit again").click()
    node.wait_for()


def test_a_step_shows_what_comes_right_after_it(shop: Visit) -> None:
    page = shop.go("/explore/paths?over=events")
    places = page.locator("svg g[aria-pressed]")
    places.first.click()
    around = page.get_by_role("region", name=re.compile("What came before and after"))
    after = around.locator("div", has=page.get_by_role("heading", name=re.compile("Right after"))).last
    number = after.get_by_role("button", name=re.compile(r": [\d,]+ customer")).first
    customers = _count((number.get_attribute("aria-label") or "").rpartition(":")[2])
    number.click()
    heading = page.get_by_role("complementary").get_by_role("heading", name=re.compile("customer"))
    heading.wait_for()
    assert _count(heading.inner_text()) == customers
    page.keyboard.press("Escape")
    step = after.get_by_role("listitem").first.get_by_role("button").first
    name = step.inner_text()
    step.click()
    page.get_by_role("heading", name=f"Right before {name}").wait_for()


def test_a_number_of_customers_is_spread_beside_everybody_else(shop: Visit) -> None:
    group = json.dumps({"version": 1, "condition": {"did": {"event": "order.placed"}}})
    page = shop.go(f"/explore/features?ask={quote(json.dumps({'condition': group}))}")
    page.get_by_text("Active days", exact=True).click()
    spread = page.get_by_role("region", name="How customers are spread: Active days")
    bar = spread.get_by_role("button", name=re.compile("Everybody else")).first
    customers = _count((bar.get_attribute("aria-label") or "").partition(": ")[2])
    bar.focus()
    page.keyboard.press("Enter")
    heading = page.get_by_role("complementary").get_by_role("heading", name=re.compile("customer"))
    heading.wait_for()
    assert _count(heading.inner_text()) == customers


def test_every_question_answers_in_vietnamese_too(shop: Visit) -> None:
    page = shop.go("/explore/reach")
    page.get_by_text("VI", exact=True).click()
    titles = page.get_by_role("navigation", name="Các câu hỏi").get_by_role("link").all_inner_texts()
    assert {"Phễu", "Chuyển bước", "Giai đoạn", "Rời bỏ"} <= set(titles)
    for title in titles:
        page.get_by_role("link", name=title, exact=True).last.click()
        page.get_by_role("heading", name=title, level=1).wait_for()
        page.wait_for_load_state("networkidle")
        assert page.get_by_role("alert").count() == 0, title


def test_a_chosen_name_stays_on_one_line(shop: Visit) -> None:
    ask = quote(json.dumps({"start": "product_viewed_web", "end": "product_viewed_web"}))
    page = shop.go(f"/explore/survival?ask={ask}")
    for label in ("From", "Until"):
        field = page.locator(".mantine-MultiSelect-root").filter(has_text=label)
        expect(field.locator(".mantine-Pill-root")).to_have_count(1)
        box = field.locator(".mantine-MultiSelect-wrapper").bounding_box()
        assert box is not None
        assert box["height"] < 40, f"two lines for one name: {label}"
