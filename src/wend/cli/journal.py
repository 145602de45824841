"""`wend journal`: the sorted copy of the log that questions walk. Disposable."""

from __future__ import annotations

from pathlib import Path

import click

from wend.cli.speech import in_workspace, said


@click.group(help=said("cli.journal.help"))
def journal() -> None:
    """Commands about the journal."""


@journal.command(help=said("cli.journal.rebuild.help"))
@in_workspace
def rebuild(data: Path | None, workspace: str | None) -> None:
    """Build the journal anew from the log."""
    from wend.bootstrap import open_workspace, settings_from_environment

    built = open_workspace(settings_from_environment(data, workspace)).log.rebuild_journal()
    click.echo(said("cli.journal.rebuilt", events=f"{built.events:,}", customers=f"{built.customers:,}"))
