"""`wend demo`: the product's main job on a simulated shop, from its files to the map in the browser."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wend.cli.speech import said

if TYPE_CHECKING:
    from wend.workspaces.facade import Workspace

_COMFORT = 20_000


@click.command(help=said("cli.demo.help"))
@click.option("--data", type=click.Path(path_type=Path), default=Path("demo-data"), help=said("cli.option.data"))
@click.option(
    "--customers", type=click.IntRange(100, 1_000_000), default=_COMFORT, help=said("cli.demo.option.customers")
)
@click.option("--port", type=click.IntRange(0, 65535), help=said("cli.option.port"))
@click.option("--serve/--no-serve", "serve_", default=True, help=said("cli.demo.option.serve"))
@click.option("--open/--no-open", "open_", default=True, help=said("cli.option.open"))
def demo(data: Path, customers: int, port: int | None, serve_: bool, open_: bool) -> None:
    """Simulate, import through the same path as any file, draw, serve."""
    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.demo import simulate
    from wend.maps import facade as maps

    files = data / "files"
    watch = _Watch()
    simulate(files, customers=customers)
    click.echo(said("cli.demo.simulated", customers=f"{customers:,}", seconds=watch.lap()))
    here = open_workspace(settings_from_environment(data, None))
    _import(here, files)
    journal = here.log.journal()
    counts = {"events": f"{journal.events:,}", "customers": f"{journal.customers:,}"}
    click.echo(said("cli.demo.imported", seconds=watch.lap(), **counts))
    drawn = maps.build_map(here)
    click.echo(said("cli.demo.mapped", seconds=watch.lap(), obstacles=len(drawn.obstacles)))
    if serve_:
        from wend.cli.serve import run_server

        run_server(data, None, None, port, open_=open_)


def _import(here: Workspace, files: Path) -> None:
    """The shop's files with their own mappings, through the same door as anybody's."""
    from wend.cli.import_ import progress_bar
    from wend.collect import facade as collect

    mappings = [each for path in sorted(files.glob("mappings/*.toml")) for each in collect.read_mappings(path)]
    paths = [path for path in sorted(files.iterdir()) if path.is_file() and path.name != "truths.json"]
    with progress_bar(shown=True) as watch:
        collect.import_files(here, paths, mappings, watch)


class _Watch:
    """Seconds since the last look."""

    def __init__(self) -> None:
        self._since = time.monotonic()

    def lap(self) -> str:
        now, before = time.monotonic(), self._since
        self._since = now
        return f"{now - before:.1f}"
