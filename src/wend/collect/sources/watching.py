"""What there is to see about sources: volumes, complaints, and what is arriving right now."""

from __future__ import annotations

import json
from collections import Counter

from wend.collect.model import QuarantinedRow
from wend.collect.model_sources import (
    Arriving,
    ArrivingEvent,
    Complaint,
    HourVolume,
    Source,
    SourceLine,
    SourcePage,
    Volume,
)
from wend.collect.sources import keeping, repository
from wend.collect.sources.masking import masked
from wend.collect.sources.snippets import snippets
from wend.domain.names import Name
from wend.kit.clock import epoch_seconds
from wend.store.facade import Reading
from wend.workspaces.facade import Workspace, keys

HOUR = 3_600
_DAY, _WEEK = 24, 24 * 7
_NOTHING = Volume()


def sources(workspace: Workspace) -> tuple[SourceLine, ...]:
    """Every source with its last day, the oldest first."""
    live = _live_keys(workspace)
    with workspace.store.reading(workspace.name) as reading:
        hours = repository.hours(reading, _hour(workspace) - (_DAY - 1) * HOUR)
        last = repository.last_at(reading)
        return tuple(
            _line(workspace, source, hours.get(source.key, []), last.get(source.key), live[source.key])
            for source in repository.all_sources(reading)
        )


def source_line(workspace: Workspace, key: str) -> SourceLine:
    """One line of `sources`. Raises UnknownSource."""
    with workspace.store.reading(workspace.name) as reading:
        source = keeping.source_of(reading, key)
        hours = repository.hours(reading, _hour(workspace) - (_DAY - 1) * HOUR, key)
        last = repository.last_at(reading).get(key)
    return _line(workspace, source, hours.get(key, []), last, _live_keys(workspace)[key])


def source_page(workspace: Workspace, key: str, base: str) -> SourcePage:
    """All there is to see about one source; `base` is the address that its snippets name. Raises UnknownSource."""
    now = _hour(workspace)
    with workspace.store.reading(workspace.name) as reading:
        source = keeping.source_of(reading, key)
        held = repository.hours(reading, now - (_WEEK - 1) * HOUR, key).get(key, [])
        last = repository.last_at(reading).get(key)
        complaints = tuple(_complaint(reading, key, reason) for reason in repository.reasons(reading, key))
    by_hour = {each.hour: each.volume for each in held}
    week = tuple(HourVolume(hour, by_hour.get(hour, _NOTHING)) for hour in _hours(now, _WEEK))
    origins = source.document.get("origins") if source.kind == "http" else None
    return SourcePage(
        _line(workspace, source, held, last, _live_keys(workspace)[key]),
        tuple(map(str, origins)) if isinstance(origins, list | tuple) else (),
        week,
        sum((each.volume for each in week), _NOTHING),
        tuple(each for each in keys(workspace) if each.source == key),
        complaints,
        snippets(base, workspace.settings.browser_library) if source.kind == "http" else (),
    )


def arriving(workspace: Workspace, key: str, limit: int = 50) -> Arriving:
    """The newest events of a source, taken and held back, the newest first. Raises UnknownSource."""
    with workspace.store.reading(workspace.name) as reading:
        keeping.source_of(reading, key)
        held = repository.newest_waiting(reading, key, limit)
    events = [_waiting(each) for each in held]
    for row in workspace.log.newest(key, limit):
        at, name = int(row["received_at"]) // 1_000_000, str(row["event"])
        events.append(ArrivingEvent(at, name, masked(str(row["subject"])), "accepted", None))
    return Arriving(tuple(sorted(events, key=lambda event: event.at, reverse=True)[:limit]))


def _line(
    workspace: Workspace, source: Source, hours: list[HourVolume], last_at: int | None, live_keys: int
) -> SourceLine:
    by_hour = {each.hour: each.volume for each in hours}
    day = [by_hour.get(hour, _NOTHING) for hour in _hours(_hour(workspace), _DAY)]
    return SourceLine(
        source.key,
        source.kind,
        source.name,
        source.state,
        source.created_at,
        last_at,
        sum(day, _NOTHING),
        tuple(each.accepted for each in day),
        live_keys,
    )


def _hour(workspace: Workspace) -> int:
    now = epoch_seconds(workspace.clock.now())
    return now - now % HOUR


def _hours(last: int, how_many: int) -> range:
    return range(last - (how_many - 1) * HOUR, last + 1, HOUR)


def _live_keys(workspace: Workspace) -> Counter[str]:
    return Counter(key.source for key in keys(workspace) if key.source and key.state in ("live", "ending"))


def _complaint(reading: Reading, source: str, reason: repository.Reason) -> Complaint:
    [newest] = repository.newest_waiting(reading, source, 1, reason.reason)
    said = _row(newest)
    return Complaint(
        reason.reason,
        Name(said.sentence("en"), said.sentence("vi")),
        Name(said.next_step("en"), said.next_step("vi")),
        reason.events,
        reason.newest_at // 1_000_000,
    )


def _waiting(held: repository.WaitingEvent) -> ArrivingEvent:
    said = _row(held)
    document = json.loads(held.row)
    fields = document if isinstance(document, dict) else {}
    who = next((f"{kind}:{fields[field]}" for field, kind in _WHO if fields.get(field)), "")
    name = str(fields.get("event") or fields.get("name") or fields.get("type") or "")[:200]
    reason = Name(said.sentence("en"), said.sentence("vi"))
    return ArrivingEvent(held.at // 1_000_000, name, masked(who), "quarantined", reason)


def _row(held: repository.WaitingEvent) -> QuarantinedRow:
    return QuarantinedRow("", "", 0, 0, held.reason, tuple(held.details.items()), held.row)


_WHO = (("userId", "customer"), ("anonymousId", "device"), ("previousId", "customer"))
