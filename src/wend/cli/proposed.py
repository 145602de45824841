"""What a person sees of proposals and previews, and how they say yes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table

from wend.cli.speech import language, said

if TYPE_CHECKING:
    from wend.collect.facade import Mapping, Preview, Proposal

_SHOWN_COLUMNS = 8
_WIDEST = 40


def confirmed(files: Sequence[Path], *, accept: bool, quiet: bool, header: bool | None) -> list[Mapping]:
    """Mappings for files that came without one: ready ones at once, proposed ones when the person agrees.

    Raises NoMappingFits when no events can be made of any file, NotConfirmed when the person does not agree or is not
    there.
    """
    from wend.collect.facade import errors, propose

    proposals = propose(files, header)
    useful = [proposal for proposal in proposals if proposal.mapping is not None]
    lost = next((each for each in proposals if each.mapping is None and not each.lookup), None)
    if not useful or (lost is not None and len(files) == 1):
        raise errors.NoMappingFits(file=(lost or proposals[0]).path.name)
    guessed = [proposal for proposal in useful if not proposal.ready]
    for proposal in useful:
        if proposal.ready and proposal.mapping and not quiet:
            click.echo(said("collect.cli.using", file=proposal.path.name, mapping=proposal.mapping.name), err=True)
    if guessed and not quiet:
        for proposal in guessed:
            print_proposal(proposal)
    if guessed and not accept and (quiet or not sys.stdin.isatty() or not click.confirm(said("collect.cli.accept"))):
        raise errors.NotConfirmed(file=" ".join(str(path) for path in files))
    return [proposal.mapping for proposal in useful if proposal.mapping is not None]


def print_proposal(proposal: Proposal) -> None:
    """The mapping, why it looks so, and what to check."""
    from wend.collect.facade import to_toml

    spoken = language()
    click.echo(
        said("collect.cli.proposed", file=proposal.path.name, confidence=round(proposal.confidence * 100)), err=True
    )
    click.echo(said("collect.cli.reasons"), err=True)
    for reason in proposal.reasons:
        click.echo(f"  • {reason.sentence(spoken)}", err=True)
    if proposal.questions:
        click.echo(said("collect.cli.questions"), err=True)
        for question in proposal.questions:
            click.echo(f"  ? {question.sentence(spoken)}", err=True)
    if proposal.mapping is not None:
        click.echo()
        click.echo(to_toml(proposal.mapping))


def print_preview(preview: Preview) -> None:
    """The first rows, the events they would become, and the bad ones."""
    console = Console()
    console.print(said("collect.cli.preview", file=preview.file))
    console.print(_table(preview.columns[:_SHOWN_COLUMNS], [row[:_SHOWN_COLUMNS] for row in preview.rows]))
    console.print(said("collect.cli.preview_events"))
    keys = [
        key
        for key in ("subject", "event", "occurred_at", "channel", "amount", "rating", "properties")
        if any(key in event for event in preview.events)
    ]
    console.print(_table(keys, [[str(event.get(key, "")) for key in keys] for event in preview.events]))
    if preview.bad:
        console.print(said("collect.cli.preview_bad"))
        rows = [[str(row.line), row.sentence(language())] for row in preview.bad]
        console.print(_table([said("collect.cli.line"), said("collect.cli.reason")], rows))


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    from rich.text import Text

    table = Table(box=None, header_style="bold")
    for column in columns:
        table.add_column(Text(column[:_WIDEST]), overflow="ellipsis", max_width=_WIDEST, no_wrap=True)
    for row in rows:
        table.add_row(*(Text(cell[: 2 * _WIDEST]) for cell in row))  # as text: a cell is never markup
    return table
