"""Whom a message is about: its subject, its further identifiers, and what they say about each other."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from wend.collect.live.model import Fields, Kind
from wend.collect.live.refusals import Fault
from wend.identity.normalise import LONGEST, customer_number, email, phone
from wend.identity.reasons import Evidence, Reason
from wend.kit.strictjson import Exact

NOBODY_HERE = frozenset({"0", "false", "true", "-1", "nobody"})
"""What programs write for nobody, besides what people write (`identity.placeholders`)."""
_usual = lru_cache(maxsize=50_000)(customer_number)
_UUID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_BREAKS = re.compile(r"[\r\n]")


class Who(NamedTuple):
    """The subject, the other identifiers in a fixed order, and whether the device's id was no id."""

    subject: str
    others: tuple[str, ...]
    ignored_device: bool


def identifier(field: str, given: Any) -> str | None:
    """An id as text; None when there is none. Raises Fault for what names nobody."""
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, str | int | Exact):
        raise Fault("illegal_id", field=field)
    text = str(given)
    if len(text) > LONGEST:
        raise Fault("id_too_long", field=field, most=str(LONGEST))
    value = _usual(text)
    if value is None or value.casefold() in NOBODY_HERE:
        raise Fault("illegal_id", field=field)
    return value


def who(message: Fields, traits: list[Fields], country: str) -> Who:
    """Whom the message is about. Raises Fault; `no_user_anon_id` when it names nobody at all."""
    customer = identifier("userId", message.get("userId"))
    device, ignored = _device(message.get("anonymousId"), known=customer is not None)
    named = [] if customer is None else [f"customer:{customer}"]
    if device is not None:
        named.append(f"device:{device}")
    if not named:
        raise Fault("no_user_anon_id")
    for held in traits:
        named += _reachable(held, country)
    return Who(named[0], tuple(dict.fromkeys(named[1:])), ignored)


def _device(given: Any, *, known: bool) -> tuple[str | None, bool]:
    try:
        return identifier("anonymousId", given), False
    except Fault:
        if known:  # servers write "" for a device they do not know; the customer is named all the same
            return None, True
        raise


def _reachable(traits: Fields, country: str) -> list[str]:
    found = []
    mail, number = traits.get("email"), traits.get("phone")
    if isinstance(mail, str):
        if _BREAKS.search(mail.strip()):
            raise Fault("line_break", field="email")
        if (value := email(mail)) is not None:
            found.append(f"email:{value}")
    if isinstance(number, str | int) and not isinstance(number, bool):
        if _BREAKS.search(str(number).strip()):
            raise Fault("line_break", field="phone")
        if (value := phone(str(number), country)) is not None:
            found.append(f"phone:{value}")
    return found


def previous(message: Fields) -> str:
    """The identifier that an alias call gives up: a device when it looks like one, else a customer number."""
    value = identifier("previousId", message.get("previousId"))
    if value is None:
        raise Fault("no_previous_id")
    looks_like_device = _UUID.fullmatch(value) is not None or value == str(message.get("anonymousId"))
    return f"device:{value}" if looks_like_device else f"customer:{value}"


def evidence(kind: Kind, person: Who, source: str, at: int, before: str = "", *, trusted: bool) -> tuple[Evidence, ...]:
    """What the message says about identifiers: each of the others is the subject's."""
    reason: Reason = "identify_call" if kind == "identify" else "same_event"
    pairs = [Evidence.of(person.subject, other, reason, source, at) for other in person.others]
    if before and before != person.subject:
        pairs.append(Evidence.of(before, person.subject, "alias_trusted" if trusted else "alias_call", source, at))
    return tuple(pairs)
