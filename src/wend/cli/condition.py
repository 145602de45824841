"""`wend condition check|explain|text|json`: whether a condition makes sense, what it says, and its two forms."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wend.cli.speech import as_json, in_workspace, language, said
from wend.kit.clock import from_epoch
from wend.kit.texts import Language, as_language, text

if TYPE_CHECKING:
    from wend.conditions.called import Called
    from wend.conditions.findings import Finding
    from wend.conditions.tree import Condition
    from wend.workspaces.facade import Workspace


def _written(given: str) -> Path | str:
    """A file's path, or the condition itself in either form."""
    from wend.cli.ask import is_file

    return Path(given) if is_file(given) else given


@click.group(help=said("cli.condition.help"))
def condition() -> None:
    """A condition in a file."""


@condition.command(help=said("conditions.cli.check.help"))
@click.argument("file", metavar="FILE|CONDITION", type=_written)
@click.option("--names", is_flag=True, help=said("conditions.cli.option.names"))
@in_workspace
@as_json
def check(file: Path | str, data: Path | None, workspace: str | None, *, names: bool, json_: bool) -> None:
    """Say the cost of a sound condition; what is wrong with another is an error, what is odd a remark beside it."""
    from wend.conditions import findings
    from wend.conditions.limits import MOST_COST
    from wend.conditions.tree import leaves
    from wend.questions import facade as questions

    written = questions.condition(file)
    here = _known(data, workspace, wanted=names)
    found = findings.found(written) if here is None else questions.findings(here, written)
    for each in (*found.odd, *found.findings[1:]):
        click.echo(_told(each), err=True)
    if found.condition is None or found.findings:
        raise found.findings[0].mistake
    places = {"statements": len(leaves(found.condition)), "cost": found.cost, "most": MOST_COST}
    if json_:
        told = {"valid": True, "names": here is not None, **places, "odd": [_odd(each) for each in found.odd]}
        click.echo(json.dumps({**told, **written}, ensure_ascii=False, indent=2))
        return
    click.echo(said("conditions.cli.checked", **places))
    if here is None:
        click.echo(said("conditions.cli.names_unknown"))


@condition.command(help=said("conditions.cli.explain.help"))
@click.argument("file", metavar="FILE|CONDITION", type=_written)
@click.option("--lang", type=click.Choice(["en", "vi"]), help=said("conditions.cli.option.lang"))
@in_workspace
def explain(file: Path | str, lang: str | None, data: Path | None, workspace: str | None) -> None:
    """Print the sentence."""
    from wend.conditions import checking, document
    from wend.conditions.called import BY_KEY
    from wend.questions import facade as questions
    from wend.segments import facade as segments

    read = document.from_json(questions.condition(file))
    checking.check(read)
    here = _known(data, workspace, wanted=False)
    tell(read, segments.called(here) if here else BY_KEY, as_language(lang) if lang else language())


@condition.command(help=said("conditions.cli.holds.help"))
@click.argument("file", metavar="FILE|CONDITION", type=_written)
@click.option("--customer", required=True, help=said("conditions.cli.option.customer"))
@click.option("--at", help=said("conditions.cli.option.at"))
@in_workspace
@as_json
def holds(
    file: Path | str, customer: str, at: str | None, data: Path | None, workspace: str | None, *, json_: bool
) -> None:
    """Of one customer."""
    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.questions import facade as questions
    from wend.segments import facade as segments

    here = open_workspace(settings_from_environment(data, workspace))
    asked = None if at is None else questions.moment(at)
    found = segments.holds(here, questions.condition(file), customer, asked)
    if json_:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
        return
    key = f"conditions.cli.holds.{'yes' if found.holds else 'no'}"
    click.echo(said(key, customer=found.customer, at=_moment(found.at)))
    if found.until is None:
        click.echo(said("conditions.cli.holds.always"))
    else:
        click.echo(said("conditions.cli.holds.until", until=_moment(found.until)))


def tell(read: Condition, called: Called, spoken: Language) -> None:
    """Print a condition in words, and below the keys of what is called otherwise there."""
    from wend.conditions import sentence

    click.echo(sentence.explain(read, spoken, called))
    for name, key in sentence.keys_of(read, spoken, called):
        click.echo(text(spoken, "conditions.cli.key", name=name, key=key))


def _moment(at: int) -> str:
    return from_epoch(at).isoformat().replace("+00:00", "Z")


def _known(data: Path | None, workspace: str | None, *, wanted: bool) -> Workspace | None:
    """The workspace whose names a condition uses: the one that is named, else the usual one, where it has events."""
    from wend.bootstrap import open_workspace, settings_from_environment

    settings = settings_from_environment(data, workspace)
    named = wanted or data is not None or workspace is not None
    if not named and not settings.database_url and not settings.data.is_dir():
        return None
    here = open_workspace(settings)
    return here if named or here.log.journal().events else None


def _told(each: Finding) -> str:
    spoken = language()
    said_ = f"{each.mistake.message(spoken)} {each.mistake.cause(spoken)}"
    return f"{each.at}: {said_}" if each.at else said_


def _odd(each: Finding) -> dict[str, str]:
    return {"at": each.at, "code": each.mistake.code, "message": _told(each)}


@condition.command(name="text", help=said("conditions.cli.text.help"))
@click.argument("file", metavar="FILE|CONDITION", type=_written)
def as_text(file: Path | str) -> None:
    """Print the text form."""
    from wend.conditions import document, text_write
    from wend.questions import facade as questions

    click.echo(text_write.written(document.from_json(questions.condition(file))), nl=False)


@condition.command(name="json", help=said("conditions.cli.json.help"))
@click.argument("file", metavar="FILE|CONDITION", type=_written)
def as_document(file: Path | str) -> None:
    """Print the canonical document."""
    from wend.conditions import document
    from wend.questions import facade as questions

    click.echo(document.written(document.from_json(questions.condition(file))), nl=False)
