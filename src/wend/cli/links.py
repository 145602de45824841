"""Read-only links, of a dashboard or of a persona, as they are told at the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from wend.cli.speech import said
from wend.kit.clock import from_epoch

if TYPE_CHECKING:
    from wend.boards.model import NewShare, Share
    from wend.workspaces.facade import Workspace


def day(at: int) -> str:
    """The day of an epoch second."""
    return f"{from_epoch(at):%Y-%m-%d}"


def tell_made(here: Workspace, made: NewShare, page: str, ends: str) -> None:
    """The address of a new link to a page; beside it until when, by the text of this key."""
    base = here.settings.public_url.rstrip("/") or f"http://{here.settings.host}:{here.settings.port}"
    click.echo(f"{base}{page}#{made.token}")
    click.echo(said(ends, at=day(made.share.expires_at), id=made.share.id), err=True)


def tell(every: Iterable[Share]) -> None:
    """A line for each link that was made."""
    for each in every:
        state = said("boards.cli.link_live") if each.live else said("boards.cli.link_over")
        told = {"id": each.id, "made": day(each.created_at), "ends": day(each.expires_at)}
        click.echo(said("boards.cli.link", state=state, **told))
