"""What every test may ask for: real data, a clock that stands still, an empty folder, a browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tools.setup import browser as browsers
from wend.kit.clock import FixedClock

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
settings.register_profile("gate", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("search", max_examples=2000, derandomize=False, deadline=None, print_blob=True)
settings.load_profile("gate")


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
