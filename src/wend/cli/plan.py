"""`wend plan`: what events are expected, and where those that came differ."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wend.cli.speech import as_json, in_workspace, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wend.collect.model_plan import CountedFinding, ExpectedEvent
    from wend.workspaces.facade import Workspace

_SHOWN = 40


@click.group(invoke_without_command=True, help=said("cli.plan.help"))
@in_workspace
@as_json
@click.pass_context
def plan(ctx: click.Context, data: Path | None, workspace: str | None, json_: bool) -> None:
    """Without a subcommand: show the plan."""
    if ctx.invoked_subcommand is None:
        _show(_opened(data, workspace), json_=json_)


@plan.command(help=said("plan.cli.show.help"))
@in_workspace
@as_json
def show(data: Path | None, workspace: str | None, json_: bool) -> None:
    """The plan and what differs from it."""
    _show(_opened(data, workspace), json_=json_)


@plan.command(help=said("plan.cli.propose.help"))
@in_workspace
@as_json
@click.option("--out", type=click.Path(path_type=Path), help=said("plan.cli.option.out"))
def propose(data: Path | None, workspace: str | None, json_: bool, out: Path | None) -> None:
    """Draft a plan from the log."""
    from wend.collect import facade as collect

    found = collect.plan.propose(_opened(data, workspace))
    if out is not None:
        out.write_text(collect.plan.written(found), encoding="utf-8")
        click.echo(said("plan.cli.written", file=str(out), events=len(found)), err=True)
    _print(found, (), json_=json_)


@plan.command(help=said("plan.cli.load.help"))
@click.argument("file", type=click.Path(path_type=Path))
@in_workspace
@as_json
def load(file: Path, data: Path | None, workspace: str | None, json_: bool) -> None:
    """Make a file the whole plan."""
    from wend.collect import facade as collect

    if not file.is_file():
        raise collect.errors.FileMissing(file=file.name)
    events = collect.plan.parse(file.read_text(encoding="utf-8-sig", errors="replace"))
    loaded = collect.plan.load(_opened(data, workspace), events)
    if json_:
        _print(loaded.events, (), json_=True)
    else:
        click.echo(said("plan.cli.loaded", events=len(loaded.events)))


@plan.command(help=said("plan.cli.check.help"))
@in_workspace
@as_json
def check(data: Path | None, workspace: str | None, json_: bool) -> None:
    """Hold the whole log against the plan."""
    from wend.collect import facade as collect

    done = collect.plan.check(_opened(data, workspace))
    if json_:
        click.echo(json.dumps(asdict(done), ensure_ascii=False, indent=2))
        return
    violations = sum(each.count for each in done.findings)
    places = {"events": f"{done.events:,}", "planned": f"{done.planned:,}", "violations": f"{violations:,}"}
    click.echo(said("plan.cli.checked", **places))
    _print_findings(done.findings)


def _opened(data: Path | None, workspace: str | None) -> Workspace:
    from wend.bootstrap import open_workspace, settings_from_environment

    return open_workspace(settings_from_environment(data, workspace))


def _show(opened: Workspace, *, json_: bool) -> None:
    from wend.collect import facade as collect

    events = collect.plan.plan(opened).events
    if not events and not json_:
        click.echo(said("plan.cli.none"))
        return
    _print(events, collect.plan.counted(opened) if events else (), json_=json_)


def _print(events: Sequence[ExpectedEvent], found: Sequence[CountedFinding], *, json_: bool) -> None:
    from wend.collect import facade as collect

    if json_:
        whole = {"events": [asdict(each) for each in events], "findings": [asdict(each) for each in found]}
        click.echo(json.dumps(whole, ensure_ascii=False, indent=2))
        return
    click.echo(collect.plan.written(events))
    _print_findings(found)


def _print_findings(found: Sequence[CountedFinding]) -> None:
    from wend.cli.tables import plain

    for each in found[:_SHOWN]:
        sentence = said(f"plan.problem.{each.problem}", property=each.property)
        last = datetime.fromtimestamp(each.last_at, UTC).date().isoformat()
        click.echo(plain(f"{each.count:>12,}  {each.event}  {sentence}  ({last})"))
    if len(found) > _SHOWN:
        click.echo(said("plan.cli.more", findings=f"{len(found) - _SHOWN:,}"))
