"""All queries of the event plan: what is expected, and the counts of what differed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec
from sqlalchemy import case, delete, func, select, update

from wend.collect.model_plan import OTHERS, CountedFinding, ExpectedEvent, Finding, Seen
from wend.kit.clock import epoch_micros
from wend.store.facade import HERE, Prepared, Reading, Work, tables

COUNTER = "event_plan"
"""Grows with every change of the plan."""
MOST_DIFFERENT = 5_000
"""Different findings kept apart per workspace; a sender that invents names may not fill the store."""
_LONGEST = 200
_P = tables.event_plans.c
_F = tables.plan_findings.c
_C = tables.counters.c
_VERSION = Prepared(select(_C.value).where(_C.workspace == HERE, _C.name == COUNTER))


def version(reading: Reading) -> int:
    """Changes whenever the plan does; cheap enough to ask in each transaction."""
    rows = reading.found(_VERSION)
    return int(rows[0][0]) if rows else 0


def expected(reading: Reading) -> tuple[ExpectedEvent, ...]:
    """The plan's events by name."""
    query = select(_P.document).where(_P.workspace == reading.workspace).order_by(_P.event)
    return tuple(msgspec.json.decode(row.document, type=ExpectedEvent) for row in reading.rows(query))


def save(work: Work, events: Iterable[ExpectedEvent], now: datetime) -> None:
    """Add events to the plan, replacing those of the same name."""
    at = epoch_micros(now)
    rows = [{"event": e.event, "document": msgspec.json.encode(e).decode(), "saved_at": at} for e in events]
    work.put(tables.event_plans, rows)
    work.numbers(COUNTER)


def remove(work: Work, event: str | None = None) -> int:
    """Take one event out of the plan, or all; returns how many."""
    query = delete(tables.event_plans).where(_P.workspace == work.workspace)
    removed = int(work.execute(query if event is None else query.where(_P.event == event)).rowcount)
    work.numbers(COUNTER)
    return removed


def count(work: Work, found: Mapping[Finding, Seen]) -> None:
    """Add findings to their counts. Beyond MOST_DIFFERENT, new ones of a problem are counted together."""
    fresh: dict[Finding, Seen] = {}
    for finding, seen in sorted(found.items()):
        short = Finding(finding.event[:_LONGEST], finding.property[:_LONGEST], finding.problem)
        if not _grow(work, short, seen):
            fresh[short] = fresh[short] + seen if short in fresh else seen
    if not fresh:
        return
    row = work.row(select(func.count()).select_from(tables.plan_findings).where(_F.workspace == work.workspace))
    room = MOST_DIFFERENT - (0 if row is None else int(row[0]))
    kept, rest = list(fresh.items())[: max(room, 0)], list(fresh.items())[max(room, 0) :]
    work.add(tables.plan_findings, [_row(finding, seen) for finding, seen in kept])
    for finding, seen in rest:
        others = Finding(OTHERS, OTHERS, finding.problem)
        if not _grow(work, others, seen):
            work.add(tables.plan_findings, [_row(others, seen)])


def _grow(work: Work, finding: Finding, seen: Seen) -> bool:
    first, last = seen.first_at * 1_000_000, seen.last_at * 1_000_000
    where = (_F.workspace == work.workspace, _F.event == finding.event)
    held = (*where, _F.property == finding.property, _F.problem == finding.problem)
    values = {
        "count": _F["count"] + seen.count,
        "first_at": case((_F.first_at < first, _F.first_at), else_=first),
        "last_at": case((_F.last_at > last, _F.last_at), else_=last),
    }
    return int(work.execute(update(tables.plan_findings).where(*held).values(values)).rowcount) > 0


def _row(finding: Finding, seen: Seen) -> dict[str, object]:
    times = {"first_at": seen.first_at * 1_000_000, "last_at": seen.last_at * 1_000_000}
    return {**finding._asdict(), "count": seen.count, **times}


def recounted(work: Work, found: Mapping[Finding, Seen]) -> None:
    """Replace all counts by those of a look over the whole log."""
    work.execute(delete(tables.plan_findings).where(_F.workspace == work.workspace))
    count(work, found)


def forget(work: Work, event: str | None = None) -> None:
    """Let go of the counts of one event, or of all."""
    query = delete(tables.plan_findings).where(_F.workspace == work.workspace)
    work.execute(query if event is None else query.where(_F.event == event))


def counted(reading: Reading) -> tuple[CountedFinding, ...]:
    """All findings with their counts, most first."""
    query = select(tables.plan_findings, _F["count"].label("times")).where(_F.workspace == reading.workspace)
    query = query.order_by(_F["count"].desc(), _F.event, _F.property, _F.problem)
    return tuple(
        CountedFinding(
            row.event, row.property, row.problem, row.times, row.first_at // 1_000_000, row.last_at // 1_000_000
        )
        for row in reading.rows(query)
    )


def typed_sources(reading: Reading) -> frozenset[str]:
    """Sources whose events keep the types of their values: what comes over HTTP by SDKs. All others carry texts."""
    s = tables.sources.c
    query = select(s.key).where(s.workspace == reading.workspace, s.kind == "http")
    return frozenset(row.key for row in reading.rows(query))
