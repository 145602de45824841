"""`wend persona`: a few typical customers, told from data and by people."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wend.cli.links import tell as tell_links, tell_made
from wend.cli.speech import as_json, in_workspace, said

if TYPE_CHECKING:
    from rich.console import Console

    from wend.personas.model import Drivers, Invited, Persona, Portrait
    from wend.workspaces.facade import Workspace

WHO = "terminal"
_COMPARED = (
    "about", "what", "value", "share", "other_share", "mean", "other_mean", "lift", "lift_low", "lift_high",
)  # fmt: skip
_SHARES = ("what", "n", "share", "other_n", "other_share", "effect", "effect_low", "effect_high")
_MEANS = ("what", "n", "mean", "other_n", "other_mean", "effect", "effect_low", "effect_high")


@click.group(help=said("cli.persona.help"))
def persona() -> None:
    """Personas."""


@persona.command("list", help=said("personas.cli.list.help"))
@in_workspace
@as_json
def list_(data: Path | None, workspace: str | None, *, json_: bool) -> None:
    """List them."""
    from wend.personas import facade as personas

    found = personas.personas(_opened(data, workspace))
    if json_:
        _json([asdict(each) for each in found])
        return
    for each in found:
        click.echo(said("personas.cli.one", name=each.name, lines=len(each.lines), version=each.version))
    if not found:
        click.echo(said("personas.cli.none"))


@persona.command("new", help=said("personas.cli.new.help"))
@in_workspace
@click.argument("name")
@click.option("--condition", required=True, help=said("questions.parameter.condition"))
def new(data: Path | None, workspace: str | None, name: str, condition: str) -> None:
    """Make one."""
    from wend.cli.ask import document
    from wend.personas import facade as personas

    made = personas.create(_opened(data, workspace), name, json.loads(document(condition)), WHO)
    click.echo(said("personas.cli.made", name=made.name))


@persona.command("show", help=said("personas.cli.show.help"))
@in_workspace
@as_json
@click.argument("name")
def show(data: Path | None, workspace: str | None, name: str, *, json_: bool) -> None:
    """What is known of one, and what is not."""
    from wend.personas import facade as personas

    here = _opened(data, workspace)
    found, told = personas.persona(here, name), personas.portrait(here, name)
    if json_:
        _json({"persona": asdict(found), "portrait": asdict(told)})
    else:
        _print(found, told)


@persona.command("say", help=said("personas.cli.say.help"))
@in_workspace
@click.argument("name")
@click.argument("asks", type=click.Choice(["who", "drivers", "goals", "satisfaction"]))
@click.argument("text")
@click.option("--source", required=True, help=said("personas.cli.option.source"))
def say(data: Path | None, workspace: str | None, name: str, asks: str, text: str, source: str) -> None:
    """Write what somebody knows."""
    from wend.personas import facade as personas

    here = _opened(data, workspace)
    found = personas.persona(here, name)
    lines = [*((line.asks, line.text, line.source) for line in found.lines), (asks, text, source)]
    personas.change(here, found.id, found.name, found.condition, lines, found.version, WHO)
    click.echo(said("personas.cli.written", name=found.name))


@persona.command("propose", help=said("personas.cli.propose.help"))
@in_workspace
@as_json
def propose(data: Path | None, workspace: str | None, *, json_: bool) -> None:
    """Kinds of customers that could become personas."""
    from wend.personas import facade as personas

    kinds, refused = personas.propose(_opened(data, workspace))
    if json_:
        _json({"kinds": [asdict(each) for each in kinds], "refused": refused})
        return
    for each in kinds:
        typical = ", ".join(said(f"personas.level.{t['level']}", number=_number(t["number"])) for t in each.typical)
        told = {"group": each.group, "share": f"{100 * each.share:.1f}", "customers": f"{each.customers:,}"}
        click.echo(said("personas.cli.kind", typical=typical, **told))
    if refused:
        click.echo(said(f"personas.refused.{refused}"))


@persona.command("invite", help=said("personas.cli.invite.help"))
@in_workspace
@as_json
@click.argument("name")
@click.option("--purpose", required=True, help=said("personas.cli.option.purpose"))
@click.option("--channel", default="email", show_default=True, help=said("personas.cli.option.channel"))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help=said("personas.cli.option.out"))
def invite(
    data: Path | None, workspace: str | None, name: str, purpose: str, channel: str, out: Path | None, *, json_: bool
) -> None:
    """Whom to invite."""
    from wend.personas import facade as personas

    here = _opened(data, workspace)
    if out is not None:
        _tell_invited(personas.invite(here, name, purpose, channel, out, WHO), out, json_=json_)
        return
    found = personas.invitation(here, name, purpose, channel, WHO)
    if json_:
        _json(asdict(found))
        return
    click.echo(said("personas.cli.invited", agreed=f"{found.agreed:,}", customers=f"{found.customers:,}"))
    for each in found.ids:
        click.echo(each)


def _tell_invited(told: Invited, file: Path, *, json_: bool) -> None:
    if json_:
        _json(asdict(told))
        return
    click.echo(said("personas.cli.written_to", rows=f"{told.rows:,}", customers=f"{told.customers:,}", file=file))
    left = {"consent": f"{told.without_consent:,}", "address": f"{told.without_address:,}"}
    click.echo(said("personas.cli.left_out", **left), err=True)


@persona.command("share", help=said("personas.cli.share.help"))
@in_workspace
@click.option("--days", type=int, default=30, show_default=True, help=said("boards.cli.option.days"))
@click.argument("name")
def share(data: Path | None, workspace: str | None, days: int, name: str) -> None:
    """Make a read-only link."""
    from wend.boards import facade as boards

    here = _opened(data, workspace)
    tell_made(here, boards.share_persona(here, name, days, WHO), "/shared/persona", "personas.cli.ends")


@persona.command("links", help=said("personas.cli.links.help"))
@in_workspace
@click.option("--revoke", help=said("boards.cli.option.revoke"))
@click.argument("name")
def links(data: Path | None, workspace: str | None, revoke: str | None, name: str) -> None:
    """List the links to a persona, or end one."""
    from wend.boards import facade as boards

    here = _opened(data, workspace)
    if revoke is not None:
        boards.revoke(here, revoke, WHO)
    tell_links(boards.persona_shares(here, name))


@persona.command("forget", help=said("personas.cli.forget.help"))
@in_workspace
@click.argument("name")
def forget(data: Path | None, workspace: str | None, name: str) -> None:
    """Take one away."""
    from wend.personas import facade as personas

    personas.remove(_opened(data, workspace), name, WHO)
    click.echo(said("personas.cli.forgotten", name=name))


def _print(found: Persona, told: Portrait) -> None:
    from wend.cli.tables import console, print_rows

    seen = console()
    size = {"customers": f"{told.customers:,}", "share": f"{100 * told.share:.1f}"}
    seen.print(
        said("personas.cli.size", name=found.name, low=f"{100 * told.low:.1f}", high=f"{100 * told.high:.1f}", **size)
    )
    for asks, rows in told.answers.items():
        seen.print()
        seen.print(said(f"personas.asks.{asks}"), style="bold")
        for line in (each for each in found.lines if each.asks == asks):
            seen.print(said("personas.cli.line", text=line.text, source=line.source))
        if rows:
            print_rows([{name: row[name] for name in _COMPARED} for row in rows], seen)
        if asks in ("drivers", "satisfaction"):
            _print_drivers(told.purchase if asks == "drivers" else told.satisfaction, asks, seen)
    if told.journey:
        seen.print()
        seen.print(said("personas.cli.journey", journey=told.journey["journey"]))
    for quote in told.quotes:
        seen.print(said("personas.cli.quote", text=quote.text))
    for gap in told.unknown:
        seen.print(said(f"personas.unknown.{gap}"), style="italic")


def _print_drivers(told: Drivers, asks: str, to: Console) -> None:
    """How it ends in all, and what comes before it; association is not cause, and that is said beside it."""
    from wend.cli.tables import print_rows

    if told.level is not None and told.low is not None and told.high is not None:
        unit, digits = (100, 1) if asks == "drivers" else (1, 2)
        figures = dict(zip(("level", "low", "high"), (told.level, told.low, told.high), strict=True))
        written = {name: f"{unit * value:.{digits}f}" for name, value in figures.items()}
        days = round(told.window_seconds / 86_400)
        to.print(said(f"personas.cli.level_{asks}", n=f"{told.n:,}", people=f"{told.people:,}", days=days, **written))
    if told.rows:
        kept = _SHARES if asks == "drivers" else _MEANS
        print_rows([{name: row[name] for name in kept} for row in told.rows], to)
        to.print(said("questions.drivers.caution"), style="italic")
    else:
        to.print(said(f"questions.drivers.{told.known}", tested=told.tested), style="italic")


def _number(name: str) -> str:
    from wend.cli.tables import cell

    return cell("number", name)


def _opened(data: Path | None, workspace: str | None) -> Workspace:
    from wend.bootstrap import open_workspace, settings_from_environment

    return open_workspace(settings_from_environment(data, workspace))


def _json(told: Any) -> None:
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))
