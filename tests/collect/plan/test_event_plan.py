"""A plan kept, drafted, and held against a log: no violation is ever a reason to lose an event."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.collect.conftest import Write, bring_in, events_of
from wend.cli import wend
from wend.collect import facade as collect
from wend.collect.model_plan import OTHERS, ExpectedEvent, ExpectedProperty, Finding, Seen
from wend.collect.plan import repository
from wend.workspaces.facade import Workspace

ROWS = """customer,event,time,total,status
1,order.placed,2026-06-01T08:00:00Z,100,new
2,order.placed,2026-06-02T08:00:00Z,ten,paid
3,order.placed,2026-06-03T08:00:00Z,,lost
4,order.refunded,2026-06-04T08:00:00Z,100,
"""
TOML = """
[event."order.placed"]
owner = "Sales"
description = { en = "Somebody buys", vi = "Có người mua" }

[event."order.placed".properties]
total = { type = "money", required = true }
status = { type = "text", allowed = ["new", "paid"] }
"""


@pytest.fixture
def planned(workspace: Workspace, write: Write) -> Workspace:
    bring_in(workspace, write(ROWS))
    collect.plan.load(workspace, collect.plan.parse(TOML))
    return workspace


def test_a_check_counts_every_difference_and_drops_nothing(planned: Workspace) -> None:
    done = collect.plan.check(planned)
    assert (done.events, done.planned) == (4, 3)
    assert {(f.event, f.property, f.problem, f.count) for f in done.findings} == {
        ("order.placed", "total", "wrong_type", 1),
        ("order.placed", "total", "missing", 1),
        ("order.placed", "status", "not_allowed", 1),
        ("order.refunded", "", "unplanned_event", 1),
    }
    assert len(events_of(planned)) == 4
    assert collect.plan.check(planned) == done  # counted anew, not on top


def test_a_draft_of_the_log_fits_the_log(workspace: Workspace, write: Write) -> None:
    bring_in(workspace, write(ROWS))
    collect.plan.load(workspace, collect.plan.propose(workspace))
    assert collect.plan.check(workspace).findings == ()


def test_the_plan_at_hand_follows_changes(workspace: Workspace) -> None:
    hand = collect.plan.PlanAtHand()
    with workspace.store.reading(workspace.name) as reading:
        assert hand.read(reading).events == ()
    collect.plan.expect(workspace, ExpectedEvent("a", (ExpectedProperty("x", "integer"),)))
    with workspace.store.reading(workspace.name) as reading:
        plan = hand.read(reading)
        assert "a" in plan
        assert hand.read(reading) is plan
    collect.plan.unexpect(workspace, "a")
    with workspace.store.reading(workspace.name) as reading:
        assert hand.read(reading).events == ()


def test_counts_grow_and_keep_first_and_last(workspace: Workspace) -> None:
    finding = Finding("a", "x", "missing")
    for at in (50, 20, 90):
        with workspace.store.work(workspace.name) as work:
            collect.plan.note(work, {finding: Seen(2, at, at)})
    (found,) = collect.plan.counted(workspace)
    assert (found.count, found.first_at, found.last_at) == (6, 20, 90)


def test_invented_names_cannot_fill_the_store(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repository, "MOST_DIFFERENT", 10)
    for start in (0, 25):
        named = {Finding(f"e{n}", "", "unplanned_event"): Seen(1, n, n) for n in range(start, start + 25)}
        with workspace.store.work(workspace.name) as work:
            collect.plan.note(work, named)
    found = collect.plan.counted(workspace)
    assert len(found) == 11
    assert sum(each.count for each in found) == 50
    assert (found[0].event, found[0].count) == (OTHERS, 40)


@pytest.mark.parametrize(
    ("toml", "error"),
    [
        ("[", collect.plan.PlanUnreadable),
        ("[events]", collect.plan.UnknownPlanKey),
        ('[event.a]\nproperties = { x = { typ = "text" } }', collect.plan.UnknownPlanKey),
        ('[event.a]\nproperties = { x = "colour" }', collect.plan.BadPlanValue),
        ('[event.a]\nproperties = { x = { required = "yes" } }', collect.plan.BadPlanValue),
        ('[event."$identify"]', collect.plan.BadPlanValue),
        ("[event]\na = 1", collect.plan.BadPlanValue),
    ],
)
def test_slips_in_a_plan_are_named(toml: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        collect.plan.parse(toml)


def test_the_terminal_goes_the_whole_way(workspace: Workspace, write: Write, data_dir: Path, tmp_path: Path) -> None:
    bring_in(workspace, write(ROWS))
    here, file = ["--data", str(data_dir)], tmp_path / "plan.toml"
    run = CliRunner().invoke
    assert run(wend, ["plan", "propose", *here, "--out", str(file)]).exit_code == 0
    file.write_text(TOML, encoding="utf-8")
    assert run(wend, ["plan", "load", str(file), *here]).exit_code == 0
    checked = json.loads(run(wend, ["plan", "check", *here, "--json"]).output)
    assert (checked["events"], len(checked["findings"])) == (4, 4)
    shown = run(wend, ["plan", "show", *here]).output
    assert 'owner = "Sales"' in shown
    assert "order.refunded" in shown
