"""`wend sources`: what sends events, how much of it arrives, and the code that points a program at Wend."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.table import Table
from rich.text import Text

from wend.cli.keys import TERMINAL
from wend.cli.speech import as_json, in_workspace, language, said
from wend.cli.tables import console, plain
from wend.kit.clock import from_epoch

if TYPE_CHECKING:
    from wend.collect.model_sources import SourceLine, SourceState
    from wend.workspaces.facade import Workspace

_PLATFORMS = ("browser", "python", "node", "curl")


@click.group(invoke_without_command=True, help=said("cli.sources.help"))
@in_workspace
@as_json
@click.pass_context
def sources(ctx: click.Context, data: Path | None, workspace: str | None, *, json_: bool) -> None:
    """Without a subcommand: list the sources."""
    if ctx.invoked_subcommand is None:
        _list(_opened(data, workspace), json_=json_)


@sources.command(help=said("sources.cli.add.help"))
@in_workspace
@as_json
@click.option("--channel", default="", help=said("sources.cli.option.channel"))
@click.option("--currency", default="", help=said("sources.cli.option.currency"))
@click.option("--country", default="", help=said("sources.cli.option.country"))
@click.option("--origin", "origins", multiple=True, help=said("sources.cli.option.origin"))
@click.argument("name")
def add(
    data: Path | None,
    workspace: str | None,
    channel: str,
    currency: str,
    country: str,
    origins: tuple[str, ...],
    name: str,
    *,
    json_: bool,
) -> None:
    """Add a source over HTTP."""
    from wend.collect import facade

    document = {"channel": channel, "currency": currency, "country": country, "origins": list(origins)}
    source = facade.add_source(_opened(data, workspace), "http", name, document, who=TERMINAL)
    if json_:
        click.echo(json.dumps({"source": source.key, "name": source.name}, ensure_ascii=False))
        return
    click.echo(said("sources.cli.added", source=source.key))


@sources.command(help=said("sources.cli.show.help"))
@in_workspace
@as_json
@click.argument("source")
def show(data: Path | None, workspace: str | None, source: str, *, json_: bool) -> None:
    """Print one source."""
    from wend.collect import facade

    page = facade.source_page(_opened(data, workspace), source, "")
    if json_:
        whole = asdict(page)
        del whole["snippets"]
        click.echo(json.dumps(whole, ensure_ascii=False, indent=2))
        return
    _print([page.source])
    live = sum(key.state in ("live", "ending") for key in page.keys)
    click.echo(said("sources.cli.keys", live=live, ended=len(page.keys) - live))
    for each in page.complaints:
        sentence, following = each.said.in_(language()), each.next.in_(language())
        said_ = said("sources.cli.complaint", events=f"{each.events:,}", reason=sentence, next=following)
        click.echo(plain(said_))


@sources.command(help=said("sources.cli.change.help"))
@in_workspace
@click.option("--name", help=said("sources.cli.option.name"))
@click.option("--state", type=click.Choice(["on", "off"]), help=said("sources.cli.option.state"))
@click.argument("source")
def change(data: Path | None, workspace: str | None, name: str | None, state: SourceState | None, source: str) -> None:
    """Rename a source, or turn it on or off."""
    from wend.collect import facade

    facade.change_source(_opened(data, workspace), source, name=name, state=state, who=TERMINAL)
    click.echo(said("sources.cli.changed", source=source))


@sources.command(help=said("sources.cli.snippet.help"))
@click.option("--platform", type=click.Choice(_PLATFORMS), default="browser", help=said("sources.cli.option.platform"))
@click.option("--key", default="", help=said("sources.cli.option.key"))
@click.option("--url", help=said("sources.cli.option.base"))
def snippet(platform: str, key: str, url: str | None) -> None:
    """Print code to paste."""
    from wend.bootstrap import settings_from_environment
    from wend.collect import facade

    settings = settings_from_environment()
    base = url or settings.public_url or f"http://{settings.host}:{settings.port}"
    [code] = [each for each in facade.snippets(base, settings.browser_library, key) if each.platform == platform]
    click.echo(code.code.in_(language()), nl=False)


def _list(here: Workspace, *, json_: bool) -> None:
    from wend.collect import facade

    found = facade.sources(here)
    if json_:
        click.echo(json.dumps({"sources": [asdict(each) for each in found]}, ensure_ascii=False, indent=2))
    elif found:
        _print(found)
    else:
        click.echo(said("sources.cli.none"))


def _print(found: tuple[SourceLine, ...] | list[SourceLine]) -> None:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in ("source", "name", "kind", "state"):
        table.add_column(said(f"sources.column.{column}"))
    for column in ("accepted", "repeated", "quarantined", "refused"):
        table.add_column(said(f"sources.column.{column}"), justify="right")
    table.add_column(said("sources.column.last_at"))
    for each in found:
        last = "–" if each.last_at is None else from_epoch(each.last_at).strftime("%Y-%m-%d %H:%M:%S")
        words = (each.key, each.name, said(f"sources.kind.{each.kind}"), said(f"sources.state.{each.state}"))
        numbers = (each.day.accepted, each.day.repeated, each.day.quarantined, each.day.refused)
        table.add_row(*(Text(plain(word)) for word in words), *(f"{number:,}" for number in numbers), last)
    console().print(table)


def _opened(data: Path | None, workspace: str | None) -> Workspace:
    from wend.bootstrap import open_workspace, settings_from_environment

    return open_workspace(settings_from_environment(data, workspace))
