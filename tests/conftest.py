"""What every test may ask for: real data, a clock that stands still, an empty folder, a browser."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.postgresql import Server
from tools.setup import browser as browsers
from wend.kit.clock import FixedClock
from wend.store.places import SCHEMAS_ON

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
BROWSER_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# `gate` finds the same examples on every machine; `make laws` searches with fresh ones.
settings.register_profile("gate", max_examples=50, derandomize=True, deadline=None, print_blob=True)
settings.register_profile("search", max_examples=2000, derandomize=False, deadline=None, print_blob=True)
settings.load_profile("gate")


_SERVER = pytest.StashKey[Server]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--store=postgresql` (or WEND_TEST_STORE=postgresql) runs every test that opens a store on PostgreSQL."""
    chosen = os.environ.get("WEND_TEST_STORE", "sqlite")
    parser.addoption("--store", choices=("sqlite", "postgresql"), default=chosen, help="the database below the store")


def pytest_configure(config: pytest.Config) -> None:
    """One server for the whole run; parallel test processes inherit its address."""
    if config.getoption("--store") == "postgresql" and SCHEMAS_ON not in os.environ:
        config.stash[_SERVER] = Server().start()
        os.environ[SCHEMAS_ON] = config.stash[_SERVER].url()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with a slow test come first, so that no process is left with one of them while the other has nothing. What
    was imported stays: to look through it for garbage again and again takes tests a good part of their time.
    """
    gc.freeze()
    gc.set_threshold(50_000)
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


def pytest_unconfigure(config: pytest.Config) -> None:
    """The server goes with the run that started it."""
    server = config.stash.get(_SERVER, None)
    if server is not None:
        del os.environ[SCHEMAS_ON]
        server.stop()


@pytest.fixture
def on_sqlite(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests about the file itself: SQLite, whatever the run was asked for."""
    monkeypatch.delenv(SCHEMAS_ON, raising=False)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server for tests that are about it; one per test process that needs it."""
    server = Server().start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data sets that stands beside the checkout; they may not be copied into it."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the real data sets (../shared/data beside the checkout) are not on this machine")
    return folder


@pytest.fixture
def clock() -> FixedClock:
    """Noon UTC on a Wednesday; it moves only when the test moves it."""
    return FixedClock(datetime(2026, 7, 1, 12, tzinfo=UTC))


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data directory that does not exist yet, as on a first run."""
    return tmp_path / "wend-data"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium of this machine; one per test process."""
    found = browsers.find()
    if found is None:
        pytest.skip(browsers.MISSING)
    from playwright.sync_api import sync_playwright  # heavy, and only the browser tests need it

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, headless=True, args=BROWSER_ARGUMENTS)
        yield running
        running.close()
