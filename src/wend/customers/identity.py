"""Who is who, decided by people: join, keep apart, undo; what waits for a decision; and the rules.

All of it is audited, and all of it can be taken back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from wend.customers.model_people import (
    Conflict,
    ConflictPage,
    DecisionMade,
    IdentityRules,
    KindOfIdentifier,
    MovedIdentifier,
    PersonNow,
    SharedValue,
    Side,
)
from wend.domain.names import Name
from wend.identity.rules import Rules
from wend.kit.texts import LANGUAGES, text
from wend.people import erasing, facade as people
from wend.people.facade import Changes, Waiting
from wend.store.facade import Work
from wend.workspaces.facade import Workspace, audit

if TYPE_CHECKING:
    from wend.log.facade import Journal

_SECOND = 1_000_000


def join(workspace: Workspace, one: str, other: str, who: str, note: str = "") -> DecisionMade:
    """Two identifiers are one person, whatever the rules say. Raises BadPair."""
    a, b = _written(one), _written(other)
    with workspace.store.work(workspace.name) as work:
        number, changes = people.join(work, a, b, who, note)
        return _made(workspace, work, who, "people.joined", number, (a, b), changes)


def apart(workspace: Workspace, one: str, other: str, who: str, note: str = "") -> DecisionMade:
    """Two identifiers are not one person, whatever evidence there is or will be. Raises BadPair."""
    a, b = _written(one), _written(other)
    with workspace.store.work(workspace.name) as work:
        number, changes = people.apart(work, a, b, who, note)
        return _made(workspace, work, who, "people.told_apart", number, (a, b), changes)


def undo(workspace: Workspace, joint: str, who: str, note: str = "") -> DecisionMade:
    """Undo a join by the name it carries on the profile: `12` for evidence, `d3` for a decision, or the pair `a=b`.

    Raises UnknownJoin.
    """
    with workspace.store.work(workspace.name) as work:
        done = people.undo(work, joint, who, note)
        return _made(workspace, work, who, "people.join_undone", done.decision, (done.a, done.b), done.changes)


def leave(workspace: Workspace, a: str, b: str, who: str) -> None:
    """Take a conflict off the list without deciding anything; it comes back when something changes there."""
    with workspace.store.work(workspace.name) as work:
        people.leave(work, a, b)
        audit(work, who, "people.conflict_left", erasing.ensured(work, workspace.ids).name(a))


def conflicts(workspace: Workspace, *, limit: int = 50, offset: int = 0) -> ConflictPage:
    """Two people for whom there is evidence that a rule did not follow, side by side."""
    with workspace.store.reading(workspace.name) as reading:
        total, waiting = people.waiting(reading, limit, offset)
        person = people.canonical(reading, [end for each in waiting for end in each.pair])
        held = people.members_of(reading, person.values())
    journal = workspace.log.journal_at_hand()
    found = tuple(
        _conflict(
            workspace,
            each,
            (_side(workspace, journal, held, person[each.a]), _side(workspace, journal, held, person[each.b])),
        )
        for each in waiting
    )
    following = offset + len(found)
    return ConflictPage(total, found, following if found and following < total else None)


def shared_values(workspace: Workspace, limit: int = 50) -> tuple[SharedValue, ...]:
    """Values that join nobody because too many people have them, those with most links first."""
    with workspace.store.reading(workspace.name) as reading:
        found = people.shared(reading, limit)
    return tuple(SharedValue(each, why, _reason(why, each, "", ""), links) for each, why, links in found)


def rules(workspace: Workspace) -> IdentityRules:
    """By which rules evidence joins people."""
    with workspace.store.reading(workspace.name) as reading:
        return _rules(people.rules(reading))


def change_rules(workspace: Workspace, given: Mapping[str, Any], who: str) -> IdentityRules:
    """Let other rules hold; what is left out is as it is by default. Everybody is decided anew. Raises BadRules."""
    new = people.rules_from(given)
    with workspace.store.work(workspace.name) as work:
        people.save_rules(work, new)
        audit(
            work, who, "people.rules_changed", "rules", {"kinds": [f"{each.kind}: {each.role}" for each in new.kinds]}
        )
    people.settle(workspace.store, workspace.name)
    return _rules(new)


def _rules(held: Rules) -> IdentityRules:
    kinds = tuple(KindOfIdentifier(each.kind, each.role, each.most, each.sharers) for each in held.kinds)
    return IdentityRules(kinds, held.blocked, held.most_identifiers, held.most_links)


def _written(key: str) -> str:
    """An identifier in its one spelling; what has no kind in front is read as `customers show` reads it."""
    from wend.customers.who import candidates

    return next(candidates(key), key)


def _made(
    workspace: Workspace, work: Work, who: str, what: str, number: int, pair: tuple[str, str], changes: Changes
) -> DecisionMade:
    marker = erasing.ensured(work, workspace.ids)
    audit(work, who, what, marker.name(pair[0]), {"decision": number, "with": marker.name(pair[1])})
    concerned = dict.fromkeys(people.canonical(work, [*pair, *(each.identifier for each in changes.moved)]).values())
    members = people.members_of(work, concerned)
    return DecisionMade(
        decision=number,
        undo="" if people.is_revoke(work, number) else f"d{number}",
        a=pair[0],
        b=pair[1],
        moved=tuple(MovedIdentifier(each.identifier, each.before, each.after) for each in changes.moved),
        people=tuple(PersonNow(each, members[each]) for each in concerned),
        deferred=changes.deferred,
    )


def _conflict(workspace: Workspace, waiting: Waiting, sides: tuple[Side, Side]) -> Conflict:
    from wend.customers import joins

    return Conflict(
        a=waiting.a,
        b=waiting.b,
        why=waiting.why,
        reason=_reason(waiting.why, waiting.about, waiting.a, waiting.b),
        about=waiting.about,
        at=waiting.at // _SECOND,
        sides=sides,
        evidence=joins.links(workspace, waiting.pair),
    )


def _reason(why: str, about: str, a: str, b: str) -> Name:
    return Name(*(text(language, f"people.refused.{why}", about=about, a=a, b=b) for language in LANGUAGES))


def _side(workspace: Workspace, journal: Journal, held: Mapping[str, tuple[str, ...]], customer: str) -> Side:
    from wend.customers.finding import Place, traits_of
    from wend.customers.naming import label_of

    at = journal.find(customer)
    traits = () if at is None else traits_of(journal, Place(*at))
    rows = [row for row in workspace.log.life(held[customer], journal) if not row.event.startswith("$")]
    money: dict[str, int] = {}
    for row in rows:
        if row.amount:
            money[row.currency or ""] = money.get(row.currency or "", 0) + row.amount
    return Side(
        customer=customer,
        label=label_of(customer, traits),
        identifiers=held[customer],
        traits=traits,
        events=len(rows),
        last_at=rows[-1].occurred_at // _SECOND if rows else None,
        money=tuple(sorted(money.items(), key=lambda each: (-each[1], each[0]))),
    )
