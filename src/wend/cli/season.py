"""`wend season`: quiet and busy times of the business, and the pace that the log speaks for."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from wend.cli.speech import as_json, in_workspace, language, said
from wend.domain.names import Name
from wend.domain.season import Period, PeriodKind, Seasons

if TYPE_CHECKING:
    from wend.workspaces.facade import Workspace

WHO = "terminal"


@click.group(invoke_without_command=True, help=said("cli.season.help"))
@in_workspace
@as_json
@click.pass_context
def season(ctx: click.Context, data: Path | None, workspace: str | None, json_: bool) -> None:
    """Without a subcommand: the periods there are."""
    from wend.seasons import facade as seasons

    if ctx.invoked_subcommand is None:
        _tell(seasons.seasons(_opened(data, workspace)), json_=json_)


@season.command(help=said("seasons.cli.add.help"))
@click.argument("key")
@click.option("--tet", "kind", flag_value="tet", help=said("seasons.cli.option.tet"))
@click.option("--yearly", "kind", flag_value="yearly", help=said("seasons.cli.option.yearly"))
@click.option("--once", "kind", flag_value="once", help=said("seasons.cli.option.once"))
@click.option("--from", "first", help=said("seasons.cli.option.from"))
@click.option("--to", "last", help=said("seasons.cli.option.to"))
@click.option("--name", help=said("seasons.cli.option.name"))
@click.option("--percent", type=click.IntRange(0, 200), help=said("seasons.cli.option.percent"))
@in_workspace
@as_json
def add(
    key: str,
    kind: str | None,
    first: str | None,
    last: str | None,
    name: str | None,
    percent: int | None,
    data: Path | None,
    workspace: str | None,
    json_: bool,
) -> None:
    """Add a period, or change the one of that key."""
    from wend.seasons import facade as seasons

    here = _opened(data, workspace)
    before = seasons.seasons(here)
    known = next((each for each in before.periods if each.key == key), replace(seasons.TET, key=key, name=Name("", "")))
    goes_on = kind in (None, known.kind)
    unnamed = seasons.TET.name if (kind or known.kind) == "tet" else Name(key, key)
    wanted = replace(
        known,
        kind=cast("PeriodKind", kind or known.kind),
        first=first or known.first,
        last=last or (known.last if goes_on or first is None else first),
        name=Name(name or known.name.en or unnamed.en, name or known.name.vi or unnamed.vi),
        percent=percent,
        learned=None,
    )
    others = [each for each in before.periods if each.key != key]
    _tell(seasons.save(here, [*others, wanted], WHO, before.version), json_=json_)


@season.command(help=said("seasons.cli.remove.help"))
@click.argument("key")
@in_workspace
@as_json
def remove(key: str, data: Path | None, workspace: str | None, json_: bool) -> None:
    """Take a period away."""
    from wend.seasons import facade as seasons

    _tell(seasons.remove(_opened(data, workspace), key, WHO), json_=json_)


@season.command(help=said("seasons.cli.learn.help"))
@in_workspace
@as_json
def learn(data: Path | None, workspace: str | None, json_: bool) -> None:
    """Learn the pace of every period from the log as it is now."""
    from wend.seasons import facade as seasons

    here = _opened(data, workspace)
    before = seasons.seasons(here)
    _tell(seasons.save(here, before.periods, WHO, before.version), json_=json_)


def _opened(data: Path | None, workspace: str | None) -> Workspace:
    from wend.bootstrap import open_workspace, settings_from_environment

    return open_workspace(settings_from_environment(data, workspace))


def _tell(found: Seasons, *, json_: bool) -> None:
    from wend.cli.tables import console, print_rows

    if json_:
        told = [asdict(each) | {"pace": each.pace} for each in found.periods]
        click.echo(json.dumps({"version": found.version, "periods": told}, ensure_ascii=False, indent=2))
        return
    if not found.periods:
        click.echo(said("seasons.cli.none"))
        return
    print_rows([_row(each) for each in found.periods], console())


def _row(period: Period) -> dict[str, object]:
    when = said(f"seasons.when.{period.kind}", first=period.first, last=period.last)
    return {
        "period": period.key,
        "name": period.name.in_(language()),
        "days": when,
        "pace": f"{period.pace} %",
        "learned": _learned(period),
    }


def _learned(period: Period) -> str:
    seen = period.learned
    if seen is None:
        return said("seasons.learned.none")
    numbers = {"percent": seen.percent, "low": seen.low, "high": seen.high, "days": seen.days, "times": seen.times}
    return said("seasons.learned.sure" if seen.sure else "seasons.learned.unsure", **numbers)
