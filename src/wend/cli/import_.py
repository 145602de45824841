"""`wend import`: files in, a summary out."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wend.cli.speech import as_json, in_workspace, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wend.collect.facade import Imported, Mapping, Watcher
    from wend.domain.event import IdentifierKind


@click.command(name="import", help=said("cli.import.help"))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@in_workspace
@click.option(
    "--mapping", "mappings", multiple=True, type=click.Path(path_type=Path), help=said("collect.cli.option.mapping")
)
@click.option("--customer", help=said("collect.cli.option.customer"))
@click.option("--email", help=said("collect.cli.option.email"))
@click.option("--phone", help=said("collect.cli.option.phone"))
@click.option("--device", help=said("collect.cli.option.device"))
@click.option("--event", help=said("collect.cli.option.event"))
@click.option("--time", "moment", help=said("collect.cli.option.time"))
@click.option("--channel", default="", help=said("collect.cli.option.channel"))
@click.option("--trait", "traits", multiple=True, help=said("collect.cli.option.trait"))
@click.option("--amount", default="", help=said("collect.cli.option.amount"))
@click.option("--currency", default="", help=said("collect.cli.option.currency"))
@click.option("--timezone", default="UTC", help=said("collect.cli.option.timezone"))
@click.option("--no-header", is_flag=True, help=said("collect.cli.option.no_header"))
@click.option("--dry-run", is_flag=True, help=said("collect.cli.option.dry_run"))
@click.option("--yes", "-y", is_flag=True, help=said("collect.cli.option.yes"))
@as_json
def import_(files: tuple[Path, ...], data: Path | None, workspace: str | None, json_: bool, **chosen: Any) -> None:
    """Bring files in: with the mappings given, with the columns given, with a ready mapping, or with the proposal."""
    from wend.bootstrap import open_workspace, settings_from_environment

    settings = settings_from_environment(data, workspace)
    mappings = _mappings(files, chosen, quiet=json_)
    if chosen["dry_run"]:
        _dry_run(files, mappings, json_=json_)
        return
    from wend.collect.facade import import_files

    began = time.monotonic()
    with progress_bar(shown=not json_) as watch:
        imported = import_files(open_workspace(settings), files, mappings, watch)
    _summary(imported, time.monotonic() - began, json_=json_)


def _mappings(files: Sequence[Path], chosen: dict[str, Any], *, quiet: bool) -> list[Mapping]:
    from wend.collect.facade import read_mappings

    if chosen["mappings"]:
        return [mapping for path in chosen["mappings"] for mapping in read_mappings(path)]
    kinds: tuple[IdentifierKind, ...] = ("customer", "email", "phone", "device")
    named: list[tuple[IdentifierKind, str]] = [(kind, chosen[kind]) for kind in kinds if chosen[kind]]
    if not named and not chosen["event"] and not chosen["moment"]:
        from wend.cli.proposed import confirmed

        header = False if chosen["no_header"] else None
        return confirmed(files, accept=chosen["yes"] or chosen["dry_run"], quiet=quiet, header=header)
    if not named or not chosen["event"] or not chosen["moment"]:
        raise click.UsageError(said("collect.cli.need_columns"))
    return _plain(files, named, chosen)


def _plain(files: Sequence[Path], named: Sequence[tuple[IdentifierKind, str]], chosen: dict[str, Any]) -> list[Mapping]:
    from wend.collect.facade import plain_mapping

    return [
        plain_mapping(
            path,
            named,
            chosen["event"],
            chosen["moment"],
            chosen["channel"],
            chosen["traits"],
            chosen["amount"],
            chosen["currency"],
            chosen["timezone"],
            False if chosen["no_header"] else None,
            match=path.name if len(files) > 1 else "",
        )
        for path in files
    ]


def _dry_run(files: Sequence[Path], mappings: Sequence[Mapping], *, json_: bool) -> None:
    from wend.cli.proposed import print_preview
    from wend.collect.facade import pairs, preview

    previews = [preview(path, mapping, files) for path, mapping in pairs(files, mappings)]
    if json_:
        shown = [
            {"file": each.file, "events": each.events, "bad": [asdict(row) for row in each.bad]} for each in previews
        ]
        click.echo(json.dumps({"dry_run": True, "files": shown}, ensure_ascii=False, indent=2))
        return
    for each in previews:
        print_preview(each)


@contextmanager
def progress_bar(*, shown: bool) -> Iterator[Watcher]:
    """A progress bar with rate and time left, on the error stream; nothing when nobody looks."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    from wend.collect.facade import Progress as Come

    console = Console(stderr=True)
    bars: dict[str, tuple[TaskID, float]] = {}
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not shown or not console.is_terminal, transient=True) as progress:

        def watch(come: Come) -> None:
            now = time.monotonic()
            if come.file not in bars:
                bars[come.file] = (progress.add_task(come.file, total=come.bytes_total or None), now)
            task, began = bars[come.file]
            rate = come.rows / max(now - began, 1e-9)
            places = {"file": come.file, "rows": f"{come.rows:,}", "events": f"{come.events:,}", "rate": f"{rate:,.0f}"}
            progress.update(task, completed=come.bytes_read, description=said("collect.cli.progress", **places))

        yield watch


def _summary(imported: Imported, seconds: float, *, json_: bool) -> None:
    if json_:
        whole = {key: getattr(imported, key) for key in ("rows", "events", "repeated", "bad", "unnamed")}
        files = [asdict(file) for file in imported.files]
        click.echo(json.dumps({**whole, "seconds": round(seconds, 2), "files": files}, ensure_ascii=False, indent=2))
        return
    for file in imported.files:
        numbers = {key: f"{getattr(file, key):,}" for key in ("rows", "events", "repeated", "unnamed")}
        bad = f"{file.bad + file.unnamed:,}"
        click.echo(said("collect.cli.known" if file.known else "collect.cli.done", file=file.file, bad=bad, **numbers))
        if file.unnamed:
            click.echo(said("collect.cli.unnamed", file=file.file, unnamed=numbers["unnamed"]))
    bad_rows = imported.bad + imported.unnamed
    numbers = {key: f"{getattr(imported, key):,}" for key in ("rows", "events", "repeated")}
    click.echo(said("collect.cli.total", bad=f"{bad_rows:,}", seconds=f"{seconds:.1f}", **numbers))
    if bad_rows:
        click.echo(said("collect.cli.see_quarantine"))
