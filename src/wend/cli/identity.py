"""`wend identity`: who is who. Subcommands load on use."""

from __future__ import annotations

import click

from wend.cli.lazy import LazyGroup
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


class _Commands(LazyGroup):
    """What can be asked and decided about who is who."""

    commands_at = _COMMANDS
    texts = "cli.identity"


@click.group(cls=_Commands, help=said("cli.identity.help"))
def identity() -> None:
    """Who is who."""
