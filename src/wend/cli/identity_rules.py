"""`wend identity rules|conflicts`: by which rules evidence joins people, and where a rule said no."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import click

from wend.cli.speech import as_json, in_workspace, language, said
from wend.kit.errors import Mistake

if TYPE_CHECKING:
    from wend.workspaces.facade import Workspace

_WHO = "terminal"


class UnreadableRules(Mistake):
    """The file with rules is not JSON."""

    code: ClassVar[str] = "people.unreadable_rules"


@click.command(help=said("cli.identity.rules.help"))
@in_workspace
@click.option(
    "--set", "file", type=click.Path(path_type=Path), metavar="FILE", help=said("people.cli.option.rules_file")
)
def rules(data: Path | None, workspace: str | None, file: Path | None) -> None:
    """Print the rules as JSON, after changing them when a file is given."""
    from wend.customers import facade as customers

    here = _opened(data, workspace)
    held = customers.identity.rules(here)
    if file is not None:
        held = customers.identity.change_rules(here, _read(file), _WHO)
    click.echo(json.dumps(asdict(held), ensure_ascii=False, indent=2))


@click.command(help=said("cli.identity.conflicts.help"))
@in_workspace
@as_json
@click.option(
    "--limit", type=click.IntRange(1, 500), default=20, show_default=True, help=said("people.cli.option.limit")
)
def conflicts(data: Path | None, workspace: str | None, json_: bool, limit: int) -> None:
    """Print what waits for a decision."""
    from wend.customers import facade as customers

    here = _opened(data, workspace)
    page, shared = customers.identity.conflicts(here, limit=limit), customers.identity.shared_values(here, limit)
    if json_:
        document = {**asdict(page), "shared": [asdict(each) for each in shared]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return
    for each in page.conflicts:
        click.echo(f"{each.sides[0].customer}  {each.sides[1].customer}  {each.reason.in_(language())}")
    for value in shared:
        click.echo(f"{value.identifier}  {value.reason.in_(language())}")
    click.echo(said("people.cli.waiting", total=f"{page.total:,}"))


def _read(file: Path) -> dict[str, object]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as refused:
        raise UnreadableRules(file=str(file), reason=str(refused)) from refused
    if not isinstance(found, dict):
        raise UnreadableRules(file=str(file), reason="{…}")
    return found


def _opened(data: Path | None, workspace: str | None) -> Workspace:
    from wend.bootstrap import open_workspace, settings_from_environment

    return open_workspace(settings_from_environment(data, workspace))
