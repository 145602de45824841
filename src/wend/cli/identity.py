"""`wend identity`: who is who. Subcommands load on use."""

from __future__ import annotations

from importlib import import_module

import click

from wend.cli.speech import said

_COMMANDS = {
    "resolve": "wend.cli.identity_resolve:resolve",
    "suggest": "wend.cli.identity_suggestions:suggest",
    "accept": "wend.cli.identity_suggestions:accept",
    "dismiss": "wend.cli.identity_suggestions:dismiss",
    "conflicts": "wend.cli.identity_rules:conflicts",
    "rules": "wend.cli.identity_rules:rules",
}
"""Name → module:command. Help of each stands under `cli.identity.<name>.help`."""


class _Lazy(click.Group):
    """Knows the names and imports one only when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, _, attribute = _COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), attribute)
        if not isinstance(command, click.Command):
            raise TypeError(attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section(said("cli.commands")):
            formatter.write_dl([(name, said(f"cli.identity.{name}.help")) for name in _COMMANDS])


@click.group(cls=_Lazy, help=said("cli.identity.help"))
def identity() -> None:
    """Who is who."""
