"""Groups of commands that load on use, so that `wend --help` stays instant."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click

from wend.cli.speech import said


class LazyGroup(click.Group):
    """A group that knows its commands' names and imports one only when it runs.

    `commands_at` gives for each name `module:command`; the help of each stands under `<texts>.<name>.help`.
    """

    commands_at: Mapping[str, str] = {}
    texts = "cli"

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return list(self.commands_at)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in self.commands_at:
            return None
        module, _, attribute = self.commands_at[cmd_name].partition(":")
        command = getattr(import_module(module), attribute)
        if not isinstance(command, click.Command):
            raise TypeError(attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section(said("cli.commands")):
            formatter.write_dl([(name, said(f"{self.texts}.{name}.help")) for name in self.commands_at])
