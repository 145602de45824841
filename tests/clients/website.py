"""A shop's website on a host of its own, with the snippet in it that Wend's page of the source shows."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.clients.running import MODULES
from wend.collect.facade import snippets

LIBRARY = MODULES / "@segment/analytics-next/dist/umd/standalone.js"
_PAGE = "<!doctype html><html lang=vi><title>Áo dài</title><meta charset=utf-8>{snippet}<h1>Áo dài</h1></html>"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads it."""


@contextmanager
def website(folder: Path, wend: str, key: str, options: str = "") -> Iterator[str]:
    """The address of a site whose pages send to `wend`; the library comes from the site itself. `options` are what a
    person may add to the snippet's own.
    """
    if not LIBRARY.is_file():
        pytest.skip("the npm clients are not installed: run `make test` (or `python3 -m tools.setup clients`)")
    folder.mkdir()
    (folder / "library.js").write_bytes(LIBRARY.read_bytes())
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as site:
        base = f"http://localhost:{site.server_port}"
        code = next(each for each in snippets(wend, f"{base}/library.js", key) if each.platform == "browser")
        snippet = code.code.vi.replace('protocol: "http"', f'protocol: "http"{options}')
        (folder / "index.html").write_text(_PAGE.format(snippet=snippet), encoding="utf-8")
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield base
        site.shutdown()
