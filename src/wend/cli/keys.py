"""`wend keys`: the keys with which programs send events and use the API."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.table import Table
from rich.text import Text

from wend.cli.speech import as_json, in_workspace, said
from wend.cli.tables import console, plain
from wend.kit.clock import from_epoch

if TYPE_CHECKING:
    from wend.workspaces.facade import Key, KeyKind, NewKey, Workspace

TERMINAL = "terminal"
"""Who acts, in the audit log."""
_USUAL_SOURCE = {"write": "web", "secret": "server"}
_SENDS = "collect:protected"
_HOURS = 24 * 7


@click.group(help=said("cli.keys.help"))
def keys() -> None:
    """Keys of programs."""


@keys.command(help=said("keys.cli.create.help"))
@in_workspace
@as_json
@click.option("--kind", type=click.Choice(["write", "secret"]), default="write", help=said("keys.cli.option.kind"))
@click.option("--name", help=said("keys.cli.option.name"))
@click.option("--source", help=said("keys.cli.option.source"))
@click.option("--scope", "scopes", multiple=True, help=said("keys.cli.option.scope"))
@click.option("--days", type=click.IntRange(1, 3660), help=said("keys.cli.option.days"))
def create(
    data: Path | None,
    workspace: str | None,
    kind: KeyKind,
    name: str | None,
    source: str | None,
    scopes: tuple[str, ...],
    days: int | None,
    *,
    json_: bool,
) -> None:
    """Make a key and print it this once."""
    from wend.workspaces.facade import create_key

    here = _opened(data, workspace)
    granted = [scope for each in scopes for scope in each.replace(",", " ").split()]
    if kind == "write" or _SENDS in granted:
        from wend.collect.facade import ensure_source

        source = ensure_source(here, source or _USUAL_SOURCE[kind], who=TERMINAL).key
    life = None if days is None else timedelta(days=days)
    new = create_key(here, kind, name or source or kind, source, granted, life=life, who=TERMINAL)
    _print_new(new, said("keys.cli.created", id=new.id, kind=said(f"keys.kind.{kind}")), json_=json_)


@keys.command("list", help=said("keys.cli.list.help"))
@in_workspace
@as_json
def list_(data: Path | None, workspace: str | None, *, json_: bool) -> None:
    """Print every key but its text."""
    from wend.workspaces import facade

    here = _opened(data, workspace)
    found = facade.keys(here)
    shown = [_row(key) for key in found]
    if json_:
        click.echo(json.dumps({"keys": shown}, ensure_ascii=False, indent=2))
        return
    if not shown:
        click.echo(said("keys.cli.none"))
        return
    columns = ("id", "kind", "name", "source", "scopes", "state", "created_at", "used_at")
    table = Table(*(said(f"keys.column.{column}") for column in columns), box=None, header_style="bold", pad_edge=False)
    for row, key in zip(shown, found, strict=True):
        words = {**row, "kind": said(f"keys.kind.{key.kind}"), "scopes": " ".join(key.scopes), "state": _said(key)}
        table.add_row(*(Text(plain(str(words[column] or "–"))) for column in columns))
    console().print(table)


@keys.command(help=said("keys.cli.rotate.help"))
@in_workspace
@as_json
@click.option("--keep-hours", type=click.IntRange(0, 24 * 366), default=_HOURS, help=said("keys.cli.option.keep"))
@click.argument("key")
def rotate(data: Path | None, workspace: str | None, keep_hours: int, key: str, *, json_: bool) -> None:
    """Make a successor."""
    from wend.workspaces import facade

    here = _opened(data, workspace)
    new = facade.rotate_key(here, key, keep=timedelta(hours=keep_hours), who=TERMINAL)
    until = next(each.expires_at for each in facade.keys(here) if each.id == key)
    _print_new(new, said("keys.cli.rotated", id=new.id, old=key, until=_moment(until)), json_=json_)


@keys.command(help=said("keys.cli.revoke.help"))
@in_workspace
@as_json
@click.argument("key")
def revoke(data: Path | None, workspace: str | None, key: str, *, json_: bool) -> None:
    """End a key."""
    from wend.workspaces.facade import revoke_key

    ended = revoke_key(_opened(data, workspace), key, who=TERMINAL)
    if json_:
        click.echo(json.dumps({"id": ended.id, "revoked_at": _moment(ended.revoked_at)}))
        return
    click.echo(said("keys.cli.revoked", id=ended.id))


def _opened(data: Path | None, workspace: str | None) -> Workspace:
    from wend.bootstrap import open_workspace, settings_from_environment

    return open_workspace(settings_from_environment(data, workspace))


def _print_new(new: NewKey, sentence: str, *, json_: bool) -> None:
    if json_:
        shown = {"id": new.id, "key": new.key, "kind": new.kind, "name": new.name}
        click.echo(json.dumps({**shown, "source": new.source, "scopes": new.scopes}, ensure_ascii=False))
        return
    click.echo(sentence, err=True)
    click.echo(new.key)


def _row(key: Key) -> dict[str, object]:
    return {
        "id": key.id,
        "kind": key.kind,
        "name": key.name,
        "source": key.source,
        "scopes": list(key.scopes),
        "state": key.state,
        "created_at": _moment(key.created_at),
        "expires_at": _moment(key.expires_at),
        "used_at": _moment(key.used_at),
        "revoked_at": _moment(key.revoked_at),
    }


def _said(key: Key) -> str:
    until = _moment(key.revoked_at if key.state == "revoked" else key.expires_at)
    return said(f"keys.state.{key.state}", until=until)


def _moment(seconds: int | None) -> str | None:
    return None if seconds is None else from_epoch(seconds).strftime("%Y-%m-%dT%H:%M:%SZ")
