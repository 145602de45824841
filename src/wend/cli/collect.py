"""`wend collect`: only the doors for programs that send. They may listen beyond this machine: nothing can be read."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

import click

from wend.cli.speech import in_workspace, said


@click.command(help=said("cli.collect.help"))
@in_workspace
@click.option("--host", help=said("collect_live.cli.option.host"))
@click.option("--port", type=click.IntRange(0, 65535), help=said("cli.option.port"))
def collect(data: Path | None, workspace: str | None, host: str | None, port: int | None) -> None:
    """Collect until interrupted."""
    import socket

    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.cli.serve import server_of
    from wend.web.doors import collecting_only
    from wend.workspaces import facade as access

    settings = settings_from_environment(data, workspace)
    host, port = host or settings.host, settings.port if port is None else port
    here = open_workspace(settings)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        raise access.PortTaken(port=port) from error
    listener.listen()
    shown = f"[{host}]" if ":" in host else host
    click.echo(said("collect_live.cli.ready", address=f"http://{shown}:{listener.getsockname()[1]}"))
    app = collecting_only(here)
    app.wake()
    with suppress(KeyboardInterrupt):
        server_of(app, settings.trusted_proxies).run(sockets=[listener])
    sys.stdout.flush()
    os._exit(0)  # whoever was answered is on disk; threads that check a body must not hold the exit up
