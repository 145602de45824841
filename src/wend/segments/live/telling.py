"""What follows from a change, in the transaction that makes it: history, sizes, a row of the log, promised webhooks.

The row's name begins with `$`, as all of Wend's own: it stands in the customer's log and on their timeline, and is no
part of their journey. Otherwise every window that runs out would be an activity of somebody who did nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from wend.channels import webhook
from wend.kit.clock import epoch_micros, epoch_seconds, from_epoch
from wend.log import live
from wend.log.live import LiveRow
from wend.outbox import facade as outbox
from wend.outbox.facade import Promised, Sender
from wend.segments.errors import UnknownSegment
from wend.segments.live import repository
from wend.segments.live.judging import Move
from wend.segments.live.watching import Watched, Watching
from wend.segments.repository import every
from wend.store.facade import Work
from wend.store.sealing import unseal
from wend.workspaces.facade import Workspace

WEBHOOK = "segment_webhook"
SOURCE = "wend"
LANES = 16
"""A customer's messages come in order; so many lanes of one segment do not wait for each other."""
_MICROS = 1_000_000


def tell(work: Work, watching: Watching, moved: Mapping[str, Sequence[Move]], now: int) -> int:
    """Count, remember, log and promise what changed for each customer; returns how many changes were told."""
    counts: dict[int, tuple[int, int]] = {}
    told: list[tuple[str, Watched, Move]] = []
    for customer, moves in moved.items():
        for move in moves:
            entered, left = counts.get(move.number, (0, 0))
            counts[move.number] = (entered + (move.what == "entered"), left + (move.what == "left"))
            segment = watching.by_number[move.number]
            if not segment.silent:
                told.append((customer, segment, move))
    repository.grow(work, counts, now)
    if told:
        first = repository.remember(work, [(customer, each.version, move) for customer, each, move in told])
        live.promise(work, [_row(work, first + place, *one) for place, one in enumerate(told)])
        _promise(work, first, told)
    return len(told)


def senders(workspace: Workspace) -> Mapping[str, Sender]:
    """How a promised webhook is sent."""

    def hook(promised: Promised) -> None:
        said = json.loads(promised.payload)
        with workspace.store.reading(workspace.name) as reading:
            kept = next((each for each in every(reading) if each.segment.key == said["segment"]), None)
        if kept is None or not kept.sealed:
            raise UnknownSegment(said["segment"])
        secret = unseal(workspace.store.data, owner_of(workspace, said["segment"]), kept.sealed)
        body = json.dumps(said["body"], ensure_ascii=False).encode()
        now_s = epoch_seconds(workspace.clock.now())
        webhook.post(said["to"], body, secret, promised.key, now_s, hosts_of(workspace))

    return {WEBHOOK: hook}


def owner_of(workspace: Workspace, key: str) -> str:
    """For whom a webhook's secret is sealed."""
    return f"{workspace.name}/segment/{key}"


def hosts_of(workspace: Workspace) -> frozenset[str]:
    """Private hosts that the operator allows webhooks to be sent to."""
    return frozenset(each.strip().lower() for each in workspace.settings.webhook_hosts.split(",") if each.strip())


def _row(work: Work, sequence: int, customer: str, segment: Watched, move: Move) -> LiveRow:
    said = {"segment": segment.key, "name": segment.name, "version": segment.version, "why": move.why}
    properties = {**said, **({"because": move.because} if move.because else {})}
    return LiveRow(
        event_id=live.event_id(SOURCE, f"segment:{segment.number}:{sequence}"),
        subject=customer,
        identifiers=None,
        event=f"$segment.{move.what}",
        channel="",
        occurred_at=move.at * _MICROS,
        received_at=epoch_micros(work.clock.now()),
        rating=None,
        expectation=None,
        about=None,
        amount=None,
        currency=None,
        source=SOURCE,
        properties=json.dumps(properties, ensure_ascii=False),
    )


def _promise(work: Work, first: int, told: Iterable[tuple[str, Watched, Move]]) -> None:
    for sequence, (customer, segment, move) in enumerate(told, first):
        if segment.webhook:
            number = int.from_bytes(hashlib.blake2b(customer.encode(), digest_size=2).digest(), "big") % LANES
            payload = {"segment": segment.key, "to": segment.webhook, "body": _said(customer, segment, move)}
            way = f"segment/{segment.number}/{number}"
            outbox.promise(work, WEBHOOK, f"segment/{segment.number}/{sequence}", way, payload)


def _said(customer: str, segment: Watched, move: Move) -> dict[str, Any]:
    at = from_epoch(move.at).isoformat().replace("+00:00", "Z")
    named = {"segment": segment.key, "name": segment.name, "version": segment.version}
    why = {"why": move.why, "because": move.because or None}
    return {"type": f"segment.{move.what}", **named, "customer": customer, **why, "at": at}
