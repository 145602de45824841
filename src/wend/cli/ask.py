"""`wend ask QUESTION`: every registered question, as a readable table or as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wend.cli.speech import as_json, in_workspace, said
from wend.domain.selection import FOREVER, FOREVER_AGO, Selection
from wend.kit.clock import from_epoch
from wend.kit.errors import Mistake
from wend.questions.specs import QUESTIONS, Question

if TYPE_CHECKING:
    from wend.questions.facade import Answer


class BadTrait(Mistake):
    """A `--trait` that is not `name=value`."""

    code = "web.bad_trait"


@click.group(help=said("cli.ask.help"))
def ask() -> None:
    """One command a question; they are made from the table of questions."""


def _command(question: Question) -> click.Command:
    @in_workspace
    @as_json
    @click.option("--from", "from_", help=said("cli.ask.option.from"))
    @click.option("--to", "to", help=said("cli.ask.option.to"))
    @click.option("--channel", "channels", multiple=True, help=said("cli.ask.option.channel"))
    @click.option("--trait", "traits", multiple=True, help=said("cli.ask.option.trait"))
    def run(data: Path | None, workspace: str | None, json_: bool, **given: Any) -> None:
        from wend.bootstrap import open_workspace, settings_from_environment
        from wend.questions import facade as questions

        here = open_workspace(settings_from_environment(data, workspace))
        params = {each.name: given[each.name] for each in question.parameters if given[each.name] is not None}
        answer = questions.ask(here, question.key, params, _selection(given), given.get("over"))
        if json_:
            click.echo(json.dumps(answer.to_json(), ensure_ascii=False, indent=2))
        else:
            _print(answer, question)

    for parameter in question.parameters:
        name = f"--{parameter.name.replace('_', '-')}"
        kind = click.Path(dir_okay=False, path_type=Path) if parameter.kind == "file" else None
        help_ = said(parameter.help_key)
        run = click.option(name, parameter.name, required=parameter.required, type=kind, help=help_)(run)
    if not question.fixed:
        run = click.option("--over", type=click.Choice(["events", "touchpoints"]), help=said("cli.ask.option.over"))(
            run
        )
    return click.command(question.key, help=said(question.help_key), short_help=said(question.title_key))(run)


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
    from wend.cli.tables import console, print_rows

    seen = console()
    period = f"{from_epoch(answer.from_at):%Y-%m-%d} – {from_epoch(answer.to_at):%Y-%m-%d}"
    counts = {"customers": f"{answer.customers:,}", "events": f"{answer.events:,}"}
    seen.print(said("cli.ask.asked", title=said(question.title_key), period=period, **counts), style="bold")
    rows = [row for row in answer.to_arrow().to_pylist() if row]
    if rows:
        print_rows(rows, seen)
    else:
        seen.print(said("cli.ask.nothing"))
    if question.caution:
        seen.print(said(question.caution_key), style="italic")


for _question in QUESTIONS:
    ask.add_command(_command(_question))
