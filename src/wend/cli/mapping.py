"""`wend mapping`: propose, check and show the descriptions of files."""

from __future__ import annotations

import json
from pathlib import Path

import click

from wend.cli.speech import as_json, language, said


@click.group(help=said("cli.mapping.help"))
def mapping() -> None:
    """Commands about mappings."""


@mapping.command(help=said("collect.cli.mapping.propose.help"))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help=said("collect.cli.option.out"))
@click.option("--no-header", is_flag=True, help=said("collect.cli.option.no_header"))
@as_json
def propose(files: tuple[Path, ...], out: Path | None, no_header: bool, json_: bool) -> None:
    """Print or write what Wend would do with files."""
    from wend.cli.proposed import print_proposal
    from wend.collect import facade

    proposals = facade.propose(files, False if no_header else None)
    found = [proposal.mapping for proposal in proposals if proposal.mapping is not None]
    if out is not None and found:
        out.write_text(facade.all_to_toml(found), encoding="utf-8")
    if json_:
        spoken = language()
        shown = [
            {
                "file": each.path.name,
                "mapping": facade.to_toml(each.mapping) if each.mapping else None,
                "confidence": each.confidence,
                "ready": each.ready,
                "lookup": each.lookup,
                "reasons": [reason.sentence(spoken) for reason in each.reasons],
                "questions": [question.sentence(spoken) for question in each.questions],
            }
            for each in proposals
        ]
        click.echo(json.dumps({"proposals": shown}, ensure_ascii=False, indent=2))
        return
    for proposal in proposals:
        print_proposal(proposal)
    if out is not None and found:
        click.echo(said("collect.cli.written", file=str(out)), err=True)


@mapping.command(help=said("collect.cli.mapping.check.help"))
@click.argument("toml", type=click.Path(path_type=Path))
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(toml: Path, files: tuple[Path, ...]) -> None:
    """Read a mapping; with files, try it on their first rows."""
    from wend.cli.proposed import print_preview
    from wend.collect import facade

    mappings = facade.read_mappings(toml)
    for path, fitting in facade.pairs(files, mappings) if files else []:
        print_preview(facade.preview(path, fitting, files))
    click.echo(said("collect.cli.checked", names=", ".join(each.name for each in mappings)))


@mapping.command("list", help=said("collect.cli.mapping.list.help"))
def list_() -> None:
    """The ready mappings by key and name."""
    from wend.collect import facade

    for key in facade.ready_keys():
        click.echo(f"{key:20} {facade.ready_mapping(key).name}")


@mapping.command(help=said("collect.cli.mapping.show.help"))
@click.argument("key")
def show(key: str) -> None:
    """One ready mapping as TOML, to copy and edit."""
    from wend.collect import facade

    if key not in facade.ready_keys():
        raise facade.errors.FileMissing(file=key)
    click.echo(facade.ready_toml(key))
