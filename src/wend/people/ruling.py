"""The rules of a workspace: read, checked, saved."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, ClassVar

from wend.identity.rules import ROLES, KindRule, Rules
from wend.kit.errors import Mistake
from wend.people import repository
from wend.store.facade import Reading, Work

_KINDS = frozenset({"customer", "email", "phone", "device"})
_SHAPE = frozenset({"kinds", "blocked", "most_identifiers", "most_links"})
_KIND_SHAPE = frozenset({"kind", "role", "most", "sharers"})


class BadRules(Mistake):
    """The rules cannot be followed as they are written."""

    code: ClassVar[str] = "people.bad_rules"
    status = 422


def rules(reading: Reading) -> Rules:
    """The rules that hold in a workspace."""
    written = repository.rules(reading)
    return Rules() if written is None else parse(json.loads(written))


def save(work: Work, new: Rules) -> None:
    """Let these rules hold from now on."""
    repository.save_rules(work, json.dumps(document(new), ensure_ascii=False))


def document(of: Rules) -> dict[str, Any]:
    """Rules as JSON."""
    return {
        "kinds": [asdict(each) for each in of.kinds],
        "blocked": list(of.blocked),
        "most_identifiers": of.most_identifiers,
        "most_links": of.most_links,
    }


def parse(given: Mapping[str, Any]) -> Rules:
    """Rules from JSON; what is left out is as it is by default. Raises BadRules."""
    _known_fields(given, _SHAPE)
    plain = Rules()
    kinds = tuple(_kind(each) for each in given["kinds"]) if "kinds" in given else plain.kinds
    if sorted(each.kind for each in kinds) != sorted(_KINDS):
        raise BadRules(field="kinds", value=", ".join(each.kind for each in kinds))
    blocked = given.get("blocked", [])
    if not isinstance(blocked, list) or not all(isinstance(each, str) and ":" in each for each in blocked):
        raise BadRules(field="blocked", value=str(blocked))
    return Rules(
        kinds,
        tuple(dict.fromkeys(blocked)),
        _number(given, "most_identifiers", plain.most_identifiers, 2, 10_000),
        _number(given, "most_links", plain.most_links, 10, 10_000),
    )


def _kind(given: Any) -> KindRule:
    if not isinstance(given, dict):
        raise BadRules(field="kinds", value=str(given))
    _known_fields(given, _KIND_SHAPE)
    kind, role = given.get("kind"), next((each for each in ROLES if each == given.get("role")), None)
    if role is None or kind not in _KINDS:
        raise BadRules(field="role" if kind in _KINDS else "kind", value=str(given))
    most = 1 if role == "unique" else _number(given, "most", 50, 1, 10_000)
    return KindRule(str(kind), role, most, _number(given, "sharers", 0, 0, 10_000))


def _number(given: Mapping[str, Any], field: str, default: int, low: int, high: int) -> int:
    value = given.get(field, default)
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise BadRules(field=field, value=str(value))
    return value


def _known_fields(given: Mapping[str, Any], known: frozenset[str]) -> None:
    for name in given:
        if name not in known:
            raise BadRules(field=name, value=str(given[name]))
