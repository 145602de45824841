"""What a server must not be sent to, whoever asks and however it is written."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from wend.channels.reaching import check, is_public
from wend.collect.connectors.errors import NotReached, PlaceRefused, TooLarge
from wend.collect.connectors.fetching import Fetching, export_of, fetch

PUBLIC = "93.184.215.14"
CSV = b"customer,event,time\n1,order.placed,2026-06-01T08:00:00Z\n"


class Site(BaseHTTPRequestHandler):
    """A place that answers, redirects, and never ends."""

    def do_GET(self) -> None:
        if self.path == "/away":
            self.send_response(302)
            self.send_header("location", "http://169.254.169.254/latest/meta-data")
            self.end_headers()
        elif self.path == "/loop":
            self.send_response(302)
            self.send_header("location", "/loop")
            self.end_headers()
        elif self.path == "/lost":
            self.send_error(404)
        else:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(CSV if self.path == "/orders.csv" else b"x" * 100_000)

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def still() -> float:
    return 0.0


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/a.csv",
        "file://localhost/orders.csv",
        "ftp://example.com/a.csv",
        "gopher://example.com",
        "//example.com/a.csv",
        "",
        "https://",
        "https://user@example.com/a.csv",
        "https://user:pass@example.com/a.csv",
        "https://example.com:8443/a.csv",
        "https://example.com:22/",
        "https://example.com:99999/",
        "https://127.0.0.1/a.csv",
        "https://127.1/a.csv",
        "https://2130706433/a.csv",
        "https://0x7f000001/a.csv",
        "https://017700000001/a.csv",
        "https://0/a.csv",
        "https://localhost/a.csv",
        "https://localhost./a.csv",
        "https://[::1]/a.csv",
        "https://[::]/a.csv",
        "https://[::ffff:127.0.0.1]/a.csv",
        "https://[::ffff:a9fe:a9fe]/a.csv",
        "https://[64:ff9b::7f00:1]/a.csv",
        "https://[2002:7f00:1::]/a.csv",
        "https://[fe80::1]/a.csv",
        "https://[fd00::1]/a.csv",
        "https://169.254.169.254/latest",
        "https://10.0.0.1/",
        "https://172.16.0.1/",
        "https://192.168.1.1/",
        "https://100.64.0.1/",
        "https://198.18.0.1/",
        "https://192.0.2.1/",
        "https://224.0.0.1/",
        "https://255.255.255.255/",
        "https://0.0.0.0/",
    ],
)
def test_places_that_are_refused(url: str) -> None:
    with pytest.raises((PlaceRefused, NotReached)):
        check(url, frozenset())


def test_one_private_address_among_public_ones_is_enough() -> None:
    with pytest.raises(PlaceRefused):
        check("https://shop.vn/a.csv", frozenset(), lambda _host, _port: [PUBLIC, "10.0.0.1"])


def test_the_judged_address_is_the_one_that_is_used() -> None:
    asked: list[str] = []

    def rebinding(host: str, _port: int) -> list[str]:
        asked.append(host)
        return [PUBLIC] if len(asked) == 1 else ["127.0.0.1"]

    assert check("https://shop.vn/a.csv", frozenset(), rebinding)[1] == PUBLIC
    assert asked == ["shop.vn"]


def test_a_named_host_may_be_private_and_plain(site: str, tmp_path: Path) -> None:
    fetch(f"http://{site}/orders.csv", tmp_path / "a.csv", Fetching(frozenset({site})), still)
    assert (tmp_path / "a.csv").read_bytes() == CSV
    with pytest.raises(PlaceRefused):
        fetch(f"http://{site}/orders.csv", tmp_path / "a.csv", Fetching(), still)


@pytest.mark.parametrize(
    ("path", "error"), [("/away", PlaceRefused), ("/loop", PlaceRefused), ("/lost", NotReached), ("/big", TooLarge)]
)
def test_redirects_are_judged_again_and_sizes_are_bounded(
    site: str, tmp_path: Path, path: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        fetch(f"http://{site}{path}", tmp_path / "a.csv", Fetching(frozenset({site}), most_bytes=50_000), still)


def test_a_place_that_never_ends_is_left(site: str, tmp_path: Path) -> None:
    moments = iter([0.0, *[1_000.0] * 100])
    with pytest.raises(NotReached):
        fetch(f"http://{site}/big", tmp_path / "a.csv", Fetching(frozenset({site})), lambda: next(moments))


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", PUBLIC])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://docs.google.com/spreadsheets/d/abc/edit?gid=12#gid=12", "abc/export?format=csv&gid=12"),
        ("https://docs.google.com/spreadsheets/d/abc/edit", "abc/export?format=csv&gid=0"),
        ("https://docs.google.com/spreadsheets/d/abc/edit#gid=1;x", "abc/export?format=csv&gid=0"),
    ],
)
def test_a_sheet_is_read_through_its_export(written: str, meant: str) -> None:
    assert export_of(written) == f"https://docs.google.com/spreadsheets/d/{meant}"
