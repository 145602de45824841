"""`wend consents`: what people agreed to, the wordings they were shown, and lists from other systems."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wend.cli.speech import as_json, in_workspace, said
from wend.customers.model_consents import Consent, NewConsent, Recorded, Standing
from wend.kit.clock import epoch_seconds, from_epoch
from wend.kit.errors import Mistake

if TYPE_CHECKING:
    from wend.workspaces.facade import Workspace

WHO = "terminal"
_NEEDED = ("identifier", "purpose", "channel", "state", "at")
_AT_ONCE = 5_000
_SHOWN = 20


class BadList(Mistake):
    """A file without the columns of a list of consents."""

    code = "consents.bad_file"


class BadLine(Mistake):
    """A line with a value that does not belong there."""

    code = "consents.bad_line"


@click.group(help=said("cli.consents.help"))
def consents() -> None:
    """Consents, wordings, lists."""


@consents.command(help=said("consents.cli.show.help"))
@in_workspace
@as_json
@click.argument("key")
def show(data: Path | None, workspace: str | None, key: str, *, json_: bool) -> None:
    """Print a person's standings and ledger."""
    from wend.customers import facade as customers

    found = customers.consents(_opened(data, workspace), key)
    if json_:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
        return
    for purpose, standings in groupby(found.standings, key=lambda each: each.purpose):
        click.echo(said("consents.cli.standing", purpose=purpose, channels=", ".join(map(_standing, standings))))
    for row in found.ledger:
        click.echo(_row(row))


@consents.command(help=said("consents.cli.add.help"))
@in_workspace
@click.option("--purpose", required=True, help=said("consents.cli.option.purpose"))
@click.option("--channel", default="all", help=said("consents.cli.option.channel"))
@click.option("--withdrawn", is_flag=True, help=said("consents.cli.option.withdrawn"))
@click.option("--wording", default="", help=said("consents.cli.option.wording"))
@click.option("--method", default="", help=said("consents.cli.option.method"))
@click.option("--proof", default="", help=said("consents.cli.option.proof"))
@click.argument("key")
def add(
    data: Path | None,
    workspace: str | None,
    key: str,
    purpose: str,
    channel: str,
    wording: str,
    method: str,
    proof: str,
    *,
    withdrawn: bool,
) -> None:
    """Write down what one person said."""
    from wend.customers import facade as customers

    here = _opened(data, workspace)
    name, _, version = wording.partition("@")
    number = int(version) if version.isdecimal() else 0
    state, every = ("withdrawn" if withdrawn else "granted"), "" if channel == "all" else channel
    at = epoch_seconds(here.clock.now())
    row = NewConsent(key, purpose, every, state, at, name, number, method, proof, WHO)  # type: ignore[arg-type]  # a state
    _told(customers.say_consents(here, [row], WHO))


@consents.command("import", help=said("consents.cli.import.help"))
@in_workspace
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def import_(data: Path | None, workspace: str | None, file: Path) -> None:
    """Take over a list."""
    from wend.customers import facade as customers

    here, told = _opened(data, workspace), Recorded(0, ())
    rows = list(_read(file))
    for start in range(0, len(rows), _AT_ONCE):
        part = customers.bring_consents(here, rows[start : start + _AT_ONCE], WHO)
        told = Recorded(told.added + part.added, (*told.refused, *part.refused))
    _told(told)


@consents.command(help=said("consents.cli.wordings.help"))
@in_workspace
@as_json
def wordings(data: Path | None, workspace: str | None, *, json_: bool) -> None:
    """Print every version."""
    from wend.customers import facade as customers

    found = customers.wordings(_opened(data, workspace))
    if json_:
        click.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2))
        return
    for each in found:
        click.echo(f"{each.key}@{each.version}  {each.purpose}\n{each.en.whole()}\n{each.vi.whole()}\n")


@consents.command(help=said("consents.cli.publish.help"))
@in_workspace
@click.argument("purpose", type=click.Choice(["marketing", "personalisation", "analytics"]))
def publish(data: Path | None, workspace: str | None, purpose: str) -> None:
    """Publish a wording that ships."""
    from wend.customers import facade as customers

    texts = customers.ready_wording(purpose)
    if texts is not None:
        done = customers.publish_wording(_opened(data, workspace), purpose, purpose, *texts, WHO)
        click.echo(said("consents.cli.published", wording=done.key, version=done.version))


def _opened(data: Path | None, workspace: str | None) -> Workspace:
    from wend.bootstrap import open_workspace, settings_from_environment

    return open_workspace(settings_from_environment(data, workspace))


def _read(file: Path) -> Iterator[NewConsent]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = csv.DictReader(opened)
        missing = [name for name in _NEEDED if name not in (rows.fieldnames or ())]
        if missing:
            raise BadList(file=file.name, missing=", ".join(missing))
        for row in rows:
            yield _consent({name: value or "" for name, value in row.items() if name}, file.name, rows.line_num)


def _consent(row: dict[str, str], file: str, line: int) -> NewConsent:
    state = row["state"].strip().lower()
    if state not in ("granted", "withdrawn"):
        raise BadLine(file=file, line=line, column="state", value=row["state"][:80])
    version = row.get("wording_version", "").strip()
    channel = row["channel"].strip().lower()
    return NewConsent(
        identifier=row["identifier"].strip(),
        purpose=row["purpose"].strip().lower(),
        channel="" if channel == "all" else channel or "?",
        state="granted" if state == "granted" else "withdrawn",
        at=_moment(row["at"], file, line),
        wording=row.get("wording", "").strip(),
        wording_version=int(version) if version.isdecimal() else 0,
        method=row.get("method", ""),
        proof=row.get("proof", ""),
        source=file,
    )


def _moment(written: str, file: str, line: int) -> int:
    try:
        moment = datetime.fromisoformat(written.strip())
    except ValueError as refused:
        raise BadLine(file=file, line=line, column="at", value=written[:80]) from refused
    return epoch_seconds(moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC))


def _told(recorded: Recorded) -> None:
    click.echo(said("consents.cli.added", added=recorded.added, refused=len(recorded.refused)))
    for each in recorded.refused[:_SHOWN]:
        click.echo(said("consents.cli.refused", row=each.place + 1, reason=said(each.reason)), err=True)


def _standing(each: Standing) -> str:
    places = {"channel": said(f"consents.channel.{each.channel}"), "said": said(f"consents.cli.said.{each.state}")}
    return said("consents.cli.on_channel", **places)


def _row(row: Consent) -> str:
    return said(
        "consents.cli.row",
        at=f"{from_epoch(row.at):%Y-%m-%d %H:%M}",
        said=said(f"consents.cli.said.{row.state}"),
        purpose=row.purpose,
        channel=said(f"consents.channel.{row.channel or 'all'}"),
        identifier=row.identifier,
        source=row.source,
    )
