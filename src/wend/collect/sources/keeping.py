"""Sources are added and changed here. Each has a key that stays: every event that came through it carries it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from wend.collect.model_sources import KINDS, STATES, Source, SourceKind, SourceState
from wend.collect.sources import repository
from wend.kit.clock import epoch_seconds
from wend.kit.errors import Mistake, closest
from wend.store.facade import Reading, Work
from wend.workspaces.facade import Workspace, audit

LONGEST_NAME = 200
_LONGEST_KEY = 40
_MOST_ORIGINS = 50
_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_ORIGIN = re.compile(r"https?://(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?")
_FIELDS = ("channel", "currency", "country", "origins")
"""What an HTTP source knows: where its events happen, the currency of amounts that name none, the country of phone
numbers without a code, and the pages that may send from a browser (none named = all).
"""


class UnknownSource(Mistake):
    """No source has this key."""

    code = "sources.unknown"
    status = 404


class BadSourceName(Mistake):
    """A source needs a name that fits on a line."""

    code = "sources.bad_name"


class BadSourceKind(Mistake):
    """A kind of source that does not exist."""

    code = "sources.bad_kind"


class BadSourceField(Mistake):
    """A setting that this kind of source does not have, or a value it cannot take."""

    code = "sources.bad_field"


class BadOrigin(Mistake):
    """Not the address of a site."""

    code = "sources.bad_origin"


def add_source(
    workspace: Workspace,
    kind: SourceKind,
    name: str,
    document: Mapping[str, object] | None = None,
    *,
    who: str = "system",
) -> Source:
    """Add a source; its key is made from its name. Raises BadSourceName, BadSourceKind, BadSourceField, BadOrigin."""
    with workspace.store.work(workspace.name) as work:
        return add_in(work, kind, name, document, who=who)


def add_in(
    work: Work,
    kind: SourceKind,
    name: str,
    document: Mapping[str, object] | None = None,
    *,
    key: str | None = None,
    who: str = "system",
) -> Source:
    """The same inside the caller's transaction. With `key`, a source that has it already is returned as it is."""
    if kind not in KINDS:
        raise BadSourceKind(kind=str(kind), closest=closest(str(kind), KINDS) or ", ".join(KINDS))
    known = _checked(kind, document or {})
    if key is not None and (there := repository.source_of(work, key)):
        return there
    name, now = _named(name), epoch_seconds(work.clock.now())
    for candidate in _keys(key or name, kind):
        source = Source(candidate, kind, name, "on", known, now)
        if repository.add(work, source):
            break
    audit(work, who, "source.added", source.key, {"kind": kind})
    return source


def ensure_source(workspace: Workspace, key: str, *, who: str = "system") -> Source:
    """The HTTP source with this key, added under that name when there is none. Raises UnknownSource for what is no
    key.
    """
    if _KEY.fullmatch(key) is None:
        raise UnknownSource(source=key)
    with workspace.store.work(workspace.name) as work:
        return add_in(work, "http", key, key=key, who=who)


def change_source(
    workspace: Workspace,
    key: str,
    *,
    name: str | None = None,
    state: SourceState | None = None,
    settings: Mapping[str, object] | None = None,
    who: str = "system",
) -> Source:
    """Change what is given and leave the rest; `settings` are fields of the document. Raises UnknownSource and the
    Mistakes of `add_source`.
    """
    with workspace.store.work(workspace.name) as work:
        old = source_of(work, key)
        new = Source(
            key,
            old.kind,
            old.name if name is None else _named(name),
            old.state if state is None else _stated(state),
            _checked(old.kind, {**old.document, **(settings or {})}),
            old.created_at,
        )
        if new != old:
            repository.change(work, key, new.name, new.state, new.document)
            changed = [part for part in ("name", "state", "document") if getattr(new, part) != getattr(old, part)]
            audit(work, who, "source.changed", key, {"changed": changed, "state": new.state})
    return new


def source_of(reading: Reading, key: str) -> Source:
    """The source with this key. Raises UnknownSource."""
    found = repository.source_of(reading, key)
    if found is None:
        raise UnknownSource(source=key)
    return found


def _named(name: str) -> str:
    name = unicodedata.normalize("NFC", name).strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise BadSourceName(longest=LONGEST_NAME)
    return name


def _stated(state: SourceState) -> SourceState:
    if state not in STATES:
        raise BadSourceField(field="state", value=str(state))
    return state


def _checked(kind: SourceKind, document: Mapping[str, object]) -> Mapping[str, object]:
    """An HTTP source's document, read strictly; other kinds are checked by whoever runs them."""
    if kind != "http":
        return dict(document)
    for field, value in document.items():
        if field not in _FIELDS:
            raise BadSourceField(field=field, value="")
        if field == "origins":
            _check_origins(value)
        elif not isinstance(value, str) or len(value) > _LONGEST_KEY:
            raise BadSourceField(field=field, value=str(value)[:_LONGEST_KEY])
    return {field: value for field, value in document.items() if value}


def _check_origins(origins: object) -> None:
    if not isinstance(origins, Sequence) or isinstance(origins, str) or len(origins) > _MOST_ORIGINS:
        raise BadSourceField(field="origins", value=str(origins)[:_LONGEST_KEY])
    for origin in origins:
        if not isinstance(origin, str) or _ORIGIN.fullmatch(origin) is None:
            raise BadOrigin(origin=str(origin)[:LONGEST_NAME])


def _keys(name: str, kind: SourceKind) -> Iterator[str]:
    first = _slug(name) or kind
    yield first
    for number in count(2):
        yield f"{first[: _LONGEST_KEY - 6]}-{number}"


def _slug(name: str) -> str:
    """`Cửa hàng Đà Nẵng` → `cua-hang-da-nang`."""
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9_]+", "-", letters).strip("-_")[:_LONGEST_KEY].rstrip("-_")
