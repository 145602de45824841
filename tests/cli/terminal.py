"""The command line as a person at a terminal meets it: arguments in; status, output and errors out."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import pytest

from wend.cli import main, wend
from wend.cli.speech import language
from wend.kit.texts import Language

SHOP = Path(__file__).resolve().parents[2] / "examples" / "shop"
COLUMNS = ("--customer=customer", "--event=event", "--time=time", "--channel=channel", "--trait=province")


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output, read as JSON."""
        return json.loads(self.out)


class Terminal:
    """Runs `wend …` in this process: the same entry point as the installed command."""

    def __init__(self, patch: pytest.MonkeyPatch, data: Path) -> None:
        self._patch, self.data = patch, data

    def __call__(self, *words: str | Path, spoken: Language = "en") -> Ran:
        out, err = io.StringIO(), io.StringIO()
        with self._around(spoken), redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        return Ran(int(ended.value.code or 0), out.getvalue(), err.getvalue())

    @contextmanager
    def _around(self, spoken: Language) -> Iterator[None]:
        language.cache_clear()
        self._patch.setenv("WEND_LANGUAGE", spoken)
        self._patch.setenv("WEND_DATA", str(self.data))
        yield
        language.cache_clear()


def commands(group: click.Group = wend, before: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], click.Command]]:
    """Every command of `wend` with the words that call it, groups before what is in them."""
    found: list[tuple[tuple[str, ...], click.Command]] = []
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        found.append(((*before, name), command))
        if isinstance(command, click.Group):
            found += commands(command, (*before, name))
    return found
