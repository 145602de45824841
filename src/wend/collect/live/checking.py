"""One message → one row of the log, or the reason why not. Pure: nothing here reads a clock or a store."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from wend.collect.live import consenting, figures, identifying, telling, tidying, timing
from wend.collect.live.envelope import Envelope
from wend.collect.live.model import KINDS, MOST_EVENT, Fields, Held, Kind, Membership, Sender, Taken
from wend.collect.live.protecting import Protected
from wend.collect.live.refusals import Fault
from wend.kit.strictjson import MOST_LEVELS, Pruned, Twice
from wend.log.live import LiveRow, event_id

LONGEST_MESSAGE_ID = 100
LONGEST_EVENT_NAME = 200
OTHER = "other"
"""Kind of a quarantined message that does not say a known one."""
MOST_KEPT = 64 * 1024
"""Letters of a message that quarantine keeps; a longer one could not be replayed anyway."""
_EVENTS: dict[Kind, str] = {
    "identify": "$identify",
    "group": "$group",
    "alias": "$alias",
    "page": "page.viewed",
    "screen": "screen.viewed",
}
_SENT = ("sentAt", "writeKey", "_metadata", "receivedAt")
"""What differs when the same message is sent again."""


def _plain(odd: object) -> str | None:
    return None if isinstance(odd, Pruned) else str(odd)


_canonical = msgspec.json.Encoder(order="deterministic", enc_hook=_plain)
_written = msgspec.json.Encoder(enc_hook=_plain)


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks the messages of one request."""

    sender: Sender
    protected: Protected
    received_at: int
    envelope: Envelope
    fresh_id: Callable[[], str]

    def check(self, place: int, message: Any) -> Taken | Held:
        """The message as a row of the log, or why it waits in quarantine."""
        mark, content, raw = b"", b"", b""
        try:
            fields = _object(message)
            bare = {name: value for name, value in fields.items() if name not in _SENT}
            raw = _encoded(bare)
            content, mark = _digest(raw), _mark(fields.get("messageId"))
            if self.envelope.odd:
                _check_odd(fields)
            if len(raw) > MOST_EVENT:
                raise Fault("event_too_large", most=str(MOST_EVENT // 1024))
            return self._taken(place, fields, raw, content, mark)
        except Fault as fault:
            return self._held(place, message, fault, content, mark)

    def _taken(self, place: int, fields: Fields, raw: bytes, content: bytes, mark: bytes) -> Taken:
        notes = tidying.Notes()
        if self.envelope.odd or not tidying.is_plain(raw):
            fields = tidying.tidied(fields, notes)
        kind = self._kind(fields)
        context = {**self.envelope.context, **telling.objects(fields, "context")}
        said = _traits(fields, context)
        person = identifying.who(fields, said, self.sender.country)
        before = identifying.previous(fields) if kind == "alias" else ""
        properties = telling.own(kind, fields, context)
        name = self._name(kind, fields)
        happened = fields.get("timestamp") or fields.get("originalTimestamp")
        sent = fields.get("sentAt") or self.envelope.sent_at
        when = timing.timed(happened, sent, self.received_at)
        worth = figures.money(properties, self.sender.currency) if kind == "track" else figures.NO_MONEY
        rated = figures.rated(properties) if kind == "track" else figures.NOT_RATED
        self._note(notes, person, when, worth, fields)
        told = self._told(kind, fields, properties, context, notes)
        if when.differs:
            told["$times"] = _times(happened, sent, when.occurred_at, self.received_at)
        row = LiveRow(
            event_id=event_id(self.sender.source, self._message_id(fields)),
            subject=person.subject,
            identifiers=_list([*person.others, *([before] if before else [])]),
            event=name,
            channel=self.sender.channel or telling.channel(fields, context),
            occurred_at=when.occurred_at,
            received_at=self.received_at + place,  # the order of the batch decides between equal moments
            rating=rated.rating,
            expectation=rated.expectation,
            about=rated.about,
            amount=worth.amount,
            currency=worth.currency,
            source=self.sender.source,
            properties=_written.encode(told).decode() if told else None,
        )
        evidence = identifying.evidence(
            kind, person, self.sender.source, when.occurred_at, before, trusted=self.sender.trusted
        )
        belongs = self._membership(kind, fields, person.subject, properties, when.occurred_at)
        return Taken(row, properties, content, mark or None, evidence, belongs, fields, place)

    def _kind(self, fields: Fields) -> Kind:
        if self.envelope.kind:
            return self.envelope.kind
        for known in KINDS:
            if fields.get("type") == known:
                return known
        raise Fault("unknown_type", type=str(fields.get("type"))[:40])

    def _name(self, kind: Kind, fields: Fields) -> str:
        if kind != "track":
            return _EVENTS[kind]
        given = fields.get("event")
        name = given.strip() if isinstance(given, str) else ""
        if not name:
            raise Fault("unnamed_event")
        if len(name) > LONGEST_EVENT_NAME:
            raise Fault("event_name_too_long", most=str(LONGEST_EVENT_NAME))
        if name.startswith("$"):
            raise Fault("reserved_name", event=name)
        if not self.sender.trusted and name in self.protected:
            raise Fault("needs_secret_key", event=name)
        return name

    def _note(
        self,
        notes: tidying.Notes,
        person: identifying.Who,
        when: timing.Timed,
        worth: figures.Money,
        fields: Fields,
    ) -> None:
        if person.ignored_device:
            notes.warnings.add("device_ignored")
        if when.unreadable:
            notes.warnings.add("time_unreadable")
        if worth.why:
            notes.warnings.add(worth.why)
        if fields.get("messageId") in (None, ""):
            notes.warnings.add("no_message_id")

    def _told(self, kind: Kind, fields: Fields, properties: Fields, context: Fields, notes: tidying.Notes) -> Fields:
        told = dict(properties)
        consent = consenting.strictest([context.get("consent"), fields.get("consent")])
        around = telling.around(kind, context, properties)
        if kind == "identify":
            around.pop("traits", None)
        if kind == "group":
            told["$group"] = str(fields.get("groupId"))
        beside = {"$consent": consent, "$context": around, "$types": notes.types, "$warnings": sorted(notes.warnings)}
        told.update((name, value) for name, value in beside.items() if value)
        return told

    def _membership(self, kind: Kind, fields: Fields, subject: str, traits: Fields, at: int) -> Membership | None:
        if kind != "group":
            return None
        account = identifying.identifier("groupId", fields.get("groupId"))
        if account is None:
            raise Fault("no_group_id")
        return Membership(account, subject, traits, at)

    def _message_id(self, fields: Fields) -> str:
        return str(fields.get("messageId") or self.fresh_id())

    def _held(self, place: int, message: Any, fault: Fault, content: bytes, mark: bytes) -> Held:
        said = message.get("type") if isinstance(message, dict) else None
        kind: str = self.envelope.kind or (said if said in KINDS else OTHER)
        row = self._kept(message)
        content = content or _digest(row.encode())
        again = _digest(b"held" + mark + content) if mark else None
        return Held(fault.reason, fault.details, kind, row, content, again, place)

    def _kept(self, message: Any) -> str:
        """The message as quarantine keeps it: whole, with what its envelope said, so that it can be tried again."""
        if isinstance(message, dict):
            whole = {"type": self.envelope.kind, "sentAt": self.envelope.sent_at, **message}
            whole.pop("writeKey", None)
            if self.envelope.context:
                given = message.get("context")
                whole["context"] = {**self.envelope.context, **(given if isinstance(given, dict) else {})}
            message = {name: value for name, value in whole.items() if value is not None}
        text = json.dumps(message, ensure_ascii=True, default=_plain)
        return text if len(text) <= MOST_KEPT else json.dumps(text[:MOST_KEPT])


def conflicting(taken: Taken) -> Held:
    """The message whose id belongs to another one that was kept."""
    sent_as = next((kind for kind, event in _EVENTS.items() if event == taken.row["event"]), "track")
    whole = {"type": sent_as, **taken.original}
    row = json.dumps({name: value for name, value in whole.items() if name != "writeKey"}, default=_plain)
    mark = _digest(b"held" + (taken.mark or b"") + taken.content)
    details = {"message_id": str(taken.original.get("messageId"))[:LONGEST_MESSAGE_ID]}
    return Held("id_conflict", details, sent_as, row, taken.content, mark, taken.place)


def _object(message: Any) -> Fields:
    if not isinstance(message, dict):
        raise Fault("not_an_object", name="message")
    return message


def _encoded(bare: Fields) -> bytes:
    try:
        return _canonical.encode(bare)
    except UnicodeEncodeError as error:
        raise Fault("invalid_text") from error


def _check_odd(fields: Fields) -> None:
    if isinstance(fields, Twice):
        raise Fault("duplicate_key")
    level: list[Any] = [fields]
    while level:
        if any(isinstance(each, Pruned) for each in level):
            raise Fault("too_deep", limit=str(MOST_LEVELS))
        inside = [list(each.values()) if isinstance(each, dict) else each for each in level if _is_nested(each)]
        level = [part for parts in inside for part in parts]


def _is_nested(value: object) -> bool:
    return isinstance(value, dict | list)


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()


def _mark(message_id: Any) -> bytes:
    if message_id in (None, ""):
        return b""
    if not isinstance(message_id, str):
        raise Fault("bad_message_id")
    return _digest(message_id.encode("utf-8", "surrogatepass"))


def _traits(fields: Fields, context: Fields) -> list[Fields]:
    held = [fields.get("traits"), context.get("traits")]
    return [each for each in held if isinstance(each, dict)]


def _list(identifiers: list[str]) -> str | None:
    return _written.encode(list(dict.fromkeys(identifiers))).decode() if identifiers else None


def _times(happened: Any, sent: Any, occurred_at: int, received_at: int) -> Fields:
    """All four times, where what was written is not what we go by."""
    return {
        "originalTimestamp": happened,
        "sentAt": sent,
        "receivedAt": timing.written(received_at),
        "timestamp": timing.written(occurred_at),
    }
