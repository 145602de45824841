"""What a secret key must be allowed to do before a route answers it. Sessions may use every route.

The table names every method of every route; a route that is missing here answers no key at all, and fails a test.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from fastapi import Request

from wend.kit.errors import Mistake
from wend.web.security import KEY
from wend.workspaces.facade import Key, Scope

NOBODY = None
"""Only a person in a browser may do this."""
_READ: Scope = "data:read"
_PROFILES: Scope = "profiles:read"
_WRITE: Scope = "profiles:write"
_ERASE: Scope = "data:erase"
_ADMIN: Scope = "admin"
_DECIDE: Scope = "people:decide"


class ScopeMissing(Mistake):
    """The key is good, but not for this."""

    code = "web.scope_missing"
    status = 403


def permit(request: Request) -> None:
    """Let a session through, and a key that has the route's scope. Raises ScopeMissing."""
    key = cast(Key | None, request.scope.get(KEY))
    if key is None:
        return
    route = getattr(request.scope.get("route"), "path", "")
    scope = NEEDED.get(shape(route), {}).get(request.method)
    if scope is None or not key.allows(scope):
        raise ScopeMissing(scope=scope or "–")


NEEDED: Mapping[str, Mapping[str, Scope | None]] = {
    "/api/accounts": {"GET": _PROFILES},
    "/api/accounts/{account}": {"GET": _PROFILES},
    "/api/alerts": {"GET": _ADMIN, "POST": NOBODY},
    "/api/alerts/{alert}": {"GET": _ADMIN, "PUT": NOBODY, "DELETE": _ADMIN},
    "/api/alerts/{alert}/check": {"POST": _ADMIN},
    "/api/alerts/{alert}/secret": {"POST": NOBODY},
    "/api/alerts/{alert}/checks": {"GET": _ADMIN},
    "/api/alerts/{alert}/messages": {"GET": _ADMIN},
    "/api/alerts/{alert}/messages/{message}/again": {"POST": _ADMIN},
    "/api/audit": {"GET": _ADMIN},
    "/api/catalogue": {"GET": _READ},
    "/api/computed-traits": {"GET": _READ},
    "/api/computed-traits/{name}": {"GET": _READ, "PUT": _ADMIN, "DELETE": _ADMIN},
    "/api/conditions/check": {"POST": _READ},
    "/api/conditions/count": {"POST": _READ},
    "/api/conditions/holds": {"POST": _PROFILES},
    "/api/conditions/sample": {"POST": _PROFILES},
    "/api/conditions/sizes": {"POST": _READ},
    "/api/conditions/values": {"GET": _READ},
    "/api/conditions/words": {"GET": _READ},
    "/api/consent-purposes": {"GET": _READ, "PUT": _ADMIN},
    "/api/consents": {"POST": _WRITE},
    "/api/consents/{customer}": {"GET": _PROFILES},
    "/api/connectors": {"GET": _ADMIN, "POST": _ADMIN},
    "/api/connectors/{source}": {"GET": _ADMIN, "PUT": _ADMIN},
    "/api/connectors/{source}/replay": {"POST": _ADMIN},
    "/api/connectors/{source}/run": {"POST": _ADMIN},
    "/api/customers": {"GET": _PROFILES},
    "/api/customers/{customer}": {"GET": _PROFILES},
    "/api/dashboards": {"GET": _READ, "POST": _ADMIN},
    "/api/dashboards/{dashboard}": {"GET": _READ, "PUT": _ADMIN, "DELETE": _ADMIN},
    "/api/dashboards/{dashboard}/shares": {"GET": _ADMIN, "POST": NOBODY},
    "/api/erasure-plans/{customer}": {"GET": _ERASE},
    "/api/erasures": {"GET": _READ, "POST": _ERASE},
    "/api/erasures/lift": {"POST": _ERASE},
    "/api/flag-rules": {"PUT": _ADMIN},
    "/api/flags": {"GET": _PROFILES},
    "/api/flags/{customer}": {"PUT": _ADMIN, "DELETE": _ADMIN},
    "/api/hook-systems": {"GET": _READ},
    "/api/hook-trials": {"POST": _ADMIN},
    "/api/hooks": {"GET": _ADMIN, "POST": _ADMIN},
    "/api/hooks/{source}": {"GET": _ADMIN, "PUT": _ADMIN},
    "/api/hooks/{source}/replay": {"POST": _ADMIN},
    "/api/imports": {"GET": _READ},
    "/api/imports/{job}": {"GET": _READ},
    "/api/keys": {"GET": _ADMIN, "POST": NOBODY},
    "/api/keys/{key}/revoke": {"POST": _ADMIN},
    "/api/keys/{key}/rotate": {"POST": NOBODY},
    "/api/map": {"GET": _READ},
    "/api/map/choices": {"GET": _READ},
    "/api/map/customers": {"GET": _PROFILES},
    "/api/map/export.{form}": {"GET": _READ},
    "/api/map/moves": {"GET": _READ},
    "/api/map/obstacles": {"GET": _READ},
    "/api/map/obstacles/{key}": {"GET": _READ},
    "/api/map/remarks": {"GET": _READ, "POST": _ADMIN},
    "/api/map/remarks/{remark}": {"PUT": _ADMIN, "DELETE": _ADMIN},
    "/api/map/remarks/{remark}/now": {"GET": _READ},
    "/api/notes": {"POST": _WRITE},
    "/api/notes/remove": {"POST": _WRITE},
    "/api/notes/{customer}": {"GET": _PROFILES},
    "/api/overview": {"GET": _READ},
    "/api/person-files": {"POST": _ADMIN},
    "/api/personas": {"GET": _READ, "POST": _ADMIN},
    "/api/personas/proposed": {"GET": _READ},
    "/api/personas/{persona}": {"GET": _READ, "PUT": _ADMIN, "DELETE": _ADMIN},
    "/api/personas/{persona}/invitation": {"POST": _PROFILES},
    "/api/personas/{persona}/invitation/file": {"POST": _ADMIN},
    "/api/personas/{persona}/shares": {"GET": _ADMIN, "POST": NOBODY},
    "/api/personas/{persona}/portrait": {"GET": _PROFILES},
    "/api/plan": {"GET": _READ},
    "/api/plan/check": {"POST": _ADMIN},
    "/api/plan/events": {"GET": _READ, "PUT": _ADMIN, "DELETE": _ADMIN},
    "/api/plan/load": {"POST": _ADMIN},
    "/api/plan/propose": {"POST": _ADMIN},
    "/api/people/conflicts": {"GET": _PROFILES},
    "/api/people/conflicts/leave": {"POST": _DECIDE},
    "/api/people/decisions": {"POST": _DECIDE},
    "/api/people/rules": {"GET": _READ, "PUT": _ADMIN},
    "/api/people/shared": {"GET": _PROFILES},
    "/api/people/suggestions": {"GET": _PROFILES, "POST": _DECIDE},
    "/api/people/suggestions/accept": {"POST": _DECIDE},
    "/api/people/suggestions/accept-all": {"POST": _DECIDE},
    "/api/people/suggestions/dismiss": {"POST": _DECIDE},
    "/api/people/undo": {"POST": _DECIDE},
    "/api/profiles/{identifier}": {"GET": _PROFILES},
    "/api/quarantine": {"GET": _ADMIN},
    "/api/quarantine/dismiss": {"POST": _ADMIN},
    "/api/quarantine/replay": {"POST": _ADMIN},
    "/api/questions": {"GET": _READ},
    "/api/questions/asked/{asked}": {"GET": _READ, "DELETE": _READ},
    "/api/questions/{question}": {"POST": _READ},
    "/api/questions/{question}/customers": {"POST": _PROFILES},
    "/api/questions/{question}/file": {"POST": _PROFILES},
    "/api/ready-wordings": {"GET": _READ},
    "/api/saved-questions": {"GET": _READ, "POST": _ADMIN},
    "/api/saved-questions/{saved}": {"GET": _READ, "PUT": _ADMIN, "DELETE": _ADMIN},
    "/api/saved-questions/{saved}/answer": {"GET": _READ},
    "/api/saved-questions/{saved}/versions": {"GET": _READ},
    "/api/seasons": {"GET": _READ, "PUT": _ADMIN},
    "/api/seasons/preview": {"POST": _READ},
    "/api/segments": {"GET": _READ, "POST": _ADMIN},
    "/api/segments/changes-of/{customer}": {"GET": _PROFILES},
    "/api/segments/lists": {"POST": _ADMIN},
    "/api/segments/lists/file": {"POST": _ADMIN},
    "/api/segments/lists/left-out": {"POST": _ADMIN},
    "/api/segments/lists/{key}": {"PUT": _ADMIN},
    "/api/segments/lists/{key}/file": {"PUT": _ADMIN},
    "/api/segments/lists/{key}/preview": {"POST": _ADMIN},
    "/api/segments/of/{customer}": {"GET": _PROFILES},
    "/api/segments/{key}": {"GET": _READ, "PUT": _ADMIN, "DELETE": _ADMIN},
    "/api/segments/{key}/export": {"GET": _ADMIN},
    "/api/segments/{key}/history": {"GET": _PROFILES},
    "/api/segments/{key}/members": {"GET": _PROFILES},
    "/api/segments/{key}/recount": {"POST": _ADMIN},
    "/api/segments/{key}/size": {"GET": _READ},
    "/api/segments/{key}/versions": {"GET": _READ},
    "/api/session": {"GET": NOBODY, "POST": NOBODY, "DELETE": NOBODY},
    "/api/shared": {"GET": NOBODY},
    "/api/shared/persona": {"GET": NOBODY},
    "/api/shared/tiles/{tile}": {"GET": NOBODY},
    "/api/shares/{share}/revoke": {"POST": _ADMIN},
    "/api/sources": {"GET": _ADMIN, "POST": _ADMIN},
    "/api/sources/{source}": {"GET": _ADMIN, "PUT": _ADMIN},
    "/api/sources/{source}/arriving": {"GET": _ADMIN},
    "/api/sources/{source}/keys": {"POST": _ADMIN},
    "/api/stage-sets": {"GET": _READ},
    "/api/stage-sets/preview": {"POST": _READ},
    "/api/stage-sets/{key}": {"PUT": _ADMIN},
    "/api/stage-sets/{key}/choose": {"POST": _ADMIN},
    "/api/stage-sets/{key}/restore": {"POST": _ADMIN},
    "/api/stage-sets/{key}/versions": {"GET": _READ},
    "/api/timelines/{customer}": {"GET": _PROFILES},
    "/api/touchpoints": {"GET": _READ},
    "/api/touchpoints/preview": {"POST": _READ},
    "/api/touchpoints/{key}": {"PUT": _ADMIN, "DELETE": _ADMIN},
    "/api/touchpoints/{key}/move": {"POST": _ADMIN},
    "/api/touchpoints/{key}/move/preview": {"POST": _READ},
    "/api/trait-rules": {"GET": _READ, "PUT": _ADMIN},
    "/api/uploads": {"POST": _ADMIN},
    "/api/uploads/{upload}/check": {"POST": _ADMIN},
    "/api/uploads/{upload}/import": {"POST": _ADMIN},
    "/api/wordings": {"GET": _READ, "POST": _ADMIN},
}
"""A secret key is made by a person: one that could make keys, links or receivers would outlive its revocation."""


def shape(path: str) -> str:
    """A route's path as contracts write it: `{customer:path}` is `{customer}`."""
    return path.replace(":path}", "}")
