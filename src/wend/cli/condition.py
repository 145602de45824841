"""`wend condition check|explain|text|json`: whether a condition makes sense, what it says, and its two forms."""

from __future__ import annotations

import json
from pathlib import Path

import click

from wend.cli.speech import as_json, in_workspace, language, said
from wend.kit.texts import as_language


@click.group(help=said("cli.condition.help"))
def condition() -> None:
    """A condition in a file."""


@condition.command(help=said("conditions.cli.check.help"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--names", is_flag=True, help=said("conditions.cli.option.names"))
@in_workspace
@as_json
def check(file: Path, data: Path | None, workspace: str | None, *, names: bool, json_: bool) -> None:
    """Say the cost of a sound condition; what is wrong with another is an error."""
    from wend.bootstrap import open_workspace, settings_from_environment
    from wend.conditions import checking, document
    from wend.conditions.limits import MOST_COST
    from wend.conditions.tree import leaves
    from wend.questions import facade as questions

    written = questions.condition(file)
    read = document.from_json(written)
    cost = checking.check(read)
    if names:
        questions.checked(open_workspace(settings_from_environment(data, workspace)), file)
    places = {"statements": len(leaves(read)), "cost": cost, "most": MOST_COST}
    if json_:
        click.echo(json.dumps({"valid": True, **places, **written}, ensure_ascii=False, indent=2))
    else:
        click.echo(said("conditions.cli.checked", **places))


@condition.command(help=said("conditions.cli.explain.help"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["en", "vi"]), help=said("conditions.cli.option.lang"))
def explain(file: Path, lang: str | None) -> None:
    """Print the sentence."""
    from wend.conditions import checking, document, sentence
    from wend.questions import facade as questions

    read = document.from_json(questions.condition(file))
    checking.check(read)
    click.echo(sentence.explain(read, as_language(lang) if lang else language()))


@condition.command(name="text", help=said("conditions.cli.text.help"))
@click.argument("file", type=click.Path(path_type=Path))
def as_text(file: Path) -> None:
    """Print the text form."""
    from wend.conditions import document, text_write
    from wend.questions import facade as questions

    click.echo(text_write.written(document.from_json(questions.condition(file))), nl=False)


@condition.command(name="json", help=said("conditions.cli.json.help"))
@click.argument("file", type=click.Path(path_type=Path))
def as_document(file: Path) -> None:
    """Print the canonical document."""
    from wend.conditions import document
    from wend.questions import facade as questions

    click.echo(document.written(document.from_json(questions.condition(file))), nl=False)
