"""The terminal door: translate, call one room, translate back.

Commands load on use, so that `wend --help` stays instant.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from wend import __version__
from wend.cli.speech import language, said
from wend.cli.usage import SpokenFormatter, in_our_words
from wend.kit.errors import Broken, Mistake, Trouble, WendError

_COMMANDS = {
    "demo": "wend.cli.demo:demo",
    "import": "wend.cli.import_:import_",
    "mapping": "wend.cli.mapping:mapping",
    "quarantine": "wend.cli.quarantine:quarantine",
    "customers": "wend.cli.customers:customers",
    "identity": "wend.cli.identity:identity",
    "connect": "wend.cli.connect:connect",
    "plan": "wend.cli.plan:plan",
    "ask": "wend.cli.ask:ask",
    "map": "wend.cli.map_:map_",
    "serve": "wend.cli.serve:serve",
    "collect": "wend.cli.collect:collect",
    "journal": "wend.cli.journal:journal",
    "worker": "wend.cli.worker:worker",
    "migrate": "wend.cli.migrate:migrate",
    "sources": "wend.cli.sources:sources",
    "keys": "wend.cli.keys:keys",
    "consents": "wend.cli.consents:consents",
    "export": "wend.cli.export:export",
    "forget": "wend.cli.forget:forget",
    "audit": "wend.cli.audit:audit",
    "settings": "wend.cli.settings:settings",
    "warm": "wend.cli.warm:warm",
}
UNUSABLE_INPUT = 2
TRY_LATER = 75
OURS = 70
INTERRUPTED = 130
_PASSES = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EAGAIN, errno.EMFILE, errno.ENFILE, errno.EBUSY})
click.Context.formatter_class = SpokenFormatter


class DiskTrouble(Trouble):
    """The system refused a file or a lock, and may not refuse it later."""

    code = "cli.system"


class DiskFault(Broken):
    """The system refused a file for good."""

    code = "cli.system"


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


def main(words: Sequence[str] | None = None) -> None:
    """Run the command line; an error is said in three sentences, never as a traceback."""
    try:
        status = wend.main(words, prog_name="wend", standalone_mode=False)
    except click.UsageError as error:
        status = _misused(error)
    except click.Abort:
        status = INTERRUPTED
    except WendError as error:
        status = _refused(error)
    except OSError as refused:
        reason = f"{refused.strerror or refused} {refused.filename or ''}".strip()
        status = _refused((DiskTrouble if refused.errno in _PASSES else DiskFault)(reason=reason))
    sys.exit(status if isinstance(status, int) else 0)


def _misused(error: click.UsageError) -> int:
    ours = in_our_words(error)
    if ours is not None:
        return _refused(ours)
    click.echo(error.format_message(), err=True)
    return UNUSABLE_INPUT


def _refused(error: WendError) -> int:
    spoken = language()
    click.echo(error.message(spoken), err=True)
    click.echo(error.cause(spoken), err=True)
    click.echo(f"→ {error.next_step(spoken)}", err=True)
    return UNUSABLE_INPUT if isinstance(error, Mistake) else TRY_LATER if error.retry else OURS
