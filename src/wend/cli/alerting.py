"""What every command that makes an alert takes, and what it says of the new one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wend.cli.speech import language, said

if TYPE_CHECKING:
    from wend.workspaces.facade import Workspace

F = TypeVar("F", bound=Callable[..., Any])


def takes_alert(command: F) -> F:
    """The range, how often it is looked at, and who is told."""
    for option in (
        click.option("--webhook", default="", help=said("boards_alerts.cli.option.webhook")),
        click.option("--email", "emails", multiple=True, help=said("boards_alerts.cli.option.email")),
        click.option("--every", default="1h", show_default=True, help=said("boards_alerts.cli.option.every")),
        click.option("--high", type=float, help=said("boards_alerts.cli.option.high")),
        click.option("--low", type=float, help=said("boards_alerts.cli.option.low")),
    ):
        command = option(command)
    return command


def make_alert(
    here: Workspace,
    name: str,
    number: tuple[str, dict[str, str]],
    given: Mapping[str, Any],
    who: str,
    *,
    saved: str = "",
    segment: str = "",
) -> None:
    """Watch a number, a column and the row that it stands in, of a saved question or a segment; without bounds, its
    usual range. `given` is what `takes_alert` took.
    """
    from wend.boards import facade as boards
    from wend.boards.model_alerts import Bounds, Cell, Watch
    from wend.questions.facade import duration

    bounds = Bounds(given["low"], given["high"], usual=given["low"] is None and given["high"] is None)
    told = (duration(given["every"]), tuple(given["emails"]), given["webhook"], language())
    made = boards.create_alert(here, name, saved, Watch(Cell(*number), bounds, *told), who, segment=segment)
    click.echo(said("boards_alerts.cli.made", name=made.alert.name, id=made.alert.id))
    if made.secret:
        click.echo(said("boards_alerts.cli.secret", secret=made.secret))
