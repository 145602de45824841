"""A question asked again whenever the log has grown, and a word to those who wait for a long one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Timer
from typing import TextIO

from wend.cli.speech import said

EVERY_S = 2.0
"""Seconds between two looks at the log."""
PATIENCE_S = 1.0
"""Seconds after which somebody who waits is told so."""
_PLACES = "\r\x1b[2K"
_CLEARED = "\x1b[H\x1b[2J"


def pause(seconds: float) -> None:
    """Wait; Ctrl-C ends it."""
    Event().wait(seconds)


def watched(
    version: Callable[[], str],
    ask: Callable[[], None],
    seconds: float,
    wait: Callable[[float], None] = pause,
    screen: TextIO | None = None,
) -> None:
    """Ask, and again after every change of the log, until Ctrl-C."""
    screen, seen = screen or sys.stdout, None
    try:
        while True:
            now = version()
            if now != seen:
                if screen.isatty():
                    screen.write(_CLEARED)
                ask()
                screen.flush()
                seen = now
            wait(seconds)
    except KeyboardInterrupt:
        return


@contextmanager
def patiently(title: str, after: float = PATIENCE_S, screen: TextIO | None = None) -> Iterator[None]:
    """Say on the terminal's standard error that a question is still being answered, and take it back in the end."""
    screen = screen or sys.stderr
    if not screen.isatty():
        yield
        return
    telling = Timer(after, _say, [screen, said("cli.ask.asking", title=title)])
    telling.daemon = True
    telling.start()
    try:
        yield
    finally:
        telling.cancel()
        telling.join()
        _say(screen, "")


def _say(screen: TextIO, line: str) -> None:
    screen.write(f"{_PLACES}{line}")
    screen.flush()
