"""What every endpoint receives from the door: the workspace, the language, the selection."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, cast

from fastapi import Depends, Header, Query, Request
from pydantic import Field

from wend.domain.names import composed
from wend.domain.selection import FOREVER, FOREVER_AGO, Selection
from wend.kit.errors import Mistake
from wend.kit.texts import Language, as_language
from wend.web.security import WHO
from wend.workspaces.facade import Workspace

Second = Annotated[int, Field(ge=-62_135_596_800, lt=253_402_300_800)]
"""Epoch seconds that have a date: years 1 to 9999."""


class BadTrait(Mistake):
    """A `trait` parameter is not `name=value`."""

    code = "web.bad_trait"
    status = 400


def _workspace(request: Request) -> Workspace:
    return cast(Workspace, request.app.state.workspace)


def _who(request: Request) -> str:
    return cast(str, request.scope.get(WHO, "session"))


def _language(
    accept_language: Annotated[str | None, Header()] = None, lang: Annotated[str | None, Query(max_length=8)] = None
) -> Language:
    return as_language(lang or accept_language)


def pairs(traits: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """`name=value` as pairs. Raises BadTrait."""
    found = []
    for written in traits:
        name, sign, value = written.partition("=")
        if not sign:
            raise BadTrait(trait=written)
        found.append((composed(name), composed(value)))
    return tuple(found)


def _selection(
    from_at: Annotated[Second | None, Query(description="First second of the period.")] = None,
    to_at: Annotated[Second | None, Query(description="First second after the period.")] = None,
    channel: Annotated[list[str], Query(max_length=50, description="Only these channels.")] = [],  # noqa: B006  # FastAPI copies it
    trait: Annotated[list[str], Query(max_length=50, description="Only customers with `name=value`.")] = [],  # noqa: B006
) -> Selection:
    return Selection(
        from_at=FOREVER_AGO if from_at is None else from_at,
        to_at=FOREVER if to_at is None else to_at,
        channels=tuple(channel),
        traits=pairs(trait),
    )


def _of_segments(
    selection: Annotated[Selection, Depends(_selection)],
    segment: Annotated[list[str], Query(max_length=20, description="Only customers in any of these segments.")] = [],  # noqa: B006
) -> Selection:
    return replace(selection, segments=tuple(segment))


Here = Annotated[Workspace, Depends(_workspace)]
Who = Annotated[str, Depends(_who)]
"""Who acts, as the audit log names them: `session`, or `key:<id>`."""
Spoken = Annotated[Language, Depends(_language)]
Selected = Annotated[Selection, Depends(_selection)]
Narrowed = Annotated[Selection, Depends(_of_segments)]
"""The same, of some segments alone."""
Limit = Annotated[int, Query(ge=1, le=500)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
