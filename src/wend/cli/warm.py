"""`wend warm`: compile the kernels once, so that the first question of a new installation is quick."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from types import FrameType

import click

from wend.cli.compiling import PATIENCE_S
from wend.cli.speech import said


class _Closed(Exception):
    """Whoever asked for it is gone. An ordinary exception: at any other the compiler would leave half a file behind."""


@click.command(help=said("cli.warm.help"))
@click.option("--while-open", is_flag=True, help=said("cli.warm.option.while_open"))
def warm(*, while_open: bool) -> None:
    """Compile and cache every kernel. With `while_open` it ends when its standard input does: a server that is gone, in
    whatever way, needs none of it.
    """
    if not while_open:
        _compile()
        click.echo(said("cli.warm.done"))
        return
    with suppress(_Closed):
        signal.signal(signal.SIGTERM, _close)
        threading.Thread(target=_listen, daemon=True).start()
        _compile()


def _close(_signal: int, _frame: FrameType | None) -> None:
    raise _Closed


def _listen() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)
    threading.Event().wait(PATIENCE_S)  # a compiler that is deep in its work hears of it late, or never
    os._exit(0)


def _compile() -> None:
    """What people wait for first, first."""
    from wend.collect import facade as collect
    from wend.engines import machine, warmth
    from wend.log import facade as log
    from wend.maps import facade as maps
    from wend.questions import facade as questions

    log.warm()
    machine.warm()
    collect.warm()
    maps.warm()
    questions.warm()
    warmth.remember()
