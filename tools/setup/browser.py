"""A Chromium for the browser tests: the machine's own, or the distribution's package; never a download of our own."""

import os
import shutil
from pathlib import Path

from tools.setup import distribution
from tools.setup.shell import say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
VARIABLE = "WEND_TEST_BROWSER"
MISSING = f"no Chromium on PATH; install your distribution's chromium package or set {VARIABLE} to a browser's path"


def find() -> Path | None:
    """The browser to test with, or None."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen)
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return Path(found) if found else None


def prepare() -> None:
    """Make sure there is a browser when that is possible; otherwise say why the browser tests will be skipped."""
    if find() is None and distribution.can_install():
        distribution.install("chromium", "fonts-dejavu-core", why="the browser tests need a Chromium")
    if find() is None:
        say(f"{MISSING}; the browser tests will be skipped")
