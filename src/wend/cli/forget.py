"""`wend forget`: erase a person everywhere; and the way back for those who return."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wend.cli.speech import as_json, in_workspace, said
from wend.kit.clock import from_epoch

if TYPE_CHECKING:
    from wend.customers.model_privacy import Erased, ErasurePlan

WHO = "terminal"
_REASON = "wend forget"


@click.command(help=said("cli.forget.help"))
@in_workspace
@as_json
@click.option("--yes", is_flag=True, help=said("privacy.cli.option.yes"))
@click.option("--reason", default=_REASON, help=said("privacy.cli.option.reason"))
@click.option("--plan", "only_plan", is_flag=True, help=said("privacy.cli.option.plan"))
@click.option("--lift", is_flag=True, help=said("privacy.cli.option.lift"))
@click.option("--marks", is_flag=True, help=said("privacy.cli.option.marks"))
@click.option(
    "--restored",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=said("privacy.cli.option.restored"),
)
@click.argument("key", required=False)
def forget(
    data: Path | None,
    workspace: str | None,
    key: str | None,
    reason: str,
    *,
    json_: bool,
    yes: bool,
    only_plan: bool,
    lift: bool,
    marks: bool,
    restored: Path | None,
) -> None:
    """Without a key: finish what was cut off."""
    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.customers import facade as customers

    here = open_workspace(settings_from_environment(data, workspace))
    if marks:
        click.echo("\n".join(customers.erasure_marks(here)))
        return
    if restored is not None:
        again = customers.erase_again(here, restored.read_text(encoding="utf-8").split(), WHO, reason)
        _print([_document(again)] if again is not None else [], json_=json_)
        return
    if key is None:
        _print([_document(each) for each in customers.finish_erasures(here)], json_=json_)
        return
    if lift:
        lifted = customers.lift_erasure(here, key, WHO, reason)
        click.echo(json.dumps({"lifted": lifted}) if json_ else said("privacy.cli.lifted", count=lifted))
        return
    plan = customers.erasure_plan(here, key)
    if only_plan or not (yes or json_):
        click.echo(json.dumps(_planned(plan), ensure_ascii=False) if json_ else _plan(plan))
    if only_plan:
        return
    confirm = plan.confirm if yes else click.prompt(said("privacy.cli.confirm", word=plan.confirm), err=True)
    erased = customers.erase(here, key, WHO, reason, confirm)
    _print([_document(erased)], json_=json_)


def _print(erased: list[dict[str, object]], *, json_: bool) -> None:
    if json_:
        click.echo(json.dumps(erased[0] if len(erased) == 1 else erased, ensure_ascii=False))
        return
    for each in erased:
        click.echo(said("privacy.cli.erased", **each))
        for file in each["remains"]:  # type: ignore[attr-defined]  # a list, as the document makes it
            click.echo(said("privacy.cli.remains", file=file), err=True)
    if not erased:
        click.echo(said("privacy.cli.nothing"))


def _document(erased: Erased) -> dict[str, object]:
    return {
        "request": erased.request,
        "identifiers": erased.identifiers,
        "events": erased.events,
        "files": erased.files,
        "rows": dict(erased.rows),
        "uploads": erased.uploads,
        "remains": list(erased.remains),
    }


def _planned(plan: ErasurePlan) -> dict[str, object]:
    return {
        "customer": plan.customer,
        "identifiers": list(plan.identifiers),
        "events": plan.events,
        "notes": plan.notes,
        "consents": plan.consents,
        "quarantined": plan.quarantined,
        "confirm": plan.confirm,
    }


def _plan(plan: ErasurePlan) -> str:
    span = " – ".join(f"{from_epoch(at):%Y-%m-%d}" for at in (plan.first_at, plan.last_at) if at is not None)
    return said("privacy.cli.plan", **{**_planned(plan), "identifiers": ", ".join(plan.identifiers)}, span=span or "–")
