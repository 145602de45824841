"""From files to the map in the browser, with names that would like to be code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.serving import PATIENCE_MS, signed_in, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]

HOSTILE = ['<script>alert("event")</script>', "<img src=x onerror=alert(1)>", '"><svg onload=alert(2)>', "order.placed"]


def _hostile_file(folder: Path) -> Path:
    lines = ["customer_id,event,time,channel,full_name"]
    for customer in range(1, 41):
        for day, name in enumerate(HOSTILE, 1):
            quoted = name.replace('"', '""')
            who = f"<b onmouseover=alert(3)>Lan {customer}</b>"
            lines.append(f'{customer},"{quoted}",2026-03-{day:02} 10:{customer:02}:00,web,"{who}"')
    lines.append('41,"order.placed",not a time,web,"<img src=x onerror=alert(4)>"')
    path = folder / "hostile.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_file_of_hostile_names_becomes_a_map_and_runs_nothing(
    browser: Browser, empty_link: str, tmp_path: Path
) -> None:
    context = signed_in(browser, empty_link)
    seen = visit(context, empty_link)
    page = seen.go("/")
    page.get_by_role("link", name="Import files").click()
    page.locator("input[type=file]").set_input_files(_hostile_file(tmp_path))
    page.get_by_role("heading", name="The first 20 rows").wait_for()
    page.get_by_role("heading", name="What these rows become").wait_for()
    page.get_by_role("button", name="Import", exact=True).click()
    page.get_by_role("link", name="Open the map").wait_for()
    page.get_by_role("link", name="Open the map").click()
    page.get_by_role("grid").wait_for()
    for path in (
        "/map?view=table",
        "/data?part=catalogue",
        "/data?part=stages",
        "/data?part=quarantine",
        "/customers",
        "/customers/customer%3A7",
    ):
        seen.go(path)
    page.get_by_role("button", name="Details").first.click()
    assert "<b onmouseover=alert(3)>Lan 7</b>" in page.inner_text("main")
    context.close()
    assert seen.complaints == []


def test_a_stranger_is_asked_for_the_token(browser: Browser, empty_link: str) -> None:
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    page.goto(empty_link.partition("/#")[0] + "/map")
    page.get_by_role("heading", name="Đăng nhập Wend").wait_for()
    page.get_by_role("textbox").fill(empty_link)
    page.get_by_role("button", name="Đăng nhập").click()
    page.get_by_role("heading", name="Chưa có gì để vẽ", exact=True).wait_for(timeout=PATIENCE_MS)
    context.close()
