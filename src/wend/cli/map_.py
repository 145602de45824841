"""`wend map build`: the current-state map as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from wend.cli.speech import as_json, in_workspace, language, said
from wend.kit.errors import Mistake
from wend.kit.texts import LANGUAGES, Language

if TYPE_CHECKING:
    from wend.maps.facade import FileForm
    from wend.maps.model import JourneyMap
    from wend.maps.model_remarks import Remark

WHO = "terminal"
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
@click.option("--moves", multiple=True, help=said("cli.map.option.moves"))
@click.option("--language", "spoken", type=click.Choice(LANGUAGES), help=said("cli.map.option.language"))
def build(
    data: Path | None,
    workspace: str | None,
    out: Path,
    stage_set: str | None,
    segments: tuple[str, ...],
    moves: tuple[str, ...],
    spoken: Language | None,
) -> None:
    """Draw the map of the whole log, or of the members of some segments, into `out`."""
    form = next((each for each in FORMS if out.suffix.lower() == f".{each}"), None)
    if form is None:
        raise UnknownForm(ending=out.suffix or out.name)
    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.maps import facade as maps

    here = open_workspace(settings_from_environment(data, workspace))
    if segments or moves:
        from wend.segments import facade as kept

        kept.catch_up(here)
    drawn = maps.build_map(here, stage_set=stage_set, segments=segments, moves=moves)
    try:
        out.write_bytes(maps.as_file(drawn, form, spoken or language(), maps.remarks_of(here)))
    except OSError as refused:
        raise UnwritableMap(file=str(out), reason=refused.strerror) from refused
    click.echo(summary(drawn, out))


@map_.command(help=said("remarks.cli.list.help"))
@in_workspace
@as_json
def remarks(data: Path | None, workspace: str | None, *, json_: bool) -> None:
    """List the obstacles and notes that people put on the map."""
    import json
    from dataclasses import asdict

    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.maps import facade as maps

    found = maps.remarks_of(open_workspace(settings_from_environment(data, workspace)))
    if json_:
        click.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=1))
        return
    for each in found:
        click.echo(_line(each))
    if not found:
        click.echo(said("remarks.cli.none"))


@map_.command(help=said("remarks.cli.note.help"))
@in_workspace
@click.argument("text")
@click.option("--stage", help=said("remarks.cli.option.stage"))
@click.option("--touchpoint", help=said("remarks.cli.option.touchpoint"))
@click.option("--obstacle", help=said("remarks.cli.option.obstacle"))
@click.option("--stage-set", help=said("cli.map.option.stage_set"))
def note(
    data: Path | None,
    workspace: str | None,
    text: str,
    stage: str | None,
    touchpoint: str | None,
    obstacle: str | None,
    stage_set: str | None,
) -> None:
    """Write a note at a stage or a touchpoint, or an obstacle under its name."""
    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.maps import facade as maps
    from wend.maps.model_remarks import Element

    about = Element("touchpoint", touchpoint, stage or "") if touchpoint else Element("stage", stage or "")
    kind: Literal["obstacle", "note"] = "obstacle" if obstacle else "note"
    here = open_workspace(settings_from_environment(data, workspace))
    made = maps.add_remark(here, kind, about, WHO, title=obstacle or "", text=text, stage_set=stage_set)
    click.echo(_line(made))


def _line(remark: Remark) -> str:
    """Where it stands, what it says, and the number that shows it."""
    where = " · ".join(filter(None, (remark.about.stage, remark.about.key)))
    told = " — ".join(filter(None, (remark.title, " ".join(remark.text.split()))))
    number = f" ({remark.number.customers:,} / {remark.number.share.n:,})" if remark.number else ""
    return f"{said(f'remarks.cli.{remark.kind}')} [{where}] {told}{number}"


def summary(drawn: JourneyMap, out: Path) -> str:
    """One line about the map that was written."""
    counts = {"customers": f"{drawn.customers:,}", "events": f"{drawn.events:,}", "obstacles": len(drawn.obstacles)}
    return said("cli.map.written", file=out, **counts)
