"""`wend ask --watch`: it asks again when the log has changed, not otherwise, and ends with Ctrl-C."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from tests.cli.terminal import COLUMNS, SHOP, Terminal
from wend.bootstrap import open_workspace
from wend.cli.watching import patiently, watched
from wend.engines.budgets import Progress, Told
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
        with patiently("Funnel", Progress().told, 0.0, stream):
            pass
    assert screen.getvalue().endswith("\r\x1b[2K")
    assert pipe.getvalue() == ""


def test_who_waits_is_told_how_far_it_is() -> None:
    screen, walks = _Screen(), [Told(0, 0.0), Told(1, 0.25), Told(1, 0.25), Told(2, 0.5)]
    asked, over = iter(walks), threading.Event()

    def told() -> Told:
        now = next(asked, None)
        if now is None:
            over.set()
        return now or walks[-1]

    with patiently("Funnel", told, 0.0, screen):
        assert over.wait(10)
    lines = screen.getvalue().split("\r\x1b[2K")
    assert [line for line in lines if "%" in line] == [
        "Funnel: 25 % of the log is walked …",
        "Funnel: walk 2 through the log, 50 % …",
    ]


def test_a_saved_question_is_watched_until_ctrl_c(terminal: Terminal) -> None:
    assert terminal("import", SHOP / "events.csv", *COLUMNS).status == 0
    assert terminal("ask", "reach", "--save", "Reach").status == 0
    words = [
        sys.executable,
        "-u",
        "-m",
        "wend",
        "ask",
        "--saved",
        "Reach",
        "--watch",
        "0.1",
        "--data",
        str(terminal.data),
    ]
    watching = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, preexec_fn=_hears_ctrl_c)
    assert watching.stdout is not None
    assert any("product.viewed" in line for line in watching.stdout)
    watching.send_signal(signal.SIGINT)
    watching.communicate(timeout=60)
    assert watching.returncode == 0


def _hears_ctrl_c() -> None:
    """A shell that starts the tests in the background has all of them ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("seconds", ["0", "soon"])
def test_seconds_that_cannot_be_are_a_mistake(terminal: Terminal, seconds: str, tmp_path: Path) -> None:
    assert terminal("ask", "reach", "--watch", seconds, "--data", tmp_path).status == 2
