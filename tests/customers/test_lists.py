"""Lists of customers: filters, orders, accounts, and people whose identifiers disagree."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from tests.customers.living import happens, says
from wend.bootstrap import open_workspace
from wend.customers import facade as customers
from wend.customers.facade import ListFilter
from wend.customers.scanning import narrow, signatures
from wend.kit.clock import FixedClock, epoch_seconds
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.store.facade import tables
from wend.workspaces.facade import Workspace

DAY = 86_400


@pytest.fixture
def here(data_dir: Path, clock: FixedClock) -> Workspace:
    workspace = open_workspace(Settings(data=data_dir, buckets=4), clock, CountingIds())
    happens(workspace, "customer:1", "page.viewed", ago_s=300 * DAY)
    happens(workspace, "customer:2", "order.placed", ago_s=90 * DAY, channel="shop", amount=5)
    happens(workspace, "customer:3", "page.viewed", ago_s=2 * DAY)
    happens(workspace, "customer:3", "order.placed", ago_s=DAY, amount=5)
    says(workspace, "customer:3", name="Ánh", city="Huế")
    says(workspace, "customer:2", name="Bình", city="Huế")
    happens(workspace, "email:lan@x.vn", "page.viewed", same_as="customer:3", ago_s=60)
    says(workspace, "email:lan@x.vn", city="Vinh", ago_s=3 * DAY)
    workspace.log.journal()
    return workspace


def found(here: Workspace, **wanted: object) -> list[str]:
    page = customers.search(here, wanted=ListFilter(**wanted))  # type: ignore[arg-type]
    assert page.total == len(page.rows)
    return [row.customer.removeprefix("customer:") for row in page.rows]


def test_filters(here: Workspace, clock: FixedClock) -> None:
    now = epoch_seconds(clock.now())
    assert found(here) == ["3", "2", "1"]
    assert found(here, channels=("shop",)) == ["2"]
    assert found(here, traits=(("city", "Huế"),)) == ["3", "2"]
    assert found(here, traits=(("city", "Huế"), ("city", "Vinh"), ("name", "Bình"))) == ["2"]
    assert found(here, traits=(("shoe", "42"),)) == []
    assert found(here, seen_from=now - 100 * DAY, seen_to=now - 10 * DAY) == ["2"]
    assert found(here, has_conflict=True) == ["3"]
    assert found(here, states=("active",)) == ["3"]
    assert sorted(found(here, states=("slowing", "left"))) == ["1", "2"]


def test_stages_are_those_of_the_profile(here: Workspace) -> None:
    stages = {row.customer: row.stage for row in customers.search(here).rows}
    assert stages == {who: customers.profile(here, who).stage for who in stages}
    for stage in set(stages.values()):
        wanted = sorted(who.removeprefix("customer:") for who, each in stages.items() if each == stage)
        assert sorted(found(here, stages=(stage,))) == wanted


def test_marks(here: Workspace) -> None:
    customers.flag(here, "customer:2", "bot", "minh")
    assert (found(here, flag="real"), found(here, flag="flagged"), found(here, flag="bot")) == (
        ["3", "1"],
        ["2"],
        ["2"],
    )
    assert found(here, flag="staff") == []


def test_orders(here: Workspace) -> None:
    def ordered(sort: str) -> list[str]:
        return [row.customer[-1] for row in customers.search(here, sort=sort).rows]  # type: ignore[arg-type]

    assert (ordered("first_seen"), ordered("events"), ordered("name")) == (
        ["3", "2", "1"],
        ["3", "2", "1"],
        ["3", "2", "1"],
    )


def test_accounts(here: Workspace) -> None:
    with here.store.work(here.name) as work:
        account = {"account": "cty-7", "traits": json.dumps({"name": ["Công ty Sao", 1]}), "source": "crm"}
        work.add(tables.accounts, [{**account, "first_at": 1_000_000, "last_at": 9_000_000}])
        joined = [("email:lan@x.vn", 3), ("customer:3", 5), ("customer:1", 7)]
        work.add(
            tables.account_members,
            [{"account": "cty-7", "identifier": who, "source": "crm", "at": at * 1_000_000} for who, at in joined],
        )
    [line] = customers.accounts(here, "sao").rows
    assert (line.account, line.label) == ("cty-7", "Công ty Sao")
    assert customers.accounts(here, "no%such").rows == ()
    page = customers.account(here, "cty-7", limit=1)
    assert (page.people, page.next_offset) == (2, 1)
    assert [(m.customer, m.label, m.identifier, m.since) for m in page.members] == [
        ("customer:3", "Ánh", "email:lan@x.vn", 3)
    ]
    assert [each.label for each in customers.profile(here, "customer:3").accounts] == ["Công ty Sao"]
    assert found(here, account="cty-7") == ["3", "1"]
    with pytest.raises(customers.UnknownAccount):
        customers.account(here, "cty-8")


texts = st.lists(st.text("abcă \n", max_size=8), max_size=30)


@settings(max_examples=60)
@given(texts, st.text("abcă ", max_size=4), st.integers(1, 3))
def test_the_scan_finds_what_python_finds(held: list[str], piece: str, threads: int) -> None:
    raw = [text.encode() for text in held]
    bounds = np.cumsum([0, *map(len, raw)]).astype(np.int64)
    data = np.frombuffer(b"".join(raw) + b"\0", np.uint8)
    out = np.ones(len(held), np.bool_)
    narrow(data, bounds, signatures(data, bounds), piece, out, threads)
    assert out.tolist() == [piece in text for text in held]
