"""`wend touchpoints`: the registry beside what happens, and what is meant of each touchpoint."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wend.cli.speech import as_json, in_workspace, language, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wend.domain.touchpoint import Touchpoint
    from wend.workspaces.facade import Workspace

WHO = "terminal"
_STATUS = ("used", "quiet", "missing", "unplanned", "unused")


@click.group(invoke_without_command=True, help=said("cli.touchpoints.help"))
@in_workspace
@as_json
@click.pass_context
def touchpoints(ctx: click.Context, data: Path | None, workspace: str | None, json_: bool) -> None:
    """Without a subcommand: the registry."""
    if ctx.invoked_subcommand is None:
        _list(_opened(data, workspace), (), json_=json_)


@touchpoints.command(name="list", help=said("touchpoints.cli.list.help"))
@click.option("--status", multiple=True, type=click.Choice(_STATUS), help=said("touchpoints.cli.option.status"))
@in_workspace
@as_json
def list_(data: Path | None, workspace: str | None, json_: bool, status: Sequence[str]) -> None:
    """Every touchpoint: what is meant of it, and whether it happens."""
    _list(_opened(data, workspace), status, json_=json_)


@touchpoints.command(help=said("touchpoints.cli.show.help"))
@click.argument("key")
@in_workspace
@as_json
def show(key: str, data: Path | None, workspace: str | None, json_: bool) -> None:
    """One touchpoint, and which events belong to it."""
    from wend.segments.facade import called
    from wend.touchpoints import facade

    here = _opened(data, workspace)
    known = facade.registry(here)
    found = known.touchpoint(key)
    if found is None:
        raise facade.UnknownTouchpoint(key, [each.key for each in known.touchpoints])
    asks = facade.rule_said(found.rule, language(), called(here))
    if json_:
        told = asdict(found) | {"asks": asks, "tests": facade.texts_of_rule(found.rule)}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    click.echo(said("touchpoints.cli.show.name", name=found.name.in_(language()), key=key))
    for line, words in (("events", found.rule.events), ("channels", found.rule.channels), ("asks", (asks,))):
        if any(words):
            click.echo(said(f"touchpoints.cli.show.{line}", words=", ".join(words)))


@touchpoints.command(name="set", help=said("touchpoints.cli.set.help"))
@click.argument("key")
@in_workspace
@as_json
@click.option("--name", help=said("touchpoints.cli.option.name"))
@click.option("--name-vi", help=said("touchpoints.cli.option.name_vi"))
@click.option("--event", "events", multiple=True, help=said("touchpoints.cli.option.event"))
@click.option("--where", "tests", multiple=True, help=said("touchpoints.cli.option.where"))
@click.option("--no-where", is_flag=True, help=said("touchpoints.cli.option.no_where"))
@click.option("--channel", help=said("touchpoints.cli.option.channel"))
@click.option("--kind", type=click.Choice(["communication", "action"]), help=said("touchpoints.cli.option.kind"))
@click.option("--begun-by", type=click.Choice(["customer", "company"]), help=said("touchpoints.cli.option.begun_by"))
@click.option("--should-use/--should-not-use", default=None, help=said("touchpoints.cli.option.should_use"))
@click.option("--owner", help=said("touchpoints.cli.option.owner"))
@click.option("--cost", type=click.IntRange(0), help=said("touchpoints.cli.option.cost"))
@click.option("--currency", help=said("touchpoints.cli.option.currency"))
@click.option("--target", type=click.IntRange(0), help=said("touchpoints.cli.option.target"))
def set_(key: str, data: Path | None, workspace: str | None, json_: bool, **given: Any) -> None:
    """Change what is given of a touchpoint, or add one that should be used."""
    from wend.touchpoints import facade

    here = _opened(data, workspace)
    changed = _changed(facade.registry(here).touchpoint(key), key, given)
    told = facade.preview_touchpoint(here, changed).warnings if changed.rule.events else ()
    saved = facade.save_touchpoint(here, key, changed, WHO)
    [found] = [each for each in saved if each.key == key]
    if json_:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
    else:
        click.echo(said("touchpoints.cli.saved", name=found.name.in_(language())))
    for warning in told:
        click.echo(warning.in_(language()), err=True)


@touchpoints.command(help=said("touchpoints.cli.move.help"))
@click.argument("key")
@in_workspace
@as_json
@click.option("--to", "place", type=click.IntRange(1), help=said("touchpoints.cli.option.to"))
@click.option("--before", help=said("touchpoints.cli.option.before"))
@click.option("--up", is_flag=True, help=said("touchpoints.cli.option.up"))
@click.option("--down", is_flag=True, help=said("touchpoints.cli.option.down"))
@click.option("--preview", is_flag=True, help=said("touchpoints.cli.option.preview"))
def move(key: str, data: Path | None, workspace: str | None, json_: bool, preview: bool, **given: Any) -> None:
    """Try a touchpoint's rule earlier or later, and say which events that concerns."""
    from wend.touchpoints import facade

    here = _opened(data, workspace)
    known = facade.touchpoints(here)
    place = facade.place_of(known, key, **given)
    told = facade.preview_move(here, key, place)
    if not preview:
        facade.move_touchpoint(here, key, place, WHO)
    if json_:
        click.echo(json.dumps(asdict(told) | {"to": place}, ensure_ascii=False, indent=2))
        return
    names = {each.key: each.name.in_(language()) for each in known}
    places = {"name": names[key], "place": place, "of": len(known), "today": told.place}
    click.echo(said("touchpoints.cli.would_move" if preview else "touchpoints.cli.moved", **places))
    for each in told.taken:
        counts = {"events": f"{each.events:,}", "customers": f"{each.customers:,}"}
        click.echo(said("touchpoints.cli.taken", before=names[each.before], after=names[each.after], **counts))
    if not told.taken:
        click.echo(said("touchpoints.cli.nothing_taken"))


