"""`wend identity resolve`: which records of a file are one person. Needs no workspace."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wend.cli.speech import as_json, language, said
from wend.identity.matching.records import Columns
from wend.identity.matching.weights import THRESHOLD

if TYPE_CHECKING:
    from wend.identity.matching.resolving import Pair, Resolution
    from wend.people.record_files import Records

_SHOWN = 20
_ROLES = ("name", "given", "family", "birth", "address", "phone", "email", "other")


def _columns(command: Any) -> Any:
    """One repeatable option per role."""
    for role in reversed(_ROLES):
        option = click.option(
            f"--{role}", f"{role}_", multiple=True, metavar="COL", help=said(f"matching.cli.option.{role}")
        )
        command = option(command)
    return command


@click.command(help=said("cli.identity.resolve.help"))
@click.option(
    "--records",
    multiple=True,
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=said("matching.cli.option.records"),
)
@click.option("--id", "id_column", metavar="COL", help=said("matching.cli.option.id"))
@_columns
@click.option(
    "--threshold", type=float, default=THRESHOLD, show_default=True, help=said("matching.cli.option.threshold")
)
@as_json
def resolve(
    records: tuple[Path, ...], id_column: str | None, threshold: float, *, json_: bool, **chosen: tuple[str, ...]
) -> None:
    """Read, judge, print."""
    from wend.identity.matching.resolving import resolve as judged
    from wend.people.linking import candidate_pairs
    from wend.people.record_files import read_records

    columns = Columns(**{role: tuple(dict.fromkeys(chosen[f"{role}_"])) for role in _ROLES})
    read = read_records(records, id_column, columns)
    found = judged(read.profiles, candidate_pairs, threshold)
    if json_:
        click.echo(json.dumps(_as_json(read, found, threshold), ensure_ascii=False, indent=1))
    else:
        _tell(read, found)


def _as_json(read: Records, found: Resolution, threshold: float) -> dict[str, object]:
    from wend.people.record_files import roles

    people = found.people.members()
    return {
        "records": len(read.profiles),
        "people": len(people),
        "threshold": threshold,
        "prior": round(found.model.prior, 3),
        "compared": found.compared,
        "columns": roles(read.columns),
        "unused_columns": list(read.unused),
        "learned": {field: round(bits, 3) for field, bits in sorted(found.model.leanings.items())},
        "kept_apart": len(found.people.refused),
        "pairs": [_pair(pair) for pair in found.pairs],
        "clusters": [{"person": person, "records": members} for person, members in people.items()],
    }


def _pair(pair: Pair) -> dict[str, object]:
    from wend.identity.matching.reasons import as_stored, reason
    from wend.identity.matching.weights import probability

    said_of_it: dict[str, object] = {
        "a": pair.a,
        "b": pair.b,
        "weight": round(pair.weight, 3),
        "probability": round(probability(pair.weight), 6),
        "reason": reason(pair.verdict.findings, language(), pair.through),
        "findings": [as_stored(each) for each in pair.verdict.findings],
    }
    return {**said_of_it, "through": pair.through} if pair.through else said_of_it


def _tell(read: Records, found: Resolution) -> None:
    from wend.identity.matching.reasons import reason

    people = len(set(found.people.person_of.values()))
    click.echo(said("matching.cli.found", records=f"{len(read.profiles):,}", people=f"{people:,}"))
    for pair in sorted(found.pairs, key=lambda each: (-each.weight, each.a, each.b))[:_SHOWN]:
        click.echo(f"{pair.weight:6.1f}  {pair.a}  {pair.b}  {reason(pair.verdict.findings, language(), pair.through)}")
    if len(found.pairs) > _SHOWN:
        click.echo(said("matching.cli.more", pairs=f"{len(found.pairs) - _SHOWN:,}"))
