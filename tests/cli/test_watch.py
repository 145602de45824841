"""`wend ask --watch`: it asks again when the log has changed, not otherwise, and ends with Ctrl-C."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from tests.cli.terminal import COLUMNS, SHOP, Terminal
from wend.bootstrap import open_workspace
from wend.cli.watching import patiently, watched
from wend.kit.settings import Settings
from wend.questions import facade as questions


class _Screen(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def _clock(*steps: Callable[[], Any]) -> Callable[[float], None]:
    """What happens at each look; then Ctrl-C."""
    left = iter(steps)

    def wait(_seconds: float) -> None:
        step = next(left, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    return wait


def test_it_asks_again_only_after_a_change() -> None:
    log, asked = ["1"], []
    watched(lambda: log[-1], lambda: asked.append(log[-1]), 5, _clock(lambda: None, lambda: log.append("2")))
    assert asked == ["1", "2"]


def test_a_watched_question_counts_what_came_meanwhile(terminal: Terminal) -> None:
    here, told = open_workspace(Settings(data=terminal.data)), []

    def more() -> None:
        assert terminal("import", SHOP / "events.csv", *COLUMNS).status == 0

    def ask() -> None:
        told.append(questions.ask(here, "reach").events)

    watched(lambda: here.log.journal().version, ask, 1, _clock(more, lambda: None))
    assert told == [0, 10]


def test_a_terminal_is_cleared_before_it_is_drawn_again() -> None:
    screen = _Screen()
    watched(lambda: "1", lambda: click.echo("drawn", file=screen), 1, _clock(), screen)
    assert screen.getvalue() == "\x1b[H\x1b[2Jdrawn\n"


def test_who_waits_on_a_terminal_is_told_and_a_pipe_is_not() -> None:
    screen, pipe = _Screen(), io.StringIO()
    for stream in (screen, pipe):
        with patiently("Funnel", 0.0, stream):
            pass
    assert screen.getvalue().endswith("\r\x1b[2K")
    assert pipe.getvalue() == ""


@pytest.mark.parametrize("seconds", ["0", "soon"])
def test_seconds_that_cannot_be_are_a_mistake(terminal: Terminal, seconds: str, tmp_path: Path) -> None:
    assert terminal("ask", "reach", "--watch", seconds, "--data", tmp_path).status == 2