@touchpoints.command(help=said("touchpoints.cli.remove.help"))
@click.argument("key")
@in_workspace
def remove(key: str, data: Path | None, workspace: str | None) -> None:
    """Take a touchpoint out; its events fall to the next rule or become uncovered."""
    from wend.touchpoints import facade

    facade.remove_touchpoint(_opened(data, workspace), key, WHO)
    click.echo(said("touchpoints.cli.removed", name=key))


def _changed(known: Touchpoint | None, key: str, given: dict[str, Any]) -> Touchpoint:
    from wend.domain.names import Name
    from wend.domain.touchpoint import EventRule, Touchpoint
    from wend.touchpoints.facade import asked_of_text

    made = known or Touchpoint(
        key, Name(given["name"] or key, given["name_vi"] or given["name"] or key), "", EventRule(())
    )
    name = Name(given["name"] or made.name.en, given["name_vi"] or made.name.vi)
    rule = replace(made.rule, events=tuple(given["events"])) if given["events"] else made.rule
    if given["tests"] or given["no_where"]:
        rule = replace(rule, where=tuple(map(asked_of_text, given["tests"])))
    plain = ("channel", "kind", "begun_by", "should_use", "owner", "cost", "currency", "target")
    return replace(made, name=name, rule=rule, **{each: given[each] for each in plain if given[each] is not None})


def _list(here: Workspace, status: Sequence[str], *, json_: bool) -> None:
    from wend.cli.tables import console, print_rows
    from wend.questions import facade as questions
    from wend.touchpoints import facade

    registry = {each.key: each for each in facade.touchpoints(here)}
    used = questions.ask(here, "usage").content["touchpoints"] if registry else []
    rows = [_row(registry[each["touchpoint"]], each) for each in used if not status or each["status"] in status]
    if json_:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif rows:
        names = {key: each.name.in_(language()) for key, each in registry.items()}
        columns = ("status", "kind_of", "begun_by", "owner", "customers", "recent", "last_at", "target")
        told = [{"touchpoint": names[r["touchpoint"]], **{c: r[c.removesuffix("_of")] for c in columns}} for r in rows]
        print_rows(told, console())
    else:
        click.echo(said("cli.ask.nothing"))


def _row(touchpoint: Touchpoint, used: dict[str, Any]) -> dict[str, Any]:
    meant: dict[str, Any] = {"channel": touchpoint.channel, "stage": touchpoint.stage, "kind": touchpoint.kind}
    meant |= {"begun_by": touchpoint.begun_by, "owner": touchpoint.owner or None, "should_use": touchpoint.should_use}
    return used | meant | {"cost_each": touchpoint.cost or None, "currency": touchpoint.currency or None}


def _opened(data: Path | None, workspace: str | None) -> Workspace:
    from wend.bootstrap import open_workspace, settings_from_environment

    return open_workspace(settings_from_environment(data, workspace))
