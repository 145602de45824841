"""`wend stages`: the stage sets, what an edited one would change, and every version there was."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wend.cli.speech import as_json, in_workspace, language, said
from wend.kit.clock import from_epoch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wend.domain.stage import StageSet
    from wend.touchpoints.facade import PreviewedStageSet, StageSetVersion
    from wend.workspaces.facade import Workspace

WHO = "terminal"


@click.group(invoke_without_command=True, help=said("cli.stages.help"))
@in_workspace
@as_json
@click.pass_context
def stages(ctx: click.Context, data: Path | None, workspace: str | None, json_: bool) -> None:
    """Without a subcommand: the stage sets there are."""
    from wend.touchpoints import facade as touchpoints

    if ctx.invoked_subcommand is None:
        _tell(touchpoints.stage_sets(_opened(data, workspace)), json_=json_)


@stages.command(help=said("stages.cli.show.help"))
@click.argument("key")
@in_workspace
@as_json
def show(key: str, data: Path | None, workspace: str | None, json_: bool) -> None:
    """One stage set; as JSON it is the file that `preview` and `save` read."""
    from wend.touchpoints import facade as touchpoints

    found = touchpoints.view(_opened(data, workspace), key).stage_set
    if json_:
        click.echo(touchpoints.to_text(found), nl=False)
    else:
        _print_stages(found)


@stages.command(help=said("stages.cli.preview.help"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--today", help=said("stages.cli.option.today"))
@in_workspace
@as_json
def preview(file: Path, today: str | None, data: Path | None, workspace: str | None, json_: bool) -> None:
    """Who would stand where, and who moves; nothing is saved. What could not be saved is refused, without numbers."""
    from wend.touchpoints import facade as touchpoints

    here = _opened(data, workspace)
    edited = touchpoints.checked_stage_set(here, touchpoints.read_stage_set(file))
    seen = touchpoints.preview_stage_set(here, edited, today)
    if json_:
        told = asdict(seen) | {"findings": [_finding(each) for each in seen.findings]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        _print_preview(seen)


@stages.command(help=said("stages.cli.save.help"))
@click.argument("file", type=click.Path(path_type=Path))
@in_workspace
@as_json
def save(file: Path, data: Path | None, workspace: str | None, json_: bool) -> None:
    """Make a file the next version of the stage set it names."""
    from wend.touchpoints import facade as touchpoints

    edited = touchpoints.read_stage_set(file)
    saved = touchpoints.save_stage_set(_opened(data, workspace), edited.key, edited, WHO)
    _tell([each for each in saved if each.key == edited.key], json_=json_)


@stages.command(help=said("stages.cli.history.help"))
@click.argument("key")
@in_workspace
@as_json
def history(key: str, data: Path | None, workspace: str | None, json_: bool) -> None:
    """Every version, the newest first."""
    from wend.touchpoints import facade as touchpoints

    found = touchpoints.stage_set_versions(_opened(data, workspace), key)
    if json_:
        click.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2))
    else:
        _print_versions(found)


@stages.command(help=said("stages.cli.restore.help"))
@click.argument("key")
@click.argument("version", type=click.IntRange(1))
@in_workspace
@as_json
def restore(key: str, version: int, data: Path | None, workspace: str | None, json_: bool) -> None:
    """Save an earlier version as the next one."""
    from wend.touchpoints import facade as touchpoints

    saved = touchpoints.restore_stage_set(_opened(data, workspace), key, version, WHO)
    _tell([each for each in saved if each.key == key], json_=json_)


@stages.command(help=said("stages.cli.choose.help"))
@click.argument("key")
@in_workspace
@as_json
def choose(key: str, data: Path | None, workspace: str | None, json_: bool) -> None:
    """Make it the set that maps are drawn with."""
    from wend.touchpoints import facade as touchpoints

    _tell(touchpoints.choose_stage_set(_opened(data, workspace), key, WHO), json_=json_)


def _opened(data: Path | None, workspace: str | None) -> Workspace:
    from wend.bootstrap import open_workspace, settings_from_environment

    return open_workspace(settings_from_environment(data, workspace))


def _tell(found: Sequence[StageSet], *, json_: bool) -> None:
    from wend.cli.tables import console, print_rows
    from wend.touchpoints import facade as touchpoints

    if json_:
        click.echo(json.dumps([touchpoints.document_of(each) for each in found], ensure_ascii=False, indent=2))
        return
    rows = [
        {
            "stage_set": each.key,
            "version": each.version,
            "stages": " → ".join(s.name.in_(language()) for s in each.stages),
        }
        for each in found
    ]
    print_rows(rows, console())


def _print_stages(found: StageSet) -> None:
    from wend.cli.tables import console, print_rows

    rows = [
        {"stage": stage.key, "name": stage.name.in_(language()), "rules": " | ".join(map(_rule, stage.rules)) or "–"}
        for stage in found.stages
    ]
    print_rows(rows, console())


def _rule(rule: Any) -> str:
    return f"{rule.at_least} × {', '.join(rule.touchpoints)}"


def _print_preview(seen: PreviewedStageSet) -> None:
    from wend.cli.tables import console, print_rows

    names = {each.stage: each.name.in_(language()) for each in (*seen.today, *seen.stages)}
    to = console()
    for change in seen.changes:
        to.print(change.in_(language()))
    to.print(said("stages.cli.moved", moved=f"{seen.moved:,}", customers=f"{seen.customers:,}"), style="bold")
    print_rows(
        [
            {"stage": each.name.in_(language()), "today": each.customers_today, "then": each.customers}
            | {"slowing": each.slowing, "left": each.left}
            for each in seen.stages
        ],
        to,
    )
    moved = [each for each in seen.moves if each.before != each.after]
    if moved:
        print_rows([{"from": names[m.before], "to": names[m.after], "customers": m.customers} for m in moved], to)
    for finding in seen.findings:
        to.print(finding.sentence.in_(language()))


def _print_versions(found: Sequence[StageSetVersion]) -> None:
    from wend.cli.tables import console, print_rows

    rows = [
        {"version": each.version, "at": f"{from_epoch(each.at):%Y-%m-%d %H:%M}" if each.at else "–"}
        | {"by": each.by or "–", "changes": " ".join(change.in_(language()) for change in each.changes) or "–"}
        for each in found
    ]
    print_rows(rows, console())


def _finding(each: Any) -> dict[str, Any]:
    return {"level": each.level, "entry": each.entry, "sentence": asdict(each.sentence)}
