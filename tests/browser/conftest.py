"""The demo shop, small, served once for all browser tests; and an empty workspace for the wizard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.serving import Visit, served, signed_in, simulated, visit
from wend.web.shell import APP

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext


@pytest.fixture(scope="session")
def shop_link(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The link to the served demo shop."""
    if not (APP / "index.html").is_file():
        pytest.skip("the browser app is not built: run `make ui` (or `npm ci && npm run build` in ui/)")
    with served(simulated(tmp_path_factory.mktemp("shop"), customers=700)) as link:
        yield link


@pytest.fixture(scope="session")
def shop_context(browser: Browser, shop_link: str) -> Iterator[BrowserContext]:
    """A signed-in browser in front of the demo shop."""
    context = signed_in(browser, shop_link)
    yield context
    context.close()


@pytest.fixture
def shop(shop_context: BrowserContext, shop_link: str) -> Iterator[Visit]:
    """A wide English page; whatever it complained about fails the test."""
    seen = visit(shop_context, shop_link)
    yield seen
    seen.page.evaluate("localStorage.clear()")
    seen.page.close()
    assert seen.complaints == []


@pytest.fixture
def empty_link(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The link to a served workspace without any data."""
    if not (APP / "index.html").is_file():
        pytest.skip("the browser app is not built: run `make ui` (or `npm ci && npm run build` in ui/)")
    with served(tmp_path_factory.mktemp("empty") / "data") as link:
        yield link
