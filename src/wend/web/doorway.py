"""What every endpoint receives from the door: the workspace, the language, the selection."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Header, Query, Request

from wend.domain.selection import FOREVER, FOREVER_AGO, Selection
from wend.kit.errors import Mistake
from wend.kit.texts import Language, as_language
from wend.workspaces.facade import Workspace


class BadTrait(Mistake):
    """A `trait` parameter is not `name=value`."""

    code = "web.bad_trait"
    status = 400


def _workspace(request: Request) -> Workspace:
    return cast(Workspace, request.app.state.workspace)


def _language(
    accept_language: Annotated[str | None, Header()] = None, lang: Annotated[str | None, Query(max_length=8)] = None
) -> Language:
    return as_language(lang or accept_language)


def _selection(
    from_at: Annotated[int, Query(ge=FOREVER_AGO, le=FOREVER, description="First second of the period.")] = FOREVER_AGO,
    to_at: Annotated[int, Query(ge=FOREVER_AGO, le=FOREVER, description="First second after the period.")] = FOREVER,
    channel: Annotated[list[str], Query(max_length=50, description="Only these channels.")] = [],  # noqa: B006  # FastAPI copies it
    trait: Annotated[list[str], Query(max_length=50, description="Only customers with `name=value`.")] = [],  # noqa: B006
) -> Selection:
    traits = []
    for written in trait:
        name, sign, value = written.partition("=")
        if not sign:
            raise BadTrait(trait=written)
        traits.append((name, value))
    return Selection(from_at=from_at, to_at=to_at, channels=tuple(channel), traits=tuple(traits))


Here = Annotated[Workspace, Depends(_workspace)]
Spoken = Annotated[Language, Depends(_language)]
Selected = Annotated[Selection, Depends(_selection)]
Limit = Annotated[int, Query(ge=1, le=500)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
