"""What people are shown before they agree. A published version never changes; one that leaves out what the law wants
told is not published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wend.customers.consents import repository
from wend.customers.consents.ledger import list_of
from wend.customers.consents.purposes import ELEMENTS, SENSITIVE
from wend.customers.model_consents import Purpose, Wording, WordingText
from wend.kit.errors import Mistake, closest
from wend.kit.texts import LANGUAGES, Language, text
from wend.store.facade import Work
from wend.workspaces.facade import Workspace, audit

_KEY = re.compile(r"[a-z][a-z0-9_-]{0,62}")
_SHORTEST, _LONGEST = 10, 2_000
_SAYS_SENSITIVE = {"en": "sensitive", "vi": "nhạy cảm"}
READY = ("marketing", "personalisation", "analytics")
"""Purposes for which a wording ships with Wend."""


class UnknownPurpose(Mistake):
    """The workspace's list does not have this purpose."""

    code = "consents.unknown_purpose"


class BadWordingKey(Mistake):
    """A wording's key is a short word of small letters, digits and dashes."""

    code = "consents.bad_wording_key"


class WordingIncomplete(Mistake):
    """Something that the law wants told is not there."""

    code = "consents.wording_incomplete"

    def message(self, language: Language = "en") -> str:
        """Which sentence is missing, named in the reader's language."""
        named = {
            "element": text(language, f"consents.element.{self.details['element']}"),
            "shown_in": text(language, f"consents.language.{self.details['shown_in']}"),
        }
        return text(language, f"{self.code}.message", **named)


class UnknownWording(Mistake):
    """No version of this wording was published."""

    code = "consents.unknown_wording"
    status = 404


def publish(workspace: Workspace, key: str, purpose: str, en: WordingText, vi: WordingText, who: str) -> Wording:
    """Publish the next version of a wording. Raises BadWordingKey, UnknownPurpose, WordingIncomplete."""
    if not _KEY.fullmatch(key):
        raise BadWordingKey(key=key)
    with workspace.store.work(workspace.name) as work:
        _check(_purpose(work, purpose), {"en": en, "vi": vi})
        version = repository.publish(work, key, purpose, en, vi)
        audit(work, who, "wording.published", key, {"version": version, "purpose": purpose})
        return next(each for each in repository.wordings(work, key) if each.version == version)


def every(workspace: Workspace) -> tuple[Wording, ...]:
    """All versions of all wordings, by key, the newest first."""
    with workspace.store.reading(workspace.name) as reading:
        return tuple(repository.wordings(reading))


def one(workspace: Workspace, key: str, version: int | None = None) -> Wording:
    """A version of a wording, the newest without a number. Raises UnknownWording."""
    with workspace.store.reading(workspace.name) as reading:
        found = repository.wordings(reading, key)
    chosen = next((each for each in found if version in (None, each.version)), None)
    if chosen is None:
        raise UnknownWording(key=key)
    return chosen


def ready(purpose: str) -> tuple[WordingText, WordingText] | None:
    """The wording that ships for a purpose, in English and Vietnamese; a draft until the workspace publishes it."""
    return (_ready(purpose, "en"), _ready(purpose, "vi")) if purpose in READY else None


def missing(purpose: Purpose, texts: dict[Language, WordingText]) -> Iterator[tuple[Language, str]]:
    """What a wording of this purpose leaves out: language and element."""
    for language in LANGUAGES:
        said: set[str] = set()
        for element in ("ask", *ELEMENTS):
            words = str(getattr(texts[language], element)).strip()
            wanted = element == "ask" or element in purpose.needs
            if not words and not wanted:
                continue
            told = _SHORTEST <= len(words) <= _LONGEST and words.casefold() not in said
            if element == SENSITIVE:
                told = told and _SAYS_SENSITIVE[language] in words.casefold()
            if not told:
                yield language, element
            said.add(words.casefold())


def _check(purpose: Purpose, texts: dict[Language, WordingText]) -> None:
    for language, element in missing(purpose, texts):
        raise WordingIncomplete(element=element, shown_in=language, shortest=_SHORTEST, longest=_LONGEST)


def _purpose(work: Work, key: str) -> Purpose:
    known = {each.key: each for each in list_of(work)}
    if key not in known:
        raise UnknownPurpose(purpose=key, closest=closest(key, known) or ", ".join(known))
    return known[key]


def _ready(purpose: str, language: Language) -> WordingText:
    parts = ("ask", *ELEMENTS) if purpose == "marketing" else ("ask", SENSITIVE)
    return WordingText(**{part: text(language, f"consents.ready.{purpose}.{part}") for part in parts})
