"""`wend worker`: the background work in a process of its own, beside a server or in its place."""

from __future__ import annotations

import signal
from pathlib import Path
from types import FrameType

import click

from wend.cli.speech import in_workspace, said


@click.command(help=said("cli.worker.help"))
@in_workspace
@click.option("--once", is_flag=True, help=said("worker.once"))
def worker(data: Path | None, workspace: str | None, once: bool) -> None:
    """Do what is due until interrupted."""
    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.worker.worker import Worker, Workers

    here = open_workspace(settings_from_environment(data, workspace))
    if once:
        click.echo(said("worker.done", tasks=Worker(here).run_due()))
        return
    working = Workers(here)

    def stop(_number: int, _frame: FrameType | None) -> None:
        working.ask_to_stop()

    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, stop)
    click.echo(said("worker.ready", workspace=here.name, where=here.store.where))
    working.run()
