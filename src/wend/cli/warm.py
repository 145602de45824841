"""`wend warm`: compile the kernels once, so that the first question of a new installation is quick."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import FrameType

import click

from wend.cli.compiling import COMMAND, PATIENCE_S, Compiling
from wend.cli.speech import said

PIECES = 9
"""So many pieces are dealt out of the walks of all questions; all other work is as much as two or three of them."""
MOST_PARTS = 4
"""Further processes would mostly compile what others have compiled too."""


class _Closed(Exception):
    """Whoever asked for it is gone. An ordinary exception: at any other the compiler would leave half a file behind."""


@click.command(help=said("cli.warm.help"))
@click.option("--while-open", is_flag=True, help=said("cli.warm.option.while_open"))
@click.option("--part", type=(int, click.IntRange(1)), default=(0, 1), help=said("cli.warm.option.part"))
def warm(*, while_open: bool, part: tuple[int, int]) -> None:
    """Compile and cache every kernel, on all processors: the compiler keeps to one in each process. With `while_open`
    it ends when its standard input does: a server that is gone, in whatever way, needs none of it.
    """
    if not while_open:
        _compile_shared(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
        click.echo(said("cli.warm.done"))
        return
    with suppress(_Closed):
        signal.signal(signal.SIGTERM, _close)
        threading.Thread(target=_listen, daemon=True).start()
        _compile(*part)
        if part == (0, 1):
            _remember()


def _close(_signal: int, _frame: FrameType | None) -> None:
    raise _Closed


def _listen() -> None:
    while os.read(sys.stdin.fileno(), 4096):  # past Python's own reader, which nobody may hold when the process ends
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    threading.Event().wait(PATIENCE_S)  # a compiler that is deep in its work hears of it late, or never
    os._exit(0)


def _compile_shared(parts: int) -> None:
    """Every part in a process of its own; one that fell out leaves its kernels to whoever asks for them first."""
    parts = min(parts, MOST_PARTS)
    children = [Compiling((*COMMAND, "--part", f"{part}", f"{parts}"), yields=False) for part in range(1, parts)]
    try:
        for child in children:
            child.start()
        _compile(0, parts)
        if all([child.wait() for child in children]):
            _remember()
    finally:
        for child in children:
            child.stop()


def _compile(part: int, parts: int) -> None:
    """One part of it; what people wait for first, first."""
    from wend.collect import facade as collect
    from wend.engines import machine
    from wend.log import facade as log
    from wend.maps import facade as maps
    from wend.questions import facade as questions

    walks = [partial(machine.warm, piece, PIECES) for piece in range(PIECES)]
    duties: list[Callable[[], None]] = [log.warm, collect.warm, *walks, questions.warm, maps.warm]
    for duty in duties[part::parts]:
        duty()


def _remember() -> None:
    from wend.engines import warmth

    warmth.remember()
