"""Where a person stands: a pure rule over every row of every identifier they have.

Of one identifier the newest word counts, for each purpose and channel; a row without a channel speaks for all of them.
Among the identifiers of one person the strictest counts: whoever said no under one address has said no. So it does not
matter in which order rows arrive or identifiers are joined, joining never permits what neither side permitted nor what
either side forbade, and taking a join back restores both sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wend.customers.model_consents import (
    CHANNELS,
    EVERY_CHANNEL,
    EVERY_PURPOSE,
    Channel,
    Consent,
    ConsentState,
    Standing,
)

_STRICTNESS: dict[ConsentState, int] = {"granted": 0, "withdrawn": 1}


def standings(rows: Iterable[Consent], purposes: Sequence[str]) -> tuple[Standing, ...]:
    """One standing per purpose and channel, in the order of the purposes."""
    held = list(rows)
    return tuple(standing(held, purpose, channel) for purpose in purposes for channel in CHANNELS)


def standing(rows: Iterable[Consent], purpose: str, channel: Channel) -> Standing:
    """Where the person with all these rows stands on one purpose and channel."""
    newest: dict[str, Consent] = {}
    for row in rows:
        if row.purpose in (purpose, EVERY_PURPOSE) and row.channel in (channel, EVERY_CHANNEL):
            before = newest.get(row.identifier)
            if before is None or _newer(row) > _newer(before):
                newest[row.identifier] = row
    if not newest:
        return Standing(purpose, channel, "unknown", None, None, proven=False)
    deciding = max(newest.values(), key=_stricter)
    return Standing(purpose, channel, deciding.state, said_at(deciding), deciding.sequence, proven=is_proven(deciding))


def may(rows: Iterable[Consent], purpose: str, channel: Channel) -> bool:
    """Whether the person permits this purpose on this channel; silence is not consent."""
    return standing(rows, purpose, channel).state == "granted"


def said_at(row: Consent) -> int:
    """When it was said; a clock that runs ahead cannot make a word newer than the moment we heard it."""
    return min(row.at, row.recorded_at)


def is_proven(row: Consent) -> bool:
    """Whether somebody else could check it: the exact wording, how it was said, and what shows that."""
    return bool(row.wording and row.wording_version and row.method and row.proof)


def _newer(row: Consent) -> tuple[int, int, int]:
    """Later words win; of contradictory ones of the same moment the stricter does."""
    return said_at(row), _STRICTNESS[row.state], row.sequence


def _stricter(row: Consent) -> tuple[int, int, int]:
    """No wins over yes; of several that say the same the newest is shown."""
    return _STRICTNESS[row.state], said_at(row), row.sequence
