"""`wend ask QUESTION`: every registered question, as a readable table or as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wend.cli.speech import as_json, in_workspace, said
from wend.domain.selection import FOREVER, FOREVER_AGO, Selection
from wend.kit.clock import from_epoch
from wend.kit.errors import Mistake
from wend.questions.specs import QUESTIONS, Parameter, Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from wend.questions.facade import Answer

Run = TypeVar("Run", bound="Callable[..., Any]")


class BadTrait(Mistake):
    """A `--trait` that is not `name=value`."""

    code = "web.bad_trait"


@click.group(help=said("cli.ask.help"))
def ask() -> None:
    """One command a question; they are made from the table of questions."""


def _command(question: Question) -> click.Command:
    @in_workspace
    @as_json
    @click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help=said("cli.ask.option.out"))
    @click.option("--from", "from_", help=said("cli.ask.option.from"))
    @click.option("--to", "to", help=said("cli.ask.option.to"))
    @click.option("--channel", "channels", multiple=True, help=said("cli.ask.option.channel"))
    @click.option("--trait", "traits", multiple=True, help=said("cli.ask.option.trait"))
    @click.option("--per", default="customer", help=said("cli.ask.option.per"))
    def run(data: Path | None, workspace: str | None, json_: bool, **given: Any) -> None:
        from wend.bootstrap import open_workspace, settings_from_environment
        from wend.questions import facade as questions

        here = open_workspace(settings_from_environment(data, workspace))
        params = {each.name: given[each.name] for each in question.parameters if given[each.name] is not None}
        answer = questions.ask(here, question.key, params, _selection(given), given.get("over"), given["per"])
        if given["out"] is not None:
            rows = questions.write(answer, given["out"])
            click.echo(said("cli.ask.written", rows=f"{rows:,}", file=given["out"]), err=json_)
        if json_:
            click.echo(json.dumps(answer.to_json(), ensure_ascii=False, indent=2))
        elif given["out"] is None:
            _print(answer, question)

    for parameter in question.parameters:
        run = _option(parameter)(run)
    if not question.fixed:
        run = click.option("--over", type=click.Choice(["events", "touchpoints"]), help=said("cli.ask.option.over"))(
            run
        )
    return click.command(question.key, help=said(question.help_key), short_help=said(question.title_key))(run)


def _option(parameter: Parameter) -> Callable[[Run], Run]:
    name = f"--{parameter.name.replace('_', '-')}"
    help_ = said(parameter.help_key)
    if parameter.kind == "flag":
        return click.option(name, parameter.name, is_flag=True, flag_value="yes", default=None, help=help_)
    kind: Any = click.Choice(parameter.choices) if parameter.choices else None
    if parameter.kind == "file":
        kind = click.Path(dir_okay=False, path_type=Path)
    if parameter.kind == "condition":
        kind = _document
    return click.option(name, parameter.name, type=kind, required=parameter.required, help=help_)


def _document(written: str) -> str | Path:
    """A file, or the document itself when it is written out."""
    return written if written.lstrip().startswith("{") else Path(written)


def _selection(given: dict[str, Any]) -> Selection:
    from wend.questions.facade import moment

    traits = []
    for written in given["traits"]:
        name, sign, value = written.partition("=")
        if not sign:
            raise BadTrait(trait=written)
        traits.append((name, value))
    first, last = given["from_"], given["to"]
    return Selection(
        from_at=FOREVER_AGO if first is None else moment(first),
        to_at=FOREVER if last is None else moment(last),
        channels=tuple(given["channels"]),
        traits=tuple(traits),
    )


def _print(answer: Answer, question: Question) -> None:
    import pyarrow as pa

    from wend.cli.tables import cell, console

    seen = console()
    period = f"{from_epoch(answer.from_at):%Y-%m-%d} – {from_epoch(answer.to_at):%Y-%m-%d}"
    counts = {"customers": f"{answer.customers:,}", "events": f"{answer.events:,}"}
    seen.print(said("cli.ask.asked", title=said(question.title_key), period=period, **counts), style="bold")
    if question.caution:
        seen.print(said(question.caution_key), style="italic")
    rows = [row for row in pa.Table.from_pylist(answer.shown).to_pylist() if row]
    _table(rows, seen)
    for table in question.tables:
        if table in answer.content:
            seen.print()
            seen.print(said(f"questions.{question.key}.{table}"), style="bold")
            _table(answer.table(table), seen)
    test = answer.content.get("test")
    if test:
        seen.print(said("cli.ask.differ", **{name: cell(name, value) for name, value in test.items()}))


def _table(rows: list[dict[str, Any]], to: Console) -> None:
    from wend.cli.tables import print_rows

    if rows:
        print_rows(rows, to)
    else:
        to.print(said("cli.ask.nothing"))


for _question in QUESTIONS:
    ask.add_command(_command(_question))
