"""`wend ask QUESTION`: every registered question as a table or as JSON; kept under a name, and asked by it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wend.cli.speech import as_json, in_workspace, language, said
from wend.cli.watching import EVERY_S, patiently, watched
from wend.kit.clock import from_epoch
from wend.kit.errors import Mistake
from wend.questions.specs import QUESTIONS, Parameter, Question, question as question_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import Console

    from wend.boards.model import Asked
    from wend.questions.facade import Answer
    from wend.workspaces.facade import Workspace

WHO = "terminal"
_LONGEST_PATH = 200
_SECONDS = click.FloatRange(min=0.1, max=86_400)
Run = TypeVar("Run", bound="Callable[..., Any]")


class BadTrait(Mistake):
    """A `--trait` that is not `name=value`."""

    code = "web.bad_trait"


@click.group(invoke_without_command=True, help=said("cli.ask.help"))
@in_workspace
@as_json
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help=said("cli.ask.option.out"))
@click.option("--saved", help=said("boards.cli.option.saved"))
@click.option("--watch", type=_SECONDS, is_flag=False, flag_value=EVERY_S, help=said("cli.ask.option.watch"))
@click.pass_context
def ask(
    ctx: click.Context,
    data: Path | None,
    workspace: str | None,
    out: Path | None,
    saved: str | None,
    watch: float | None,
    *,
    json_: bool,
) -> None:
    """One command a question; they are made from the table of questions. Without one: a saved question."""
    if ctx.invoked_subcommand is None and saved is None:
        click.echo(ctx.get_help())
    elif ctx.invoked_subcommand is None and saved is not None:
        from wend.boards import facade as boards
        from wend.bootstrap import open_workspace, settings_from_environment

        here = open_workspace(settings_from_environment(data, workspace))
        _answered(here, boards.saved(here, saved).asked, {}, out, watch, json_=json_)


def _command(question: Question) -> click.Command:
    @in_workspace
    @as_json
    @click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help=said("cli.ask.option.out"))
    @click.option("--from", "from_", help=said("cli.ask.option.from"))
    @click.option("--to", "to", help=said("cli.ask.option.to"))
    @click.option("--channel", "channels", multiple=True, help=said("cli.ask.option.channel"))
    @click.option("--trait", "traits", multiple=True, help=said("cli.ask.option.trait"))
    @click.option("--segment", "segments", multiple=True, help=said("cli.ask.option.segment"))
    @click.option("--last", type=click.IntRange(1, 3_660), help=said("boards.cli.option.last"))
    @click.option("--save", help=said("boards.cli.option.save"))
    @click.option("--per", default="customer", help=said("cli.ask.option.per"))
    @click.option("--watch", type=_SECONDS, is_flag=False, flag_value=EVERY_S, help=said("cli.ask.option.watch"))
    def run(data: Path | None, workspace: str | None, json_: bool, watch: float | None, **given: Any) -> None:
        from wend.boards import facade as boards
        from wend.bootstrap import open_workspace, settings_from_environment

        here = open_workspace(settings_from_environment(data, workspace))
        asked, files = _asked(question, given), _files(question, given)
        asked = replace(asked, segments=_keys(here, given["segments"]))
        if given["save"] is not None:
            kept = boards.save(here, given["save"], replace(asked, params=asked.params | _named(files)), WHO)
            click.echo(said("boards.cli.saved", name=kept.name), err=json_)

        _answered(here, asked, files, given["out"], watch, json_=json_)

    for parameter in question.parameters:
        run = _option(parameter)(run)
    if not question.fixed:
        run = click.option("--over", type=click.Choice(["events", "touchpoints"]), help=said("cli.ask.option.over"))(
            run
        )
    return click.command(question.key, help=said(question.help_key), short_help=said(question.title_key))(run)


def _answered(
    here: Workspace, asked: Asked, files: dict[str, Path], out: Path | None, watch: float | None, *, json_: bool
) -> None:
    """Ask, and tell what came out; again after every change of the log where it is watched."""
    from wend.boards import facade as boards
    from wend.engines.budgets import within
    from wend.questions import facade as questions

    title = said(question_of(asked.question).title_key)

    def once() -> None:
        with within(questions.budget(here)) as budget, patiently(title, budget.progress.told):
            answer = boards.answer(here, asked, files)
        tell(answer, out, json_=json_)

    if watch is None:
        once()
    else:
        watched(lambda: here.log.journal().version, once, watch)


def _option(parameter: Parameter) -> Callable[[Run], Run]:
    name = f"--{parameter.name.replace('_', '-')}"
    help_ = said(parameter.help_key)
    if parameter.kind == "flag":
        return click.option(name, parameter.name, is_flag=True, flag_value="yes", default=None, help=help_)
    kind: Any = click.Choice(parameter.choices) if parameter.choices else None
    if parameter.kind == "file":
        kind = click.Path(dir_okay=False, path_type=Path)
    if parameter.kind == "condition":
        kind = document
    if parameter.kind == "conditions":
        return click.option(name, parameter.name, multiple=True, callback=_documents, required=True, help=help_)
    if parameter.kind == "stage_set":
        kind = _stage_set
    return click.option(name, parameter.name, type=kind, required=parameter.required, help=help_)


def _documents(_: click.Context, option: click.Parameter, given: tuple[str, ...]) -> str:
    """Conditions from their files, each named as its file or as it is said; or one JSON object of several."""
    from wend.questions.facade import conditions

    if len(given) == 1 and given[0].lstrip().startswith("{"):
        return json.dumps(conditions(given[0], str(option.name)), ensure_ascii=False)
    named = []
    for place, each in enumerate(given, 1):
        name, sign, rest = each.partition("=")
        said_so = bool(sign) and name.replace("-", "_").isidentifier()
        written = rest if said_so else each
        file = Path(written)
        own = file.stem if len(written) < _LONGEST_PATH and file.is_file() else str(place)
        named.append((name if said_so else own, json.loads(document(written))))
    return json.dumps(conditions(named, str(option.name)), ensure_ascii=False)


def document(written: str) -> str:
    """A condition from its file, or as it is written out, in either form."""
    from wend.questions.facade import condition

    return json.dumps(condition(Path(written) if is_file(written) else written), ensure_ascii=False)


def is_file(written: str) -> bool:
    """Whether a condition is given by its file, and not written out."""
    is_document, is_word = written.lstrip().startswith("{"), len(written.split()) < 2  # no condition is one word
    return not is_document and (is_word or (len(written) < _LONGEST_PATH and Path(written).is_file()))


def _stage_set(written: str) -> str:
    """The key of a stage set; or one from its file, or as it is written out."""
    from wend.touchpoints import facade as touchpoints

    given = written.strip()
    if not given.startswith("{") and not given.endswith(".json"):
        return given
    read = touchpoints.read_stage_set(given if given.startswith("{") else Path(given))
    return json.dumps(touchpoints.document_of(read), ensure_ascii=False)


def tell(answer: Answer, out: Path | None, *, json_: bool) -> None:
    """Write the answer to a file, print it as JSON, or as tables."""
    from wend.questions import facade as questions

    if out is not None:
        rows = questions.write(replace(answer, language=language()), out)
        done = said("cli.ask.drawn", file=out) if rows is None else said("cli.ask.written", rows=f"{rows:,}", file=out)
        click.echo(done, err=json_)
    if json_:
        click.echo(json.dumps(answer.to_json(), ensure_ascii=False, indent=2))
    elif out is None:
        _print(answer, question_of(answer.question))


def _asked(question: Question, given: dict[str, Any]) -> Asked:
    from wend.boards.model import Asked
    from wend.questions.facade import moment

    names = [each.name for each in question.parameters if each.kind != "file" and given[each.name] is not None]
    first, last = given["from_"], given["to"]
    return Asked(
        question.key,
        {name: given[name] for name in names},
        given.get("over") or "",
        given["per"],
        None if first is None else moment(first),
        None if last is None else moment(last),
        given["last"] or 0,
        tuple(given["channels"]),
        _traits(given["traits"]),
    )


def _files(question: Question, given: dict[str, Any]) -> dict[str, Path]:
    """Files of whoever sits at this machine; they are read now and never kept."""
    return {each.name: given[each.name] for each in question.parameters if each.kind == "file" and given[each.name]}


def _named(files: dict[str, Path]) -> dict[str, str]:
    return {name: str(path) for name, path in files.items()}


def _traits(written: Sequence[str]) -> tuple[tuple[str, str], ...]:
    traits = []
    for each in written:
        name, sign, value = each.partition("=")
        if not sign:
            raise BadTrait(trait=each)
        traits.append((name, value))
    return tuple(traits)


def _keys(here: Workspace, segments: Sequence[str]) -> tuple[str, ...]:
    """Keys of segments, which people may name as well. Raises UnknownSegment."""
    if not segments:
        return ()
    from wend.segments.facade import segment

    return tuple(segment(here, each).key for each in segments)


def _print(answer: Answer, question: Question) -> None:
    import pyarrow as pa

    from wend.cli.tables import cell, console

    seen = console()
    period = f"{from_epoch(answer.from_at):%Y-%m-%d} – {from_epoch(answer.to_at):%Y-%m-%d}"
    counts = {"customers": f"{answer.customers:,}", "events": f"{answer.events:,}"}
    seen.print(said("cli.ask.asked", title=said(question.title_key), period=period, **counts), style="bold")
    if question.caution:
        seen.print(said(question.caution_key), style="italic")
    for line in _sizes(answer):
        seen.print(line)
    if refused := answer.content.get("refused"):
        seen.print(said(f"questions.{question.key}.refused_{refused}"))
        return
    rows = [row for row in pa.Table.from_pylist(answer.shown).to_pylist() if row]
    if rows or "tested" not in answer.content:
        _table(rows, seen)
    else:
        seen.print(_nothing_found(answer))
    for table in question.tables:
        if table in answer.content:
            seen.print()
            seen.print(said(f"questions.{question.key}.{table}"), style="bold")
            _table(answer.table(table), seen)
    test = answer.content.get("test")
    if test:
        seen.print(said("cli.ask.differ", **{name: cell(name, value) for name, value in test.items()}))


def _sizes(answer: Answer) -> Iterator[str]:
    """How large what is compared is, where that stands beside the rows."""
    from wend.cli.tables import plain

    told = answer.content
    if answer.question == "compare":
        sizes = {name: f"{told[name]['customers']:,}" for name in ("first", "second")}
        yield said("questions.compare.sizes", **sizes)
        if told["both"]:
            yield said(f"questions.compare.both_{told['counted']}", both=f"{told['both']:,}")
            yield said("questions.compare.everybody")
    elif answer.question == "drivers" and told["n"]:
        counts = {name: f"{told[name]:,}" for name in ("n", "people", "untouched", "pending")}
        kind, digits, unit = ("share", 1, 100) if "share" in told else ("mean", 2, 1)
        figures = {
            name: "–" if told[name] is None else f"{unit * told[name]:.{digits}f}" for name in (kind, "low", "high")
        }
        yield plain(said(f"questions.drivers.{told['outcome']}", **counts, **figures))


def _nothing_found(answer: Answer) -> str:
    """That nothing was found, and whether that means anything."""
    tested = f"{answer.content['tested']:,}"
    if answer.question == "drivers":
        return said(f"questions.drivers.{answer.content['known']}", tested=tested)
    return said("questions.compare.alike", tested=tested)


def _table(rows: list[dict[str, Any]], to: Console) -> None:
    from wend.cli.tables import print_rows

    if rows:
        print_rows(rows, to)
    else:
        to.print(said("cli.ask.nothing"))


for _question in QUESTIONS:
    ask.add_command(_command(_question))
