"""`wend customers`: lists, one person, marks, and traits computed from what people did."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wend.cli.customers_joins import apart, join, undo
from wend.cli.speech import as_json, in_workspace, language, said
from wend.kit.clock import from_epoch

if TYPE_CHECKING:
    from wend.customers.facade import Among
    from wend.segments.facade import PersonPage, PersonTimeline
    from wend.workspaces.facade import Workspace

_MEASURES = ("count", "sum", "average", "first", "last", "most_frequent", "days_since")
_OF = ("amount", "rating", "channel", "event", "touchpoint", "property")
_WHO = "terminal"
_ROW = ("at", "event", "touchpoint", "channel")


@click.group(help=said("cli.customers.help"))
def customers() -> None:
    """Commands about people."""


for _command in (join, apart, undo):
    customers.add_command(_command)


@customers.command("list", help=said("profiles.cli.list.help"))
@in_workspace
@as_json
@click.argument("query", default="")
@click.option("--stage", "stages", multiple=True, help=said("profiles.cli.option.stage"))
@click.option("--channel", "channels", multiple=True, help=said("profiles.cli.option.channel"))
@click.option("--trait", "traits", multiple=True, help=said("profiles.cli.option.trait"))
@click.option("--segment", "segments", multiple=True, help=said("profiles.cli.option.segment"))
@click.option("--sort", type=click.Choice(["last_seen", "first_seen", "events", "name"]), default="last_seen")
@click.option("--limit", type=click.IntRange(1, 500), default=20, help=said("profiles.cli.option.limit"))
def list_(data: Path | None, workspace: str | None, json_: bool, query: str, limit: int, **given: Any) -> None:
    """People who fit, last seen first."""
    from wend.cli.ask import BadTrait
    from wend.customers import facade as room

    pairs = []
    for written in given["traits"]:
        name, sign, value = written.partition("=")
        if not sign:
            raise BadTrait(trait=written)
        pairs.append((name, value))
    wanted = room.ListFilter(stages=given["stages"], channels=given["channels"], traits=tuple(pairs))
    here = _opened(data, workspace)
    among = _in_segments(here, given["segments"])
    page = room.search(here, query, limit=limit, wanted=wanted, sort=given["sort"], among=among)
    if json_:
        _print_json(asdict(page))
        return
    rows = [
        {
            "customer": row.customer,
            "name": row.label,
            "stage": row.stage_name.in_(language()) if row.stage_name else row.stage,
            "events": row.events,
            "last_at": _moment(row.last_at),
        }
        for row in page.rows
    ]
    _print_rows(rows)
    click.echo(said("profiles.cli.found", total=f"{page.total:,}"))


@customers.command(help=said("profiles.cli.show.help"))
@in_workspace
@as_json
@click.argument("key")
@click.option("--stage-set", help=said("profiles.cli.option.stage_set"))
@click.option("--limit", type=click.IntRange(0, 10_000), default=200, help=said("profiles.cli.option.events"))
def show(data: Path | None, workspace: str | None, json_: bool, key: str, stage_set: str | None, limit: int) -> None:
    """One person as of this moment: what segments wait for is followed first."""
    from wend.segments import facade as segments

    here = _opened(data, workspace)
    segments.catch_up(here)
    found = segments.profile(here, key, stage_set=stage_set, limit=limit)
    told = segments.timeline(here, key, stage_set=stage_set, limit=max(1, limit))
    if json_:
        _print_json(asdict(found) | {"changes": [asdict(each) for each in told.changes]})
    else:
        _print_profile(found, told)


@customers.command(help=said("profiles.cli.flag.help"))
@in_workspace
@click.argument("key")
@click.argument("kind", type=click.Choice(["staff", "bot", "test"]))
@click.option("--note", default="", help=said("profiles.cli.option.note"))
def flag(data: Path | None, workspace: str | None, key: str, kind: str, note: str) -> None:
    """Mark somebody who is not a real customer."""
    from wend.customers import facade as room

    click.echo(said("profiles.cli.flagged", customer=room.flag(_opened(data, workspace), key, kind, _WHO, note)))


@customers.command(help=said("profiles.cli.unflag.help"))
@in_workspace
@click.argument("key")
def unflag(data: Path | None, workspace: str | None, key: str) -> None:
    """Take marks away."""
    from wend.customers import facade as room

    click.echo(said("profiles.cli.unflagged", marks=room.unflag(_opened(data, workspace), key)))


@customers.group(help=said("profiles.cli.traits.help"))
def traits() -> None:
    """Computed traits."""


@traits.command("list", help=said("profiles.cli.traits.list.help"))
@in_workspace
@as_json
def list_traits(data: Path | None, workspace: str | None, json_: bool) -> None:
    """All definitions."""
    from wend.customers import facade as room

    found = room.computed_traits(_opened(data, workspace))
    if json_:
        _print_json([asdict(each) for each in found])
        return
    _print_rows(
        [
            {
                "name": each.name,
                "measure": each.measure,
                "of": each.property or each.of,
                "events": ", ".join(each.events + each.touchpoints),
                "window_days": each.window_days,
            }
            for each in found
        ]
    )


@traits.command("define", help=said("profiles.cli.traits.define.help"))
@in_workspace
@click.argument("name")
@click.argument("measure", type=click.Choice(_MEASURES))
@click.option("--of", type=click.Choice(_OF), help=said("profiles.cli.option.of"))
@click.option("--property", "property_", default="", help=said("profiles.cli.option.property"))
@click.option("--event", "events", multiple=True, help=said("profiles.cli.option.event"))
@click.option("--touchpoint", "touchpoints", multiple=True, help=said("profiles.cli.option.touchpoint"))
@click.option("--channel", "channels", multiple=True, help=said("profiles.cli.option.channel"))
@click.option("--days", type=click.IntRange(0, 3_650), default=0, help=said("profiles.cli.option.days"))
@click.option("--title", default="", help=said("profiles.cli.option.title"))
def define(
    data: Path | None, workspace: str | None, name: str, measure: Any, of: Any, title: str, **given: Any
) -> None:
    """Add or change a definition."""
    from wend.customers import facade as room
    from wend.domain.names import Name

    named = Name(title or name, title or name)
    kind: Any = of or ("property" if given["property_"] else "")
    scope = (given["events"], given["touchpoints"], given["channels"], given["days"])
    kept = room.define_trait(
        _opened(data, workspace), room.ComputedTrait(name, named, measure, kind, given["property_"], *scope)
    )
    click.echo(said("profiles.cli.defined", name=kept.name, version=kept.version))


@traits.command("show", help=said("profiles.cli.traits.show.help"))
@in_workspace
@as_json
@click.argument("name")
def show_trait(data: Path | None, workspace: str | None, json_: bool, name: str) -> None:
    """A computed trait over everybody."""
    from wend.customers import facade as room

    found = asdict(room.computed_trait(_opened(data, workspace), name))
    if json_:
        _print_json(found)
    else:
        _print_rows(list(found["usual"]) or [{key: value for key, value in found.items() if key != "usual"}])


@traits.command("remove", help=said("profiles.cli.traits.remove.help"))
@in_workspace
@click.argument("name")
def remove_trait(data: Path | None, workspace: str | None, name: str) -> None:
    """Take a definition away."""
    from wend.customers import facade as room

    room.forget_trait(_opened(data, workspace), name)
    click.echo(said("profiles.cli.removed", name=name))


def _opened(data: Path | None, workspace: str | None) -> Workspace:
    from wend.bootstrap import open_workspace, settings_from_environment

    return open_workspace(settings_from_environment(data, workspace))


def _in_segments(here: Workspace, keys: tuple[str, ...]) -> Among | None:
    """Whoever is in any of these now: what waits is computed and followed first. None: no segment is named."""
    if not keys:
        return None
    from wend.segments import facade as segments

    segments.catch_up(here)
    return segments.among(here, keys)


def _print_json(document: object) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def _print_rows(rows: list[dict[str, Any]]) -> None:
    from wend.cli.tables import console, print_rows

    if rows:
        print_rows(rows, console())
    else:
        click.echo(said("cli.ask.nothing"))


def _print_profile(found: PersonPage, told: PersonTimeline) -> None:
    from wend.cli.tables import console, plain

    spoken, seen = language(), console()
    seen.print(plain(f"{found.label}  ({found.customer})"), style="bold", markup=False)
    stage = said("profiles.cli.stands", stage=found.stage_name.in_(spoken), state=said(f"profiles.state.{found.state}"))
    seen.print(plain(stage), markup=False)
    for identifier in found.identifiers:
        seen.print(plain(f"  {identifier}"), markup=False)
    for trait in found.trait_history:
        seen.print(plain(f"  {trait.name}: {trait.value}  – {trait.why.in_(spoken)}"), markup=False)
    for computed in found.computed:
        seen.print(
            plain(f"  {computed.title.in_(spoken)}: {'–' if computed.value is None else computed.value}"), markup=False
        )
    for segment in found.segments:
        places = {"name": segment.name, "since": _moment(segment.since), "why": segment.said.in_(spoken)}
        seen.print(plain(f"  {said('profiles.cli.segment', **places)}"), markup=False)
        if segment.until is not None:
            seen.print(plain(f"    {said('profiles.cli.segment_until', until=_moment(segment.until))}"), markup=False)
    events = [
        (
            event.at,
            event.event,
            event.touchpoint.in_(spoken) if event.touchpoint else "",
            event.channel,
        )
        for event in told.events
    ]
    changes = [
        (change.at, said(f"profiles.cli.{change.what}", name=change.name), change.said.in_(spoken), "")
        for change in told.changes
    ]
    whole = sorted([*changes, *events], key=lambda row: -row[0])  # a change stands above the events of its second
    _print_rows([dict(zip(_ROW, (_moment(at), *rest), strict=True)) for at, *rest in whole])


def _moment(at: int) -> str:
    return f"{from_epoch(at):%Y-%m-%d %H:%M}"
