"""`wend serve`: the app in the browser, on loopback."""

from __future__ import annotations

import logging
import os
import sys
import threading
import traceback
import webbrowser
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wend.cli.compiling import Compiling
from wend.cli.speech import in_workspace, said

PATIENCE_S = 5
"""How long requests that are being answered may go on after the server was asked to stop."""
SWITCH_S = 0.0005
"""How long a busy thread may keep others waiting. Answers wait for the thread that writes, and it for them: with the
usual five milliseconds most of the time of small requests would be spent waiting for a turn."""
JOURNAL_AGE_S = 5
"""How old a journal may be that answers a question while events keep coming."""

if TYPE_CHECKING:
    import uvicorn
    from starlette.types import ASGIApp

    from wend.workspaces.facade import Workspace


@click.command(help=said("cli.serve.help"))
@in_workspace
@click.option("--host", help=said("cli.option.host"))
@click.option("--port", type=click.IntRange(0, 65535), help=said("cli.option.port"))
@click.option("--open/--no-open", "open_", default=False, help=said("cli.option.open"))
def serve(data: Path | None, workspace: str | None, host: str | None, port: int | None, open_: bool) -> None:
    """Serve the app until interrupted."""
    run_server(data, workspace, host, port, open_=open_)


def run_server(data: Path | None, workspace: str | None, host: str | None, port: int | None, *, open_: bool) -> None:
    """Listen, print the first-run link, load the rest in the background."""
    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.web.shell import LOOPBACK
    from wend.workspaces import facade as access

    settings = settings_from_environment(data, workspace)
    host, port = host or settings.host, settings.port if port is None else port
    if host not in LOOPBACK:
        raise access.NotLoopback(host=host)
    here = open_workspace(replace(settings, journal_patience_s=max(JOURNAL_AGE_S, settings.journal_patience_s)))
    with here.store.serving():
        _listen(here, host, port, open_=open_)
        # A question may still walk the log in a thread that cannot be interrupted. Everything promised is on disk.
        sys.stdout.flush()
        os._exit(0)


def _listen(here: Workspace, host: str, port: int, *, open_: bool) -> None:
    import socket

    from wend.web.shell import listening
    from wend.worker.worker import Workers
    from wend.workspaces import facade as access

    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        raise access.PortTaken(port=port) from error
    listener.listen()  # from here on a browser that opens the link waits instead of being refused
    link = f"http://{host}:{listener.getsockname()[1]}/#token={access.first_run_token(here)}"
    compiling = Compiling()
    app = listening(here, lambda: _wake(here, compiling), assistants=cache(lambda: _assistants(here)))
    worker = Workers(here)
    worker.start()
    app.wake()
    click.echo(said("cli.serve.ready", link=link))
    if open_:
        webbrowser.open(link)
    with suppress(KeyboardInterrupt):
        server_of(app, here.settings.trusted_proxies).run(sockets=[listener])
    worker.stop()
    compiling.stop()


def _assistants(here: Workspace) -> ASGIApp:
    from wend.assistants.over_http import over_http
    from wend.web.security import KEY

    return over_http(here, lambda scope: scope[KEY])


def server_of(app: ASGIApp, trusted_proxies: str = "") -> uvicorn.Server:
    """The server around the app; it logs neither requests nor what faults say, for both may hold personal data.

    What a forwarded header says about the sender is believed from trusted proxies only.
    """
    import uvicorn

    from wend.web.collecting.wire import Wire

    sys.setswitchinterval(SWITCH_S)

    config = uvicorn.Config(
        app,
        http=Wire,
        proxy_headers=bool(trusted_proxies),
        forwarded_allow_ips=trusted_proxies,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=PATIENCE_S,
    )
    logging.getLogger("uvicorn.error").addFilter(_without_data)
    return uvicorn.Server(config)


def _without_data(record: logging.LogRecord) -> bool:
    """Keep the kind and the places of a fault, and drop its message."""
    if isinstance(record.exc_info, tuple) and record.exc_info[0] is not None:
        places = "".join(traceback.format_tb(record.exc_info[2]))
        record.msg, record.args = f"{record.getMessage()} {record.exc_info[0].__name__}\n{places}", ()
        record.exc_info = record.exc_text = None
    return True


def _wake(here: Workspace, compiling: Compiling) -> ASGIApp:
    """Load the API's rooms, and let the usual kernels follow while the first questions are already answered."""
    from wend.web.app import create_app

    app = create_app(here)
    threading.Thread(target=_warm, args=(here, compiling), daemon=True).start()
    return app


def _warm(here: Workspace, compiling: Compiling) -> None:
    """Draw the map that people open first, list the customers to search in, then load the kernels neither needed: those
    of obstacles, which stand on that map, before those of the questions. Where they are not compiled yet, another
    process compiles them meanwhile: here they would stand in the way of whoever asks.
    """
    from wend.customers import facade as customers
    from wend.engines import machine, warmth
    from wend.log import facade as log
    from wend.maps import facade as maps
    from wend.questions import facade as questions

    if not warmth.is_warm():
        compiling.start()
    maps.overview(here)
    customers.warm(here)
    compiling.wait()
    maps.warm()
    machine.warm()
    questions.warm()
    log.warm()
