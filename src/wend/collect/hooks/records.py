"""The records of a request's body: one object, a list of them, or a list somewhere inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from wend.collect.model_hooks import MOST_BODY, HookTooLarge
from wend.kit.errors import Mistake
from wend.kit.strictjson import NotStrict, decoded, outside_texts, parse, too_deep

MOST_RECORDS = 2_500
_FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 1_000


class BadHookBody(Mistake):
    """The body is neither JSON nor a form."""

    code = "hooks.bad_body"
    status = 400


class Record(NamedTuple):
    """One record, and the plain values that stood around it, the nearest first to count."""

    value: Any
    above: Mapping[str, Any]


def records(body: bytes, content_type: str, path: str) -> list[Record]:
    """The records of a body; `path` is where they are (`data.orders`), through lists too. Raises BadHookBody and
    HookTooLarge.
    """
    if len(body) > MOST_BODY:
        raise HookTooLarge(most=f"{MOST_BODY // 1024} KB")
    whole = _form(body) if content_type.partition(";")[0].strip().lower() == _FORM else _json(body)
    found: list[Record] = []
    for each in _inside(whole, path.split(".") if path else [], {}):
        if len(found) == MOST_RECORDS:
            raise HookTooLarge(most=str(MOST_RECORDS))
        found.append(each)
    return found


def _inside(value: Any, path: list[str], above: Mapping[str, Any]) -> Iterator[Record]:
    if isinstance(value, list):
        for each in value:
            yield from _inside(each, path, above)
    elif not path:
        yield Record(value, above)
    elif isinstance(value, dict):
        around = {name: each for name, each in value.items() if not isinstance(each, dict | list)}
        yield from _inside(value.get(path[0]), path[1:], {**above, **around})
    else:
        yield Record(value, above)


def _json(body: bytes) -> Any:
    try:
        text = decoded(body)
        if too_deep(outside_texts(body)):
            raise BadHookBody
        return parse(text).value
    except NotStrict as error:
        raise BadHookBody from error


def _form(body: bytes) -> Any:
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise BadHookBody from error
    return dict(pairs)
