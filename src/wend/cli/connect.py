"""`wend connect`: tables and files of other systems, read again and again."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wend.cli.speech import as_json, in_workspace, said

if TYPE_CHECKING:
    from wend.collect.model_connectors import ConnectorSettings
    from wend.workspaces.facade import Workspace


@click.group(help=said("cli.connect.help"))
def connect() -> None:
    """Commands about connectors."""


@connect.command(help=said("connectors.cli.add.help"))
@click.argument("name")
@in_workspace
@as_json
@click.option("--url", default="", help=said("connectors.cli.option.url"))
@click.option("--csv", default="", help=said("connectors.cli.option.csv"))
@click.option("--table", default="", help=said("connectors.cli.option.table"))
@click.option("--schema", default="", help=said("connectors.cli.option.schema"))
@click.option("--cursor", default="", help=said("connectors.cli.option.cursor"))
@click.option("--key", "keys", multiple=True, help=said("connectors.cli.option.key"))
@click.option("--mapping", required=True, type=click.Path(path_type=Path), help=said("connectors.cli.option.mapping"))
@click.option("--every", type=int, default=3_600, help=said("connectors.cli.option.every"))
def add(
    name: str,
    data: Path | None,
    workspace: str | None,
    json_: bool,
    url: str,
    csv: str,
    table: str,
    schema: str,
    cursor: str,
    keys: tuple[str, ...],
    mapping: Path,
    every: int,
) -> None:
    """Add a connector."""
    from wend.collect import facade as collect

    if not mapping.is_file():
        raise collect.errors.FileMissing(file=mapping.name)
    toml = mapping.read_text(encoding="utf-8-sig", errors="replace")
    opened = _opened(data, workspace)
    if csv:
        made = collect.connectors.add_csv(opened, name, csv, toml, every_s=every)
    else:
        address = click.prompt(said("connectors.cli.ask_url"), hide_input=True) if url == "-" else url
        made = collect.connectors.add_database(
            opened, name, address, table, toml, keys=keys, cursor=cursor, schema=schema, every_s=every
        )
    if json_:
        click.echo(json.dumps(_shown(made), ensure_ascii=False, indent=2))
    else:
        click.echo(said("connectors.cli.added", source=made.source, every=made.every_s))


@connect.command(help=said("hooks.cli.add.help"))
@click.argument("name")
@in_workspace
@as_json
@click.option("--preset", default="", help=said("hooks.cli.option.preset"))
@click.option("--mapping", type=click.Path(path_type=Path), help=said("connectors.cli.option.mapping"))
@click.option("--secret", default="", help=said("hooks.cli.option.secret"))
@click.option("--signature", "settings", multiple=True, help=said("hooks.cli.option.signature"))
@click.option("--unsigned", is_flag=True, help=said("hooks.cli.option.unsigned"))
def hook(
    name: str,
    data: Path | None,
    workspace: str | None,
    json_: bool,
    preset: str,
    mapping: Path | None,
    secret: str,
    settings: tuple[str, ...],
    unsigned: bool,
) -> None:
    """Add a webhook."""
    from wend.collect import facade as collect

    if mapping is not None and not mapping.is_file():
        raise collect.errors.FileMissing(file=mapping.name)
    toml = "" if mapping is None else mapping.read_text(encoding="utf-8-sig", errors="replace")
    if secret == "-":  # noqa: S105  # a sign, not a secret
        secret = click.prompt(said("hooks.cli.ask_secret"), hide_input=True)
    pairs: dict[str, object] = {}
    for each in settings:
        key, _, value = each.partition("=")
        pairs[key] = int(value) if key == "tolerance_s" and value.isdecimal() else value
    made = collect.hooks.add(_opened(data, workspace), name, toml, secret, pairs, preset=preset, unsigned=unsigned)
    if json_:
        click.echo(json.dumps(asdict(made), ensure_ascii=False, indent=2))
    else:
        click.echo(said("hooks.cli.added", path=made.path))


@connect.command(help=said("connectors.cli.run.help"))
@click.argument("source")
@in_workspace
@as_json
def run(source: str, data: Path | None, workspace: str | None, json_: bool) -> None:
    """Read what is new."""
    from wend.collect import facade as collect

    ran = collect.connectors.run(_opened(data, workspace), source)
    if json_:
        click.echo(json.dumps(asdict(ran), ensure_ascii=False, indent=2))
    elif ran.unchanged:
        click.echo(said("connectors.cli.unchanged", source=source))
    else:
        numbers = {name: f"{getattr(ran, name):,}" for name in ("rows", "events", "repeated", "bad")}
        click.echo(said("connectors.cli.ran", source=source, **numbers))


@connect.command(help=said("connectors.cli.replay.help"))
@click.argument("source")
@in_workspace
def replay(source: str, data: Path | None, workspace: str | None) -> None:
    """Try rows in quarantine again."""
    from wend.collect import facade as collect

    done = collect.replay(_opened(data, workspace), (), f"source:{source}")
    numbers = {"rows": f"{done.rows:,}", "events": f"{done.events:,}", "bad": f"{done.still_bad:,}"}
    click.echo(said("connectors.cli.replayed", source=source, **numbers))


@connect.command("list", help=said("connectors.cli.list.help"))
@in_workspace
@as_json
def list_(data: Path | None, workspace: str | None, json_: bool) -> None:
    """All connectors."""
    from wend.cli.tables import plain
    from wend.collect import facade as collect

    opened = _opened(data, workspace)
    found = collect.connectors.listed(opened)
    if json_:
        both = {
            "connectors": [_shown(each) for each in found],
            "hooks": [asdict(h) for h in collect.hooks.listed(opened)],
        }
        click.echo(json.dumps(both, ensure_ascii=False, indent=2))
        return
    hooks = collect.hooks.listed(opened)
    if not found and not hooks:
        click.echo(said("connectors.cli.none"))
    for each in found:
        place = plain(f"{each.place} {each.table}".strip())
        click.echo(
            f"{each.source:20} {each.state:4} {each.rows:>12,}  {each.cursor_at or '–':28} {place} {each.trouble}"
        )
    for one in hooks:
        click.echo(f"{one.source:20} {one.state:4} {one.path}")


def _opened(data: Path | None, workspace: str | None) -> Workspace:
    from wend.bootstrap import open_workspace, settings_from_environment

    return open_workspace(settings_from_environment(data, workspace))


def _shown(settings: ConnectorSettings) -> dict[str, object]:
    return {**asdict(settings), "keys": list(settings.keys)}
