"""A shop's website on a host of its own, with the snippet in it that Wend's page of the source shows."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from wend.collect.facade import snippets
from wend.web.library import FILE

_PAGE = "<!doctype html><html lang=vi><title>Áo dài</title><meta charset=utf-8>{snippet}<h1>Áo dài</h1></html>"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads it."""


@contextmanager
def website(folder: Path, wend: str, key: str, options: str = "") -> Iterator[str]:
    """The address of a site whose pages send to `wend`, and take the library from there. `options` are what a person
    may add to the snippet's own.
    """
    if not FILE.is_file():
        pytest.skip("the app is not built: run `make ui`")
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as site:
        base = f"http://localhost:{site.server_port}"
        code = next(each for each in snippets(wend, "", key) if each.platform == "browser")
        snippet = code.code.vi.replace('protocol: "http"', f'protocol: "http"{options}')
        (folder / "index.html").write_text(_PAGE.format(snippet=snippet), encoding="utf-8")
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield base
        site.shutdown()
