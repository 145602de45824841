"""`wend migrate`: the operational rows of a data directory, moved to PostgreSQL."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wend.cli.speech import as_json, said

if TYPE_CHECKING:
    from wend.store.removal import Watcher


@click.command(help=said("cli.migrate.help"))
@click.option("--data", type=click.Path(path_type=Path), help=said("cli.option.data"))
@click.option("--to", "url", metavar="URL", help=said("migrate.to"))
@as_json
def migrate(data: Path | None, url: str | None, json_: bool) -> None:
    """Move every workspace of the data directory."""
    from wend.bootstrap import settings_from_environment
    from wend.kit.clock import SystemClock
    from wend.store.address import without_secrets
    from wend.store.removal import remove

    settings = settings_from_environment(data)
    url, began = url or settings.database_url, time.monotonic()
    with _progress(shown=not json_) as watch:
        tables = remove(settings.data, SystemClock(), url, watch)
    seconds = time.monotonic() - began
    if json_:
        click.echo(json.dumps({"to": without_secrets(url), "tables": [asdict(table) for table in tables]}, indent=2))
        return
    for each in tables:
        if each.rows:
            click.echo(said("migrate.table", table=each.table, rows=f"{each.rows:,}", checksum=each.checksum[:12]))
        if each.cleaned:
            click.echo(said("migrate.cleaned", table=each.table, rows=f"{each.cleaned:,}"))
    moved = {"rows": f"{sum(each.rows for each in tables):,}", "tables": len(tables)}
    click.echo(said("migrate.done", where=without_secrets(url), seconds=f"{seconds:.1f}", **moved))
    click.echo(said("migrate.next"))


@contextmanager
def _progress(*, shown: bool) -> Iterator[Watcher]:
    """A bar per table on the error stream; nothing when nobody looks."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TextColumn

    console = Console(stderr=True)
    bars: dict[str, TaskID] = {}
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"))
    with Progress(*columns, console=console, disable=not shown or not console.is_terminal, transient=True) as progress:

        def watch(table: str, done: int, total: int) -> None:
            if table not in bars:
                bars[table] = progress.add_task(table, total=total or 1)
            spoken = said("migrate.progress", table=table, done=f"{done:,}", total=f"{total:,}")
            progress.update(bars[table], completed=done, description=spoken)

        yield watch
