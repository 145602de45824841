"""What people say in events reaches the ledger: from servers, and from files; never from a page anybody can imitate."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.privacy.seed import bring, opened, track
from wend.collect import facade as collect
from wend.collect.live.facade import deliver
from wend.customers import facade as customers
from wend.customers.model_consents import Said
from wend.workspaces.facade import Workspace

MAPPING = """
name = "Counter"
match = "counter.csv"
country = "VN"
[customer]
customer = "customer"
[[event]]
name = { column = "event" }
time = "time"
properties = ["purpose", "channel", "method", "proof"]
"""
FILE = """\
customer,event,time,purpose,channel,method,proof
18,consent.granted,2026-01-01T08:00:00Z,marketing,sms,paper,form 18
18,order.placed,2026-01-02T08:00:00Z,,,,
19,consent.granted,2026-01-01T08:00:00Z,marketing,,paper,form 19
18,consent.withdrawn,2026-03-01T08:00:00Z,,zalo,,
"""


@pytest.fixture
def shop(tmp_path: Path) -> Workspace:
    here = opened(tmp_path / "data")
    collect.ensure_source(here, "site")
    return here


def states(shop: Workspace, who: str) -> dict[str, Said]:
    return {each.channel: each.state for each in customers.consents(shop, who).standings if each.purpose == "marketing"}


def test_a_server_says_yes_and_no(shop: Workspace) -> None:
    told = {"purpose": "marketing", "channel": ["email", "sms"], "method": "form", "proof": "f-1"}
    deliver(shop, "site", [track("consent.granted", "17", 1, properties=told)])
    assert states(shop, "customer:17") | {"push": "unknown"} == {
        "email": "granted", "sms": "granted", "zalo": "unknown", "push": "unknown", "call": "unknown"
    }  # fmt: skip
    deliver(shop, "site", [track("consent.withdrawn", "17", 2)] * 2)
    assert set(states(shop, "customer:17").values()) == {"withdrawn"}
    assert [row.source for row in customers.consents(shop, "customer:17").ledger] == ["site"] * 3


def test_a_page_cannot_say_it_for_anybody(shop: Workspace) -> None:
    said = track("consent.granted", "17", 1, properties={"purpose": "marketing", "channel": "all"})
    deliver(shop, "site", [said], trusted=False)
    assert set(states(shop, "customer:17").values()) == {"unknown"}


def test_a_file_says_it_too_and_vague_words_grant_nothing(shop: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "counter.csv"
    path.write_text(FILE, encoding="utf-8")
    assert bring(shop, path, MAPPING).events == 4
    assert states(shop, "customer:18")["sms"] == "granted"
    assert states(shop, "customer:18")["zalo"] == "withdrawn"
    assert set(states(shop, "customer:19").values()) == {"unknown"}
    bring(shop, path, MAPPING.replace("Counter", "Counter again"))
    assert len(customers.consents(shop, "customer:18").ledger) == 2
