"""`wend board`: dashboards of saved questions, at the terminal, and links to them."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wend.cli.alerting import make_alert, takes_alert
from wend.cli.links import day, tell as tell_links, tell_made
from wend.cli.speech import as_json, in_workspace, said

if TYPE_CHECKING:
    from wend.workspaces.facade import Workspace

WHO = "terminal"


@click.group(help=said("cli.board.help"))
def board() -> None:
    """Saved questions, dashboards, links."""


@board.command("questions", help=said("boards.cli.questions.help"))
@in_workspace
@as_json
def questions(data: Path | None, workspace: str | None, *, json_: bool) -> None:
    """List the saved questions."""
    from wend.boards import facade as boards

    found = boards.saved_questions(_opened(data, workspace))
    if json_:
        _json([asdict(each) for each in found])
        return
    for each in found:
        told = {"name": each.name, "question": each.asked.question, "version": each.version, "at": day(each.at)}
        click.echo(said("boards.cli.question", **told))
    if not found:
        click.echo(said("boards.cli.no_questions"))


@board.command("forget", help=said("boards.cli.forget.help"))
@in_workspace
@click.argument("name")
def forget(data: Path | None, workspace: str | None, name: str) -> None:
    """Remove a saved question."""
    from wend.boards import facade as boards

    boards.remove_saved(_opened(data, workspace), name, WHO)
    click.echo(said("boards.cli.forgotten", name=name))


@board.command("list", help=said("boards.cli.list.help"))
@in_workspace
@as_json
def list_(data: Path | None, workspace: str | None, *, json_: bool) -> None:
    """List the dashboards."""
    from wend.boards import facade as boards

    found = boards.dashboards(_opened(data, workspace))
    if json_:
        _json([asdict(each) for each in found])
        return
    for each in found:
        click.echo(said("boards.cli.board", name=each.name, tiles=len(each.tiles), at=day(each.at)))
    if not found:
        click.echo(said("boards.cli.no_boards"))


@board.command("new", help=said("boards.cli.new.help"))
@in_workspace
@click.argument("name")
def new(data: Path | None, workspace: str | None, name: str) -> None:
    """Make a dashboard."""
    from wend.boards import facade as boards

    made = boards.create(_opened(data, workspace), name, (), WHO)
    click.echo(said("boards.cli.made", name=made.name))


@board.command("add", help=said("boards.cli.add.help"))
@in_workspace
@click.argument("name")
@click.argument("saved")
def add(data: Path | None, workspace: str | None, name: str, saved: str) -> None:
    """Put a saved question on a dashboard."""
    from wend.boards import facade as boards

    done = boards.add_question(_opened(data, workspace), name, saved, WHO)
    click.echo(said("boards.cli.added", name=done.name, tiles=len(done.tiles)))


@board.command("show", help=said("boards.cli.show.help"))
@in_workspace
@as_json
@click.argument("name")
def show(data: Path | None, workspace: str | None, name: str, *, json_: bool) -> None:
    """Ask every question of a dashboard, in reading order."""
    from wend.boards import facade as boards
    from wend.cli.ask import tell

    here = _opened(data, workspace)
    tiles = sorted(boards.dashboard(here, name).tiles, key=lambda tile: (tile.y, tile.x))
    shown = [(tile, boards.saved(here, tile.question) if tile.question else None) for tile in tiles]
    if json_:
        _json([{"name": q.name, "answer": boards.answer(here, q.asked).to_json()} for _, q in shown if q])
        return
    for tile, question in shown:
        click.echo()
        click.echo(f"— {question.name if question else tile.text}")
        if question:
            tell(boards.answer(here, question.asked), None, json_=False)


@board.command("remove", help=said("boards.cli.remove.help"))
@in_workspace
@click.argument("name")
def remove(data: Path | None, workspace: str | None, name: str) -> None:
    """Remove a dashboard."""
    from wend.boards import facade as boards

    boards.remove_dashboard(_opened(data, workspace), name, WHO)
    click.echo(said("boards.cli.removed", name=name))


@board.command("share", help=said("boards.cli.share.help"))
@in_workspace
@click.option("--days", type=int, default=30, show_default=True, help=said("boards.cli.option.days"))
@click.argument("name")
def share(data: Path | None, workspace: str | None, days: int, name: str) -> None:
    """Make a read-only link."""
    from wend.boards import facade as boards

    here = _opened(data, workspace)
    tell_made(here, boards.share(here, name, days, WHO), "/shared", "boards.cli.ends")


@board.command("links", help=said("boards.cli.links.help"))
@in_workspace
@click.option("--revoke", help=said("boards.cli.option.revoke"))
@click.argument("name")
def links(data: Path | None, workspace: str | None, revoke: str | None, name: str) -> None:
    """List the links to a dashboard, or end one."""
    from wend.boards import facade as boards

    here = _opened(data, workspace)
    if revoke is not None:
        boards.revoke(here, revoke, WHO)
    tell_links(boards.shares(here, name))


@board.command("alerts", help=said("boards_alerts.cli.alerts.help"))
@in_workspace
@as_json
@click.option("--check", "check", is_flag=True, help=said("boards_alerts.cli.option.check"))
def alerts(data: Path | None, workspace: str | None, *, json_: bool, check: bool) -> None:
    """List the alerts and where their numbers stand."""
    from wend.boards import facade as boards

    here = _opened(data, workspace)
    found = [boards.check_alert(here, each.id) if check else each for each in boards.alerts(here)]
    if json_:
        _json([asdict(each) for each in found])
        return
    for each in found:
        places = {"name": each.name, "state": said(f"boards_alerts.state.{each.state}"), "id": each.id}
        click.echo(said("boards_alerts.cli.alert", value="–" if each.value is None else f"{each.value:g}", **places))
    if not found:
        click.echo(said("boards_alerts.cli.none"))


@board.command("watch", help=said("boards_alerts.cli.watch.help"))
@in_workspace
@click.option("--column", required=True, help=said("boards_alerts.cli.option.column"))
@click.option("--row", "row", multiple=True, help=said("boards_alerts.cli.option.row"))
@takes_alert
@click.argument("saved")
@click.argument("name")
def watch(data: Path | None, workspace: str | None, saved: str, name: str, **given: Any) -> None:
    """Watch a number of a saved question; without bounds, its usual range."""
    row = {key: value for key, _, value in (each.partition("=") for each in given["row"])}
    make_alert(_opened(data, workspace), name, (given["column"], row), given, WHO, saved=saved)


@board.command("unwatch", help=said("boards_alerts.cli.unwatch.help"))
@in_workspace
@click.argument("alert")
def unwatch(data: Path | None, workspace: str | None, alert: str) -> None:
    """Take an alert away."""
    from wend.boards import facade as boards

    boards.remove_alert(_opened(data, workspace), alert, WHO)
    click.echo(said("boards_alerts.cli.removed", id=alert))


def _opened(data: Path | None, workspace: str | None) -> Workspace:
    from wend.bootstrap import open_workspace, settings_from_environment

    return open_workspace(settings_from_environment(data, workspace))


def _json(found: object) -> None:
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))
