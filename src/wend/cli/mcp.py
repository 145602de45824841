"""`wend mcp`: the read-only questions for assistants, over the Model Context Protocol."""

from __future__ import annotations

from pathlib import Path

import click

from wend.cli.speech import in_workspace, language, said


@click.command(help=said("cli.mcp.help"))
@in_workspace
@click.option("--customers", is_flag=True, help=said("assistants.cli.option.customers"))
@click.option("--key", envvar="WEND_KEY", default="", help=said("assistants.cli.option.key"))
def mcp(data: Path | None, workspace: str | None, customers: bool, key: str) -> None:
    """Serve over standard input and output; the assistant's program starts and ends it."""
    from wend.assistants.role import Role
    from wend.assistants.serving import serve
    from wend.bootstrap import open_workspace, settings_from_environment

    serve(open_workspace(settings_from_environment(data, workspace)), Role(key, customers), language())
