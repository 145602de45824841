"""`wend segment`: segments at the terminal. What waits is computed and followed first, as the worker does."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wend.cli.alerting import make_alert, takes_alert
from wend.cli.speech import as_json, in_workspace, language, said
from wend.kit.clock import from_epoch

if TYPE_CHECKING:
    from wend.segments.model import ListChange, Listed, Segment
    from wend.workspaces.facade import Workspace

WHO = "terminal"
FORMS = ("csv", "parquet", "meta", "google")


@click.group(help=said("cli.segment.help"))
def segment() -> None:
    """Conditions under a name, and who is in them."""


@segment.command("list", help=said("segments.cli.list.help"))
@in_workspace
@as_json
def list_(data: Path | None, workspace: str | None, *, json_: bool) -> None:
    """List the segments."""
    from wend.segments import facade as segments

    found = segments.segments(_opened(data, workspace))
    if json_:
        _json([asdict(each) for each in found])
        return
    for each in found:
        click.echo(_line(each))
    if not found:
        click.echo(said("segments.cli.none"))


@segment.command(help=said("segments.cli.create.help"))
@in_workspace
@as_json
@click.option("--condition", required=True, help=said("segments.cli.option.condition"))
@click.option("--key", default="", help=said("segments.cli.option.key"))
@click.option("--webhook", default="", help=said("segments.cli.option.webhook"))
@click.argument("name")
def create(
    data: Path | None, workspace: str | None, condition: str, key: str, webhook: str, name: str, *, json_: bool
) -> None:
    """Make a segment and find its members."""
    from wend.segments import facade as segments

    here = _opened(data, workspace)
    made = segments.create(here, name, _document(condition), WHO, key=key, webhook=webhook)
    segments.catch_up(here)
    now = segments.segment(here, made.segment.key)
    if json_:
        _json({"segment": asdict(now), "secret": made.secret})
        return
    click.echo(said("segments.cli.made", name=now.name, key=now.key, members=f"{now.size:,}"))
    if made.secret:
        click.echo(said("segments.cli.secret", secret=made.secret), err=True)


@segment.command(help=said("segments.cli.change.help"))
@in_workspace
@as_json
@click.option("--condition", default="", help=said("segments.cli.option.condition"))
@click.option("--name", default="", help=said("segments.cli.option.name"))
@click.option("--webhook", default=None, help=said("segments.cli.option.webhook"))
@click.argument("key")
def change(
    data: Path | None, workspace: str | None, condition: str, name: str, webhook: str | None, key: str, *, json_: bool
) -> None:
    """The next version of what a segment says; what is not given stays."""
    from wend.segments import facade as segments

    here = _caught_up(data, workspace)
    was = segments.segment(here, key)
    said_now, called = _document(condition) if condition else was.condition, name or was.name
    told = was.webhook if webhook is None else webhook
    segments.change(here, was.key, called, said_now, was.version, WHO, webhook=told)
    segments.catch_up(here)
    now = segments.segment(here, was.key)
    if json_:
        _json(asdict(now))
    else:
        click.echo(said("segments.cli.changed", name=now.name, version=now.version, members=f"{now.size:,}"))


@segment.command(help=said("segments.cli.recount.help"))
@in_workspace
@click.argument("key")
def recount(data: Path | None, workspace: str | None, key: str) -> None:
    """Judge everybody anew."""
    from wend.segments import facade as segments

    here = _opened(data, workspace)
    segments.recount(here, segments.segment(here, key).key, WHO)
    segments.catch_up(here)
    now = segments.segment(here, key)
    click.echo(said("segments.cli.recounted", name=now.name, members=f"{now.size:,}"))


@segment.command(help=said("segments.cli.versions.help"))
@in_workspace
@as_json
@click.argument("key")
def versions(data: Path | None, workspace: str | None, key: str, *, json_: bool) -> None:
    """What it ever said."""
    from wend.cli.condition import tell
    from wend.conditions import document
    from wend.segments import facade as segments

    here = _opened(data, workspace)
    found = segments.versions(here, segments.segment(here, key).key)
    if json_:
        _json([asdict(each) for each in found])
        return
    called = segments.called(here)
    for each in found:
        told = {"version": each.version, "at": _moment(each.at), "by": each.by, "name": each.name}
        click.echo(said("segments.cli.version", **told))
        tell(document.from_json(each.condition), called, language())


@segment.command(help=said("segments.cli.show.help"))
@in_workspace
@as_json
@click.argument("key")
def show(data: Path | None, workspace: str | None, key: str, *, json_: bool) -> None:
    """What a segment says."""
    from wend.cli.condition import tell
    from wend.conditions import document
    from wend.segments import facade as segments

    here = _caught_up(data, workspace)
    found = segments.segment(here, key)
    if json_:
        _json(asdict(found))
        return
    click.echo(_line(found))
    tell(document.from_json(found.condition), segments.called(here), language())


@segment.command(help=said("segments.cli.members.help"))
@in_workspace
@as_json
@click.option(
    "--limit", type=click.IntRange(1, 100_000), default=50, show_default=True, help=said("segments.cli.option.limit")
)
@click.option("--after", default="", help=said("segments.cli.option.after"))
@click.argument("key")
def members(data: Path | None, workspace: str | None, limit: int, after: str, key: str, *, json_: bool) -> None:
    """Who is in it."""
    from wend.segments import facade as segments

    page = segments.members(_caught_up(data, workspace), key, after=after, limit=limit)
    if json_:
        _json(asdict(page))
        return
    for each in page.members:
        click.echo(said("segments.cli.member", customer=each.customer, since=_moment(each.since)))
    click.echo(said("segments.cli.shown", shown=f"{len(page.members):,}", total=f"{page.total:,}"), err=True)


@segment.command(help=said("segments.cli.history.help"))
@in_workspace
@as_json
@click.option(
    "--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help=said("segments.cli.option.limit")
)
@click.option("--after", type=click.IntRange(min=0), help=said("segments.cli.option.after_change"))
@click.argument("key")
def history(data: Path | None, workspace: str | None, limit: int, after: int | None, key: str, *, json_: bool) -> None:
    """Who entered and left."""
    from wend.cli.speech import language
    from wend.segments import facade as segments

    here = _caught_up(data, workspace)
    page = segments.history(here, key, after=after, limit=limit)
    if json_:
        _json(asdict(page))
        return
    for each, why in zip(page.changes, segments.reasons(here, page.changes), strict=True):
        told = {"at": _moment(each.at), "customer": each.customer, "why": why.in_(language())}
        click.echo(said(f"segments.cli.{each.what}", **told))
    if not page.changes:
        click.echo(said("segments.cli.no_changes"))
    if page.after is not None:
        click.echo(said("segments.cli.go_on", after=page.after), err=True)


@segment.command(help=said("segments.cli.export.help"))
@in_workspace
@as_json
@click.option("--format", "form", type=click.Choice(FORMS), default="csv", help=said("segments.cli.option.format"))
@click.option("--purpose", multiple=True, help=said("segments.cli.option.purpose"))
@click.argument("key")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def export(
    data: Path | None, workspace: str | None, form: str, purpose: tuple[str, ...], key: str, file: Path, *, json_: bool
) -> None:
    """Write the members to a file."""
    from wend.segments import facade as segments
    from wend.segments.model import EXPORT_FORMS

    wanted = next(each for each in EXPORT_FORMS if each == form)
    told = segments.export(_caught_up(data, workspace), key, wanted, file, WHO, purposes=purpose)
    if json_:
        _json(asdict(told))
        return
    click.echo(said("segments.cli.exported", customers=f"{told.customers:,}", members=f"{told.members:,}", file=file))
    if told.customers < told.members:
        without = {"consent": f"{told.without_consent:,}", "address": f"{told.without_address:,}"}
        click.echo(said("segments.cli.left_out", **without), err=True)


@segment.command(help=said("segments.cli.watch.help"))
@in_workspace
@click.option("--number", type=click.Choice(["size", "entered", "left"]), default="size", show_default=True)
@click.option(
    "--days", type=click.IntRange(1, 366), default=1, show_default=True, help=said("segments.cli.option.days")
)
@takes_alert
@click.argument("key")
@click.argument("name")
def watch(data: Path | None, workspace: str | None, key: str, name: str, **given: Any) -> None:
    """Watch its size, or how many enter or leave; without bounds, the usual range."""
    row = {} if given["number"] == "size" else {"days": str(given["days"])}
    make_alert(_opened(data, workspace), name, (given["number"], row), given, WHO, segment=key)


@segment.command(help=said("segments.cli.remove.help"))
@in_workspace
@click.argument("key")
def remove(data: Path | None, workspace: str | None, key: str) -> None:
    """Take a segment away."""
    from wend.segments import facade as segments

    here = _opened(data, workspace)
    name = segments.segment(here, key).name
    segments.remove(here, key, WHO)
    click.echo(said("segments.cli.removed", name=name))


@segment.command("import", help=said("segments.cli.import.help"))
@in_workspace
@as_json
@click.option("--key", default="", help=said("segments.cli.option.key"))
@click.option("--replace", is_flag=True, help=said("segments.cli.option.replace"))
@click.option("--add", is_flag=True, help=said("segments.cli.option.add"))
@click.option("--preview", is_flag=True, help=said("segments.cli.option.preview"))
@click.option("--left-out", type=click.Path(path_type=Path, dir_okay=False), help=said("segments.cli.option.left_out"))
@click.argument("name")
@click.argument("file", type=click.Path(exists=True, path_type=Path, dir_okay=False))
def import_(data: Path | None, workspace: str | None, name: str, file: Path, **given: Any) -> None:
    """Make a static list of a file."""
    from wend.segments import facade as segments

    if given["replace"] and given["add"]:
        raise segments.ReplacedAndAdded
    here = _opened(data, workspace)
    written = segments.list_file(segments.text_of(file.read_bytes()))
    if given["left_out"] and given["left_out"].resolve() == file.resolve():
        raise segments.SameFile(file=str(file))
    if given["left_out"]:
        lines = segments.left_out_of_list(here, written, language())
        given["left_out"].write_text("\ufeff" + "".join(lines), encoding="utf-8", newline="")
    if given["preview"]:
        _tell_change(segments.preview_list(here, name, written, adding=given["add"]), json_=given["json_"])
        return
    if given["replace"] or given["add"]:
        told = segments.replace_list(here, name, written, WHO, adding=given["add"])
    else:
        told = segments.create_list(here, name, written, WHO, key=given["key"])
    segments.catch_up(here)
    if given["json_"]:
        _json(asdict(told))
    else:
        _tell_list(told)


def _tell_change(told: ListChange, *, json_: bool) -> None:
    if json_:
        _json(asdict(told))
        return
    places = {name: f"{getattr(told, name):,}" for name in ("come", "go", "stay", "rows")}
    click.echo(said("segments.cli.would_change", **places))
    _tell_rows(told)


def _tell_list(told: Listed) -> None:
    places = {"name": told.segment.name, "key": told.segment.key, "rows": f"{told.rows:,}", "known": f"{told.known:,}"}
    click.echo(said("segments.cli.imported", **places))
    _tell_rows(told)


def _tell_rows(told: Listed | ListChange) -> None:
    from wend.segments import facade as segments

    beside = ("unreadable", "unknown", "same_person", "repeated")
    if any(getattr(told, each) for each in beside):
        click.echo(said("segments.cli.rows", **{each: f"{getattr(told, each):,}" for each in beside}), err=True)
    for each in told.left_out:
        click.echo(" ".join(segments.said_of_row(each, language())).rstrip(), err=True)
    more = sum(getattr(told, each) for each in beside) - len(told.left_out)
    if more > 0:
        click.echo(said("segments.cli.more_rows", more=f"{more:,}"), err=True)


def _line(found: Segment) -> str:
    state = "" if found.state == "live" else said("segments.cli.computing", done=found.done, total=found.total)
    return said("segments.cli.line", key=found.key, name=found.name, members=f"{found.size:,}", state=state).rstrip()


def _document(condition: str) -> dict[str, Any]:
    """A condition as it was given: a file, or itself."""
    from wend.questions import facade as questions

    file = Path(condition)
    return questions.condition(file if file.is_file() else condition)


def _moment(at: int) -> str:
    return f"{from_epoch(at):%Y-%m-%d %H:%M:%S}"


def _json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _opened(data: Path | None, workspace: str | None) -> Workspace:
    from wend.bootstrap import open_workspace, settings_from_environment

    return open_workspace(settings_from_environment(data, workspace))


def _caught_up(data: Path | None, workspace: str | None) -> Workspace:
    from wend.segments import facade as segments

    here = _opened(data, workspace)
    segments.catch_up(here)
    return here
