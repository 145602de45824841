"""The terminal door: translate, call one room, translate back.

Commands load on use, so that `wend --help` stays instant.
"""

from __future__ import annotations

import sys
from importlib import import_module

import click

from wend import __version__
from wend.cli.speech import language, said
from wend.kit.errors import Mistake, WendError

_COMMANDS = {
    "demo": "wend.cli.demo:demo",
    "import": "wend.cli.import_:import_",
    "mapping": "wend.cli.mapping:mapping",
    "quarantine": "wend.cli.quarantine:quarantine",
    "ask": "wend.cli.ask:ask",
    "map": "wend.cli.map_:map_",
    "serve": "wend.cli.serve:serve",
    "journal": "wend.cli.journal:journal",
    "settings": "wend.cli.settings:settings",
    "warm": "wend.cli.warm:warm",
}
UNUSABLE_INPUT = 2
TRY_LATER = 75
OURS = 70


class _Lazy(click.Group):
    """A group that knows its commands' names and imports one only when it runs."""

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
            formatter.write_dl([(name, said(f"cli.{name}.help")) for name in _COMMANDS])


@click.group(cls=_Lazy, help=said("cli.help"))
@click.version_option(__version__, package_name="wend")
def wend() -> None:
    """The root of all commands; the text people see is `cli.help`."""


def main() -> None:
    """Run the command line; an error is said in three sentences, never as a traceback."""
    try:
        wend.main(standalone_mode=True)
    except WendError as error:
        spoken = language()
        click.echo(error.message(spoken), err=True)
        click.echo(error.cause(spoken), err=True)
        click.echo(f"→ {error.next_step(spoken)}", err=True)
        sys.exit(UNUSABLE_INPUT if isinstance(error, Mistake) else TRY_LATER if error.retry else OURS)
