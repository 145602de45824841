"""The browser the tests use shows Vietnamese letters as they are written."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser


@pytest.mark.browser
def test_the_browser_shows_vietnamese(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<h1>Hành trình khách hàng ở Thừa Thiên Huế</h1>")
    assert page.get_by_role("heading", name="Hành trình khách hàng ở Thừa Thiên Huế").is_visible()
    page.close()
