"""`wend quarantine`: rows of files and events of sources that could not be used, why, and what to do about them."""

from __future__ import annotations

import json
from pathlib import Path

import click

from wend.cli.speech import as_json, in_workspace, language, said

_SHOWN = 50
_SOURCE = "source:"


@click.group(invoke_without_command=True, help=said("cli.quarantine.help"))
@in_workspace
@as_json
@click.option("--import", "import_id", help=said("collect.cli.option.import_id"))
@click.option("--source", help=said("collect.cli.option.source"))
@click.option("--limit", type=int, default=_SHOWN, help=said("collect.cli.option.limit"))
@click.pass_context
def quarantine(
    ctx: click.Context,
    data: Path | None,
    workspace: str | None,
    json_: bool,
    import_id: str | None,
    source: str | None,
    limit: int,
) -> None:
    """Without a subcommand: list what waits."""
    if ctx.invoked_subcommand is None:
        _list(data, workspace, _which(import_id, source), limit, json_=json_)


def _which(import_id: str | None, source: str | None) -> str | None:
    """What to look at: rows of an import, or what a source sent."""
    return import_id if source is None else f"{_SOURCE}{source}"


def _list(data: Path | None, workspace: str | None, import_id: str | None, limit: int, *, json_: bool) -> None:
    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.collect import facade

    opened = open_workspace(settings_from_environment(data, workspace))
    rows = facade.quarantined(opened, import_id, limit)
    counts = facade.quarantine_counts(opened)
    spoken = language()
    if json_:
        shown = [
            {
                "import": None if row.import_id.startswith(_SOURCE) else row.import_id,
                "source": row.import_id.removeprefix(_SOURCE) if row.import_id.startswith(_SOURCE) else None,
                "file": row.file,
                "line": row.line,
                "event": row.part + 1,
                "code": row.reason,
                "reason": row.sentence(spoken),
                "next": row.next_step(spoken),
                "row": json.loads(row.row),
            }
            for row in rows
        ]
        sums = [{"import": one, "file": file, "code": reason, "rows": count} for one, file, reason, count in counts]
        whole = {"total": sum(count for *_, count in counts), "counts": sums, "rows": shown}
        click.echo(json.dumps(whole, ensure_ascii=False, indent=2))
        return
    if not rows:
        click.echo(said("collect.cli.quarantine.empty"))
        return
    for row in rows:
        sent = row.import_id.startswith(_SOURCE)
        place = f"{row.import_id} {row.file} #{row.line}" if sent else f"{row.file}:{row.line}"
        click.echo(f"{place}  {row.sentence(spoken)}  → {row.next_step(spoken)}")
    for one, file, reason, count in counts:
        click.echo(f"{count:>10,}  {file}  {reason}  ({one})")


@quarantine.command(help=said("collect.cli.quarantine.replay.help"))
@in_workspace
@click.option(
    "--mapping", "mappings", multiple=True, type=click.Path(path_type=Path), help=said("collect.cli.option.mapping")
)
@click.option("--import", "import_id", help=said("collect.cli.option.import_id"))
@click.option("--source", help=said("collect.cli.option.source"))
def replay(
    data: Path | None, workspace: str | None, mappings: tuple[Path, ...], import_id: str | None, source: str | None
) -> None:
    """Try the rows again."""
    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.collect import facade

    opened = open_workspace(settings_from_environment(data, workspace))
    mended = [mapping for path in mappings for mapping in facade.read_mappings(path)]
    done = facade.replay(opened, mended, _which(import_id, source))
    places = {"rows": f"{done.rows:,}", "events": f"{done.events:,}", "bad": f"{done.still_bad:,}"}
    click.echo(said("collect.cli.quarantine.replayed", **places))


@quarantine.command(help=said("collect.cli.quarantine.dismiss.help"))
@in_workspace
@click.option("--import", "import_id", help=said("collect.cli.option.import_id"))
@click.option("--source", help=said("collect.cli.option.source"))
def dismiss(data: Path | None, workspace: str | None, import_id: str | None, source: str | None) -> None:
    """Let go of rows."""
    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.collect import facade

    rows = facade.dismiss(open_workspace(settings_from_environment(data, workspace)), _which(import_id, source))
    click.echo(said("collect.cli.quarantine.dismissed", rows=f"{rows:,}"))
