"""The standard browser library, unpatched, in a real browser, put into a page by the snippet that Wend shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.clients.running import Server, names, own, running
from tests.clients.website import website
from tools.setup import clients
from wend.collect.sources import snippets
from wend.web.library import ADDRESS, FILE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]
READY = "() => window.analytics && window.analytics.initialized"
EXPECTED = ("/favicon.ico 404", "ERR_ABORTED")
"""A reload aborts what is being sent; the page sends it again."""
LAN = """analytics.identify("C-7", {name: "Nguyễn Thị Lan", email: "lan@shop.vn", age: 31})"""
ORDER = """analytics.track("order.placed", {number: %d, price: 12.5, gift: true, total: 250000, currency: "VND"})"""


@pytest.fixture
def source(request: pytest.FixtureRequest) -> str:
    """A source of the test's own."""
    name: str = request.node.name
    return name.replace("_", "-")[:40].strip("-")


@pytest.fixture
def page(browser: Browser, server: Server, source: str, tmp_path: Path) -> Iterator[Page]:
    """A visitor's first look at the shop; whatever the browser complained about fails the test."""
    complaints: list[str] = []
    with website(tmp_path / "site", server.base, server.key(source)) as address:
        context = browser.new_context()
        visited = context.new_page()
        visited.on("pageerror", lambda error: complaints.append(str(error)))
        visited.on("requestfailed", lambda request: complaints.append(f"{request.url} {request.failure}"))
        visited.on("response", lambda got: complaints.append(f"{got.url} {got.status}") if got.status >= 400 else None)
        visited.goto(f"{address}/?utm_source=zalo")
        visited.wait_for_function(READY)
        yield visited
        context.close()
    assert [each for each in complaints if not each.endswith(EXPECTED)] == []


def test_a_visit_is_told_from_the_first_page_on(page: Page, server: Server, source: str) -> None:
    server.rows_when(source, accepted=1)  # the library sends in its own time; the first page is to be nobody's yet
    page.evaluate(LAN)
    page.evaluate(ORDER % 1)
    page.reload()
    page.wait_for_function(READY)
    page.evaluate(ORDER % 2)
    rows = server.rows_when(source, accepted=5)
    assert names(rows) == {"page.viewed": 2, "$identify": 1, "order.placed": 2}
    assert len({row.id for row in rows}) == 5
    assert {row.channel for row in rows} == {"web"}
    device = page.evaluate("analytics.user().anonymousId()")
    first = next(row for row in rows if row.event == "page.viewed" and row.subject.startswith("device:"))
    assert first.subject == f"device:{device}"
    assert (own(first)["title"], own(first)["path"], own(first)["utm_source"]) == ("Áo dài", "/", "zalo")
    orders = [row for row in rows if row.event == "order.placed"]
    assert {(row.subject, row.amount, row.currency) for row in orders} == {("customer:C-7", 250000, "VND")}
    assert all(f"device:{device}" in row.identifiers for row in orders)
    assert sorted(own(row)["number"] for row in orders) == [1, 2]
    [identify] = [row for row in rows if row.event == "$identify"]
    assert (own(identify)["name"], own(identify)["age"]) == ("Nguyễn Thị Lan", 31)


def test_what_happens_offline_arrives_once_when_the_network_is_back(
    browser: Browser, server: Server, source: str, tmp_path: Path
) -> None:
    with website(tmp_path / "site", server.base, server.key(source)) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(address)
        page.wait_for_function(READY)
        context.set_offline(offline=True)
        for number in range(5):
            page.evaluate(ORDER % number)
        context.set_offline(offline=False)
        rows = server.rows_when(source, accepted=6)
        page.evaluate(ORDER % 5)
        rows = server.rows_when(source, accepted=7)
        context.close()
    assert names(rows) == {"page.viewed": 1, "order.placed": 6}
    assert sorted(own(row)["number"] for row in rows if row.event == "order.placed") == list(range(6))


def test_events_may_be_sent_in_batches(browser: Browser, server: Server, source: str, tmp_path: Path) -> None:
    paths: list[str] = []
    batching = ', deliveryStrategy: {strategy: "batching", config: {size: 4, timeout: 300}}'
    with website(tmp_path / "site", server.base, server.key(source), batching) as address:
        context = browser.new_context()
        page = context.new_page()
        page.on("request", lambda asked: paths.append(asked.url) if asked.method == "POST" else None)
        page.goto(address)
        page.wait_for_function(READY)
        for number in range(7):
            page.evaluate(ORDER % number)
        rows = server.rows_when(source, accepted=8)
        context.close()
    assert {path.removeprefix(server.base) for path in paths} == {"/v1/b"}
    assert len(paths) < 8
    assert sorted(own(row)["number"] for row in rows if row.event == "order.placed") == list(range(7))


def test_a_server_that_was_away_gets_what_the_page_kept(browser: Browser, tmp_path: Path) -> None:
    with running(tmp_path / "data") as server, website(tmp_path / "site", server.base, server.key("shop")) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(address)
        page.wait_for_function(READY)
        server.rows_when("shop", accepted=1)
        server.kill()
        with page.expect_event("requestfailed"):
            page.evaluate(ORDER % 1)
        server.start()
        rows = server.rows_when("shop", accepted=2)
        context.close()
    assert names(rows) == {"page.viewed": 1, "order.placed": 1}


def test_the_library_is_given_out_as_it_was_published() -> None:
    published = clients.FOLDER / "node_modules/@segment/analytics-next/dist/umd/standalone.js"
    if not (FILE.is_file() and published.is_file()):
        pytest.skip("the app is not built, or the npm clients are not installed")
    assert FILE.read_bytes() == published.read_bytes()
    assert snippets.LIBRARY == ADDRESS
