"""A question asked again whenever the log has grown, and a word to those who wait for a long one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING, TextIO

from wend.cli.speech import said

if TYPE_CHECKING:
    from wend.engines.budgets import Told

EVERY_S = 2.0
"""Seconds between two looks at the log."""
PATIENCE_S = 1.0
"""Seconds after which somebody who waits is told so."""
LOOK_S = 0.2
"""Seconds between two words about how far it is."""
_PLACES = "\r\x1b[2K"
_CLEARED = "\x1b[H\x1b[2J"


def pause(seconds: float) -> None:
    """Wait; Ctrl-C ends it."""
    Event().wait(seconds)


def watched(
    version: Callable[[], str],
    ask: Callable[[], None],
    seconds: float,
    wait: Callable[[float], None] | None = None,
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
            (wait or pause)(seconds)
    except KeyboardInterrupt:
        return


@contextmanager
def patiently(
    title: str, told: Callable[[], Told], after: float = PATIENCE_S, screen: TextIO | None = None
) -> Iterator[None]:
    """Say on the terminal's standard error that a question is still being answered and how far it is, and take it back
    in the end.
    """
    screen = screen or sys.stderr
    if not screen.isatty():
        yield
        return
    over = Event()
    telling = Thread(target=_tell, args=(title, told, after, screen, over), daemon=True)
    telling.start()
    try:
        yield
    finally:
        over.set()
        telling.join()
        _say(screen, "")


def _tell(title: str, told: Callable[[], Told], after: float, screen: TextIO, over: Event) -> None:
    wait, last = after, ""
    while not over.wait(wait):
        line, wait = _line(title, told()), LOOK_S
        if line != last:
            _say(screen, line)
        last = line


def _line(title: str, told: Told) -> str:
    """Which walk it is in is worth a word only when there is more than one."""
    share = f"{100 * told.share:.0f}"
    if told.walk == 0:
        return said("cli.ask.asking", title=title)
    if told.walk == 1:
        return said("cli.ask.walking", title=title, share=share)
    return said("cli.ask.walking_again", title=title, share=share, walk=told.walk)


def _say(screen: TextIO, line: str) -> None:
    screen.write(f"{_PLACES}{line}")
    screen.flush()
