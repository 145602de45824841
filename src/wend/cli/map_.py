"""`wend map build`: the current-state map as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wend.cli.speech import in_workspace, language, said
from wend.kit.errors import Mistake
from wend.kit.texts import LANGUAGES, Language

if TYPE_CHECKING:
    from wend.maps.facade import FileForm
    from wend.maps.model import JourneyMap

FORMS: tuple[FileForm, ...] = ("json", "svg", "png", "pdf", "xlsx")


class UnknownForm(Mistake):
    """The file's ending is none that a map can have."""

    code = "cli.map.bad_form"


class UnwritableMap(Mistake):
    """The file cannot be written where it was asked for."""

    code = "cli.map.unwritable"


@click.group("map", help=said("cli.map.help"))
def map_() -> None:
    """Commands about the map."""


@map_.command(help=said("cli.map.build.help"))
@in_workspace
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help=said("cli.map.option.out"))
@click.option("--stage-set", help=said("cli.map.option.stage_set"))
@click.option("--segment", "segments", multiple=True, help=said("cli.map.option.segment"))
@click.option("--language", "spoken", type=click.Choice(LANGUAGES), help=said("cli.map.option.language"))
def build(
    data: Path | None,
    workspace: str | None,
    out: Path,
    stage_set: str | None,
    segments: tuple[str, ...],
    spoken: Language | None,
) -> None:
    """Draw the map of the whole log, or of the members of some segments, into `out`."""
    form = next((each for each in FORMS if out.suffix.lower() == f".{each}"), None)
    if form is None:
        raise UnknownForm(ending=out.suffix or out.name)
    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.maps import facade as maps

    here = open_workspace(settings_from_environment(data, workspace))
    if segments:
        from wend.segments import facade as kept

        kept.catch_up(here)
    drawn = maps.build_map(here, stage_set=stage_set, segments=segments)
    try:
        out.write_bytes(maps.as_file(drawn, form, spoken or language()))
    except OSError as refused:
        raise UnwritableMap(file=str(out), reason=refused.strerror) from refused
    click.echo(summary(drawn, out))


def summary(drawn: JourneyMap, out: Path) -> str:
    """One line about the map that was written."""
    counts = {"customers": f"{drawn.customers:,}", "events": f"{drawn.events:,}", "obstacles": len(drawn.obstacles)}
    return said("cli.map.written", file=out, **counts)
