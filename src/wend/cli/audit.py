"""`wend audit`: who did what, and whether the log of it still holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.table import Table
from rich.text import Text

from wend.cli.speech import as_json, in_workspace, said
from wend.cli.tables import console, plain
from wend.kit.clock import from_epoch
from wend.kit.errors import Broken

if TYPE_CHECKING:
    from wend.workspaces.facade import AuditEntry, Workspace

_SHOWN = 50


class AuditBroken(Broken):
    """An entry of the audit log was changed or is missing."""

    code = "audit.broken"


@click.group(invoke_without_command=True, help=said("cli.audit.help"))
@in_workspace
@as_json
@click.option("--limit", type=click.IntRange(1, 100_000), default=_SHOWN, help=said("audit.cli.option.limit"))
@click.pass_context
def audit(ctx: click.Context, data: Path | None, workspace: str | None, limit: int, *, json_: bool) -> None:
    """Without a subcommand: list the newest entries."""
    if ctx.invoked_subcommand is None:
        _list(_opened(data, workspace), limit, json_=json_)


@audit.command(help=said("audit.cli.verify.help"))
@in_workspace
@as_json
@click.option("--head", help=said("audit.cli.option.head"))
def verify(data: Path | None, workspace: str | None, head: str | None, *, json_: bool) -> None:
    """Walk the chain; a break leaves with status 70."""
    from wend.workspaces.facade import verify_audit

    found = verify_audit(_opened(data, workspace), head)
    if json_:
        whole = {"holds": found.fault is None, "entries": found.entries, "head": found.head}
        click.echo(json.dumps({**whole, "fault": found.fault, "at": found.at}))
    if found.fault is not None:
        raise AuditBroken(what=said(f"audit.{found.fault}", at=found.at))
    if not json_:
        click.echo(said("audit.cli.holds", entries=f"{found.entries:,}", head=found.head))


def _list(here: Workspace, limit: int, *, json_: bool) -> None:
    from wend.workspaces.facade import audit_entries

    entries = audit_entries(here, limit)
    if json_:
        click.echo(json.dumps({"entries": [_row(entry) for entry in entries]}, ensure_ascii=False, indent=2))
        return
    if not entries:
        click.echo(said("audit.cli.none"))
        return
    columns = ("sequence", "at", "who", "what", "subject", "details")
    names = (said(f"audit.column.{column}") for column in columns)
    table = Table(*names, box=None, header_style="bold", pad_edge=False)
    for entry in entries:
        row = {**_row(entry), "details": ", ".join(f"{name}={value}" for name, value in entry.details)}
        table.add_row(*(Text(plain(str(row[column]))) for column in columns))
    console().print(table)


def _row(entry: AuditEntry) -> dict[str, object]:
    return {
        "sequence": entry.sequence,
        "at": from_epoch(entry.at).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "who": entry.who,
        "what": entry.what,
        "subject": entry.subject,
        "details": dict(entry.details),
        "hash": entry.hash,
    }


def _opened(data: Path | None, workspace: str | None) -> Workspace:
    from wend.bootstrap import open_workspace, settings_from_environment

    return open_workspace(settings_from_environment(data, workspace))
