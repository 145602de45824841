"""The command line's own words in both languages: what click would say in English only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import click
from click.exceptions import NoSuchCommand

from wend.cli.speech import said
from wend.kit.errors import Mistake, closest

_HEADINGS = {"Options": "cli.help.options", "Commands": "cli.commands"}
_OWN = {"--help": "cli.help.help", "--version": "cli.help.version"}
_EXTRA = "Got unexpected extra argument"


class UnknownCommand(Mistake):
    """A command that does not exist, with the closest one that does."""

    code = "cli.unknown_command"


class UnknownOption(Mistake):
    """An option that the command does not have, with the closest one it has."""

    code = "cli.unknown_option"


class MissingPart(Mistake):
    """A required option or argument is not there."""

    code = "cli.missing_part"


class MissingValue(Mistake):
    """An option stands without its value."""

    code = "cli.missing_value"


class BadValue(Mistake):
    """A value that the option cannot take."""

    code = "cli.bad_value"


class ExtraPart(Mistake):
    """A word that belongs to nothing."""

    code = "cli.extra_part"


def in_our_words(error: click.UsageError) -> Mistake | None:
    """The same mistake with cause and next step; None for one whose sentence already is in the reader's language."""
    help_of = f"{error.ctx.command_path if error.ctx else 'wend'} --help"
    if isinstance(error, NoSuchCommand):
        known = error.cmd.list_commands(error.ctx) if error.ctx and isinstance(error.cmd, click.Group) else []
        return UnknownCommand(name=error.command_name, closest=_near(error.command_name, known))
    if isinstance(error, click.NoSuchOption):
        options = [name for each in error.cmd.params for name in each.opts] if error.cmd else []
        named = [name for name in options if name.startswith("-")]
        return UnknownOption(name=error.option_name, closest=_near(error.option_name, named), help=help_of)
    if isinstance(error, click.MissingParameter):
        return MissingPart(part=_part(error), help=help_of)
    if isinstance(error, click.BadParameter):
        return BadValue(part=_part(error), wanted=_wanted(error.param), help=help_of)
    if isinstance(error, click.BadOptionUsage):
        return MissingValue(part=error.option_name, help=help_of)
    if error.message.startswith(_EXTRA):
        return ExtraPart(part=error.message.partition("(")[2].removesuffix(")"), help=help_of)
    return None


class SpokenFormatter(click.HelpFormatter):
    """Help pages with their headings in the reader's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or said("cli.help.usage"))

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(said(_HEADINGS[name]) if name in _HEADINGS else name):
            yield

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        spoken = [(left, said(_OWN[left]) if left in _OWN else right) for left, right in rows]
        super().write_dl(spoken, col_max, col_spacing)


def _near(name: str, known: Sequence[str]) -> str:
    return closest(name, known) or ", ".join(known) or "–"


def _part(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return (error.param.name or "").upper() if error.param else "–"


def _wanted(param: click.Parameter | None) -> str:
    kind = param.type if param else None
    if isinstance(kind, click.Choice):
        return ", ".join(map(str, kind.choices))
    if isinstance(kind, click.IntRange):
        return f"{kind.min} … {kind.max}"
    return kind.name if kind else "–"
