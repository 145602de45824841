"""`wend identity suggest|accept|dismiss`: people who are probably one, and what somebody decides about them."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wend.cli.speech import as_json, in_workspace, language, said

if TYPE_CHECKING:
    from wend.workspaces.facade import Workspace

TERMINAL = "terminal"
_SHOWN = 50


@click.command(help=said("cli.identity.suggest.help"))
@in_workspace
@as_json
@click.option("--weight", type=float, default=0.0, show_default=True, help=said("matching.cli.option.weight"))
@click.option("--limit", type=int, default=_SHOWN, show_default=True, help=said("matching.cli.option.limit"))
def suggest(data: Path | None, workspace: str | None, weight: float, limit: int, *, json_: bool) -> None:
    """Look, and print what waits."""
    from wend.customers import facade as customers

    here = _opened(data, workspace)
    searched = customers.suggest(here)
    page = customers.suggestions(here, least=weight, limit=limit)
    if json_:
        whole = {**dataclasses.asdict(searched), **dataclasses.asdict(page)}
        click.echo(json.dumps(whole, ensure_ascii=False, indent=2))
        return
    click.echo(said("matching.cli.searched", people=f"{searched.people:,}", total=f"{page.total:,}"))
    for each in page.suggestions:
        because = each.reason.vi if language() == "vi" else each.reason.en
        click.echo(f"{each.weight:6.1f}  {each.a.customer}  {each.b.customer}  {because}")


@click.command(help=said("cli.identity.accept.help"))
@in_workspace
@click.argument("pair", nargs=-1, metavar="[A B]")
@click.option("--weight", type=float, help=said("matching.cli.option.accept_from"))
def accept(data: Path | None, workspace: str | None, pair: tuple[str, ...], weight: float | None) -> None:
    """Join one pair, or all from a weight upwards."""
    from wend.customers import facade as customers

    if (len(pair) == 2) == (weight is not None):
        raise click.UsageError(said("matching.cli.pair_or_weight"))
    here = _opened(data, workspace)
    if weight is not None:
        done = customers.accept_suggestions(here, weight, TERMINAL)
    else:
        a, b = pair
        done = customers.accept_suggestion(here, a, b, TERMINAL)
    click.echo(said("matching.cli.accepted", pairs=f"{done.joined:,}"))


@click.command(help=said("cli.identity.dismiss.help"))
@in_workspace
@click.argument("a")
@click.argument("b")
def dismiss(data: Path | None, workspace: str | None, a: str, b: str) -> None:
    """Set one pair aside."""
    from wend.customers import facade as customers

    customers.dismiss_suggestion(_opened(data, workspace), a, b)
    click.echo(said("matching.cli.dismissed"))


def _opened(data: Path | None, workspace: str | None) -> Workspace:
    from wend.bootstrap import open_workspace, settings_from_environment

    return open_workspace(settings_from_environment(data, workspace))
