"""Why a person's identifiers belong together, as sentences with the number to undo each by."""

from __future__ import annotations

from collections.abc import Sequence

from wend.customers.model_profile import IdentityLink
from wend.domain.names import Name
from wend.identity.reasons import explain, explain_by_hand
from wend.kit.texts import LANGUAGES
from wend.people import facade as people
from wend.people.facade import Decided, Joint
from wend.workspaces.facade import Workspace

_SECOND = 1_000_000


def links(workspace: Workspace, identifiers: Sequence[str]) -> tuple[IdentityLink, ...]:
    """Evidence and decisions between identifiers of one person, in order of arrival."""
    inside = frozenset(identifiers)
    with workspace.store.reading(workspace.name) as reading:
        read = people.evidence_among(reading, identifiers)
        decided = people.decisions_among(reading, identifiers)
    taken_back = {each.decision.revokes for each in decided if each.decision.kind == "revoke"}
    evidence = [_evidence(each) for each in read if {each.evidence.a, each.evidence.b} <= inside]
    joined = [
        _decision(each)
        for each in decided
        if each.decision.kind == "join"
        and {each.decision.a, each.decision.b} <= inside
        and each.decision.sequence not in taken_back
    ]
    return tuple(evidence + joined)


def _evidence(joint: Joint) -> IdentityLink:
    said = joint.evidence
    reason = Name(*(explain(said, language) for language in LANGUAGES))
    return IdentityLink(said.a, said.b, reason, said.source, "evidence", joint.sequence, said.at // _SECOND)


def _decision(decided: Decided) -> IdentityLink:
    said = decided.decision
    reason = Name(*(explain_by_hand(said.a, said.b, decided.by, language) for language in LANGUAGES))
    return IdentityLink(said.a, said.b, reason, decided.by, "decision", said.sequence, said.at // _SECOND)
