"""`wend export`: everything about one person in one file for them, or the whole log for another tool."""

from __future__ import annotations

from pathlib import Path

import click

from wend.cli.speech import in_workspace, said
from wend.kit.errors import Mistake

WHO = "terminal"
_REASON = "wend export"


class PersonOrLog(Mistake):
    """Neither somebody nor a file for the log was named, or both."""

    code = "cli.person_or_log"


@click.command(help=said("cli.export.help"))
@in_workspace
@click.option("--reason", default=_REASON, help=said("privacy.cli.option.reason"))
@click.option("--to", "to", type=click.Path(path_type=Path), help=said("privacy.cli.option.to"))
@click.option("--log", "log", type=click.Path(path_type=Path, dir_okay=False), help=said("cli.export.option.log"))
@click.option("--object", "objects", multiple=True, help=said("cli.export.option.object"))
@click.argument("key", required=False)
def export(
    data: Path | None,
    workspace: str | None,
    key: str | None,
    reason: str,
    to: Path | None,
    log: Path | None,
    objects: tuple[str, ...],
) -> None:
    """Write the file."""
    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.customers import facade as customers

    here = open_workspace(settings_from_environment(data, workspace))
    if log is not None and key is None:
        from wend.collect import facade as collect

        click.echo(
            said("cli.export.written", events=f"{collect.export_log(here, log, objects, WHO, reason):,}", file=log)
        )
        return
    if key is None or log is not None:
        raise PersonOrLog
    file = customers.person_file(here, key, WHO, reason)
    path = (to / file.name if to is not None and to.is_dir() else to) or Path(file.name)
    path.write_bytes(file.content)
    click.echo(path)
