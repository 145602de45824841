"""Every command that the first page shows is one that the terminal knows."""

from __future__ import annotations

import re
import shlex

import click
import pytest

from tools.house.run import ROOT
from wend.cli import wend

SHOWN = re.findall(r"^\$ (wend .*)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)


def _command(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that the words lead to, and the words that are left for it."""
    command: click.Command = wend
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        below = command.get_command(click.Context(command), words[0])
        assert below is not None, words[0]
        command, words = below, words[1:]
    return command, words


@pytest.mark.parametrize("shown", SHOWN)
def test_a_shown_command_is_known(shown: str) -> None:
    command, rest = _command(shlex.split(shown.split("  #")[0])[1:])
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in rest if word.startswith("--")} <= known
