"""`wend settings`: every setting, its value, where it is set and what it means."""

from __future__ import annotations

import json
import os
from dataclasses import asdict

import click
from rich.console import Console
from rich.table import Table

from wend.cli.speech import as_json, said
from wend.kit.settings import Settings, variable_of
from wend.store.address import without_secrets


@click.command(help=said("cli.settings.help"))
@as_json
def settings(json_: bool) -> None:
    """Print the one table of settings."""
    chosen = asdict(Settings.read(os.environ))
    chosen["database_url"] = without_secrets(chosen["database_url"])
    chosen["smtp_password"] = "•••" if chosen["smtp_password"] else ""
    if json_:
        click.echo(json.dumps(chosen, default=str, indent=2))
        return
    table = Table(
        *(said(f"cli.settings.{column}") for column in ("variable", "value", "meaning")), box=None, header_style="bold"
    )
    for name, value in chosen.items():
        table.add_row(variable_of(name), str(value), said(f"settings.{name}"))
    Console().print(table)
