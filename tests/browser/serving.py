"""A server of its own process for a data directory, and a browser page that is signed in to it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from wend.bootstrap import open_workspace, settings_from_environment
from wend.collect import facade as collect
from wend.demo import simulate

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Dialog, Page

PATIENCE_MS = 200_000
"""First answers compile kernels; a cold machine takes its time."""
QUIET_MS = 120
"""So long nothing is asked for when a page has all it needs."""
_COUNTING = """(() => {
    const fetched = window.fetch;
    let flying = 0, since = performance.now();
    window.fetch = (...asked) => {
        flying += 1;
        return fetched(...asked).finally(() => { flying -= 1; since = performance.now(); });
    };
    window.quietFor = () => (flying > 0 ? 0 : performance.now() - since);
})()"""
_MOVING = "path => { history.pushState({}, '', path); dispatchEvent(new PopStateEvent('popstate')); }"
_COMMAND = "from wend.cli import main; main()"


@dataclass
class Visit:
    """A page and what it complained about: dialogs, page errors, console errors (refused scripts are such)."""

    page: Page
    base: str
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open a page of the app and wait until it has asked for everything."""
        self.page.goto(self.base + path)
        self.page.wait_for_load_state("networkidle", timeout=PATIENCE_MS)
        return self.page

    def look(self, path: str) -> Page:
        """The same for pages with a heading, and without the half second of silence that a browser calls idle."""
        self.page.goto(self.base + path)
        self.page.get_by_role("heading", level=1).wait_for()
        return self.settled()

    def move(self, path: str) -> Page:
        """Open another page from within the app, as a link does: nothing is loaded again that is there already."""
        self.page.evaluate(_MOVING, path)
        return self.page

    def settled(self) -> Page:
        """The page when it has asked for everything and heard it."""
        self.page.wait_for_function("ms => quietFor() > ms", arg=QUIET_MS)
        return self.page


@contextmanager
def served(data: Path) -> Iterator[str]:
    """`wend serve` on a free port; yields the first-run link."""
    command = [sys.executable, "-c", _COMMAND, "serve", "--data", str(data), "--port", "0", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield next(found.group() for line in server.stdout if (found := re.search(r"http://\S+token=\S+", line)))
        finally:
            server.terminate()


def simulated(directory: Path, customers: int) -> Path:
    """A data directory with the demo shop in it."""
    files, data = directory / "files", directory / "data"
    simulate(files, customers=customers)
    mappings = [each for path in sorted(files.glob("mappings/*.toml")) for each in collect.read_mappings(path)]
    paths = [path for path in sorted(files.iterdir()) if path.is_file() and path.name != "truths.json"]
    collect.import_files(open_workspace(settings_from_environment(data, None)), paths, mappings)
    return data


def signed_in(browser: Browser, link: str) -> BrowserContext:
    """A context whose cookie came from the first-run link."""
    context = browser.new_context(locale="en-GB", reduced_motion="reduce", viewport={"width": 1600, "height": 900})
    page = context.new_page()
    page.goto(link)
    page.get_by_role("navigation").wait_for(timeout=PATIENCE_MS)
    assert "token" not in page.url
    page.close()
    return context


def visit(context: BrowserContext, link: str, width: int = 1600, language: Literal["en", "vi"] = "en") -> Visit:
    """A fresh page of that width, in that language."""
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.set_default_timeout(PATIENCE_MS)
    page.add_init_script(_COUNTING)
    page.add_init_script(
        f"localStorage.getItem('wend.language') || localStorage.setItem('wend.language', '{language}')"
    )
    seen = Visit(page, link.partition("/#")[0])

    def dismiss(dialog: Dialog) -> None:
        seen.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("pageerror", lambda error: seen.complaints.append(f"error: {error}"))
    page.on("console", lambda said: seen.complaints.append(said.text) if said.type == "error" else None)
    return seen
