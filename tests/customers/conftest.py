"""Three people of a small shop, known by number, e-mail and phone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from wend.bootstrap import open_workspace
from wend.collect import facade as collect
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.workspaces.facade import Workspace

LOG = """\
customer,email,phone,event,time,channel,name,province,stars,amount
17,Lan.Nguyen@Shop.vn,,product.viewed,2026-01-01T08:00:00Z,web,Nguyễn Thị Lan,Hà Nội,,
17,,0903 718 264,order.placed,2026-01-01T08:10:00Z,web,,,,1250000
,lan.nguyen@shop.vn,,order.delivered,2026-01-05T10:00:00Z,delivery,,,,
,,+84903718264,order.rated,2026-01-06T10:00:00Z,email,,,5,
18,,,product.viewed,2026-04-01T08:00:00Z,app,Đỗ Đức Anh,Nghệ An,,
,,0987150432,product.viewed,2026-06-01T08:00:00Z,app,Trần Lan Chi,Huế,,
"""
MAPPING = """
name = "Small shop"
match = "log.csv"
currency = "VND"
country = "VN"
[customer]
customer = "customer"
email = "email"
phone = "phone"
[[event]]
name = { column = "event" }
time = "time"
channel = { column = "channel" }
amount = "amount"
rating = { column = "stars", scale = "stars5" }
[traits]
name = "name"
province = "province"
"""
MANY = 25


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The imported shop, and one customer with a long life; tests only read from it."""
    folder = tmp_path_factory.mktemp("customers")
    workspace = open_workspace(
        Settings(data=folder / "data"), FixedClock(datetime(2026, 7, 1, 12, tzinfo=UTC)), CountingIds()
    )
    log = folder / "log.csv"
    busy = "".join(f"busy,,,visit.{i},2026-05-01T10:{i:02}:00Z,store,,,,\n" for i in range(MANY))
    log.write_text(LOG + busy, encoding="utf-8")
    done = collect.import_files(workspace, [log], collect.parse_mappings(MAPPING))
    assert (done.events, done.bad, done.unnamed) == (6 + MANY, 0, 0)
    return workspace
