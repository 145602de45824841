"""`wend export`: everything about one person in one file for them."""

from __future__ import annotations

from pathlib import Path

import click

from wend.cli.speech import in_workspace, said

WHO = "terminal"
_REASON = "wend export"


@click.command(help=said("cli.export.help"))
@in_workspace
@click.option("--reason", default=_REASON, help=said("privacy.cli.option.reason"))
@click.option("--to", "to", type=click.Path(path_type=Path), help=said("privacy.cli.option.to"))
@click.argument("key")
def export(data: Path | None, workspace: str | None, key: str, reason: str, to: Path | None) -> None:
    """Write the file."""
    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.customers import facade as customers

    file = customers.person_file(open_workspace(settings_from_environment(data, workspace)), key, WHO, reason)
    path = (to / file.name if to is not None and to.is_dir() else to) or Path(file.name)
    path.write_bytes(file.content)
    click.echo(path)
