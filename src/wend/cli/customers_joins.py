"""`wend customers join|apart|undo`: what somebody decides about who is who."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wend.cli.speech import as_json, in_workspace, said

if TYPE_CHECKING:
    from wend.customers.model_people import DecisionMade
    from wend.workspaces.facade import Workspace

_WHO = "terminal"


@click.command(help=said("people.cli.join.help"))
@in_workspace
@as_json
@click.argument("a")
@click.argument("b")
@click.option("--note", default="", help=said("people.cli.option.note"))
def join(data: Path | None, workspace: str | None, json_: bool, a: str, b: str, note: str) -> None:
    """Two identifiers are one person."""
    from wend.customers import facade as customers

    _tell(json_, lambda: customers.identity.join(_opened(data, workspace), a, b, _WHO, note))


@click.command(help=said("people.cli.apart.help"))
@in_workspace
@as_json
@click.argument("a")
@click.argument("b")
@click.option("--note", default="", help=said("people.cli.option.note"))
def apart(data: Path | None, workspace: str | None, json_: bool, a: str, b: str, note: str) -> None:
    """Two identifiers are two people."""
    from wend.customers import facade as customers

    _tell(json_, lambda: customers.identity.apart(_opened(data, workspace), a, b, _WHO, note))


@click.command(help=said("people.cli.undo.help"))
@in_workspace
@as_json
@click.argument("joint", metavar="JOIN")
@click.option("--note", default="", help=said("people.cli.option.note"))
def undo(data: Path | None, workspace: str | None, json_: bool, joint: str, note: str) -> None:
    """Take a join back."""
    from wend.customers import facade as customers

    _tell(json_, lambda: customers.identity.undo(_opened(data, workspace), joint, _WHO, note))


def _opened(data: Path | None, workspace: str | None) -> Workspace:
    from wend.bootstrap import open_workspace, settings_from_environment

    return open_workspace(settings_from_environment(data, workspace))


def _tell(json_: bool, decide: Callable[[], DecisionMade]) -> None:
    made = decide()
    if json_:
        click.echo(json.dumps(asdict(made), ensure_ascii=False, indent=2))
        return
    for each in made.moved:
        click.echo(said("people.cli.moved", identifier=each.identifier, before=each.before, after=each.after))
    if not made.moved:
        click.echo(said("people.cli.nobody_moved"))
    for person in made.people:
        click.echo(f"{person.customer}: {', '.join(person.identifiers)}")
    if made.undo:
        click.echo(said("people.cli.undo_with", undo=made.undo))
