"""The terminal door: translate, call one room, translate back.

Commands load on use, so that `wend --help` stays instant.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence

import click

from wend import __version__
from wend.cli.lazy import LazyGroup
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
    "persona": "wend.cli.persona:persona",
    "plan": "wend.cli.plan:plan",
    "touchpoints": "wend.cli.touchpoints:touchpoints",
    "stages": "wend.cli.stages:stages",
    "season": "wend.cli.season:season",
    "ask": "wend.cli.ask:ask",
    "condition": "wend.cli.condition:condition",
    "segment": "wend.cli.segment:segment",
    "board": "wend.cli.board:board",
    "map": "wend.cli.map_:map_",
    "mcp": "wend.cli.mcp:mcp",
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


class _Commands(LazyGroup):
    """Everything that `wend` can do."""

    commands_at = _COMMANDS


@click.group(cls=_Commands, help=said("cli.help"))
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
