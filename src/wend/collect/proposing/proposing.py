"""A mapping for each of the files given together, with reasons, and with what a person should check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from wend.collect.formats import readable_share
from wend.collect.mapping.model import Amount, EventRule, FileShape, Join, Mapping, Value, columns_of
from wend.collect.proposing.happenings import What, what
from wend.collect.proposing.keys import Bond, bonds
from wend.collect.proposing.model import Proposal, Remark, remark
from wend.collect.proposing.people import Who, who
from wend.collect.proposing.profile import Profile, profile_of
from wend.collect.proposing.words import milestone, says
from wend.collect.shelf import for_file, ready_for

_VIETNAM = "Asia/Ho_Chi_Minh"
_MANY_UNNAMED = 0.98


def propose(paths: Sequence[Path], header: bool | None = None) -> list[Proposal]:
    """A proposal for each file, in the order given. Raises the readers' Mistakes; knows nothing of what it cannot
    see.
    """
    profiles = [profile_of(path, header=header) for path in paths]
    tied = bonds(profiles)
    return [_ready(profile) or _proposal(profile, tied, header) for profile in profiles]


def _ready(profile: Profile) -> Proposal | None:
    mapping = ready_for(profile.reader)
    if mapping is None:
        return None
    return Proposal(
        profile.path, for_file(mapping, _name(profile)), 1.0, (remark("why.ready", mapping=mapping.name),), ready=True
    )


def _name(profile: Profile) -> str:
    return profile.path.name.removesuffix(".gz")


def _proposal(profile: Profile, tied: Sequence[Bond], header: bool | None) -> Proposal:
    person = who(profile, tied)
    happened = what(profile, {column for _, column in person.customer} if person else set())
    looked_up = any(bond.parent is profile for bond in tied)
    if person is None or happened is None:
        missing = remark("why.no_customer" if person is None else "why.no_time")
        reasons = (remark("why.lookup"),) if looked_up else (missing,)
        return Proposal(profile.path, None, 0.0, reasons, lookup=looked_up)
    if looked_up and _only_describes(profile, happened, tied):
        return Proposal(profile.path, None, 0.0, (remark("why.lookup"),), lookup=True)
    return _mapped(profile, person, happened, tied, header)


def _only_describes(profile: Profile, happened: What, tied: Sequence[Bond]) -> bool:
    """A table of items or payments whose only times are those of a database: others add it up instead."""
    return not any(bond.child is profile and bond.unique for bond in tied) and not any(
        milestone(profile.column(event.time).plain) or profile.column(event.time).fits("time") >= 0.6
        for event in happened.events
    )


def _mapped(profile: Profile, person: Who, happened: What, tied: Sequence[Bond], header: bool | None) -> Proposal:
    events, joins = list(happened.events), list(person.joins)
    reasons = [*person.reasons, *happened.reasons]
    asked = list(happened.questions)
    added = _added_up(profile, events, tied)
    if added is not None:
        join, column = added
        joins.append(join)
        at = next((place for place, event in enumerate(events) if event.required), 0)
        events[at] = replace(events[at], amount=Amount(column))
        reasons.append(remark("why.amount_sum", column=column, lookup=join.file))
        asked.append(remark("ask.currency", column=column))
    events = [_about(event, person) for event in events]
    vietnamese = _is_vietnamese(profile)
    form = Counter(event.time_format for event in events).most_common(1)[0][0]
    used = {column for event in events for _, column in columns_of(event)} | {column for _, column in person.customer}
    mapping = Mapping(
        name=_name(profile),
        match=_name(profile),
        customer=person.customer,
        events=tuple(
            replace(event, time_format="" if event.time_format == form else event.time_format) for event in events
        ),
        shape=FileShape(header=header),
        timezone=_VIETNAM if vietnamese else "UTC",
        time_format=form,
        currency="VND" if vietnamese else "",
        joins=tuple(joins),
        traits=tuple((trait, column) for trait, column in person.traits if column not in used),
    )
    asked = [each for each in asked if not (vietnamese and each.key == "ask.currency")] + _questions(
        profile, mapping, person
    )
    return Proposal(
        profile.path, mapping, round(min(person.sureness, 1.0) * happened.sureness, 2), tuple(reasons), tuple(asked)
    )


def _added_up(profile: Profile, events: Sequence[EventRule], tied: Sequence[Bond]) -> tuple[Join, str] | None:
    """Money that lies in another file, several rows to one of ours."""
    if any(event.amount or event.rating for event in events):
        return None
    best: tuple[float, Join, str] | None = None
    for bond in tied:
        if bond.child is not profile or bond.unique or profile.column(bond.column).unique < 0.999:
            continue
        for column in bond.parent.columns:
            fit = column.fits("amount") + (0.5 if says(column.plain, ("payment", "total", "paid")) else 0.0)
            if column.numbers > 0.99 and column.distinct > 12 and fit >= 0.6 and (best is None or fit > best[0]):
                join = Join(bond.parent.path.name.removesuffix(".gz"), ((bond.column, bond.key),), total=(column.name,))
                best = (fit, join, column.name)
    return None if best is None else best[1:]


def _about(event: EventRule, person: Who) -> EventRule:
    """An answer about an order speaks of its delivery, when the joined file knows of one."""
    if event.rating is None:
        return event
    for parent in person.parents:
        if any(milestone(column.plain) == "delivered" and column.time_format for column in parent.columns):
            return replace(event, about=Value(text="order.delivered"))
    return event


def _is_vietnamese(profile: Profile) -> bool:
    """Vietnamese headers, or Vietnamese phone numbers."""
    marked = sum(
        1
        for column in profile.columns
        if any(letter in "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ" for letter in column.name.lower())
    )
    return marked >= 2 or any(
        column.phones > 0.8 and column.texts[0].lstrip("+").startswith(("0", "84"))
        for column in profile.columns
        if column.texts
    )


def _questions(profile: Profile, mapping: Mapping, person: Who) -> list[Remark]:
    asked: list[Remark] = []
    first = mapping.events[0].time
    if first in profile.table.column_names:
        texts = profile.column(first).texts
        other = mapping.time_format.replace("%d/%m", "%m/%d")
        if other != mapping.time_format and readable_share(texts, other) == 1.0:
            asked.append(remark("ask.day_or_month", column=first, value=texts[0]))
        if (
            mapping.timezone == "UTC"
            and mapping.time_format == "iso"
            and texts
            and not texts[0].endswith(("Z", "UTC"))
            and "+" not in texts[0]
        ):
            asked.append(remark("ask.timezone", column=first))
    own = [profile.column(column).filled for _, column in person.customer if column in profile.table.column_names]
    if own and max(own) < _MANY_UNNAMED:
        asked.append(remark("ask.unnamed", share=f"{100 * (1 - max(own)):.0f}"))
    return asked
