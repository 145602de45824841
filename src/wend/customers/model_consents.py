"""What a person agreed to and what they took back, as rooms and doors see it. Times are epoch seconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from wend.domain.names import Name

ConsentState = Literal["granted", "withdrawn"]
Said = Literal["granted", "withdrawn", "unknown"]
Channel = Literal["email", "sms", "zalo", "push", "call"]
STATES: tuple[ConsentState, ...] = get_args(ConsentState)
CHANNELS: tuple[Channel, ...] = get_args(Channel)
EVERY_CHANNEL = ""
"""What a row names that is about all channels, today's and later ones."""
EVERY_PURPOSE = "*"
"""What a withdrawal names that takes back everything at once. Nothing can be granted this way."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """What data is used for. `needs` names what a wording must say before anybody may be asked."""

    key: str
    name: Name
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewConsent:
    """Something a person said, not yet in the ledger. `at` is when they said it; "" for `channel` means all of them."""

    identifier: str
    purpose: str
    channel: str
    state: ConsentState
    at: int
    wording: str = ""
    wording_version: int = 0
    method: str = ""
    proof: str = ""
    source: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """One row of the ledger: who said what about which purpose and channel, shown which wording, proven how."""

    sequence: int
    identifier: str
    purpose: str
    channel: str
    state: ConsentState
    wording: str
    wording_version: int
    method: str
    proof: str
    at: int
    recorded_at: int
    source: str
    by: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not recorded: which one of those given, and why (a text key)."""

    place: int
    reason: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of the rows given: how many are in the ledger now, and which could not be taken."""

    added: int
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands on one purpose and channel, and the row of the ledger that decides it.

    `proven` is true when that row names the exact wording, the method and a proof. Without any row the state is
    `unknown`, which permits no more than `withdrawn` does.
    """

    purpose: str
    channel: Channel
    state: Said
    since: int | None
    sequence: int | None
    proven: bool


@dataclass(frozen=True, slots=True)
class PersonConsents:
    """A person's standings, one per purpose and channel, and everything they ever said, the newest first."""

    customer: str
    standings: tuple[Standing, ...]
    ledger: tuple[Consent, ...]


@dataclass(frozen=True, slots=True)
class WordingText:
    """What is shown in one language: the request itself, and the sentences that the law wants said with it."""

    ask: str
    content: str = ""
    method: str = ""
    form: str = ""
    frequency: str = ""
    sensitive: str = ""

    def whole(self) -> str:
        """All of it, a paragraph each, as a person reads it."""
        parts = (self.ask, self.content, self.method, self.form, self.frequency, self.sensitive)
        return "\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Wording:
    """A published version of a wording; it never changes, so that a consent can name what was read."""

    key: str
    version: int
    purpose: str
    en: WordingText
    vi: WordingText
    saved_at: int
