"""The terminal's language, and the options every command shares."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import click

from wend.kit.texts import Language, as_language, text

Command = TypeVar("Command", bound=Callable[..., Any])


@cache
def language() -> Language:
    """From WEND_LANGUAGE, else the locale of the terminal."""
    chosen = os.environ.get("WEND_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LANG")
    return as_language(chosen)


def said(key: str, /, **places: object) -> str:
    """The sentence under `key` in the terminal's language."""
    return text(language(), key, **places)


def in_workspace(command: Command) -> Command:
    """Add `--data` and `--workspace`."""
    command = click.option("--data", type=click.Path(path_type=Path), help=said("cli.option.data"))(command)
    return click.option("--workspace", "-w", help=said("cli.option.workspace"))(command)


def as_json(command: Command) -> Command:
    """Add `--json`."""
    return click.option("--json", "json_", is_flag=True, help=said("cli.option.json"))(command)
