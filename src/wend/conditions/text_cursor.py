"""Where a reader of the text form stands: what comes next, and what could have come where it went wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from wend.conditions import errors, units
from wend.conditions.text_words import RESERVED, Line, Token, TokenKind
from wend.conditions.tree import Number, Value
from wend.conditions.values import THOUSAND
from wend.domain.names import composed
from wend.kit.errors import Mistake, closest

T = TypeVar("T")
_BLANKS = str.maketrans("", "", " \u00a0")


class Cursor:
    """The tokens of one logical line. What is looked for in vain is remembered at the furthest place, and told in the
    error.
    """

    def __init__(self, line: Line) -> None:
        self._tokens = line.tokens
        self._at = 0
        self._furthest = 0
        self._hoped: dict[str, None] = {}

    @property
    def here(self) -> Token:
        """The token that comes next."""
        return self._tokens[self._at]

    def word(self, *words: str) -> str | None:
        """One of these words, taken when it comes next."""
        token = self.here
        if token.kind == "word" and token.text.casefold() in words:
            self._at += 1
            return token.text.casefold()
        self._missed(*words)
        return None

    def words(self, phrase: str) -> bool:
        """All words of a phrase, taken when they come next."""
        begun = self._at
        for each in phrase.split():
            if not self.word(each):
                self._at = begun
                return False
        return True

    def sign(self, *signs: str) -> str | None:
        """One of these signs, taken when it comes next."""
        token = self.here
        if token.kind == "sign" and token.text in signs:
            self._at += 1
            return token.text
        self._missed(*signs)
        return None

    def needed(self, found: T | None) -> T:
        """What was found; raises TextUnreadable where it was not."""
        if not found:
            raise self.refusal()
        return found

    def token(self, shown: str, *kinds: TokenKind) -> Token | None:
        """A token of one of these kinds; `shown` is what such a one looks like."""
        token = self.here
        if token.kind in kinds:
            self._at += 1
            return token
        self._missed(shown)
        return None

    def name(self) -> str:
        """A name: bare, or in quotes."""
        token = self.here
        if token.text.strip() and (token.kind == "quoted" or self._is_free(token)):
            self._at += 1
            return composed(token.text).strip()
        self._missed("order.placed", '"…"')
        raise self.refusal()

    def duration(self) -> int:
        """Seconds of "30d"."""
        return self._read(self.token("30d", "duration"), units.duration, "30d")

    def moment(self) -> int:
        """Epoch seconds of a date, or of a date with a time."""
        return self._read(self.token("2026-06-01", "moment"), units.moment, "2026-06-01")

    def number(self) -> int:
        """A number in thousandths."""
        return self._read(self.token("5", "number"), _thousandths, "1.125")

    def whole(self) -> int:
        """A whole number."""
        return self._read(self.token("3", "number"), _whole, "3")

    def value(self) -> Value:
        """A number, or a text: in quotes, or a word that is none of the language."""
        token = self.here
        if token.kind == "number":
            return Number(self.number())
        if token.kind in ("duration", "moment"):
            self._at += 1
            return token.text
        self._missed("5")
        return self.name()

    def currency(self) -> str:
        """Three capitals, or nothing."""
        token = self.here
        if self._is_free(token) and len(token.text) == 3 and token.text.isascii() and token.text.isupper():
            self._at += 1
            return token.text
        return ""

    def end(self) -> None:
        """Nothing more may come."""
        if self.here.kind != "end":
            raise self.refusal()

    def refusal(self) -> Mistake:
        """What is wrong at the furthest place that anything was looked for."""
        token = self._tokens[max(self._furthest, self._at)]
        hoped = list(self._hoped) if self._furthest >= self._at else []
        near = closest(token.text.casefold(), hoped) if token.kind == "word" else ""
        if near:
            return errors.TextMistyped(token.line, token.column, token.text, near)
        return errors.TextUnreadable(token.line, token.column, token.text, hoped or ("·",))

    def _is_free(self, token: Token) -> bool:
        return token.kind == "word" and token.text.casefold() not in RESERVED

    def _read(self, token: Token | None, read: Callable[[str], int | None], shown: str) -> int:
        token = self.needed(token)
        found = read(token.text)
        if found is None:
            raise errors.TextUnreadable(token.line, token.column, token.text, (shown,))
        return found

    def _missed(self, *hoped: str) -> None:
        if self._at > self._furthest:
            self._furthest, self._hoped = self._at, {}
        if self._at == self._furthest:
            self._hoped |= dict.fromkeys(hoped)


def _thousandths(text: str) -> int | None:
    return units.thousandths(text.translate(_BLANKS))


def _whole(text: str) -> int | None:
    found = _thousandths(text)
    return None if found is None or found % THOUSAND else found // THOUSAND
